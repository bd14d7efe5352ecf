# shellcheck shell=bash
# Gets Python with dbt and DuckDB, to run the projects that are exported; to be sourced after for_build.sh.

dbt_home="$TIEOUT_TOOLS/dbt"
dbt_wanted=scripts/setup/dbt/requirements.txt

# The copy of the list says what an earlier run finished installing.
if ! cmp -s "$dbt_wanted" "$dbt_home/installed.txt"; then
  # Debian has Python without venv unless asked.
  python3 -c 'import ensurepip' 2>/dev/null || install_packages python3 python3-venv
  step "install dbt and DuckDB"
  rm -rf "$dbt_home"
  quietly python3 -m venv "$dbt_home" ||
    fail "a Python environment could not be made in $dbt_home; Python's own message stands above"
  quietly "$dbt_home/bin/pip" install --only-binary :all: --no-deps --requirement "$dbt_wanted" ||
    fail "dbt could not be installed: check that pip can reach its package registry; its own message stands above"
  cp "$dbt_wanted" "$dbt_home/installed.txt"
fi
export TIEOUT_DBT_PYTHON="$dbt_home/bin/python"
