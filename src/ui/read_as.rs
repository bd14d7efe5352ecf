//! How the file was read, what that was recognised by, and a dialog to read it another way.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use crate::ui::acts;
use crate::ui::live::{give_focus, part, text};
use crate::ui::sentence::Sentence;
use crate::ui::settings;
use crate::ui::settle;
use crate::ui::state::State;
use crate::ui::tag::{Known, Tag, button, tag};
use crate::view::change::Change;
use crate::view::keys_sheet::{ExampleLine, KeysForm, KeysSheet};
use crate::worker::protocol::Ask;

/// The dialect that is read by keys.
const BY_KEYS: &str = "named-tree";

/// The fields for sections, by their words.
const SECTIONS: [(&str, &str); 3] =
    [("assets", "Assets"), ("liabilities", "Liabilities"), ("equity", "Equity")];

#[component]
pub fn ReadAs() -> impl IntoView {
    let state = State::here();
    let dialog = Known::new();
    let told = move || state.opened.with(|opened| opened.as_ref().map(|opened| opened.read_as.clone()));
    let native = move || dialog.get_untracked()?.dyn_into::<HtmlDialogElement>().ok();
    let show = move || {
        acts::ask(state, &Ask::Keys { form: None });
        if let Some(dialog) = native() {
            drop(dialog.show_modal());
        }
    };
    let close = move || {
        if let Some(dialog) = native() {
            dialog.close();
        }
    };
    tag("div")
        .class("read-as")
        .child(
            tag("span")
                .hook("read-as")
                .child(part(move || told().map(|text| view! { <Sentence text alone=true/> }).into_any())),
        )
        .child(" ")
        .child(
            button()
                .class("link")
                .attr("id", "read-otherwise")
                .hook("read-otherwise")
                .click(show)
                .child("Read it another way"),
        )
        .child(part(move || {
            settings::told(state, |sheet| sheet.reading.clone()).map(|words| chosen(state, &words)).into_any()
        }))
        .child(
            tag("dialog")
                .class("settings keys")
                .node_ref(dialog)
                .attr("aria-labelledby", "keys-title")
                .on("close", move |_: Event| state.keys.set(None))
                .child(
                    tag("h2").attr("id", "keys-title").attr("tabindex", "-1").child("How the file is read"),
                )
                .child(part(move || state.keys.get().map(|sheet| form(state, sheet, close)).into_any()))
                .child(tag("div").class("ends").child(button().click(close).child("Close"))),
        )
}

/// That what was chosen goes for every file, with a way back.
fn chosen(state: State, words: &str) -> Tag {
    tag("div").child(format!("Every file is read as {words}. ")).child(
        button()
            .class("link")
            .hook("read-as-found")
            .click(move || {
                settle::change(state, Change::Reading { dialect: "auto".to_owned(), form: None });
                give_focus("#read-otherwise");
            })
            .child("Let the shape be found out"),
    )
}

fn form(state: State, sheet: KeysSheet, close: impl Fn() + Copy + 'static) -> Tag {
    let KeysSheet { asked, dialects, form, candidates, examples, lines } = sheet;
    let options = dialects.into_iter().map(|(name, words)| {
        let selected = name == asked;
        tag("option").attr("value", name).attr("selected", selected).child(words).into_any()
    });
    let options = options.collect_view();
    let own = form.clone();
    let choose = move |event: Event| {
        let dialect = event_target_value(&event);
        let form = (dialect == BY_KEYS).then(|| own.clone());
        settle::change(state, Change::Reading { dialect, form });
        acts::ask(state, &Ask::Keys { form: None });
    };
    let apply = form.clone();
    let use_keys = move || {
        settle::change(state, Change::Reading { dialect: BY_KEYS.to_owned(), form: Some(apply.clone()) });
        close();
    };
    tag("div")
        .child(
            tag("label")
                .child("Read files as ")
                .child(tag("select").hook("dialect").change(choose).child(options)),
        )
        .child(
            tag("fieldset")
                .child(tag("legend").child("Keys of a tree of lines"))
                .child(fields(state, &form, candidates))
                .child(shown(examples, lines))
                .child(button().class("main").hook("use-keys").click(use_keys).child("Read by these keys")),
        )
}

/// A field for each key. A change is tried at once on the file's beginning; nothing is read by it yet.
fn fields(state: State, form: &KeysForm, candidates: [Vec<String>; 3]) -> AnyView {
    let [names, amounts, ids] = candidates;
    let path = form.path.join(" / ");
    let mut all = vec![field(state, form, "Way to the statements", path, Vec::new(), |form, text| {
        form.path = text.split('/').map(|key| key.trim().to_owned()).filter(|key| !key.is_empty()).collect();
    })];
    for (word, label) in SECTIONS {
        let key = form.sections.iter().find(|(_, own)| own == word).map(|(key, _)| key.clone());
        all.push(field(state, form, label, key.unwrap_or_default(), Vec::new(), move |form, text| {
            form.sections.retain(|(_, own)| own != word);
            if !text.is_empty() {
                form.sections.push((text, word.to_owned()));
            }
        }));
    }
    all.push(field(state, form, "List of sections", form.roots.clone(), Vec::new(), |form, text| {
        form.roots = text;
    }));
    all.push(field(state, form, "Name", form.name.clone(), names, |form, text| form.name = text));
    all.push(field(state, form, "Amount", form.amount.clone(), amounts, |form, text| form.amount = text));
    all.push(field(state, form, "Account id", form.account_id.clone(), ids, |form, text| {
        form.account_id = text;
    }));
    all.push(field(state, form, "Items", form.items.clone(), Vec::new(), |form, text| form.items = text));
    all.collect_view().into_any()
}

fn field(
    state: State,
    form: &KeysForm,
    label: &'static str,
    value: String,
    candidates: Vec<String>,
    put: impl Fn(&mut KeysForm, String) + 'static,
) -> AnyView {
    let form = form.clone();
    let change = move |event: Event| {
        let mut form = form.clone();
        put(&mut form, event_target_value(&event).trim().to_owned());
        acts::ask(state, &Ask::Keys { form: Some(form) });
    };
    let list = format!("keys-{}", label.replace(' ', "-"));
    let options = candidates.into_iter().map(|key| tag("option").attr("value", key).into_any());
    tag("label")
        .child(label)
        .child(" ")
        .child(
            tag("input")
                .attr("type", "text")
                .attr("data-key", label)
                .attr("list", list.clone())
                .attr("spellcheck", "false")
                .value(text(move || value.clone()))
                .change(change),
        )
        .child(tag("datalist").attr("id", list).child(options.collect_view()))
        .into_any()
}

fn shown(examples: Vec<ExampleLine>, lines: u32) -> Tag {
    let rows = examples.into_iter().map(|ExampleLine { name, account_id, amount }| {
        let cells = [name, account_id, amount];
        let cells = cells.map(|cell| tag("td").child(tag("bdi").child(cell)).into_any());
        tag("tr").hook("example-line").child(cells.collect_view()).into_any()
    });
    let told = match lines {
        0 => "No line of the file’s beginning has a name and an amount by these keys.".to_owned(),
        1 => "1 line of the file’s beginning has a name and an amount. The first:".to_owned(),
        many => format!("{many} lines of the file’s beginning have a name and an amount. The first:"),
    };
    let head =
        ["Name", "Account id", "Amount"].map(|word| tag("th").attr("scope", "col").child(word).into_any());
    tag("div").class("example-lines").attr("role", "status").child(tag("p").child(told)).child(
        tag("table")
            .child(tag("thead").child(tag("tr").child(head.collect_view())))
            .child(tag("tbody").child(rows.collect_view())),
    )
}
