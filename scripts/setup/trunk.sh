# shellcheck shell=bash
# Gets Trunk, which packs the page. Without TLS it is built sooner, and it cannot download tools of its own choice.

install_cargo_tool trunk "$TRUNK_VERSION" trunk --no-default-features
