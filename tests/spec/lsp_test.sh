#!/bin/sh
# `herald lsp` with the client of VS Code (lsp_client.mjs), which `make deps-ci` fetches below BUILD; without it this is
# skipped. Speaks TAP; HERALD is the program.
set -u
cd "$(dirname "$0")/../.." || exit 1
judges=${BUILD:-build}/judges

if [ -d "$judges/node_modules/vscode-languageserver-protocol" ] && command -v node >/dev/null; then
    exec node tests/spec/lsp_client.mjs "${HERALD:-build/herald}" "$judges"
fi
echo 'ok - herald lsp with the client of VS Code # SKIP make deps-ci was not run'
