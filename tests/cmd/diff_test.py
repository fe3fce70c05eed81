#!/usr/bin/env python3
"""herald check --diff in repositories made on the fly: what an author touched, what that caused elsewhere, and what it does
to what is published. TAP; HERALD is the program."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))
NOW = "--now=2026-01-01"
DAY = "2024-08-01T12:00:00Z"
ENV = dict(os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_DATE=DAY, GIT_COMMITTER_DATE=DAY,
           GIT_AUTHOR_NAME="Test", GIT_AUTHOR_EMAIL="test@example.org", GIT_COMMITTER_NAME="Test",
           GIT_COMMITTER_EMAIL="test@example.org")
CONFIG = "title: Example news\nurl: https://news.example.org\n"
FEED = "title: News\nformats: [atom, rss]\ndigest: { schedule: monthly }\n"

count = 0
failures = 0


def report(name, found, wanted):
    global count, failures
    count += 1
    ok = found == wanted
    failures += not ok
    print(f"{'ok' if ok else 'not ok'} {count} - {name}")
    if not ok:
        print(f"# found:  {found!r}\n# wanted: {wanted!r}"[:3000])


def post(title, day, body="Text about it.", more="", author="staff"):
    return (f"---\ntitle: {title}\nauthor: {author}\ndate: {day}\ntags: [announcements]\nexcerpt: What it is about.\n"
            f"{more}---\n{body}\n")


class Repository:
    def __init__(self, folder, site=""):
        self.folder, self.site = pathlib.Path(folder), pathlib.Path(folder) / site
        self.site.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words):
        done = subprocess.run(["git", *words], cwd=self.folder, env=ENV, capture_output=True, check=True)
        return done.stdout.decode().strip()

    def write(self, **files):
        for path, text in files.items():
            self.put(path, text)

    def put(self, path, text):
        path = self.site / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def commit(self, message="change"):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def herald(self, *words, cwd=None, env=ENV):
        return subprocess.run([HERALD, *words], cwd=cwd or self.site, env=env, capture_output=True, check=False)

    def told(self, *words, **more):
        """Exit status, and PATH:LINE RULE of each finding."""
        done = self.herald("check", NOW, "--format=jsonl", *words, **more)
        found = [json.loads(line) for line in done.stdout.decode().splitlines()]
        return done.returncode, [f"{f['file']}:{f['line']} {f['rule']}" for f in found]


def base_site(folder, site=""):
    repository = Repository(folder, site)
    repository.put("herald.yml", CONFIG)
    repository.put("feeds/news.yml", FEED)
    repository.put("posts/2024-08-01-one.md", post("One joins", "2024-08-01", "Text, [with](javascript:alert) faults.\n\nMore."))
    repository.put("posts/2024-08-02-two.md", post("Two joins", "2024-08-02", "See [one](/news/2024/08/01/one/)."))
    repository.commit("base")
    repository.git("checkout", "-q", "-b", "pr")
    return repository


def only_what_was_touched(folder):
    r = base_site(folder)
    report("nothing was changed", r.told("--diff", "main...HEAD"), (0, []))
    r.put("posts/2024-08-03-three.md", post("Three joins", "2024-08-3"))
    r.commit()
    report("a new post is looked at whole", r.told("--diff", "main...HEAD"),
           (1, ["posts/2024-08-03-three.md:4 date-noncanonical"]))
    done = r.herald("check", NOW, "--diff", "main...HEAD")
    report("what was there before is counted", done.stderr.decode(),
           "1 file, 1 error, 0 warnings; 1 more was there before and not your task\n")
    r.put("posts/2024-08-01-one.md",
          post("One joins", "2024-08-01", "Text, [with](javascript:alert) faults.\n\nMore ![](/x.png)."))
    r.put("posts/2024-08-03-three.md", post("Three joins", "2024-08-03"))
    r.commit()
    report("of an old post only the touched lines", r.told("--diff", "main...HEAD"),
           (0, ["posts/2024-08-01-one.md:10 image-alt"]))
    report("PATHs choose among them", r.told("--diff", "main...HEAD", "posts/2024-08-03-three.md"), (0, []))


def what_it_caused_elsewhere(folder):
    r = base_site(folder)
    r.put("posts/2024-08-03-three.md", post("Two joins", "2024-08-03"))
    r.commit()
    status, told = r.told("--diff", "main...HEAD")
    report("two posts of one title", (status, [t.split()[1] for t in told]), (0, ["title-duplicate"]))
    r.git("mv", "posts/2024-08-03-three.md", "posts/2024-08-03-four.md")
    r.git("rm", "-q", "posts/2024-08-01-one.md")
    r.put("posts/2024-08-03-four.md", post("Four joins", "2024-08-03"))
    r.commit()
    report("a link in another post that now leads nowhere", r.told("--diff", "main...HEAD"),
           (1, ["posts/2024-08-01-one.md:1 post-removed-without-redirect",
                "posts/2024-08-02-two.md:8 link-internal-missing"]))
    r.put("posts/2024-08-03-four.md", post("Four joins", "2024-08-03", more="permalink: /news/2024/08/02/two/\n"))
    status, told = r.told("--diff", "main")
    report("two posts at one address", (status, "posts/2024-08-03-four.md:7 url-collision" in told), (1, True))


def renames(folder):
    r = base_site(folder)
    r.git("mv", "posts/2024-08-01-one.md", "posts/2024-08-01-One.md")
    r.commit()
    report("a renamed post: its name, its address, its id, not its old faults", r.told("--diff", "main...HEAD"),
           (1, ["posts/2024-08-01-One.md:1 feed-id-changed", "posts/2024-08-01-One.md:1 filename-uppercase",
                "posts/2024-08-01-One.md:1 permalink-changed", "posts/2024-08-02-two.md:8 link-internal-missing"]))
    r.put("posts/2024-08-01-One.md", post("One joins", "2024-08-01", "Text, [with](javascript:alert) faults.\n\nMore.",
          more="redirect_from: /news/2024/08/01/one/\nid: tag:news.example.org,2024-08-01:2024-08-01-one\n"))
    r.commit()
    report("and with a redirect and its id, only its name", r.told("--diff", "main...HEAD"),
           (0, ["posts/2024-08-01-One.md:1 filename-uppercase"]))


def what_is_published(folder):
    r = base_site(folder)
    one, two = "posts/2024-08-01-one.md", "posts/2024-08-02-two.md"
    text = "See [one](/news/2024/08/01/one/)."
    cases = [
        ("a date", post("Two joins", "2024-08-09", text),
         [f"{two}:4 date-edited-after-publishing", f"{two}:4 date-filename-mismatch", f"{two}:4 permalink-changed"]),
        ("a permalink", post("Two joins", "2024-08-02", text, "permalink: /two/\n"), [f"{two}:7 permalink-changed"]),
        ("an id", post("Two joins", "2024-08-02", text, "id: https://news.example.org/2\n"), [f"{two}:7 feed-id-changed"]),
        ("a draft", post("Two joins", "2024-08-02", text, "draft: true\n"), [f"{two}:7 post-removed-without-redirect"]),
        ("its text", post("Two joins", "2024-08-02", text + "\n\nMore.", "updated: 2024-08-05\n"), []),
    ]
    for name, changed, wanted in cases:
        r.put(two, changed)
        report(f"{name} of a published post", r.told("--diff", "main"), (0, wanted))
    r.git("checkout", "-q", "main", "--", ".")
    r.put("herald.yml", CONFIG + "posts: { permalink: '/:slug/' }\n")
    status, told = r.told("--diff", "main")
    report("addresses of all posts are told of once", [t for t in told if "permalink-changed" in t],
           ["herald.yml:3 permalink-changed"])


def ranges(folder):
    r = base_site(folder)
    r.put("posts/2024-08-03-three.md", post("Three joins", "2024-08-3"))
    head = r.commit()
    r.git("checkout", "-q", "main")
    r.put("posts/2024-08-02-two.md", post("Two joins", "2024-08-02", "See [one](/news/2024/08/01/one/) ![](/x.png)"))
    r.commit()
    wanted = (1, ["posts/2024-08-03-three.md:4 date-noncanonical"])
    report("from where the two parted, of a branch that is not checked out", r.told("--diff", "main...pr"), wanted)
    report("by its commit", r.told("--diff", f"HEAD...{head}"), wanted)
    report("from A itself", r.told("--diff", "pr..main"),
           (0, ["posts/2024-08-02-two.md:8 image-alt", "posts/2024-08-03-three.md:1 post-removed-without-redirect"]))
    r.git("checkout", "-q", "pr")
    r.put("posts/2024-08-04-four five ü.md", post("Four joins", "2024-08-04"))
    report("up to the files as they are, also new ones", r.told("--diff", "main"),
           (1, wanted[1] + ["posts/2024-08-04-four five ü.md:1 filename-space"]))
    report("but not those where B is HEAD", r.told("--diff", "main...HEAD"), wanted)
    report("an end left out is HEAD", r.told("--diff", "main..."), wanted)
    report("and no folder is left behind", [p.name for p in pathlib.Path(ENV["TMPDIR"]).iterdir()], ["repository"])


def a_jekyll_site_in_a_folder(folder):
    r = Repository(folder, "web site")
    r.put("_config.yml", "title: Example\nurl: https://example.org\nsource: source\n")
    r.put("source/_posts/2024-08-01-one.md", post("One joins", "2024-08-01"))
    r.commit()
    r.git("checkout", "-q", "-b", "pr")
    r.put("source/_posts/2024-08-02-zwö.md", post("Two joins", "2024-08-2"))
    r.put("source/_posts/2024-08-01-one.md", post("One joins", "2024-08-01", "Text ![](/x.png)"))
    r.commit()
    (r.folder / "elsewhere.md").write_text("no post\n")
    wanted = (1, ["source/_posts/2024-08-01-one.md:8 image-alt", "source/_posts/2024-08-02-zwö.md:4 date-noncanonical"])
    report("a Jekyll site in a folder", r.told("--diff", "main...HEAD"), wanted)
    report("from above it", r.told("--diff", "main...HEAD", "-C", "web site", cwd=r.folder), wanted)
    report("from below it", r.told("--diff", "main...pr", cwd=r.site / "source"), wanted)
    done = r.herald("check", NOW, "--diff", "main...HEAD", "--format=github")
    report("a forge knows the paths from the repository", b"file=web site/source/_posts/2024-08-02-zw" in done.stdout, True)


def settings_of_git(folder):
    r = base_site(folder)
    r.put("posts/2024-08-02-two.md", post("Two joins", "2024-08-02", "See [one](/news/2024/08/01/one/) ![](/x.png)"))
    r.commit()
    for name, value in [("color.ui", "always"), ("diff.noprefix", "true"), ("diff.external", "false"), ("diff.context", "9"),
                        ("diff.interHunkContext", "9"), ("core.quotePath", "true"), ("diff.renames", "false")]:
        r.git("config", name, value)
    report("settings of git change nothing", r.told("--diff", "main...HEAD"),
           (0, ["posts/2024-08-02-two.md:8 image-alt"]))


def what_is_not_there(folder):
    r = base_site(folder)
    r.put("posts/2024-08-03-three.md", post("Three joins", "2024-08-3"))
    r.commit()

    def fails(name, status, words, *call, cwd=None, env=ENV):
        done = r.herald("check", NOW, *call, cwd=cwd, env=env)
        said = done.stderr.decode()
        report(name, (done.returncode, [w for w in words if w not in said]), (status, []))

    fails("a revision that is not there", 2, ['no revision "nowhere"'], "--diff", "nowhere...HEAD")
    fails("one that looks like an option", 2, ["no revision"], "--diff=--output=x...HEAD")
    fails("no git", 3, ["git cannot be run"], "--diff", "main...HEAD", env=dict(ENV, PATH="/nonexistent"))
    report("with --stdin", r.herald("check", "--diff", "main", "--stdin", "--stdin-filename", "x.md").returncode, 2)
    shallow = r.folder.parent / "shallow"
    source = r.folder.as_uri()
    r.git("clone", "-q", "--depth=1", "--branch=pr", source, str(shallow))
    fails("a revision that a shallow clone lacks", 2, ["git fetch --unshallow", "fetch-depth: 0"],
          "--diff", "origin/main...HEAD", cwd=shallow)
    subprocess.run(["git", "fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main"], cwd=shallow, env=ENV,
                   check=True)
    fails("no commit where they parted, in a shallow clone", 3, ["git fetch --unshallow"], "--diff", "origin/main...HEAD",
          cwd=shallow)
    subprocess.run(["git", "fetch", "-q", "--depth=2", "origin", "pr"], cwd=shallow, env=ENV, check=True)
    report("a shallow clone that is deep enough", r.told("--diff", "origin/main...HEAD", cwd=shallow),
           (1, ["posts/2024-08-03-three.md:4 date-noncanonical"]))
    outside = r.folder.parent / "outside"
    shutil.copytree(r.folder, outside, ignore=shutil.ignore_patterns(".git"))
    fails("no repository", 2, ["no repository of git"], "--diff", "main", cwd=outside,
          env=dict(ENV, GIT_CEILING_DIRECTORIES=str(outside.parent)))
    shutil.rmtree(shallow)
    shutil.rmtree(outside)


def what_will_be_published(folder):
    r = base_site(folder)
    r.put("posts/2024-08-03-three.md", post("Three joins", "2024-08-03", author="Ann Example"))
    r.put("posts/2027-08-03-later.md", post("Later joins", "2027-08-03", "Words of its own,\n\nand more.\n" * 9))
    r.git("rm", "-q", "posts/2024-08-02-two.md")
    r.commit()
    text = r.herald("check", NOW, "--diff", "main...HEAD").stdout.decode()
    told = text[text.find("What is published"):]
    report("a summary of what is published", told, """What is published by this change:
  posts/2024-08-02-two.md (no longer published)
    page     https://news.example.org/news/2024/08/02/two/
    title    Two joins
  posts/2024-08-03-three.md (new)
    page     https://news.example.org/news/2024/08/03/three/
    title    Three joins
    date     2024-08-03T12:57:18Z
    authors  Ann Example
    tags     announcements
    feed id  tag:news.example.org,2024-08-03:2024-08-03-three
    feed     news: /feeds/news.atom, /feeds/news.rss
    digest   news, August 2024
  posts/2027-08-03-later.md (new)
    page     https://news.example.org/news/2027/08/03/later/
    not yet  scheduled for 2027-08-03T12:23:21Z
    title    Later joins
    date     2027-08-03T12:23:21Z
    authors  staff
    tags     announcements
    feed id  tag:news.example.org,2027-08-03:2027-08-03-later
""")
    done = r.herald("check", NOW, "--diff", "main...HEAD", "--format=markdown").stdout.decode()
    report("in the Markdown summary too", [line for line in done.splitlines() if "digest" in line or "**" in line],
           ["**posts/2024-08-02-two.md** (no longer published)", "**posts/2024-08-03-three.md** (new)",
            "- digest: news, August 2024", "**posts/2027-08-03-later.md** (new)"])


def main():
    for test in (only_what_was_touched, what_it_caused_elsewhere, renames, what_is_published, ranges, a_jekyll_site_in_a_folder,
                 settings_of_git, what_is_not_there, what_will_be_published):
        with tempfile.TemporaryDirectory() as folder:
            ENV["TMPDIR"] = folder
            test(pathlib.Path(folder) / "repository")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
