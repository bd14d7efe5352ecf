# shellcheck shell=bash
# Gets Trunk, which packs the page. It is never asked to download a tool, so it needs little of itself.

install_cargo_tool trunk "$TRUNK_VERSION" trunk --no-default-features --features rustls
