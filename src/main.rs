//! Starts the page and does nothing else; outside a browser it is empty.

#[cfg(all(target_arch = "wasm32", feature = "page"))]
fn main() {
    tieout::ui::app::mount();
}

#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
fn main() {}
