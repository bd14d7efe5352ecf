# shellcheck shell=bash
# Gets the reference implementation of Frictionless Data, for the tests only; to be sourced after for_build.sh.

frictionless="$TIEOUT_TOOLS/frictionless"
wanted=scripts/setup/frictionless/requirements.txt

# The copy of the list says what an earlier run finished installing.
if ! cmp -s "$wanted" "$frictionless/installed.txt"; then
  # Debian has Python without venv unless asked.
  python3 -c 'import ensurepip' 2>/dev/null || install_packages python3 python3-venv
  step "install the validator of table catalogues"
  rm -rf "$frictionless"
  quietly python3 -m venv "$frictionless" ||
    fail "a Python environment could not be made in $frictionless; Python's own message stands above"
  quietly "$frictionless/bin/pip" install --only-binary :all: --no-deps --requirement "$wanted" ||
    fail "Python packages could not be installed: check that pip can reach its package registry; its own message stands above"
  cp "$wanted" "$frictionless/installed.txt"
fi
export TIEOUT_FRICTIONLESS_PYTHON="$frictionless/bin/python"
