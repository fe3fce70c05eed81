#!/bin/sh
# The same input gives the same bytes, whatever the number of jobs, the zone, the locale and the time of the build.
# Speaks TAP; HERALD is the program.
set -u
cd "$(dirname "$0")/../.." || exit 1
herald=$(realpath "${HERALD:-build/herald}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Builds everything that leaves the house into $work/$1, with the jobs $2, in the zone $3 and the locale $4.
publish() {
    export TZ="$3" LC_ALL="$4"
    mkdir "$work/$1"
    "$herald" build --jobs "$2" --now=2026-11-01T12:00:00Z -o "$work/$1/public" >"$work/$1/built" 2>&1
    sed -i "s#$work/$1#OUT#" "$work/$1/built"
    "$herald" digest news --jobs "$2" --now=2026-11-01T12:00:00Z --period 2024-08 --to reader@example.org \
        -o "$work/$1/mail" >/dev/null 2>&1
    "$herald" check --jobs "$2" --now=2026-11-01T12:00:00Z --format=jsonl >"$work/$1/check" 2>&1
    "$herald" show --jobs "$2" --now=2026-11-01T12:00:00Z --format=jsonl >"$work/$1/show" 2>&1
}
publish one 1 UTC C
publish two 8 Pacific/Auckland tr_TR.UTF-8

diff -r "$work/one" "$work/two" >"$work/diff"
if [ $? = 0 ]; then
    echo 'ok - jobs, zone and locale change nothing'
else
    failed=1
    echo 'not ok - jobs, zone and locale change nothing'
    head -20 "$work/diff" | cut -c1-200 | sed 's/^/# /'
fi
pages=$(find "$work/one/public" -name '*.html' | wc -l)
mails=$(find "$work/one/mail" -name '*.eml' | wc -l)
if [ "$pages" -gt 20 ] && [ "$mails" = 1 ]; then
    echo 'ok - there was something to compare'
else
    failed=1
    echo "not ok - there was something to compare: $pages pages, $mails mails"
    sed 's/^/# /' "$work/one/built" | head -20
fi
exit $failed
