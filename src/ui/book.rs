//! The rule book: what is checked, why, and what to do, a page a rule, with examples to try.

use leptos::html::H1;
use leptos::prelude::*;

use crate::ui::acts;
use crate::ui::history;
use crate::ui::live::{click, effect, part};
use crate::ui::sentence::Sentence;
use crate::ui::state::{self, State};
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
    let title = NodeRef::<H1>::new();
    effect(move || {
        state.book.track();
        if let Some(title) = title.get() {
            drop(title.focus());
        }
    });
    let close = move || history::close_book(state);
    view! {
        <main class="book" data-testid="book">
            <p class="book-nav">
                <button type="button" class="link" on:click=click(close)>"‹ Back to the check"</button>
                {part(move || match state.book.get() {
                    Some(state::Book::Page(..)) => view! { <a href="#rules">"All rules"</a> }.into_any(),
                    _ => ().into_any(),
                })}
            </p>
            {part(move || match state.book.get() {
                Some(state::Book::Page(_, Some(page))) => rule(state, title, page).into_any(),
                Some(state::Book::Page(code, None)) => {
                    view! { <h1 tabindex="-1" node_ref=title>{format!("Rule {code}")}</h1> <p class="empty">"There is no such rule, or it is still on its way."</p> }.into_any()
                }
                _ => list(state, title).into_any(),
            })}
        </main>
    }
}

fn list(state: State, title: NodeRef<H1>) -> impl IntoView {
    let rules = state.sheet.get().map(|sheet| sheet.rules).unwrap_or_default();
    let row = |rule: RuleChoice| {
        let RuleChoice { code, name, what, chosen, .. } = rule;
        view! {
            <tr>
                <td><a class="code" href=format!("#rule/{code}")>{code.clone()}</a></td>
                <td>{name}</td>
                <td>{level(chosen)}</td>
                <td><Sentence text=what alone=true/></td>
            </tr>
        }
    };
    view! {
        <h1 tabindex="-1" node_ref=title>"What is checked"</h1>
        <p class="lead">"Every rule says what it looks for, why that matters, and what to do. Settings can change how much a rule weighs, or switch it off."</p>
        <div class="check-table" tabindex="0" role="region" aria-label="Rules">
            <table>
                <thead><tr><th scope="col">"Code"</th><th scope="col">"Name"</th><th scope="col">"Weighs"</th><th scope="col">"Fires when"</th></tr></thead>
                <tbody>{rules.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn rule(state: State, title: NodeRef<H1>, page: RulePage) -> impl IntoView {
    let RulePage { code, name, own, what, why, fix, bad, good, settings } = page;
    let of = code.clone();
    let chosen = move || {
        let rules = state.sheet.get().map(|sheet| sheet.rules).unwrap_or_default();
        let chosen = rules.into_iter().find(|rule| rule.code == of)?.chosen;
        (chosen != own).then(|| format!(", in your settings: {}", level(chosen)))
    };
    let example = move |word: &'static str, text: String, code: String, good: bool| {
        view! {
            <section class="example">
                <h2>{word}</h2>
                <pre tabindex="0" aria-label=word>{text}</pre>
                <button type="button" data-testid=if good { "try-good" } else { "try-bad" } on:click=click(move || acts::example(state, &code, good))>
                    "Try it"
                </button>
            </section>
        }
    };
    view! {
        <h1 tabindex="-1" node_ref=title><span class="code">{code.clone()}</span> " " {name}</h1>
        <p class="lead">{level(own)} " unless set otherwise" {part(move || chosen().into_any())}</p>
        <dl class="rule-words">
            <dt>"Fires when"</dt><dd><Sentence text=what alone=true/></dd>
            <dt>"Why it matters"</dt><dd><Sentence text=why alone=true/></dd>
            <dt>"What to do"</dt><dd><Sentence text=fix alone=true/></dd>
        </dl>
        {(!settings.is_empty()).then(|| view! { <p>"The examples are checked with the settings " <code>{settings}</code></p> })}
        <div class="examples">
            {example("An example that fails", shortened(bad), code.clone(), false)}
            {example("The same, as it should be", shortened(good), code, true)}
        </div>
    }
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
