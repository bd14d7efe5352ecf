//! A report: the verdict, and beneath it findings, hierarchy and the chosen line.

use leptos::prelude::*;

use crate::ui::findings::Findings;
use crate::ui::line_panel::LinePanel;
use crate::ui::live::{flag, text};
use crate::ui::state::{State, Tab};
use crate::ui::tabs::Tabs;
use crate::ui::tag::tag;
use crate::ui::verdict::VerdictStrip;
use crate::ui::views::Views;

#[component]
pub fn Report() -> impl IntoView {
    let state = State::here();
    let hidden = move |tab: Tab| state.tab.get() != tab;
    // What the columns need to know to align all figures: digits before and after the point.
    let measure = move |of: fn(u32, u32) -> u32| {
        state.opened.with(|opened| {
            let (digits, decimals) =
                opened.as_ref().map_or((1, 0), |opened| (opened.digits, opened.decimals));
            of(digits, decimals).to_string()
        })
    };
    tag("main")
        .class("report")
        .style("--decimals", text(move || measure(|_, decimals| decimals)))
        .style("--digits", text(move || measure(|digits, _| digits + digits / 3)))
        .child(view! { <VerdictStrip/> })
        .child(view! { <Tabs/> })
        .child(
            tag("div")
                .class("panes")
                .child(
                    tag("section")
                        .attr("id", "pane-findings")
                        .class("pane")
                        .class_if("away", flag(move || hidden(Tab::Findings)))
                        .attr("aria-labelledby", "findings-title")
                        .child(view! { <Findings/> }),
                )
                .child(
                    tag("section")
                        .attr("id", "pane-views")
                        .class("pane")
                        .class_if("away", flag(move || hidden(Tab::Views)))
                        .attr("aria-label", "Views")
                        .child(view! { <Views/> }),
                )
                .child(
                    tag("section")
                        .attr("id", "pane-line")
                        .class("pane")
                        .class_if("away", flag(move || hidden(Tab::Line)))
                        .attr("aria-labelledby", "line-title")
                        .child(view! { <LinePanel/> }),
                ),
        )
}
