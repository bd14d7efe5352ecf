# shellcheck shell=bash
# Installs what the tests need beyond the build; to be sourced after for_build.sh.

# shellcheck source=scripts/setup/rust_checks.sh
source scripts/setup/rust_checks.sh
# shellcheck source=scripts/setup/shellcheck.sh
source scripts/setup/shellcheck.sh
# shellcheck source=scripts/setup/chromium.sh
source scripts/setup/chromium.sh
install_npm_packages tests/browser
