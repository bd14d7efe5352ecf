# shellcheck shell=bash
# No path of this machine goes into the WebAssembly, so that the same source gives the same bytes on every other.

export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=/crates"
# A crate under the writers draws a random number while it is compiled, unless it is given one.
export CONST_RANDOM_SEED=tieout
