//! Starts the page, or the worker where the program runs in one, and does nothing else; outside a browser it is empty.

#[cfg(target_arch = "wasm32")]
fn main() {
    match tieout::worker::program::scope() {
        Some(scope) => tieout::worker::server::run(&scope),
        None => tieout::ui::app::mount(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
