//! Starts the worker and does nothing else; outside a browser it is an empty program.

#[cfg(target_arch = "wasm32")]
fn main() {
    tieout::worker::server::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
