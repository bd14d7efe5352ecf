# shellcheck shell=bash
# Gets Chromium, for the browser tests only. TIEOUT_CHROMIUM names another one to use.

if [ -z "${TIEOUT_CHROMIUM:-}" ]; then
  command -v chromium >/dev/null || install_packages chromium
  TIEOUT_CHROMIUM="$(command -v chromium)"
fi
export TIEOUT_CHROMIUM
