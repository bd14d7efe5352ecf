//! Fills the sheet of how a file is read.

use crate::model::dialect::Dialect;
use crate::model::mapping::{Mapping, Survey};
use crate::model::settings::Settings;
use crate::rules::words;
use crate::settings::mapping;
use crate::settings::read::AUTO;
use crate::view::keys_sheet::{ExampleLine, KeysForm, KeysSheet};

/// The sheet of a file whose beginning says this.
pub fn sheet(settings: &Settings, survey: Survey) -> KeysSheet {
    let auto = (AUTO.to_owned(), "whatever it looks like".to_owned());
    let named = Dialect::ALL.into_iter().filter(|dialect| *dialect != Dialect::NamedTree);
    let named = named.map(|dialect| (dialect.name().to_owned(), words::dialect(dialect).to_owned()));
    let by_keys = (Dialect::NamedTree.name().to_owned(), "a tree of lines by the keys below".to_owned());
    let asked = match (&settings.mapping, settings.dialect) {
        (Some(_), _) => Dialect::NamedTree.name(),
        (None, Some(dialect)) => dialect.name(),
        (None, None) => AUTO,
    };
    KeysSheet {
        asked: asked.to_owned(),
        dialects: std::iter::once(auto).chain(std::iter::once(by_keys)).chain(named).collect(),
        form: form(survey.mapping),
        candidates: survey.candidates,
        examples: survey.examples.into_iter().map(example).collect(),
        lines: survey.lines,
    }
}

fn example([name, account_id, amount]: [String; 3]) -> ExampleLine {
    ExampleLine { name, account_id, amount }
}

/// A mapping as a form.
fn form(own: Mapping) -> KeysForm {
    let Mapping { path, sections, roots, name, amount, account_id, items, also } = own;
    let also = also.into_iter().map(|(key, is)| (key, mapping::field(is).to_owned())).collect();
    let sections = sections.into_iter().map(|(key, kind)| (key, mapping::word(kind).to_owned())).collect();
    KeysForm { path, sections, roots, name, amount, account_id, items, also }
}

/// A form as a mapping; words for sections that are not known are passed over.
pub fn mapping(form: &KeysForm) -> Mapping {
    let KeysForm { path, sections, roots, name, amount, account_id, items, also } = form.clone();
    let sections = sections
        .into_iter()
        .filter(|(key, _)| !key.is_empty())
        .filter_map(|(key, word)| Some((key, mapping::kind(&word)?)));
    let also = also.into_iter().filter_map(|(key, field)| Some((key, mapping::line_key(&field)?))).collect();
    Mapping { path, sections: sections.collect(), roots, name, amount, account_id, items, also }
}
