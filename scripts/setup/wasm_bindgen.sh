# shellcheck shell=bash
# Gets wasm-bindgen's program, which must be of the same version as the crate.

wasm_bindgen_locked="$(grep -A 1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"$/\1/p' || true)"
[ "$wasm_bindgen_locked" = "$WASM_BINDGEN_VERSION" ] ||
  fail "Cargo.lock has wasm-bindgen $wasm_bindgen_locked and scripts/setup/versions.sh pins $WASM_BINDGEN_VERSION: make the two equal"

install_cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen
