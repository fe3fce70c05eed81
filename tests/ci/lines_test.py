#!/usr/bin/env python3
"""The patterns that read `herald check --format=lines`: the problem matcher of GitHub and editors, and the errorformat
of docs/CI.md for Vim and reviewdog. Speaks TAP; HERALD is the program.
"""
import json
import re
import subprocess
import sys

from support import ENV, HERALD, ROOT, SITE, run_tests, write

HEAD = "---\ntitle: Hall {}\nauthor: Mina Example\ntags: [news]\nexcerpt: It is open.\ndate: {}\n---\n"
TRAP = ":12:3: error:"  # in a name: no pattern can tell, but it must still be one line
POSTS = {  # what is odd in names and in messages
    "posts/2024-08-06-plain.md": HEAD.format("one", "2024-08-6") + "[a][x] [b: [c]\n\n[a][\u202Ex] \U0001F600 [q][é]\n",
    f"posts/2024-08-06-a{TRAP} b.md": HEAD.format("two", "2024-02-30"),
    "posts/2024-08-06-a b [c], \"d\" é.md": HEAD.format("three", "2024-08-6") + "{{ 1 | no }} [a][]]\n",
    "posts/2024-08-06-new\nline\x1b[31m.md": HEAD.format("four", "2024-08-6"),
    "posts/2024-08-06-crlf.md": HEAD.format("five", "2024-08-6").replace("\n", "\r\n"),
    "posts/2024-08-06-note.md": HEAD.format("six", "2024-08-06").replace("tags: [news]\n", ""),
    "posts/2024-08-06-CAPITALS.md": HEAD.format("seven", "2024-08-06"),
}


def checked(folder):
    """The lines, and the findings that they name."""
    write(folder, {"herald.yml": SITE, "feeds/news.yml": "title: News\n", **POSTS})
    done = subprocess.run([HERALD, "check", "--format=lines", "--also=jsonl=found.jsonl"], cwd=folder, env=ENV,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    text = done.stdout.decode("utf-8").split("\n")
    found = [json.loads(line) for line in (folder / "found.jsonl").read_text("utf-8").splitlines()]
    assert len(found) >= 10 and {one["severity"] for one in found} == {"error", "warning", "info"}, "a weak test"
    return text, found


def place(one):
    return one["line"], one["column"], one["severity"], f"{one['code']} {one['rule']}"


def matchers():
    return json.loads((ROOT / "ci/problem-matcher.json").read_text("utf-8"))["problemMatcher"]


def the_problem_matcher_is_of_the_form_that_github_reads(_):
    for matcher in matchers():
        (pattern,) = matcher["pattern"]
        groups = re.compile(pattern["regexp"]).groups
        numbers = [value for name, value in pattern.items() if name != "regexp"]
        assert sorted(numbers) == list(range(1, groups + 1))
        assert set(pattern) <= {"regexp", "file", "line", "column", "severity", "message", "code"}
        assert ("severity" in pattern) != (matcher.get("severity") == "notice"), "GitHub does not know info"
    assert len({matcher["owner"] for matcher in matchers()}) == len(matchers())


def the_problem_matcher_takes_every_finding_and_nothing_else(folder):
    text, found = checked(folder)
    taken = []
    for line in text:
        hits = [(matcher, re.search(matcher["pattern"][0]["regexp"], line)) for matcher in matchers()]
        hits = [(matcher, hit) for matcher, hit in hits if hit]
        assert len(hits) <= 1, f"two take {line}"
        for matcher, hit in hits:
            part = {name: hit[number] for name, number in matcher["pattern"][0].items() if name != "regexp"}
            taken.append((part, line))
    assert len(taken) == len(text) - 1, "a line was not taken, or it is no line of its own"
    assert sorted((int(part["line"]), int(part["column"]), part.get("severity", "info"), part["code"])
                  for part, line in taken if TRAP not in line) == \
        sorted(place(one) for one in found if TRAP not in one["file"])
    files = {part["file"] for part, _ in taken}
    assert "posts/2024-08-06-a b [c], \"d\" é.md" in files and "posts/2024-08-06-plain.md" in files, files
    assert all(part["message"] and not part["message"].startswith(" ") for part, _ in taken)


def the_errorformat_of_the_guide_takes_every_finding(folder):
    formats = re.findall(r"-efm='([^']+)'", (ROOT / "docs/CI.md").read_text("utf-8"))
    parts = {"%f": ".+?", "%l": r"(?P<line>\d+)", "%c": r"(?P<column>\d+)", "%t": "(?P<type>.)", "%m": ".+"}
    patterns = [re.compile("".join(parts.get(part) or re.escape(part) for part in re.split("(%.)", one)))
                for one in formats]
    text, found = checked(folder)
    taken = []
    for line in filter(None, text):
        hit = next(filter(None, (pattern.fullmatch(line) for pattern in patterns)))  # the first one counts
        if TRAP not in line:
            taken.append((int(hit["line"]), int(hit["column"]), hit["type"]))
    assert sorted(taken) == sorted((one["line"], one["column"], one["severity"][0]) for one in found
                                   if TRAP not in one["file"])


TESTS = [the_problem_matcher_is_of_the_form_that_github_reads, the_problem_matcher_takes_every_finding_and_nothing_else,
         the_errorformat_of_the_guide_takes_every_finding]

if __name__ == "__main__":
    sys.exit(run_tests(TESTS))
