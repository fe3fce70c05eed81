#!/bin/sh
# What others say of our output: the examples of the CommonMark specification, and the Nu HTML checker on every page of
# the demo. `make deps-ci` fetches both below BUILD; without them this is skipped. Speaks TAP; HERALD is the program.
set -u
cd "$(dirname "$0")/../.." || exit 1
build=${BUILD:-build}
herald=${HERALD:-build/herald}
packages=$build/judges/node_modules
pages=$build/judges/public
failed=0

judge() { # STATUS NAME, with what was said in $build/judges/said
    if [ "$1" = 0 ]; then
        echo "ok - $2"
    else
        failed=1
        echo "not ok - $2"
        tail -n 40 "$build/judges/said" | sed 's/^/# /'
    fi
}

spec=$packages/commonmark-spec/spec.txt
if [ -f "$spec" ]; then
    python3 tests/spec/commonmark.py "$herald markdown --batch" "$spec" >"$build/judges/said" 2>&1
    judge $? 'every example of the CommonMark specification renders as it says'
else
    echo 'ok - the examples of CommonMark # SKIP make deps-ci was not run'
fi

jar=$packages/vnu-jar/build/dist/vnu.jar
if [ -f "$jar" ] && command -v java >/dev/null; then
    rm -rf "$pages"
    "$herald" build --quiet -o "$pages" >"$build/judges/said" 2>&1 &&
        java -jar "$jar" --errors-only --skip-non-html "$pages" >"$build/judges/said" 2>&1
    judge $? 'the Nu HTML checker finds no error on any page of the demo'
else
    echo 'ok - the Nu HTML checker # SKIP make deps-ci was not run, or there is no Java'
fi
exit $failed
