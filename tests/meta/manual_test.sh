#!/bin/sh
# The manual pages in docs/man and the page of rules are those that the program writes, and mandoc finds no fault in the
# former. --renew writes them.
# HERALD is the program.
set -u
cd "$(dirname "$0")/../.." || exit 1
herald=${HERALD:-build/herald}
pages=${BUILD:-build}/man
rm -rf "$pages"
mkdir -p "$pages" docs/man
commands=$("$herald" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p')

"$herald" help --man >"$pages/herald.1"
for command in $commands; do
    "$herald" help --man "$command" >"$pages/herald-$command.1"
done
if [ "${1-}" = --renew ]; then
    rm -f docs/man/*.1
    cp "$pages"/*.1 docs/man/
    "$herald" rules --format=markdown >docs/DIAGNOSTICS.md
    exit
fi

status=0
tap() { # STATUS NAME
    if [ "$1" = 0 ]; then echo "ok - $2"; else echo "not ok - $2" && status=1; fi
}
[ "$(echo "$commands" | wc -w)" -ge 7 ]
tap $? 'help lists the commands'
diff -r "$pages" docs/man
tap $? 'docs/man holds the manual pages of this program (make golden renews them)'
"$herald" rules --format=markdown | diff - docs/DIAGNOSTICS.md
tap $? 'docs/DIAGNOSTICS.md is the page of rules of this program (make golden renews it)'
if command -v mandoc >/dev/null; then
    mandoc -Tlint -W warning "$pages"/*.1
    tap $? 'mandoc finds no fault in the manual pages'
else
    echo 'ok - mandoc finds no fault in the manual pages # SKIP mandoc is not installed'
fi
exit $status
