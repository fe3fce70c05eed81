#!/usr/bin/env python3
"""Real announcements through the whole pipeline: 63 of a Jekyll site, read where they lie, and one seed post. They belong to
others and are not in this repository: without the folder `../shared` (or HERALD_SHARED) the tests are skipped. TAP."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))
SHARED = pathlib.Path(os.environ.get("HERALD_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus/iiif/site"
SEED = SHARED / "corpus/seeds/004_192423001339c270.txt"
SYSTEM_PYTHON = "/usr/bin/python3"
NOW = "--now=2026-11-01"
ATOM = "{http://www.w3.org/2005/Atom}"

OVERLAY = """
title: Real news
url: https://news.example.org
mail: { from: "News <news@example.org>", address: "2 Example Row" }
channels:
  all: { limit: 1000, formats: [atom, rss, json], digest: { schedule: monthly } }
  announcements: { select: { tags: [announcements] }, formats: [atom] }
"""

count = 0
failures = 0


def report(ok, name, why=""):
    global count, failures
    count += 1
    failures += not ok
    print(f"{'ok' if ok else 'not ok'} {count} - {name}")
    if not ok and why:
        print("# " + str(why)[:2000].replace("\n", "\n# "))


def skip(name, why):
    global count
    count += 1
    print(f"ok {count} - {name} # SKIP {why}")


def herald(*words):
    return subprocess.run([HERALD, *map(str, words)], capture_output=True, check=False)


def shown(*words):
    done = herald("show", "--format=jsonl", NOW, *words)
    return {post["path"]: post for post in map(json.loads, done.stdout.decode().splitlines())}


def compare_with_jekyll(configs):
    """Address, date and title are Jekyll's own, post by post."""
    posts = shown("-C", CORPUS, "--config", configs)
    expected = [json.loads(line) for line in (SHARED / "corpus/iiif/expected/posts.jsonl").read_text().splitlines()]
    wrong = []
    for want in expected:
        post = posts.get(want["path"])
        if post is None:
            wrong.append(f"{want['path']}: missing")
            continue
        pairs = [(post["url"].replace("https://news.example.org", ""), want["url"]),
                 (post["date"][:10], want["date"][:10]),
                 (post["title"], re.sub(r"\s+", " ", want["title"]).strip()),
                 ([tag.lower() for tag in post["tags"]], list(dict.fromkeys(tag.lower() for tag in want["tags"])))]
        wrong += [f"{want['path']}: {got!r}, Jekyll has {jekyll!r}" for got, jekyll in pairs if got != jekyll]
    report(len(expected) == 63 and not wrong, "posts have the address, date, title and tags that Jekyll gives them",
           "\n".join(wrong))
    empty = [path for path, post in posts.items() if not post["excerpt_text"].strip() or "<" in post["excerpt_text"]]
    report(not empty, "every excerpt is plain text and not empty", empty)


def check_findings(configs):
    done = herald("check", "--format=jsonl", NOW, "-C", CORPUS, "--config", configs)
    findings = [json.loads(line) for line in done.stdout.decode().splitlines()]
    places = {(f["file"], f["line"], f["rule"]) for f in findings}
    report(("_news/2024-08-6-french-ministry.md", 4, "date-noncanonical") in places,
           "check finds the date that is not canonical", sorted(places)[:20])
    report(done.returncode in (0, 1) and not done.stderr.strip().startswith(b"=="), "check ends with 0 or 1",
           done.returncode)


def check_feeds(out):
    paths = sorted(out.glob("feeds/*"))
    report(len(paths) == 4, "the channels' feeds are written", paths)
    for path in paths:
        if path.suffix == ".json":
            items = json.loads(path.read_bytes())["items"]
        elif path.suffix == ".atom":
            items = ElementTree.parse(path).getroot().findall(ATOM + "entry")
        else:
            items = ElementTree.parse(path).getroot().findall("channel/item")
        report(len(items) == (63 if path.stem == "all" else 30), f"{path.name} has its entries", len(items))
    tool = SHARED / "tools/feedcheck.sh"
    has_validator = os.environ.get("FEEDVALIDATOR") or list(SHARED.parent.glob(".mirror/w3c+feedvalidator/repo"))
    if not has_validator:
        skip("the W3C validator finds no error in the feeds", "there is no clone of w3c/feedvalidator (FEEDVALIDATOR)")
        return
    done = subprocess.run(["sh", tool, "--root", out, "--base", "https://news.example.org", *paths],
                          capture_output=True, check=False)
    report(done.returncode == 0, "the W3C validator finds no error in the feeds", done.stdout.decode()[-1500:])


LATER_RULES = ("DKM-", "LST-", "TXT-06", "HTM-15")  # signatures and unsubscribing


def check_mail(folder, name):
    messages = sorted(folder.glob("*.eml"))
    report(len(messages) == 1, f"{name}: the digest is written", messages)
    done = subprocess.run([SYSTEM_PYTHON, SHARED / "tools/mailcheck.py", *messages], capture_output=True, check=False)
    errors = [line for line in done.stdout.decode().splitlines()
              if " error: " in line and not any(rule in line for rule in LATER_RULES)]
    report(done.returncode in (0, 1) and not errors, f"{name}: the digest keeps the rules of mail",
           "\n".join(errors) + done.stderr.decode())


def run_corpus(scratch):
    overlay = scratch / "overlay.yml"
    overlay.write_text(OVERLAY)
    configs = f"_config.yml,{overlay}"
    compare_with_jekyll(configs)
    check_findings(configs)
    out = scratch / "out"
    done = herald("build", "-q", NOW, "-C", CORPUS, "--config", configs, "-o", out)
    report(done.returncode == 0, "the site builds", done.stderr.decode())
    pages = list(out.glob("news/*/*/*/*/index.html"))
    report(len(pages) == 63, "there is a page for every post", len(pages))
    check_feeds(out)
    done = herald("digest", "all", "--period", "2024-08", "--to", "reader@example.com", NOW, "-C", CORPUS, "--config",
                  configs, "-o", scratch / "mail")
    report(done.returncode == 0, "the digest of August 2024 is made", done.stderr.decode())
    check_mail(scratch / "mail", "corpus")


SEED_TITLE = "IIIF Consortium Welcomes the French Ministry of Culture"
SEED_EXCERPT = ("The International Image Interoperability Framework Consortium is delighted to announce the French Ministry "
                "of Culture is a new member.")


def run_seed(scratch):
    site = scratch / "seed"
    (site / "posts").mkdir(parents=True)
    (site / "feeds").mkdir()
    shutil.copy(SEED, site / "posts/2024-08-6-french-ministry.md")
    (site / "herald.yml").write_text("title: Seed\nurl: https://seed.example.org\nmail: {from: 'S <s@example.org>'}\n"
                                     "vars: { root_url: '' }\n")
    (site / "feeds/all.yml").write_text("digest: { schedule: monthly }\n")
    post = shown("-C", site)["posts/2024-08-6-french-ministry.md"]
    report(post["title"] == SEED_TITLE and post["date_precision"] == "day" and post["date"].startswith("2024-08-06"),
           "seed: title and date are as meant", post)
    report(post["excerpt_text"] == SEED_EXCERPT, "seed: the excerpt has no trailing blank lines", post["excerpt_text"])
    report("la_2024" not in post["content_html"] and "{{" not in post["content_html"],
           "seed: unused link definitions leave no trace", post["content_html"][-500:])
    done = herald("build", "-q", NOW, "-C", site, "-o", site / "out")
    report(done.returncode == 0, "seed: builds", done.stderr.decode())
    page = (site / "out/news/2024/08/06/french-ministry/index.html").read_text()
    report(f"<h1>{SEED_TITLE}</h1>" in page and "Ministry of Culture</a>" in page, "seed: the page shows the post", page)
    atom = ElementTree.parse(site / "out/feeds/all.atom").getroot().find(ATOM + "entry")
    item = ElementTree.parse(site / "out/feeds/all.rss").getroot().find("channel/item")
    entry = json.loads((site / "out/feeds/all.json").read_text())["items"][0]
    titles = {atom.find(ATOM + "title").text, item.find("title").text, entry["title"]}
    report(titles == {SEED_TITLE}, "seed: the three feeds agree on the title", titles)
    ids = {atom.find(ATOM + "id").text, item.find("guid").text, entry["id"]}
    report(len(ids) == 1 and "french-ministry" in ids.pop(), "seed: the three feeds agree on the id", ids)
    report(atom.find(ATOM + "summary").text == SEED_EXCERPT == entry["summary"], "seed: the feeds have the excerpt")
    herald("digest", "all", "--period", "2024-08", "--to", "reader@example.com", NOW, "-C", site, "-o", site / "mail")
    check_mail(site / "mail", "seed")


def main():
    if not CORPUS.is_dir():
        skip("real announcements pass through the pipeline", "the folder of real announcements is not here")
        print(f"1..{count}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        run_corpus(pathlib.Path(folder))
        run_seed(pathlib.Path(folder))
    print(f"1..{count}")
    return 1 if failures else 0


sys.exit(main())
