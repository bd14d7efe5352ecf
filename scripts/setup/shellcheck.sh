# shellcheck shell=bash
# Gets shellcheck, for the tests only.

command -v shellcheck >/dev/null || install_packages shellcheck
