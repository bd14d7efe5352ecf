# shellcheck shell=bash
# Gets Python with dbt and Spark, to run an exported project on it; to be sourced after for_build.sh.

spark_home="$TIEOUT_TOOLS/dbt-spark"
spark_wanted=scripts/setup/dbt/requirements-spark.txt

if [ -z "${JAVA_HOME:-}" ]; then
  command -v java >/dev/null || install_packages openjdk-17-jre-headless
  JAVA_HOME="$(dirname -- "$(dirname -- "$(readlink -f -- "$(command -v java)")")")"
  export JAVA_HOME
fi

# The copy of the list says what an earlier run finished installing.
if ! cmp -s "$spark_wanted" "$spark_home/installed.txt"; then
  # Debian has Python without venv unless asked.
  python3 -c 'import ensurepip' 2>/dev/null || install_packages python3 python3-venv
  step "install dbt and Spark"
  rm -rf "$spark_home"
  quietly python3 -m venv "$spark_home" ||
    fail "a Python environment could not be made in $spark_home; Python's own message stands above"
  # Spark comes as source, which is only unpacked.
  quietly "$spark_home/bin/pip" install --no-deps --requirement "$spark_wanted" ||
    fail "dbt and Spark could not be installed: check that pip can reach its package registry; its own message stands above"
  cp "$spark_wanted" "$spark_home/installed.txt"
fi
export TIEOUT_SPARK_PYTHON="$spark_home/bin/python"
