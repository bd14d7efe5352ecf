//! Starts the writers and does nothing else; outside a browser it is empty.

#[cfg(target_arch = "wasm32")]
fn main() {
    if let Some(scope) = tieout::worker::program::scope() {
        tieout::worker::writers::run(&scope);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
