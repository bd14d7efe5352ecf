# shellcheck shell=bash
# Installs Debian packages, as root or through sudo. Only what is missing is ever asked for.

install_packages() {
  local as_root=()
  command -v apt-get >/dev/null ||
    fail "these programs are needed and this is no Debian to install them on: $*; install them by hand, then run this again"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "these Debian packages are needed: $*; run 'apt-get install $*' as root, then run this again"
    as_root=(sudo)
  fi
  step "install Debian packages: $*"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
  # The lists of a fresh machine are empty or old, and a package that moved on cannot be fetched by an old list.
  quietly "${apt[@]}" update ||
    fail "the Debian package lists could not be fetched: check the network (or the right to use sudo), then run this again"
  quietly "${apt[@]}" install --no-install-recommends "$@" ||
    fail "these Debian packages could not be installed: $*; apt's own message stands above"
}
