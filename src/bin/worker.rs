//! Starts the worker, or a helper of one, and does nothing else; outside a browser it is empty.

#[cfg(target_arch = "wasm32")]
fn main() {
    if let Some(scope) = tieout::worker::program::scope() {
        if scope.name() == tieout::worker::helper::NAME {
            tieout::worker::helper::run(&scope);
        } else {
            tieout::worker::server::run(&scope);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
