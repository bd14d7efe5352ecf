# shellcheck shell=bash
# Checks that Rust is here and new enough, and gets a C linker, which Rust needs and a bare Debian lacks.

# rustup's folder is not on PATH in a shell that was open while it was installed.
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

command -v cargo >/dev/null ||
  fail "Rust was not found: install it with rustup (https://rustup.rs), then run this again"

rust_found="$(rustc --version | cut -d ' ' -f 2)"
at_least "$rust_found" "$RUST_OLDEST" ||
  fail "Rust $RUST_OLDEST or newer is needed and this is $rust_found: run 'rustup update stable', then run this again"

command -v cc >/dev/null || install_packages gcc libc6-dev
