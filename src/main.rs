//! Starts the page and does nothing else; outside a browser it is empty.

#[cfg(target_arch = "wasm32")]
fn main() {
    tieout::ui::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
