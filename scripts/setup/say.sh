# shellcheck shell=bash
# How the scripts speak: one line a step, and one sentence when they give up.

step() {
  printf '== %s\n' "$*"
}

fail() {
  printf 'tieout: %s\n' "$*" >&2
  exit 1
}

# True if version $1 is at least version $2.
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# Runs a command and shows what it printed only if it fails.
quietly() {
  local said
  said="$(mktemp)"
  if "$@" >"$said" 2>&1; then
    rm -f "$said"
    return 0
  fi
  cat "$said" >&2
  rm -f "$said"
  return 1
}
