//! A mapping as a settings file has it.

use crate::model::mapping::{LineKey, Mapping};
use crate::model::statement::SectionKind;
use crate::rules::words::{list, quoted};
use crate::settings::tree::Tree;

/// The keys of a mapping that are texts.
const TEXTS: [&str; 5] = ["name", "amount", "account_id", "items", "roots"];

/// The fields that are keys of lines.
const FIELDS: [(&str, LineKey); 4] = [
    ("name", LineKey::Name),
    ("amount", LineKey::Amount),
    ("account_id", LineKey::AccountId),
    ("items", LineKey::Items),
];

/// The words for sections in a mapping.
const KINDS: [(&str, SectionKind); 4] = [
    ("assets", SectionKind::Assets),
    ("liabilities", SectionKind::Liabilities),
    ("equity", SectionKind::Equity),
    ("other", SectionKind::Unknown),
];

/// The longest key, and the most keys of one kind.
const LONGEST: usize = 200;
const MOST: usize = 50;

/// The word for a section in a mapping.
pub fn word(kind: SectionKind) -> &'static str {
    KINDS.iter().find(|(_, own)| *own == kind).map_or("other", |(word, _)| word)
}

/// The section that a word in a mapping stands for.
pub fn kind(word: &str) -> Option<SectionKind> {
    KINDS.iter().find(|(own, _)| *own == word).map(|(_, kind)| *kind)
}

/// What the field of this name is the key of.
pub fn line_key(field: &str) -> Option<LineKey> {
    FIELDS.iter().find(|(own, _)| *own == field).map(|(_, is)| *is)
}

/// The name of the field that is the key of this.
pub fn field(line_key: LineKey) -> &'static str {
    FIELDS.iter().find(|(_, is)| *is == line_key).map_or("", |(own, _)| own)
}

/// What is wrong with a mapping as a whole, if anything is.
pub fn fault(mapping: &Mapping) -> Option<String> {
    let needed = [("name", &mapping.name), ("amount", &mapping.amount)];
    if let Some((key, _)) = needed.iter().find(|(_, own)| own.is_empty()) {
        return Some(format!("{} is missing: without it no line can be read", quoted(key)));
    }
    let somewhere = !mapping.sections.is_empty() || !mapping.roots.is_empty();
    (!somewhere).then(|| format!("it needs {} or {}", quoted("sections"), quoted("roots")))
}

/// Reads a mapping, or says what is wrong with it.
pub fn read(value: &Tree) -> Result<Mapping, String> {
    let Tree::Object(fields) = value else {
        return Err(format!("it is {}, and should be an object", value.shape()));
    };
    let mut mapping = Mapping::default();
    for (key, value) in fields {
        match (key.as_str(), value) {
            ("sections", Tree::Object(sections)) if sections.len() <= MOST => {
                for (own, kind) in sections {
                    let kind = text(kind).and_then(|word| {
                        self::kind(word).ok_or_else(|| format!("{} is none of {}", quoted(word), kinds()))
                    });
                    mapping.sections.push((own.clone(), kind.map_err(|fault| within(own, &fault))?));
                }
            }
            ("path", Tree::List(path)) if path.len() <= MOST => {
                for step in path {
                    mapping.path.push(text(step).map_err(|fault| within("path", &fault))?.to_owned());
                }
            }
            (key, value) if TEXTS.contains(&key) => {
                let (value, further) = match value {
                    Tree::List(keys) if key != "roots" && keys.len() <= MOST => {
                        keys.split_first().unwrap_or((value, &[]))
                    }
                    value => (value, &[][..]),
                };
                for other in further {
                    let other = text(other).map_err(|fault| within(key, &fault))?.to_owned();
                    mapping.also.extend(line_key(key).map(|is| (other, is)));
                }
                let own = text(value).map_err(|fault| within(key, &fault))?.to_owned();
                *match key {
                    "name" => &mut mapping.name,
                    "amount" => &mut mapping.amount,
                    "account_id" => &mut mapping.account_id,
                    "items" => &mut mapping.items,
                    _ => &mut mapping.roots,
                } = own;
            }
            ("sections", value) => return Err(within("sections", &format!("it is {}", value.shape()))),
            ("path", value) => return Err(within("path", &format!("it is {}", value.shape()))),
            (key, _) => return Err(format!("{} is no field of a mapping", quoted(key))),
        }
    }
    // In one order, however the file has them.
    let of = |is| mapping.also.iter().filter(move |(_, own)| *own == is).cloned();
    mapping.also = FIELDS.iter().flat_map(|(_, is)| of(*is)).collect();
    fault(&mapping).map_or(Ok(mapping), Err)
}

fn text(value: &Tree) -> Result<&str, String> {
    match value {
        Tree::Text(text) if text.len() <= LONGEST => Ok(text),
        Tree::Text(_) => Err(format!("it is longer than {LONGEST} bytes")),
        other => Err(format!("it is {}, and should be a text", other.shape())),
    }
}

fn within(key: &str, fault: &str) -> String {
    format!("{}: {fault}", quoted(key))
}

fn kinds() -> String {
    list(&KINDS.map(|(word, _)| quoted(word)))
}
