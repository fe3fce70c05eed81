#!/bin/sh
# How the program behaves on a command line, whatever the command. Speaks TAP; HERALD is the program.
set -u
cd "$(dirname "$0")/../.." || exit 1
herald=$(realpath "${HERALD:-build/herald}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# NAME STATUS WORDS...: runs herald with the words; its output is then in $work/out and $work/err.
run() {
    name=$1 want=$2
    shift 2
    "$herald" "$@" >"$work/out" 2>"$work/err" </dev/null
    got=$?
    [ "$got" = "$want" ] || echo "# status $got instead of $want"
    judge "$([ "$got" = "$want" ] && echo 0 || echo 1)" "$name"
}
judge() { # STATUS NAME
    if [ "$1" = 0 ]; then
        echo "ok - $2"
    else
        failed=1
        echo "not ok - $2"
        sed 's/^/# out: /' "$work/out" | head -5
        sed 's/^/# err: /' "$work/err" | head -5
    fi
}
says() { # STREAM TEXT NAME: the output of the last run holds the text
    grep -qF -- "$2" "$work/$1"
    judge $? "$3"
}
is_empty() { # STREAM NAME
    [ ! -s "$work/$1" ]
    judge $? "$2"
}

mkdir "$work/site" "$work/site/posts"
printf 'title: Example News\nurl: https://example.org\n' >"$work/site/herald.yml"
printf -- '---\ntitle: Hello\ndate: 2024-08-06\nauthor: Ada Example\ntags: [news]\n---\nText.\n' \
    >"$work/site/posts/2024-08-06-hello.md"
cp -r "$work/site" "$work/bad"
printf -- '---\ntitle: Late\ndate: 2024-02-30\n---\nText.\n' >"$work/bad/posts/late.md"

run 'no command is wrong usage' 2
says err 'no command was given' 'says that there was no command'
is_empty out 'wrong usage leaves standard output empty'
run 'an unknown command is wrong usage' 2 chekc
says err 'did you mean "check"?' 'suggests the command that was meant'
run 'an unknown option is wrong usage' 2 check --formatt=text
says err 'did you mean "--format"?' 'suggests the option that was meant'
run 'a wrong choice is wrong usage' 2 check --format=xml
says err '--format takes text, jsonl, lines, github, sarif,' 'names the choices'
run 'a further report without a file is wrong usage' 2 -C "$work/site" check --also sarif
run 'a further report of no format is wrong usage' 2 -C "$work/site" check --also xml=x
printf 'check: { fail-on: warning }\n' >>"$work/bad/herald.yml"
run 'what the site fails on decides the status' 1 -C "$work/bad" check
run 'what the caller fails on decides before' 0 -C "$work/bad" check --fail-on never
run 'and takes only what it knows' 2 -C "$work/bad" check --fail-on=all
run 'a report that cannot be written exits 3' 3 -C "$work/site" check -o /dev/null/x
says err 'world-failed' 'and says why'
run 'a wrong date is wrong usage' 2 --now=yesterday check
says err '--now takes' 'says what --now takes'
run 'a wrong number of jobs is wrong usage' 2 check --jobs=none
run 'an argument that build does not take is wrong usage' 2 -C "$work/site" build extra
run 'where there is no site is wrong usage' 2 -C "$work" check
run 'help on an unknown command is wrong usage' 2 help nothing
run 'a rule is explained by its code' 0 explain dt303
says out 'DT303 date-noncanonical (error)' 'and named by code, name and level'
says out 'Right:' 'with examples'
run 'several rules are explained at once' 0 explain date-zone ENC004
run 'an unknown rule is wrong usage' 2 explain date-zoen
says err 'did you mean "date-zone"?' 'suggests the rule that was meant'
run 'explaining nothing is wrong usage' 2 explain
run 'rules are listed' 0 rules
says out 'DT303' 'by their codes'
run 'rules takes no operand' 2 rules DT303
run 'controls in what the user wrote are shown, not sent' 2 "$(printf 'a\033[2Jb')"
says err 'a<U+001B>[2Jb' 'shows the control by number'

run 'the version is printed' 0 --version
says out 'herald 0.' 'names the version'
run 'help is no fault' 0 --help
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p' "$work/out")
for command in '' $commands; do
    # shellcheck disable=SC2086 # no command is no word
    run "help for ${command:-the program}" 0 help $command
    cp "$work/out" "$work/help"
    awk '{ if (length($0) > 80) bad = 1 } END { exit bad }' "$work/help"
    judge $? "help for ${command:-the program} fits in 80 columns"
    # shellcheck disable=SC2086
    run "${command:-herald} --help" 0 $command --help
    cmp -s "$work/help" "$work/out"
    judge $? "${command:-herald} --help says the same"
done

run 'a clean site is clean' 0 -C "$work/site" check
is_empty out 'check finds nothing in it'
says err '1 file, 0 errors, 0 warnings' 'and says how much it read'
run 'a fault is found' 1 check -C "$work/bad"
says out 'late.md:3:15: error:' 'at its line and column'
says out 'DT302 date-impossible' 'under its code and rule'
run 'only the paths given are checked' 0 -C "$work/bad" check "$work/bad/posts/2024-08-06-hello.md"
is_empty out 'and the other faults are not named'
run 'a path that is not there is the world failing' 3 -C "$work/bad" check "$work/bad/posts/none.md"
run 'options may stand before the command' 0 --quiet -C "$work/site" check
is_empty err '--quiet leaves the summary out'
(cd "$work/site/posts" && "$herald" check) >"$work/out" 2>"$work/err"
judge $? 'the site is found from a folder below it'
run 'a site that does not exist is wrong usage' 2 -C "$work/none" check

run 'posts are shown as a table' 0 -C "$work/site" show
says out '2024-08-06  published  ' 'with day and status'
run 'posts are shown as JSON Lines' 0 -C "$work/site" show --format=jsonl
says out '"date_precision":"day"' 'with the precision of the date'
run 'a post later than --now is scheduled' 0 -C "$work/site" show --now=2024-08-05
says out 'scheduled' 'and said to be so'
run 'on its day it is published' 0 -C "$work/site" show --now=2024-08-06
says out 'published' 'and said to be so'

: >"$work/out"
"$herald" -C "$work/site" show >&- 2>"$work/err"
[ $? = 3 ]
judge $? 'a closed standard output exits 3'
if [ -w /dev/full ]; then
    "$herald" -C "$work/site" show >/dev/full 2>"$work/err"
    [ $? = 3 ]
    judge $? 'a full disk behind standard output exits 3'
    says err 'cannot write to standard output' 'and is named'
else
    echo 'ok - a full disk behind standard output exits 3 # SKIP there is no /dev/full'
fi
mkfifo "$work/pipe"
exec 3<>"$work/pipe" 4>"$work/pipe" 3<&- # now only a writer holds it
"$herald" help >&4 2>"$work/err"
[ $? = 3 ]
judge $? 'a reader that went away exits 3'
exec 4>&-
exit $failed
