#!/usr/bin/env bash
# Step of action.yml: finds the commit to compare HEAD with, and fetches what a shallow clone lacks for that.
# BASE is what the workflow asked for, EVENT_BASE what the event says. Output: base, empty for the whole site.
set -euo pipefail
cd "$SITE"

# Prints the commit of the revision $1, when it can be found where HEAD parted from it.
find_base() {
    local depth depths="2 50 500 2147483647" # the last is all there is
    if git merge-base "$1" HEAD >/dev/null 2>&1; then
        git rev-parse "$1^{commit}"
        return
    fi
    if [ "$(git rev-parse --is-shallow-repository)" = false ]; then depths=2147483647; fi
    for depth in $depths; do
        git fetch --quiet --no-tags "--depth=$depth" origin "${1#origin/}" "$(git rev-parse HEAD)" || return 1
        if git merge-base FETCH_HEAD HEAD >/dev/null; then
            git rev-parse FETCH_HEAD
            return
        fi
    done
    return 1
}

base=${BASE:-$EVENT_BASE}
if [ -z "$BASE" ] && [ "$GITHUB_EVENT_NAME" = pull_request ]; then
    # A pull request is checked out merged into its base, which may have moved on since the event.
    parents=$(git cat-file commit HEAD | sed -n '/^$/q; s/^parent //p')
    if [ "$(wc -l <<<"$parents")" = 2 ]; then base=${parents%%$'\n'*}; fi
fi
case $base in
    none | *[!0]*) ;;
    *) base=none ;; # nothing, or the zeros that stand before a new branch
esac

found=
if [ "$base" != none ] && ! found=$(find_base "$base"); then
    if [ -n "$BASE" ] || [ "$GITHUB_EVENT_NAME" != push ]; then
        echo "::error::cannot find where HEAD parted from $base: give actions/checkout fetch-depth: 0"
        exit 3
    fi
    echo "::notice::what was pushed on is there no more: the whole site is checked" # a forced push
fi
echo "base=$found" >>"$GITHUB_OUTPUT"
