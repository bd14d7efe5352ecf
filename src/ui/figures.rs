//! The equation of the open statement, set like a short account.

use leptos::prelude::*;

use crate::ui::amount::Amount;
use crate::ui::live::part;
use crate::ui::sentence::Sentence;
use crate::ui::state::State;
use crate::view::summary::{Opened, Remainder};

#[component]
pub fn Figures() -> impl IntoView {
    let state = State::here();
    part(move || state.opened.get().map(account).into_any())
}

fn account(opened: Opened) -> impl IntoView {
    let Opened { assets, liabilities, equity, difference, sentence, equation, residual, .. } = opened;
    let sections = [("Assets", assets), ("Liabilities", liabilities), ("Equity", equity)];
    let exact = difference.clone();
    view! {
        <dl class="figures" data-equation=equation.name()>
            {sections.map(|(word, amount)| view! { <div><dt>{word}</dt><dd>{shown(amount)}</dd></div> }.into_any()).collect_view()}
            <div class="difference">
                <dt>"Difference"</dt>
                <dd data-testid="difference" data-exact=exact>{shown(difference)}</dd>
                <dd class="meaning"><Sentence text=sentence/></dd>
            </div>
            {residual.map(remainder)}
        </dl>
    }
}

fn remainder(residual: Remainder) -> impl IntoView {
    let exact = residual.amount.clone();
    view! {
        <div class="residual">
            <dt class="unseen">"What would remain"</dt>
            <dd data-testid="residual" data-exact=exact><Amount exact=residual.amount/></dd>
            <dd class="meaning"><Sentence text=residual.sentence/></dd>
        </div>
    }
}

fn shown(amount: Option<String>) -> AnyView {
    match amount {
        Some(exact) => view! { <Amount exact/> }.into_any(),
        None => view! { <span class="amount none">"none"</span> }.into_any(),
    }
}
