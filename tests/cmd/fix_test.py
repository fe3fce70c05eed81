#!/usr/bin/env python3
"""`herald fix` on a site of its own: what it changes, what it leaves, that a second run changes nothing. TAP."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))
CRLF = b"\xef\xbb\xbf---\r\ntitle: Gr\xc3\xbc\xc3\x9fe # to all\r\nauthor: staff\r\ndate: '2024-08-6'\r\ntags: [news, events, News]\r\n" \
       b"excerpt: One line.\r\n---  \r\nGood  news.\r\n"
CRLF_FIXED = b"---\r\ntitle: Gr\xc3\xbc\xc3\x9fe # to all\r\nauthor: staff\r\ndate: '2024-08-06'\r\ntags: [news, events]\r\n" \
             b"excerpt: One line.\r\n---\r\nGood  news.\r\n"
UNCLOSED = b"---\ntitle: \"Open\nauthor: staff\ndate: 2024-08-7\ntags: [news]\n---\nText.\n"
SLIP = b"---\ntitle: Slip\nauthro: staff\ndate: 2024-08-08\ntags: [news]\nexcerpt: One line.\n---\nText.\n"

count = failures = 0


def report(ok, name, why=""):
    global count, failures
    count += 1
    failures += not ok
    print(f"{'ok' if ok else 'not ok'} {count} - {name}")
    if not ok and why:
        print("\n".join("# " + line for line in str(why).splitlines()))


def herald(site, *words):
    return subprocess.run([HERALD, "-C", str(site), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)


def make(folder):
    posts = folder / "posts"
    posts.mkdir(parents=True)
    (folder / "herald.yml").write_text("title: Example\nurl: https://news.example.org\ncheck: {rules: {crlf: off, double-space: off}}\n")
    (posts / "2024-08-06-greetings.md").write_bytes(CRLF)
    (posts / "2024-08-07-open.md").write_bytes(UNCLOSED)
    (posts / "2024-08-08-slip.md").write_bytes(SLIP)
    (posts / "2024-08-06-greetings.md").chmod(0o640)
    return posts


def write_one(folder, body):
    (folder / "posts").mkdir(parents=True)
    (folder / "herald.yml").write_text("title: Example\nurl: https://news.example.org\n")
    path = folder / "posts/2024-08-06-one.md"
    path.write_text("---\ntitle: One\nauthor: Staff\ndate: 2024-08-06\ntags: [news]\nexcerpt: One line.\n---\n" + body)
    return path


def bytes_of(posts):
    return {path.name: path.read_bytes() for path in posts.iterdir()}


def main():
    base = pathlib.Path(tempfile.mkdtemp(prefix="herald-fix-"))
    try:
        posts = make(base / "a")
        before = bytes_of(posts)
        shown = herald(base / "a", "fix", "--diff")
        report(bytes_of(posts) == before and shown.stdout.startswith(b"--- a/posts/"), "--diff changes nothing", shown.stderr)
        done = herald(base / "a", "fix")
        after = bytes_of(posts)
        report(after["2024-08-06-greetings.md"] == CRLF_FIXED, "only what is wrong changes: comments, quotes, CR LF stay",
               after["2024-08-06-greetings.md"])
        report((posts / "2024-08-06-greetings.md").stat().st_mode & 0o777 == 0o640, "permissions stay")
        report(after["2024-08-07-open.md"] == UNCLOSED and done.returncode == 1, "a file that cannot be read is left alone")
        report(b"1 file cannot be read and was not touched" in done.stderr, "and told of", done.stderr)
        report(after["2024-08-08-slip.md"] == SLIP, "what may be meant is left alone without --unsafe")
        report(b"DT303 date-noncanonical" in done.stdout and sorted(posts.iterdir())[0].name == "2024-08-06-greetings.md",
               "each repair is told of")
        again = herald(base / "a", "fix")
        report(bytes_of(posts) == after and again.stdout == b"", "a second run changes nothing", again.stdout)

        other = make(base / "b")
        (other / "2024-08-07-open.md").unlink()
        patched = subprocess.run(["git", "apply", "-"], cwd=base / "b", input=herald(base / "b", "fix", "--diff").stdout,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        report(bytes_of(other)["2024-08-06-greetings.md"] == CRLF_FIXED, "git apply takes what --diff shows", patched.stdout)

        unsafe = make(base / "c")
        herald(base / "c", "fix", "--unsafe", "--rule", "FM110")
        report(bytes_of(unsafe)["2024-08-08-slip.md"] == SLIP.replace(b"authro", b"author"), "--unsafe mends what is most probably meant")
        report(bytes_of(unsafe)["2024-08-06-greetings.md"] == CRLF, "--rule leaves other rules alone")
        wrong = herald(base / "c", "fix", "--rule", "no-such-rule")
        report(wrong.returncode == 2 and b"no-such-rule" in wrong.stderr, "an unknown rule is a wrong call")
        one = make(base / "d")
        herald(base / "d", "fix", str(one / "2024-08-08-slip.md"))
        report(bytes_of(one)["2024-08-06-greetings.md"] == CRLF, "with a PATH other files are left alone")
        alternating = write_one(base / "e", "a" + "\u00a0 " * 40 + "b, [quay, ](https://example.org/)[pier](https://example.org/p)\n")
        herald(base / "e", "fix", "--unsafe")
        mended = alternating.read_bytes()
        report(b"\na b, [quay](https://example.org/), [pier](https://example.org/p)\n" in mended, "a row of repairs comes to its end", mended)
        again = herald(base / "e", "fix", "--unsafe")
        report(alternating.read_bytes() == mended and again.stdout == b"", "and is not begun again", again.stdout)
        brackets = write_one(base / "g", "See [the quay[(https://example.org/quay) there.\n")
        herald(base / "g", "fix", "--unsafe")
        report(b"See [the quay](https://example.org/quay) there." in brackets.read_bytes(), "a bracket the wrong way round is turned",
               brackets.read_bytes())
        embed = write_one(base / "f", "[embed]https://example.org/photos/[/embed]\n")
        before = embed.read_bytes()
        undone = herald(base / "f", "fix", "--unsafe")
        report(embed.read_bytes() == before and undone.stdout == b"", "a repair that was taken back is not told of", undone.stdout)
    finally:
        shutil.rmtree(base)
    print(f"1..{count}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
