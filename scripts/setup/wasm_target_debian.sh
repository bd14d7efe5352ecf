# shellcheck shell=bash
# Makes a Rust with the WebAssembly target out of Debian's packages, for machines where rustup cannot fetch it.
#
# Debian packs the compiler and the source of the standard library, but not the library built for WebAssembly:
# it is built here, once, into a sysroot of our own, so that neither rustup nor /usr is changed.

debian_rust="$TIEOUT_TOOLS/rust-debian"
debian_wasm="$debian_rust/lib/rustlib/wasm32-unknown-unknown/lib"

# The compiler, the linker and the checks are of one make, or they could not read each other's files.
link_debian_rust() {
  local rustlib="$debian_rust/lib/rustlib" host
  host="$(/usr/bin/rustc -vV | sed -n 's/^host: //p')"
  rm -rf "$debian_rust"
  mkdir -p "$debian_rust/bin" "$rustlib/$host/bin"
  ln -s /usr/bin/{cargo,cargo-clippy,cargo-fmt,clippy-driver,rustdoc,rustfmt} "$debian_rust/bin/"
  printf '#!/bin/sh\nexec /usr/bin/rustc --sysroot "%s" "$@"\n' "$debian_rust" >"$debian_rust/bin/rustc"
  chmod +x "$debian_rust/bin/rustc"
  ln -s "/usr/lib/rustlib/$host/lib" "$rustlib/$host/lib"
  ln -s /usr/bin/lld-22 "$rustlib/$host/bin/rust-lld"
  ln -s /usr/lib/rustlib/src "$rustlib/src"
}

build_wasm_library() {
  step "build Rust's standard library for WebAssembly (a minute, once)"
  local empty
  empty="$(mktemp -d)"
  mkdir "$empty/src"
  echo '#![no_std]' >"$empty/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n' >"$empty/Cargo.toml"
  # RUSTC_BOOTSTRAP admits -Zbuild-std on a stable compiler; without bitcode the page could not be linked with LTO.
  (cd "$empty" && RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$empty/target" \
    cargo build --quiet --release -Zbuild-std=std,panic_abort,proc_macro --target wasm32-unknown-unknown) ||
    fail "Rust's standard library could not be built for WebAssembly; cargo's own message stands above"
  mkdir -p "$debian_wasm.new"
  find "$empty/target/wasm32-unknown-unknown/release/deps" -name '*.rlib' ! -name 'libempty-*' \
    -exec cp {} "$debian_wasm.new/" \;
  # Only a finished library gets its name, so that an interrupted run starts anew.
  mv "$debian_wasm.new" "$debian_wasm"
  rm -rf "$empty"
}

if [ ! -d "$debian_wasm" ]; then
  install_packages rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-22
  link_debian_rust
fi

export PATH="$debian_rust/bin:$PATH"
# clippy-driver asks here and not the compiler for the library.
export SYSROOT="$debian_rust"

[ -d "$debian_wasm" ] || build_wasm_library
