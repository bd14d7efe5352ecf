//! What the reader must know above everything else: a fault, or that something was cancelled.

use leptos::prelude::*;

use crate::ui::live::part;
use crate::ui::sentence::Sentence;
use crate::ui::state::State;
use crate::ui::tag::{button, tag};

#[component]
pub fn NoticeBar() -> impl IntoView {
    let state = State::here();
    tag("div").attr("role", "alert").child(part(move || {
        state
            .notice
            .get()
            .map(|notice| {
                let kind = if notice.fault { "failed" } else { "cancelled" };
                tag("div")
                    .class("notice")
                    .class_if("fault", notice.fault)
                    .hook("notice")
                    .attr("data-kind", kind)
                    .child(
                        tag("p")
                            .child(tag("b").child(notice.what))
                            .child(" ")
                            .child(view! { <Sentence text=notice.next/> }),
                    )
                    .child(
                        button()
                            .attr("aria-label", "Put this message away")
                            .click(move || state.notice.set(None))
                            .child("✕"),
                    )
            })
            .into_any()
    }))
}
