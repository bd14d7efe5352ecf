//! Pictures to take away: what is offered in the menu, and what becomes of them when they are made.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Url;

use crate::ui::acts;
use crate::ui::downloads::{choice, group};
use crate::ui::hear::file;
use crate::ui::raster;
use crate::ui::state::{Kept, Notice, State};
use crate::ui::tag::Tag;
use crate::view::picture::form::Form;
use crate::worker::protocol::{Ask, Drawn};

const CHOICES: [(Form, &str, &str, &str); 4] = [
    (Form::Svg, "download-svg", "Diagram (SVG)", "Sharp at any size"),
    (Form::Png, "download-png", "Diagram (PNG)", "For slides and mails"),
    (Form::DrawIo, "download-drawio", "Diagram (draw.io)", "To work on it"),
    (Form::Mermaid, "download-mermaid", "Diagram (Mermaid)", "To put it into a text"),
];

/// The pictures in the menu, which is closed by `close` when one was chosen.
pub fn choices(state: State, close: impl Fn() + Copy + Send + 'static) -> Tag {
    group("pictures-title", "Pictures").child(
        CHOICES
            .map(|(form, hook, word, more)| {
                let absent = move || state.opened.with(Option::is_none);
                choice((hook, word, more), absent, move || {
                    close();
                    acts::ask(state, &Ask::Draw { form });
                })
            })
            .collect_view(),
    )
}

/// Hands a picture to the browser, as pixels if it is to be made of them.
pub fn take(state: State, drawn: Drawn, bytes: &JsValue) {
    let Drawn { made, note, pixels } = drawn;
    let told = note.map(|note| format!("Not everything is in {}: {note}.", made.name));
    let name = made.name.clone();
    let Some(kept) = file(made, bytes) else { return failed(state) };
    let Some((width, height)) = pixels else { return hand_over(state, kept, told) };
    wasm_bindgen_futures::spawn_local(async move {
        match raster::png(&kept.url, width, height).await {
            Ok(Some(png)) => {
                drop(Url::revoke_object_url(&kept.url));
                match Url::create_object_url_with_blob(&png) {
                    Ok(url) => hand_over(state, Kept { name, url }, told),
                    Err(_) => failed(state),
                }
            }
            Ok(None) => {
                let size = [width, height].map(|side| state.write(&side.to_string())).join(" × ");
                state.fault(
                    &format!("With {size} pixels the picture is larger than this browser can draw."),
                    "Take it as Diagram (SVG), which has no such limit.",
                );
            }
            Err(_) => failed(state),
        }
    });
}

fn hand_over(state: State, kept: Kept, told: Option<String>) {
    acts::save(&kept);
    state.said.set(format!("{} is ready", kept.name));
    if let Some(what) = told {
        state.notice.set(Some(Notice { fault: false, what, next: String::new() }));
    }
    // The browser has taken it by then.
    set_timeout(move || drop(Url::revoke_object_url(&kept.url)), Duration::from_mins(1));
}

fn failed(state: State) {
    state.fault(
        "The picture could not be made.",
        "Close other pages and try again, or take it as Diagram (SVG).",
    );
}
