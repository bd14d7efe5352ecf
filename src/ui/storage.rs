//! What this browser remembers of the page: the theme and the settings, nothing of a file.

use leptos::prelude::*;

/// What is remembered under a key, if the browser remembers anything.
pub fn remembered(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

/// Remembers a text, or forgets it; answers whether the browser did.
pub fn remember(key: &str, text: Option<&str>) -> bool {
    let Some(storage) = window().local_storage().ok().flatten() else { return false };
    match text {
        Some(text) => storage.set_item(key, text).is_ok(),
        None => storage.remove_item(key).is_ok(),
    }
}
