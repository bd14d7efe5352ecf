//! How to see for oneself that nothing leaves the device.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::ui::tag::{Known, button, tag};
use crate::worker::lock::POLICY;

#[component]
pub fn Verify(
    /// Where the masthead reaches it.
    dialog: Known,
) -> impl IntoView {
    let close = move || {
        let dialog = dialog.get_untracked().and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog {
            dialog.close();
        }
    };
    tag("dialog")
        .class("verify")
        .node_ref(dialog)
        .attr("aria-labelledby", "verify-title")
        .child(tag("h2").attr("id", "verify-title").child("Nothing leaves this device"))
        .child(tag("div").markup(format!("{HOW}<pre tabindex=0>{POLICY}</pre>{LIMITS}")))
        .child(button().click(close).child("Close"))
}

/// Text that never changes and holds nothing of a file; as markup it weighs a tenth of what it would as a view.
const HOW: &str = "<p>Your file is read, checked and written again by a program that runs in this page. \
    Once the page had loaded, it told the browser to refuse every connection, to its own server too. \
    You need not take our word for it:</p>\
    <ol><li>Open the developer tools (F12), choose <b>Network</b>, then drop a file. No request appears.</li>\
    <li>Go offline: switch the network off, then drop a file. Everything works.</li>\
    <li>In the developer tools’ <b>Console</b>, try <code>fetch(location.href)</code>. The browser refuses.</li></ol>\
    <h3>The policy in force</h3>";
const LIMITS: &str = "<p>No such policy can stop a page from navigating elsewhere. This one never does, and never \
    puts anything of a file into an address: only numbers of lines and findings and the names of \
    views and filters, after the #. Nothing of a file is \
    stored; the choice of theme and your settings are.</p>";
