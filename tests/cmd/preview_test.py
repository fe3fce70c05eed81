#!/usr/bin/env python3
"""herald preview: files that need no others, also of posts that are not published yet. TAP; HERALD is the program."""
import base64
import email
import email.policy
import html.parser
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))
NOW = "--now=2026-01-01"
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
LAYOUT = """<!DOCTYPE html><html><head><title>{{ page.title }} <img src="/no.png"></title>
<link rel="stylesheet" href="{{ '/assets/main.css' | relative_url }}?v=1"><link rel='icon' href=/assets/a.png>
<link rel="stylesheet" href="https://fonts.example.net/x.css"><link rel="canonical" href="/x/">
<style>p { background: url( "/assets/a.png" ) }</style></head>
<body style="background: url('/assets/a.png')"><!-- <img src="/assets/a.png"> -->
<a href="/about/?a=1&amp;b=2">About</a> <a href="#here">here</a> <a href="mailto:x@example.org">mail</a>
<script>if (1 < 2) document.write('<img src="/assets/a.png">')</script>{{ content }}</body></html>
"""
CSS = '@import "other.css";\n.a { background: url(a.png) } .b { background: url(https://cdn.example.net/b.png) }\n'

count = 0
failures = 0


def report(name, found, wanted=True):
    global count, failures
    count += 1
    ok = found == wanted
    failures += not ok
    print(f"{'ok' if ok else 'not ok'} {count} - {name}")
    if not ok:
        print(f"# found:  {found!r}\n# wanted: {wanted!r}"[:3000])


def herald(site, *words):
    return subprocess.run([HERALD, *map(str, words)], cwd=site, capture_output=True, check=False)


def put(site, path, text):
    path = site / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def post(title, more="", body="Words.\n\n![A picture](/assets/my%20pictures/b.png)\n\n[Other](../other/)"):
    return (f"---\ntitle: {title}\nauthor: Ann Example\ndate: 2027-03-05\ntags: [news]\n{more}---\n{body}\n")


class Addresses(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "style") and value != "/no.png":  # that is text, as browsers read titles
                self.found.append((tag, name, value))


def data(address):
    kind, _, text = address.partition(";base64,")
    return kind, base64.b64decode(text, validate=True)


def make_site(site):
    put(site, "herald.yml", "title: Example\nurl: https://example.org\nmail: { from: 'N <n@example.org>' }\n")
    put(site, "feeds/news.yml", "title: News\nformats: [atom]\ndigest: { schedule: weekly }\ncontent: full\n")
    put(site, "_layouts/post.html", LAYOUT)
    put(site, "assets/main.css", CSS)
    put(site, "assets/other.css", "@import 'main.css'; i { color: red }")
    put(site, "assets/a.png", PIXEL)
    put(site, "assets/my pictures/b.png", PIXEL)
    put(site, "posts/draft.md", post("A & draft", "draft: true\n"))
    put(site, "posts/later.md", post("Later"))


def self_contained(site, folder):
    done = herald(site, "preview", NOW, "posts/draft.md", "-o", folder)
    report("it names the index", (done.returncode, done.stdout.decode().strip()), (0, str(folder / "index.html")))
    report("all files are there", sorted(p.name for p in folder.iterdir()),
           ["email.eml", "email.html", "email.txt", "feed.atom", "feed.json", "feed.rss", "index.html", "page.html"])
    text = (folder / "page.html").read_text()
    found = Addresses(text).found
    report("what the page needs is in it", [(tag, value.split(";")[0]) for tag, name, value in found if name != "style"], [
        ("link", "data:text/css"), ("link", "data:image/png"), ("link", "https://fonts.example.net/x.css"),
        ("link", "https://example.org/x/"), ("a", "https://example.org/about/?a=1&b=2"), ("a", "#here"),
        ("a", "mailto:x@example.org"), ("img", "data:image/png"), ("a", "https://example.org/news/2027/03/05/other/")])
    report("pictures byte for byte", [data(value)[1] for tag, name, value in found if tag == "img"], [PIXEL])
    css = data(found[0][2])[1].decode()
    report("in style sheets too", (css.count("data:image/png;base64,"), css.count("https://cdn.example.net/b.png"),
                                   "color: red" in data(css.split('"')[1])[1].decode()), (1, 1, True))
    report("and in style elements and attributes", (text.count("background: url( \"data:image/png"),
                                                    text.count("url(&#39;data:image/png") + text.count("url('data:image/png")),
           (1, 1))
    report("titles, comments and scripts stay", [part in text for part in (
        "<title>A & draft <img src=\"/no.png\"></title>", "<!-- <img src=\"/assets/a.png\"> -->",
        "document.write('<img src=\"/assets/a.png\">')")], [True] * 3)
    atom = ElementTree.parse(folder / "feed.atom").getroot()
    rss = ElementTree.parse(folder / "feed.rss").getroot()
    items = json.loads((folder / "feed.json").read_text())["items"]
    name = "{http://www.w3.org/2005/Atom}"
    report("each feed has the one entry", [[e.findtext(f"{name}id") for e in atom.findall(f"{name}entry")],
                                           [e.findtext("guid") for e in rss.iter("item")], [i["id"] for i in items]],
           [["tag:example.org,2027-03-05:draft"]] * 3)
    message = email.message_from_bytes((folder / "email.eml").read_bytes(), policy=email.policy.default)
    plain = message.get_body(("plain",)).get_content().replace("\r\n", "\n").strip()
    report("the message has the same text", plain == (folder / "email.txt").read_text().strip() and "A & draft" in plain)
    shown = Addresses((folder / "email.html").read_text()).found
    report("the mail shows its picture", [value.split(";")[0] for tag, name, value in shown if name == "src"],
           ["data:image/png"])
    index = (folder / "index.html").read_text()
    report("the index says that it is a draft", "it is a draft" in index and "A &amp; draft" in index)
    report("and links all others", sorted(value for tag, name, value in Addresses(index).found),
           ["email.eml", "email.html", "email.txt", "feed.atom", "feed.json", "feed.rss", "page.html"])


def several(site, folder):
    done = herald(site, "preview", NOW, "posts/draft.md", "posts/later.md", "-o", folder)
    report("several posts have a folder each", (done.returncode, done.stdout.decode().split()),
           (0, [str(folder / "draft/index.html"), str(folder / "later/index.html")]))
    report("a scheduled post is told of as such", "scheduled for 2027-03-05T" in (folder / "later/index.html").read_text())


def a_draft_of_jekyll(site, folder):
    site = site.parent / "jekyll"
    put(site, "_config.yml", "title: Example\nurl: https://example.org\n")
    put(site, "_posts/2024-01-01-one.md", "---\ntitle: One\n---\nWords.\n")
    put(site, "_drafts/two.md", "---\r\ntitle: Two\r\n---\r\nWords.\r\n")
    done = herald(site, "preview", NOW, "_drafts/two.md", "-o", folder)
    report("a draft without a date is of today", (done.returncode, "2026-01-01T" in (folder / "feed.atom").read_text()),
           (0, True))


def what_is_wrong(site, folder):
    put(site, "posts/wrong.md", "---\nauthor: x\n---\nNo title.\n")
    done = herald(site, "preview", NOW, "posts/wrong.md", "-o", folder)
    report("a post that cannot be published", (done.returncode, b"title-missing" in done.stderr, folder.exists()),
           (1, True, False))
    report("no post", herald(site, "preview", "nowhere.md", "-o", folder).returncode != 0)
    report("no folder", herald(site, "preview", "posts/draft.md").returncode, 2)
    report("no POST", herald(site, "preview", "-o", folder).returncode, 2)
    done = herald(site, "preview", NOW, "posts/draft.md", "-o", site / "posts")
    report("a folder of sources", (done.returncode, (site / "posts/page.html").exists()), (1, False))


def without_an_address(site, folder):
    put(site, "herald.yml", "title: Example\n")
    put(site, "posts/draft.md", post("Draft", "draft: true\n"))
    done = herald(site, "preview", NOW, "posts/draft.md", "-o", folder)
    report("a site without address, sender and channels", (done.returncode, len(list(folder.iterdir()))), (0, 8))


def hostile(site, folder):
    """A layout of the pull request's author: time and size stay bounded."""
    layouts = {
        "open tags": "<img src='" * 200000,
        "open addresses": "<style>" + "url(\"" * 200000 + "</style>",
        "open scripts": "<script></scrip" * 200000,
        "many pictures": "<img src=/assets/big.png>" * 5000,
    }
    put(site, "assets/big.png", PIXEL * 10000)
    put(site, "assets/main.css", "@import 'main.css';" * 3000)
    layouts["a circle of style sheets"] = "<link rel=stylesheet href=/assets/main.css>" * 100
    put(site, "feeds/news.yml", "title: News\n")
    for name, text in layouts.items():
        put(site, "_layouts/post.html", text)
        start = time.monotonic()
        done = herald(site, "preview", NOW, "posts/draft.md", "-o", folder)
        size = (folder / "page.html").stat().st_size
        report(f"{name} are soon done", (done.returncode, time.monotonic() - start < 20, size < 100 << 20), (0, True, True))


def main():
    with tempfile.TemporaryDirectory() as name:
        site = pathlib.Path(name) / "site"
        make_site(site)
        for number, test in enumerate((self_contained, several, a_draft_of_jekyll, what_is_wrong, without_an_address, hostile)):
            test(site, pathlib.Path(name) / str(number))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
