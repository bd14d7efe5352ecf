# shellcheck shell=bash
# Gets Python and the native programs that the speed is measured against, for scripts/bench only; to be sourced after for_build.sh.

peers="$TIEOUT_TOOLS/bench-peers"
wanted=scripts/setup/peers/requirements.txt

# The copy of the list says what an earlier run finished installing.
if ! cmp -s "$wanted" "$peers/installed.txt"; then
  # Debian has Python without venv unless asked.
  python3 -c 'import ensurepip' 2>/dev/null || install_packages python3 python3-venv
  step "install Python packages to measure against"
  rm -rf "$peers"
  quietly python3 -m venv "$peers" ||
    fail "a Python environment could not be made in $peers; Python's own message stands above"
  quietly "$peers/bin/pip" install --only-binary :all: --no-deps --requirement "$wanted" ||
    fail "Python packages could not be installed: check that pip can reach its package registry; its own message stands above"
  cp "$wanted" "$peers/installed.txt"
fi
export TIEOUT_BENCH_PYTHON="$peers/bin/python"
