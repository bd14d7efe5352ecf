//! The files in folders that were dropped, those within folders within them as well.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// What the names of files end in that are taken from a folder; a file that was dropped by itself is always taken.
const ENDINGS: [&str; 4] = [".json", ".jsonl", ".ndjson", ".gz"];

/// The most files that are taken.
const MOST: usize = 10_000;

/// The files, by folder and name. What cannot be read is left out.
pub async fn files(mut entries: Vec<FileSystemEntry>) -> Vec<File> {
    let mut files: Vec<(String, File)> = Vec::new();
    let mut dropped = entries.len();
    while let Some(entry) = entries.pop() {
        let itself = entries.len() < dropped;
        dropped = dropped.min(entries.len());
        if entry.is_directory() {
            entries.extend(within(entry.unchecked_into()).await);
            continue;
        }
        let path = entry.full_path();
        let wanted = ENDINGS.iter().any(|ending| path.to_ascii_lowercase().ends_with(ending));
        if (itself || wanted)
            && files.len() < MOST
            && let Some(file) = file(entry.unchecked_into()).await
        {
            let at = files.partition_point(|(own, _)| *own <= path);
            files.insert(at, (path, file));
        }
    }
    files.into_iter().map(|(_, file)| file).collect()
}

/// What is directly in a folder. The browser hands it over in parts.
async fn within(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut found = Vec::new();
    loop {
        let part = answer(|take, refuse| {
            drop(reader.read_entries_with_callback_and_callback(take, refuse));
        });
        let part: Array = part.await.ok().and_then(|part| part.dyn_into().ok()).unwrap_or_default();
        if part.length() == 0 {
            return found;
        }
        found.extend(part.iter().map(JsCast::unchecked_into));
    }
}

async fn file(entry: FileSystemFileEntry) -> Option<File> {
    let file = answer(|take, refuse| entry.file_with_callback_and_callback(take, refuse));
    file.await.ok()?.dyn_into().ok()
}

/// What is handed to the first of two functions, or to the second if it is refused.
async fn answer(mut ask: impl FnMut(&Function, &Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |take, refuse| ask(&take, &refuse))).await
}
