# shellcheck shell=bash
# Gets LibreOffice's spreadsheet without its windows, for `scripts/test libreoffice` only.

command -v soffice >/dev/null || install_packages libreoffice-calc-nogui
