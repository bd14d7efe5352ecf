# shellcheck shell=bash
# Gets Node and npm, for wasm-opt, for the little server and for the browser tests.

command -v node >/dev/null || install_packages nodejs
command -v npm >/dev/null || install_packages npm

node_found="$(node --version | tr -d v)"
at_least "$node_found" "$NODE_OLDEST" ||
  fail "Node $NODE_OLDEST or newer is needed and this is $node_found: update Node, then run this again"

# Takes a folder with a package.json and a lock file and installs exactly what the lock file says.
install_npm_packages() {
  # The copy of the lock file says what an earlier run finished installing.
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock.json" && return
  step "install npm packages into $1"
  (cd "$1" && quietly npm ci --no-audit --no-fund) ||
    fail "npm packages could not be installed: check that npm can reach its package registry; its own message stands above"
  cp "$1/package-lock.json" "$1/node_modules/.installed-lock.json"
}
