//! The rule book: what is checked, why, and what to do, a page a rule, with examples to try.

use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::history;
use crate::ui::live::{effect, part};
use crate::ui::sentence::Sentence;
use crate::ui::state::{self, State};
use crate::ui::tag::{Known, button, tag};
use crate::view::fragment::Address;
use crate::view::mark::Weight;
use crate::view::rule_page::RulePage;
use crate::view::settings_sheet::RuleChoice;
use crate::worker::protocol::Ask;

/// Opens the book where an address says so; answers whether it did.
pub fn arrive(state: State, address: &Address) -> bool {
    match address {
        Address::Rules => state.book.set(Some(state::Book::List)),
        Address::Rule(code) => {
            state.book.set(Some(state::Book::Page(code.clone(), None)));
            acts::ask(state, &Ask::Rule { code: code.clone() });
        }
        _ => return false,
    }
    true
}

/// Takes the page that was asked for, if it is still wanted.
pub fn take(state: State, page: Option<RulePage>) {
    state.book.update(|book| {
        if let (Some(state::Book::Page(code, slot)), Some(page)) = (book.as_mut(), page)
            && *code == page.code
        {
            *slot = Some(page);
        }
    });
}

#[component]
pub fn Book() -> impl IntoView {
    let state = State::here();
    let title = Known::new();
    effect(move || {
        state.book.track();
        if let Some(title) = title.get() {
            drop(title.focus());
        }
    });
    let close = move || history::close_book(state);
    tag("main")
        .class("book")
        .hook("book")
        .child(
            tag("p")
                .class("book-nav")
                .child(button().class("link").click(close).child("‹ Back to the check"))
                .child(part(move || match state.book.get() {
                    Some(state::Book::Page(..)) => {
                        tag("a").attr("href", "#rules").child("All rules").into_any()
                    }
                    _ => ().into_any(),
                })),
        )
        .child(part(move || match state.book.get() {
            Some(state::Book::Page(_, Some(page))) => rule(state, title, page).into_any(),
            Some(state::Book::Page(code, None)) => vec![
                tag("h1").attr("tabindex", "-1").node_ref(title).child(format!("Rule {code}")).into_any(),
                tag("p").class("empty").child("There is no such rule, or it is still on its way.").into_any(),
            ]
            .into_any(),
            _ => list(state, title).into_any(),
        }))
}

fn list(state: State, title: Known) -> impl IntoView {
    let rules = state.sheet.get().map(|sheet| sheet.rules).unwrap_or_default();
    let row = |rule: RuleChoice| {
        let RuleChoice { code, name, what, chosen, .. } = rule;
        tag("tr")
            .child(
                tag("td")
                    .child(tag("a").class("code").attr("href", format!("#rule/{code}")).child(code.clone())),
            )
            .child(tag("td").child(name))
            .child(tag("td").child(level(chosen)))
            .child(tag("td").child(view! { <Sentence text=what alone=true/> }))
    };
    vec![
        tag("h1").attr("tabindex", "-1").node_ref(title).child("What is checked").into_any(),
        tag("p")
            .class("lead")
            .child(
                "Every rule says what it looks for, why that matters, and what to do. \
                 Settings can change how much a rule weighs, or switch it off.",
            )
            .into_any(),
        tag("div")
            .class("check-table")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", "Rules")
            .child(
                tag("table")
                    .child(
                        tag("thead").child(
                            tag("tr")
                                .child(tag("th").attr("scope", "col").child("Code"))
                                .child(tag("th").attr("scope", "col").child("Name"))
                                .child(tag("th").attr("scope", "col").child("Weighs"))
                                .child(tag("th").attr("scope", "col").child("Fires when")),
                        ),
                    )
                    .child(tag("tbody").child(rules.into_iter().map(row).collect_view())),
            )
            .into_any(),
    ]
}

fn rule(state: State, title: Known, page: RulePage) -> impl IntoView {
    let RulePage { code, name, own, what, why, fix, bad, good, settings } = page;
    let of = code.clone();
    let chosen = move || {
        let rules = state.sheet.get().map(|sheet| sheet.rules).unwrap_or_default();
        let chosen = rules.into_iter().find(|rule| rule.code == of)?.chosen;
        (chosen != own).then(|| format!(", in your settings: {}", level(chosen)))
    };
    let example =
        move |word: &'static str, text: String, code: String, good: bool| {
            tag("section")
                .class("example")
                .child(tag("h2").child(word))
                .child(tag("pre").attr("tabindex", "0").attr("aria-label", word).child(text))
                .child(
                    button()
                        .attr("data-testid", if good { "try-good" } else { "try-bad" })
                        .click(move || acts::example(state, &code, good))
                        .child("Try it"),
                )
                .child(state.summary.with_untracked(Option::is_some).then(|| {
                    tag("span").class("quiet").child(" It takes the place of the file that is open.")
                }))
        };
    vec![
        tag("h1")
            .attr("tabindex", "-1")
            .node_ref(title)
            .child(tag("span").class("code").child(code.clone()))
            .child(" ")
            .child(name)
            .into_any(),
        tag("p")
            .class("lead")
            .child(level(own))
            .child(" unless set otherwise")
            .child(part(move || chosen().into_any()))
            .into_any(),
        tag("dl")
            .class("rule-words")
            .child(tag("dt").child("Fires when"))
            .child(tag("dd").child(view! { <Sentence text=what alone=true/> }))
            .child(tag("dt").child("Why it matters"))
            .child(tag("dd").child(view! { <Sentence text=why alone=true/> }))
            .child(tag("dt").child("What to do"))
            .child(tag("dd").child(view! { <Sentence text=fix alone=true/> }))
            .into_any(),
        (!settings.is_empty())
            .then(|| {
                tag("p")
                    .child("The examples are checked with the settings ")
                    .child(tag("code").child(settings))
            })
            .into_any(),
        tag("div")
            .class("examples")
            .child(example("An example that fails", shortened(bad), code.clone(), false))
            .child(example("The same, as it should be", shortened(good), code, true))
            .into_any(),
    ]
}

/// A level in words.
pub fn level(weight: Option<Weight>) -> &'static str {
    match weight {
        Some(Weight::Error) => "Error",
        Some(Weight::Warning) => "Warning",
        Some(Weight::Info) => "Note",
        None => "Off",
    }
}

/// An example for a page; those that are long repeat themselves.
fn shortened(text: String) -> String {
    const MOST: usize = 3_000;
    if text.chars().count() <= MOST {
        return text;
    }
    let mut short: String = text.chars().take(200).collect();
    short.push('…');
    short
}
