//! What the reader must know above everything else: a fault, or that something was cancelled.

use leptos::prelude::*;

use crate::ui::live::{click, part};
use crate::ui::state::State;

#[component]
pub fn NoticeBar() -> impl IntoView {
    let state = State::here();
    view! {
        <div role="alert">
            {part(move || {
                state.notice.get().map(|notice| {
                    let kind = if notice.fault { "failed" } else { "cancelled" };
                    view! {
                        <div class="notice" class:fault=notice.fault data-testid="notice" data-kind=kind>
                            <p>
                                <b>{notice.what}</b>
                                " "
                                {notice.next}
                            </p>
                            <button
                                type="button"
                                aria-label="Put this message away"
                                on:click=click(move || state.notice.set(None))
                            >
                                "✕"
                            </button>
                        </div>
                    }
                })
                .into_any()
            })}
        </div>
    }
}
