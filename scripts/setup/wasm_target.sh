# shellcheck shell=bash
# Gets Rust's standard library for WebAssembly: from rustup where that works, which needs no root, else from Debian.
# TIEOUT_WASM_TARGET=debian goes to Debian at once.

wasm_target_present() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]
}

add_wasm_target() {
  # Debian's, once built, is ready at hand, and rustup was asked before it was built.
  [ ! -d "$TIEOUT_TOOLS/rust-debian" ] || return 1
  command -v rustup >/dev/null || return 1
  step "add the WebAssembly target to Rust"
  rustup target add wasm32-unknown-unknown
}

if [ "${TIEOUT_WASM_TARGET:-}" = debian ] || { ! wasm_target_present && ! add_wasm_target; }; then
  # shellcheck source=scripts/setup/wasm_target_debian.sh
  source scripts/setup/wasm_target_debian.sh
fi
