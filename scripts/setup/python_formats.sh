# shellcheck shell=bash
# Gets Python and what reads the formats back, for `scripts/test formats` only; to be sourced after for_build.sh.

formats="$TIEOUT_TOOLS/formats"
wanted=scripts/setup/formats/requirements.txt

# The copy of the list says what an earlier run finished installing.
if ! cmp -s "$wanted" "$formats/installed.txt"; then
  # Debian has Python without venv unless asked.
  python3 -c 'import ensurepip' 2>/dev/null || install_packages python3 python3-venv
  step "install Python packages to read the formats back"
  rm -rf "$formats"
  quietly python3 -m venv "$formats" ||
    fail "a Python environment could not be made in $formats; Python's own message stands above"
  quietly "$formats/bin/pip" install --only-binary :all: --no-deps --requirement "$wanted" ||
    fail "Python packages could not be installed: check that pip can reach its package registry; its own message stands above"
  cp "$wanted" "$formats/installed.txt"
fi
export TIEOUT_FORMATS_PYTHON="$formats/bin/python"
