//! How much each rule weighs, to be chosen.

use leptos::prelude::*;

use crate::ui::book::level;
use crate::ui::live::{flag, part, text};
use crate::ui::sentence::Sentence;
use crate::ui::settings::told;
use crate::ui::settle;
use crate::ui::state::State;
use crate::ui::tag::tag;
use crate::view::change::Change;
use crate::view::mark::Weight;
use crate::view::settings_sheet::RuleChoice;

const CHOICES: [Option<Weight>; 4] = [Some(Weight::Error), Some(Weight::Warning), Some(Weight::Info), None];

#[component]
pub fn RuleLevels() -> impl IntoView {
    let state = State::here();
    // The list of rules never changes, only what is chosen for them: the rows are drawn once and keep the focus.
    let known = Memo::new(move |_| state.sheet.with(Option::is_some));
    let rows = move || {
        let rules = if known.get() { state.sheet.get_untracked() } else { None };
        let rules = rules.map(|sheet| sheet.rules).unwrap_or_default();
        rules.into_iter().enumerate().map(|(at, rule)| row(state, at, rule)).collect_view().into_any()
    };
    tag("fieldset").child(tag("legend").child("Rules")).child(tag("div").class("levels").child(part(rows)))
}

fn row(state: State, at: usize, rule: RuleChoice) -> AnyView {
    let RuleChoice { code, name, what, .. } = rule;
    let choice = move || told(state, |sheet| sheet.rules.get(at).map(|rule| (rule.own, rule.chosen)));
    let chosen = move || choice().map(|(_, chosen)| value(chosen)).unwrap_or_default();
    let changed = move || choice().is_some_and(|(own, chosen)| own != chosen);
    let (of, title, hook) = (code.clone(), code.clone(), code.clone());
    let choose = move |event: leptos::ev::Event| {
        let wanted = event_target_value(&event);
        if let Some(weight) = CHOICES.into_iter().find(|weight| value(*weight) == wanted) {
            settle::change(state, Change::Level { code: of.clone(), weight });
        }
    };
    let options = CHOICES.map(|weight| {
        let told = move || {
            let usual = choice().is_some_and(|(own, _)| own == weight);
            format!("{}{}", level(weight), if usual { " (usual)" } else { "" })
        };
        tag("option")
            .attr("value", value(weight))
            .attr("selected", flag(move || chosen() == value(weight)))
            .child(text(told))
            .into_any()
    });
    tag("label")
        .class("level")
        .class_if("changed", flag(changed))
        .attr("title", title)
        .child(
            tag("span")
                .child(tag("b").class("code").child(code))
                .child(" ")
                .child(name)
                .child(tag("span").class("quiet").child(view! { <Sentence text=what alone=true/> })),
        )
        .child(
            tag("select")
                .hook("level")
                .attr("data-code", hook)
                .value(text(chosen))
                .change(choose)
                .child(options.collect_view()),
        )
        .into_any()
}

fn value(weight: Option<Weight>) -> String {
    weight.map_or("off", Weight::name).to_owned()
}
