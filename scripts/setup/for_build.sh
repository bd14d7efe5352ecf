# shellcheck shell=bash
# Installs what building the page needs and puts it on PATH; to be sourced from the top of the tree.
# It is idempotent, and a run that finds everything says nothing.

# Outside the tree, so that every clone finds the same tools.
export TIEOUT_TOOLS="${TIEOUT_TOOLS:-$HOME/.cache/tieout}"

# shellcheck source=scripts/setup/versions.sh
source scripts/setup/versions.sh
# shellcheck source=scripts/setup/say.sh
source scripts/setup/say.sh
# shellcheck source=scripts/setup/apt.sh
source scripts/setup/apt.sh
# shellcheck source=scripts/setup/rust.sh
source scripts/setup/rust.sh
# shellcheck source=scripts/setup/wasm_target.sh
source scripts/setup/wasm_target.sh
# shellcheck source=scripts/setup/node.sh
source scripts/setup/node.sh
# shellcheck source=scripts/setup/binaryen.sh
source scripts/setup/binaryen.sh
# shellcheck source=scripts/setup/cargo_tool.sh
source scripts/setup/cargo_tool.sh
# shellcheck source=scripts/setup/wasm_bindgen.sh
source scripts/setup/wasm_bindgen.sh
# shellcheck source=scripts/setup/trunk.sh
source scripts/setup/trunk.sh
