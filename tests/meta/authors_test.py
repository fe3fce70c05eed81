#!/usr/bin/env python3
"""The examples of docs/AUTHORS.md: the announcements that it shows are clean, the wrong ones have the fault it names. TAP."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))


def check(post):
    """The codes of what is found in a site that has this post alone, and the picture it shows."""
    with tempfile.TemporaryDirectory(prefix="herald-authors-") as folder:
        site = pathlib.Path(folder)
        (site / "posts").mkdir()
        (site / "assets/images").mkdir(parents=True)
        (site / "assets/images/port-ellery.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
        (site / "herald.yml").write_text("title: Example\nurl: https://news.example.org\n")
        (site / "posts/2024-08-06-port-ellery-charts.md").write_text(post)
        done = subprocess.run([HERALD, "-C", folder, "check", "--format=jsonl"], stdout=subprocess.PIPE, check=False)
        return [json.loads(line) for line in done.stdout.decode().splitlines()]


def main():
    text = (ROOT / "docs/AUTHORS.md").read_text("utf-8")
    blocks = re.findall(r"^```markdown ?(\w*)\n(.*?)^```$", text, re.M | re.S)
    failures = 0
    for number, (code, post) in enumerate(blocks, 1):
        found = check(post)
        codes = sorted({diag["code"] for diag in found})
        good = code in codes if code else not found
        failures += not good
        print(f"{'ok' if good else 'not ok'} {number} - example {number} {'shows ' + code if code else 'is clean'}")
        if not good:
            print("\n".join(f"# {diag['line']}: {diag['code']} {diag['message']}" for diag in found) or "# nothing is found")
    enough = len(blocks) > 5
    print(f"{'ok' if enough else 'not ok'} {len(blocks) + 1} - there are examples")
    print(f"1..{len(blocks) + 1}")
    return 1 if failures or not enough else 0


if __name__ == "__main__":
    sys.exit(main())
