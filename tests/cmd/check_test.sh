#!/bin/sh
# What herald check takes from its caller: baselines, and text from standard input. Speaks TAP; HERALD is the program.
set -u
cd "$(dirname "$0")/../.." || exit 1
herald=$(realpath "${HERALD:-build/herald}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

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
check() { # NAME STATUS WORDS...; standard input is the caller's
    name=$1 want=$2
    shift 2
    "$herald" --now=2026-01-01 "$@" >"$work/out" 2>"$work/err"
    [ $? = "$want" ]
    judge $? "$name"
}
says() { # STREAM TEXT NAME
    grep -qF -- "$2" "$work/$1"
    judge $? "$3"
}
is_silent() { # NAME
    [ ! -s "$work/out" ]
    judge $? "$1"
}
post() { # TITLE DATE
    printf -- '---\ntitle: %s\nauthor: Mina\ndate: %s\ntags: [news]\nexcerpt: Words.\n---\nText.\n' "$1" "$2"
}

site=$work/site
mkdir -p "$site/posts"
printf 'title: Example News\nurl: https://example.org\n' >"$site/herald.yml"
post One 2024-08-6 >"$site/posts/2024-08-06-one.md"
post Two 2024-08-7 >"$site/posts/2024-08-07-two.md"
cd "$site" || exit 1

check 'a baseline is written, and knows all' 0 check --write-baseline known.txt </dev/null
is_silent 'what is known is not shown'
says err 'known.txt: 2 findings written, 0' 'the baseline says how much it knows'
says err '2 in the baseline' 'so does the summary'
sed -i 's/^author/layout: post\nauthor/' posts/2024-08-06-one.md
check 'what is known stays so when lines move' 0 check --baseline known.txt </dev/null
is_silent 'and is not shown then'
post Three 2024-08-8 >posts/2024-08-08-three.md
check 'what is new fails' 1 check --baseline=known.txt </dev/null
says out '2024-08-08-three.md:4:7: error' 'and is shown'
check 'machines see what is new alone' 1 check --baseline=known.txt --format=jsonl </dev/null
[ "$(wc -l <"$work/out")" = 1 ]
judge $? 'one finding on one line'
post Two 2024-08-07 >posts/2024-08-07-two.md
check 'a baseline is written anew' 0 check --write-baseline known.txt </dev/null
says err 'known.txt: 2 findings written, 1 of those it had' 'and says how much of the old one is gone'
check 'a file that is no baseline is not overwritten' 2 check --write-baseline posts/2024-08-07-two.md </dev/null
grep -q 'title: Two' posts/2024-08-07-two.md
judge $? 'it is as it was'
check 'a baseline that is not there fails' 3 check --baseline none.txt </dev/null
check 'a baseline is of the whole site' 2 check --write-baseline known.txt posts </dev/null

post Typed 2024-08-9 | check 'text of standard input stands for that of a post' 1 \
    check --stdin --stdin-filename posts/2024-08-09-new.md
says out 'posts/2024-08-09-new.md:4:7: error' 'also of one that is not there'
post One 2024-08-06 | check 'and for that of one that is there' 0 \
    check --stdin --stdin-filename posts/2024-08-06-one.md
is_silent 'instead of what the file holds'
echo 'title: [' | check 'a configuration is checked as such before it is saved' 1 \
    check --stdin --stdin-filename herald.yml
says out 'herald.yml:1:8: error' 'at its place'
check 'and as it lies there' 0 check herald.yml </dev/null
is_silent 'which is no post'
echo 'Words.' >notes.txt
check 'what can be no post is a wrong call' 2 check notes.txt </dev/null
says err 'notes.txt is no post: posts are Markdown files' 'and said to be none'
post Outside 2024-08-06 >"$work/2024-08-06-outside.md"
check 'a post outside the site is checked as one of it' 0 -C "$site" check "$work/2024-08-06-outside.md" </dev/null
is_silent 'and the site may lie beside it'
cd / || exit 1
post One 2024-08-06 | check 'wherever the caller stands' 0 \
    -C "$site" check --stdin --stdin-filename "$site/posts/2024-08-06-one.md"
check 'text of standard input wants a name' 2 -C "$site" check --stdin </dev/null
check 'and no other files' 2 -C "$site" check --stdin --stdin-filename posts/a.md posts </dev/null

mkdir -p "$work/jekyll/source/_posts"
printf 'title: Example\nurl: https://example.org\nsource: source\n' >"$work/jekyll/_config.yml"
post One 2024-08-6 >"$work/jekyll/source/_posts/2024-08-06-one.md"
cd "$work/jekyll" || exit 1
post One 2024-08-06 | check 'a Jekyll site may keep its posts below another folder' 0 \
    check --stdin --stdin-filename source/_posts/2024-08-06-one.md
is_silent 'the text is taken for the post there'
check 'its configuration is no post, wherever its posts are' 0 check _config.yml </dev/null
printf 'herald: { check: { rules: { DT303: off } } }\n' >>_config.yml
check 'a Jekyll site sets its rules in _config.yml' 0 check </dev/null
is_silent 'and they hold'
exit $failed
