#!/usr/bin/env python3
"""`check` and `build` agree: of a hundred faulty sites each is built if and only if check finds nothing that stops it,
and both name the same faults at the same places. TAP; HERALD is the program."""
import itertools
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))
HEAD = "---\ntitle: One\ndate: 2024-03-05\nauthor: Ann Example\ntags: [news]\n---\n"
OTHER = HEAD.replace("One", "Two").replace("03-05", "03-06")

SITE = {
    "herald.yml": "title: Example\nurl: https://example.org\n",
    "feeds/news.yml": "title: News\nformats: [atom]\n",
    "posts/2024-03-06-two.md": OTHER + "Text.\n",
    "assets/logo.txt": "logo\n",
    "_includes/good.html": "<b>{{ include.text }}</b>\n",
    "_layouts/plain.html": "<html lang=\"en\"><title>{{ page.title }}</title>{{ content }}</html>\n",
}

# Every rule that never lets a post pass (checks.md).
STOPPING = set(
    "ENC001 ENC002 ENC003 FM101 FM102 FM103 FM104 FM105 FM106 FM107 FM108 FM109 FM116 TI201 TI202 DT302 DT304 DT305 "
    "AU502 LQ1201 LQ1203 LQ1205 LQ1206 LQ1207 LQ1208 LQ1210 LQ1211 SI1501".split()
)


def post(body="Text.\n", head=HEAD):
    return {"posts/2024-03-05-one.md": head + body}


def with_key(key):
    return post(head=HEAD.replace("author:", key + "\nauthor:"))


def layout(text, name="mine"):
    site = with_key(f"layout: {name}")
    site[f"_layouts/{name}.html"] = text
    return site


def include(text, body="{% include it.html %}\n"):
    site = post(body)
    site["_includes/it.html"] = text
    return site


FAULTS = {
    "none": post(),
    "no title": post(head=HEAD.replace("title: One\n", "")),
    "an empty title": post(head=HEAD.replace("One", '""')),
    "no front matter": post(head=""),
    "no front matter, and Liquid": post("{% if %} {{ a\n", head=""),
    "unclosed front matter": post(head=HEAD[:-4]),
    "unclosed front matter, and Liquid": post("{% if x %}\n", head=HEAD[:-4]),
    "YAML, and an unclosed block": post("{% for x in y %}\n", head=HEAD.replace("title: One", "title: 'One")),
    "a colon, and an unknown tag": post("{% nope %}\n", head=HEAD.replace("One", "One: two")),
    "a key twice": with_key("title: Again"),
    "a list": post(head="---\n- a\n---\n"),
    "TOML": post(head="+++\ntitle = 'x'\n+++\n"),
    "an impossible date": post(head=HEAD.replace("03-05", "02-31")),
    "an ambiguous date": post(head=HEAD.replace("2024-03-05", "03/05/2024")),
    "a date no one writes": post(head=HEAD.replace("2024-03-05", "2024-3-5")),
    "an author that is none": post(head=HEAD.replace("Ann Example", "{a: [b]}")),
    "a tag that is none": post(head=HEAD.replace("[news]", "[[news]]")),
    "NUL": post("a\0b\n"),
    "a control character": post("a\x07b\n"),
    "an unclosed output": post("{{ page.title\n"),
    "an unclosed tag": post("{% if x\n"),
    "an unclosed block": post("one\n{% if page.title %}\ntwo\n"),
    "two unclosed blocks": post("{% if a %}\n{% for b in c %}\n"),
    "a mismatch": post("{% if a %}\n{% endfor %}\n"),
    "a stray end": post("text {% endif %}\n"),
    "a stray else": post("text {% else %}\n"),
    "an unknown tag": post("a {% nope %}\n"),
    "an unknown block": post("a {% nope %} b {% endnope %}\n"),
    "an unknown filter": post("{{ page.title | upcas }}\n"),
    "bad syntax": post("{% for x of y %}{% endfor %}\n"),
    "bad syntax twice": post("{% for x of y %}{% endfor %}\n\n{% assign %}\n"),
    "an include that is missing": post("{% include nope.html %}\n"),
    "an include outside": post("{% include ../nope.html %}\n"),
    "an include of a bad name": post("{% include a&b.html %}\n"),
    "an include without a name": post("{% include %}\n"),
    "a missing include and an unclosed block": post("{% include nope.html %}\n\n{% if a %}\n"),
    "a missing post and an unknown tag": post("{% post_url 2024-01-01-x %} {% nope %}\n"),
    "a bad parameter": post("{% include good.html text = %}\n"),
    "a parameter with an output": post('{% include good.html text={{x}} %}\n'),
    "a computed include that is missing": post("{% assign n = 'x.html' %}{% include {{ n }} %}\n"),
    "a relative include that is missing": post("{% include_relative nope.md %}\n"),
    "a missing post": post("{% post_url 2024-01-01-nope %}\n"),
    "a link to a post at fault": {**post("{% post_url 2024-03-06-two %}\n"), "posts/2024-03-06-two.md":
                                  OTHER.replace("title: Two\n", "") + "x\n"},
    "a link to a draft": {**post("{% post_url 2024-03-06-two %}\n"), "posts/2024-03-06-two.md":
                          OTHER.replace("title", "draft: true\ntitle") + "x\n"},
    "a missing file": post("{% link nope.md %}\n"),
    "a division by zero": post("{{ 1 | divided_by: 0 }}\n"),
    "something that is ignored": post("{{ page.title ! }}\n"),
    "a loop without end": post("{% for i in (1..90000) %}{% for k in (1..90000) %}{{ k }}{% endfor %}{% endfor %}\n"),
    "an unclosed block in an include": include("a\n{% if x %}\n"),
    "an unknown tag in an include": include("{% nope %}\n"),
    "an include in an include": include("<p>\n{% include nope.html %}\n"),
    "a broken include that nobody names": {**post(), "_includes/it.html": "{% if %}\n"},
    "an include in itself": include("{% include it.html %}\n"),
    "an error in an include": include("{{ 1 | divided_by: 0 }}\n"),
    "a broken layout": layout("{% if page.title %}{{ content }}\n"),
    "an unknown tag in a layout": layout("{% nope %}{{ content }}\n"),
    "a broken layout of nobody": {**post(), "_layouts/it.html": "{% nope %}\n"},
    "a missing include in a layout": layout("<p>\n{% include nope.html %}\n{{ content }}\n"),
    "a missing include in a layout, seldom": layout("{% if page.rare %}{% include nope.html %}{% endif %}\n"),
    "a computed include in a layout": layout("{% include {{ page.author }}.html %}\n"),
    "a missing post in a layout": layout("{% post_url 2024-01-01-nope %}{{ content }}\n"),
    "a division by zero in a layout": layout("{{ 1 | divided_by: 0 }}{{ content }}\n"),
    "a broken include in a layout": {**layout("{% include it.html %}\n"), "_includes/it.html": "{% if %}\n"},
    "a faulty include in a layout": {**layout("{% include it.html %}\n"), "_includes/it.html": "{% link no.md %}\n"},
    "a loop without end in a layout": layout("{% for i in (1..90000) %}{% for k in (1..90000) %}{{ k }}{% endfor %}{% endfor %}\n"),
    "a layout that is missing": with_key("layout: nope"),
    "a layout in itself": layout("---\nlayout: mine\n---\n{{ content }}\n"),
    "the post's own layout at fault": {**post(), "_layouts/post.html": "{% include nope.html %}{{ content }}\n"},
    "the index's layout at fault": {**post(), "_layouts/index.html": "{% include nope.html %}{{ content }}\n"},
    "a faulty page": {**post(), "pages/about.md": "---\ntitle: About\n---\n{% if x %}\n"},
    "a page with a missing include": {**post(), "pages/about.md": "---\ntitle: About\n---\n{% include nope.html %}\n"},
    "a page whose layout is at fault": {
        **post(), "pages/about.md": "---\nlayout: it\n---\nx\n", "_layouts/it.html": "{% link nope.md %}\n"},
    "a page with broken front matter": {**post(), "pages/about.md": "---\ntitle: [\n---\n{% if x %}\n"},
    "two posts at one address": with_key("permalink: /news/2024/03/06/two/") | {
        "herald.yml": SITE["herald.yml"] + "permalink: /news/:year/:month/:day/:title/\n"},
    "a post where a page is": {**with_key("permalink: /about/"), "pages/about.md": "---\ntitle: A\n---\nx\n"},
    "a post where a feed is": with_key("permalink: /feeds/news.atom"),
    "a post in a feed": with_key("permalink: /feeds/news.atom/x/"),
    "a post where an asset is": with_key("permalink: /assets/logo.txt"),
    "a post in an asset": with_key("permalink: /assets/logo.txt/x/"),
    "a post where a folder of assets is": {**with_key("permalink: /assets/a.b"), "assets/a.b/c.txt": "c"},
    "a post where the theme's style is": with_key("permalink: /assets/herald.css"),
    "a post where the sitemap is": with_key("permalink: /sitemap.xml"),
    "a post in the sitemap": with_key("permalink: /sitemap.xml/a/"),
    "a post where the tags are": with_key("permalink: /tags/news/"),
    "a post in the way of the index": with_key("permalink: /"),
    "a post in another's way": {**with_key("permalink: /a.b"), "posts/2024-03-06-two.md":
                                OTHER.replace("title", "permalink: /a.b/c/\ntitle") + "x\n"},
    "a file in the way of the tags": {**post(), "pages/tags": "x\n"},
    "a file in the way of a feed": {**post(), "pages/feeds": "x\n"},
    "a file where a feed is": {**post(), "pages/feeds/news.atom": "x\n"},
    "a file where an asset is": {**post(), "pages/assets/logo.txt": "x\n"},
    "an asset as a folder of a page": {**post(), "assets/x": "x\n", "pages/assets/x/y.md": "---\ntitle: y\n---\ny\n"},
    "a redirect where a feed is": with_key("redirect_from: /feeds/news.atom"),
    "a redirect in a feed": with_key("redirect_from: /feeds/news.atom/x/"),
    "a redirect where an asset is": with_key("redirect_from: /assets/logo.txt"),
    "a redirect where a post is": with_key("redirect_from: /assets/herald.css"),
    "an address outside": with_key("permalink: /../x/"),
    "two ids": {**with_key("id: a"), "posts/2024-03-06-two.md": OTHER.replace("title", "id: a\ntitle") + "x\n"},
    "an output among the sources": {**post(), "herald.yml": SITE["herald.yml"] + "output: posts\n"},
    "an output that is the site": {**post(), "herald.yml": SITE["herald.yml"] + "output: .\n"},
    "a folder of posts that is missing": {**post(), "herald.yml": SITE["herald.yml"] + "posts: nope\n"},
    "a configuration that is a list": {**post(), "herald.yml": "- a\n"},
    "two channels with one feed": {**post(), "feeds/more.yml": "title: More\npath: /feeds/news\nformats: [atom]\n"},
    "a channel within another's feed": {**post(), "feeds/more.yml": "title: More\npath: /feeds/news.atom/x\n"},
    "a draft at fault": with_key("draft: true") | {},
    "a scheduled post at fault": post("{% include nope.html %}\n", HEAD.replace("2024", "2030")),
    "Liquid that is switched off": {**post("{% nope %}\n"), "herald.yml": SITE["herald.yml"] + "liquid: false\n"},
}


def pairs():
    """Sites with two faults, where both are of one post's body or head, or of other files."""
    chance = random.Random(1)
    names = [n for n in FAULTS if n != "none"]
    bodies = [n for n in names if list(FAULTS[n]) == ["posts/2024-03-05-one.md"] and FAULTS[n][next(iter(FAULTS[n]))].startswith(HEAD)]
    others = [n for n in names if n not in bodies]
    for _ in range(60):
        first, second = chance.choice(bodies), chance.choice(others)
        site = dict(FAULTS[second])
        body = FAULTS[first]["posts/2024-03-05-one.md"][len(HEAD):]
        site["posts/2024-03-07-three.md"] = HEAD.replace("One", "Three").replace("03-05", "03-07") + body
        yield f"{first}, and {second}", site


def run(folder, *words):
    done = subprocess.run([HERALD, *words, "--now=2026-01-01T00:00:00Z"], cwd=folder, capture_output=True, text=True, errors="replace")
    return done.returncode, done.stdout, done.stderr


def placed(place):
    """Where there is no place in the file, or no file, JSON Lines say its first character."""
    return place if re.search(r":\d+:\d+$", place) else place + ":1:1"


def told_by_build(text):
    """(place, code, message) of each error: places that are told together have the message of the first."""
    told, last = set(), None
    for line in text.splitlines():
        match = re.match(r"(?:(\S+?:\d+:\d+|\S+): )?error: (.*) \[(\w+) ", line)
        also = re.match(r"  also in (\S+)", line)
        if match:
            last = match.group(3)
            told.add((placed(match.group(1) or ""), last, match.group(2)))
        elif also:
            told |= {(also.group(1), last, m) for p, c, m in list(told) if c == last}
    return told


def told_by_check(text):
    told = set()
    for finding in map(json.loads, text.splitlines()):
        if finding["severity"] == "error":
            place = f"{finding['file']}:{finding['line']}:{finding['column']}"
            told.add((place, finding["code"], finding["message"]))
    return told


def disagreement(site):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in {**SITE, **site}.items():
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        check_status, out, _ = run(folder, "check", "--format=jsonl")
        build_status, _, err = run(folder, "build")
        check, build = told_by_check(out), told_by_build(err)
    stops = {d for d in check if d[1] in STOPPING}
    if build_status not in (0, 1) or check_status not in (0, 1):
        return f"check ended with {check_status}, build with {build_status}"
    if build_status == 0 and stops:
        return f"it was built, but check stops: {sorted(stops)}"
    if build_status == 1 and not check_status == 1:
        return f"it was not built, but check passes: {err}"
    if build - check:
        return f"only build says {sorted(build - check)}"
    if stops - build:
        return f"only check says {sorted(stops - build)}"
    return None


def main():
    failed, sites = 0, [*FAULTS.items(), *pairs()]
    for name, site in sites:
        why = disagreement(site)
        if why is not None:
            failed += 1
            print(f"# {name}: {why}")
    print("not ok" if failed else "ok", f"- check and build agree on {len(sites)} sites")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
