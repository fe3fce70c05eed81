#!/usr/bin/env bash
# Step of action.yml: finds the sources of herald, those of the action or of VERSION.
# Outputs: source, their folder; program, where the built one goes; key, that of the cache.
set -euo pipefail

source=$GITHUB_ACTION_PATH
if [ -n "$VERSION" ]; then
    if [ -z "$REPOSITORY" ]; then
        echo "::error::the input version works only where \"uses\" names a repository, as in OWNER/herald@v1"
        exit 2
    fi
    source=$RUNNER_TEMP/herald-source
    rm -rf "$source"
    git init --quiet "$source"
    git -C "$source" fetch --quiet --depth=1 -- "$GITHUB_SERVER_URL/$REPOSITORY" "$VERSION"
    git -C "$source" checkout --quiet FETCH_HEAD
fi

# The libraries are those of one release of one distribution.
# shellcheck source=/dev/null
distribution=$(. /etc/os-release && echo "$ID-${VERSION_ID:-rolling}")
fingerprint=$("$source/ci/fingerprint.sh" "$source")
{
    echo "source=$source"
    echo "program=$RUNNER_TEMP/herald-program"
    echo "key=herald-$distribution-$(uname -m)-$fingerprint"
} >>"$GITHUB_OUTPUT"
