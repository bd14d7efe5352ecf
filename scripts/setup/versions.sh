# shellcheck shell=bash
# The one place where the versions of the tools are pinned. npm packages are pinned by their lock files,
# crates by Cargo.lock, and Trunk wants the version of binaryen named in Trunk.toml.

# Must equal the crate wasm-bindgen in Cargo.lock: the two speak a private language to each other.
export WASM_BINDGEN_VERSION=0.2.130
export TRUNK_VERSION=0.21.14
export BINARYEN_VERSION=123.0.0

# The oldest that will do.
export RUST_OLDEST=1.95
export NODE_OLDEST=18
