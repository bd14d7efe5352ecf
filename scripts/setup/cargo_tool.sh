# shellcheck shell=bash
# Installs a program from crates into a folder of its own, named by its version, and puts it on PATH.

# Takes the crate, its version, the program's name, and further arguments for cargo.
install_cargo_tool() {
  local crate=$1 version=$2 program=$3
  shift 3
  local folder="$TIEOUT_TOOLS/$crate-$version"
  # Unoptimised tools are built in a third of the time and are fast enough; nobody debugs them.
  local build=(env CARGO_PROFILE_DEV_DEBUG=0 cargo install "$crate" --version "=$version" --profile dev --root "$folder" "$@")
  if [ ! -x "$folder/bin/$program" ]; then
    step "build $crate $version (a few minutes, once)"
    if ! quietly "${build[@]}" --locked; then
      step "build it with the crates that this registry has instead"
      quietly "${build[@]}" ||
        fail "$crate $version could not be built: check that cargo can reach its package registry; its own message stands above"
    fi
  fi
  export PATH="$folder/bin:$PATH"
}
