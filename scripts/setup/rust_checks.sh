# shellcheck shell=bash
# Gets rustfmt and clippy, which a minimal rustup leaves out.

add_component() {
  step "add $1 to Rust"
  rustup component add "$1" ||
    fail "$1 could not be added: check the network, or run 'rustup component add $1' yourself, then run this again"
}

cargo fmt --version >/dev/null 2>&1 || add_component rustfmt
cargo clippy --version >/dev/null 2>&1 || add_component clippy
