# shellcheck shell=bash
# Gets wasm-opt, from the npm package of binaryen.

binaryen="$TIEOUT_TOOLS/binaryen-$BINARYEN_VERSION"
mkdir -p "$binaryen"
cp scripts/setup/binaryen/package.json scripts/setup/binaryen/package-lock.json "$binaryen"
install_npm_packages "$binaryen"
export PATH="$binaryen/node_modules/.bin:$PATH"
