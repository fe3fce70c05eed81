#!/usr/bin/env python3
"""Every format of `herald check` against its schema or what its reader documents, on posts made to break it.

The schema of SARIF is fetched by `make deps-ci`; without it, or without python3-jsonschema, that test is skipped. Speaks
TAP; HERALD is the program, BUILD its folder.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
HERALD = pathlib.Path(os.environ.get("HERALD", HERE.parent.parent / "build/herald")).resolve()
BUILD = pathlib.Path(os.environ.get("BUILD", HERE.parent.parent / "build")).resolve()
SARIF_SCHEMA = BUILD / "judges/node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json"

POSTS = {
    "site/herald.yml": "title: Example news\nurl: https://news.example.org\n\"tit,l%e:\\n::error::\": x\n",
    "site/posts/2024-08-06-a, b%.md": "---\ntitle: One\nauthor: Mina\ntags: [news]\ndate: 2024-08-6\n---\n"
                                     "\U0001F600 {{ 1 | no%such }}\n",
    "site/posts/2024-08-07-two.md": "---\r\ntitle: Two\r\ndate: 2024-08-7\r\n---\r\nText.\r\n",
    "site/posts/2024-08-08-three.md": "---\ntitle: \"\u202Ethree\"\ndate: 2024-02-30\n---\n{% if \u202E<b>]]>'\" %}\n",
}


def check(folder, *words):
    done = subprocess.run([HERALD, "-C", "site", "--now=2026-01-01", "check", *words], cwd=folder, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def findings(folder):
    """What the other formats are held against."""
    return [json.loads(line) for line in check(folder, "--format=jsonl").decode().splitlines()]


def source_of(folder, path):
    return (folder / path).read_bytes()


def byte_offset(source, position):
    lines = source.split(b"\n")
    return sum(len(line) + 1 for line in lines[:position["line"] - 1]) + position["column"] - 1


def lint(*words, data):
    done = subprocess.run(["xmllint", "--noout", *words, "-"], input=data, check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    assert done.returncode == 0, done.stdout.decode()


def github_tells_the_same(folder):
    """Annotations unescape to the findings."""
    lines = check(folder, "--format=github").decode().splitlines()
    told = findings(folder)
    assert len(lines) == len(told), lines
    severities = {"error": "error", "warning": "warning", "notice": "info"}
    seen = set()
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match, line
        unescape = lambda text: re.sub("%(25|0D|0A|3A|2C)", lambda m: chr(int(m[1], 16)), text)
        values = {name: unescape(value) for name, value in (part.split("=", 1) for part in match[2].split(","))}
        seen.add((severities[match[1]], values["file"], int(values["line"]), values["title"]))
    assert seen == {(f["severity"], "site/" + f["file"], f["line"], f"{f['code']} {f['rule']}") for f in told}


def sarif_is_valid(folder):
    """SARIF holds against its schema."""
    if not SARIF_SCHEMA.is_file():
        raise LookupError("make deps-ci was not run")
    try:
        import jsonschema  # pylint: disable=import-outside-toplevel
    except ImportError as error:
        raise LookupError("python3-jsonschema is not installed") from error
    schema = json.loads(SARIF_SCHEMA.read_text("utf-8-sig"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    log = json.loads(check(folder, "--format=sarif"))
    faults = [fault.message for fault in validator.iter_errors(log)]
    assert not faults, faults
    assert list(validator.iter_errors({**log, "version": "2.2"})), "the schema accepts everything"


def sarif_tells_the_same(folder):
    """SARIF has the findings with their rules and fixes, at relative addresses."""
    run, = json.loads(check(folder, "--format=sarif"))["runs"]
    told = findings(folder)
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(told)
    for result, finding in zip(run["results"], told):
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["code"]
        assert (region["startLine"], region["startColumn"]) == (finding["line"], finding["column"])
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", place["artifactLocation"]["uri"])
        assert ("fix" in finding) == ("fixes" in result)
        if "fix" in finding:
            replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
            assert replacement["insertedContent"]["text"] == finding["fix"]["replacement"]
    for rule in rules:
        assert rule["help"]["text"] and rule["help"]["markdown"] and rule["shortDescription"]["text"]
    prints = [result["partialFingerprints"]["herald/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def rdjsonl_tells_the_same(folder):
    """Reviewdog's format has the findings, and its suggestions are the fixes by bytes."""
    told = findings(folder)
    lines = check(folder, "--format=rdjsonl").decode().splitlines()
    assert len(lines) == len(told)
    for line, finding in zip(lines, told):
        item = json.loads(line)
        assert set(item) <= {"message", "location", "severity", "source", "code", "suggestions"}
        assert item["severity"] == finding["severity"].upper()
        assert item["code"] == {"value": finding["code"]}
        assert item["location"]["path"] == "site/" + finding["file"]
        places = [item["location"]["range"]] + [s["range"] for s in item.get("suggestions", [])]
        source = source_of(folder, item["location"]["path"])
        for place in places:
            start, end = byte_offset(source, place["start"]), byte_offset(source, place["end"])
            assert 0 <= start <= end <= len(source)
        for suggestion in item.get("suggestions", []):
            assert suggestion["text"] == finding["fix"]["replacement"]
        if finding["code"] == "LQ1202":
            assert source[start:end].startswith(b"no"), source[start:end]


def gitlab_is_valid(folder):
    """Code Quality has the fields that GitLab reads; its fingerprints are unique and stay when lines move."""
    report = json.loads(check(folder, "--format=gitlab"))
    assert len(report) == len(findings(folder))
    for item in report:
        assert set(item) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert item["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert item["location"]["lines"]["begin"] >= 1
        assert (folder / item["location"]["path"]).is_file()
    prints = {item["fingerprint"] for item in report}
    assert len(prints) == len(report)
    post = folder / "site/posts/2024-08-07-two.md"
    before = post.read_bytes()
    post.write_bytes(before.replace(b"title", b"layout: post\r\ntitle"))
    moved = {item["fingerprint"] for item in json.loads(check(folder, "--format=gitlab"))}
    post.write_bytes(before)
    assert moved == prints


def junit_is_valid(folder):
    """JUnit's XML holds against its schema, and counts what it has."""
    if shutil.which("xmllint") is None:
        raise LookupError("xmllint is not installed")
    report = check(folder, "--format=junit")
    lint("--relaxng", HERE / "junit.rng", data=report)
    errors = sum(f["severity"] == "error" for f in findings(folder))
    assert report.count(b"<failure ") == errors
    assert sum(int(n) for n in re.findall(rb'failures="(\d+)"', report)) == errors


def checkstyle_is_well_formed(folder):
    """checkstyle's XML is well-formed and has the findings."""
    if shutil.which("xmllint") is None:
        raise LookupError("xmllint is not installed")
    report = check(folder, "--format=checkstyle")
    lint(data=report)
    assert report.count(b"<error ") == len(findings(folder))


def markdown_is_a_summary(folder):
    """The summary in Markdown has a row for each finding."""
    report = check(folder, "--format=markdown").decode()
    assert report.startswith("## herald check: failed\n")
    assert len(re.findall(r"^\| site/", report, re.M)) == len(findings(folder))


def suggestions_are_comments(folder):
    """Suggestions name lines that are there, on the side that was written."""
    comments = json.loads(check(folder, "--format=suggestions"))
    assert comments
    for comment in comments:
        assert set(comment) <= {"path", "start_line", "start_side", "line", "side", "body"}
        assert comment["side"] == "RIGHT"
        assert 1 <= comment.get("start_line", 1) <= comment["line"]
        assert comment["line"] <= source_of(folder, comment["path"]).count(b"\n") + 1
        assert "```suggestion\n" in comment["body"]


def nothing_turns_text_around(folder):
    """No report holds a control or a bidirectional mark of the posts."""
    for name in "text github rdjsonl gitlab junit checkstyle markdown".split():
        report = check(folder, f"--format={name}").decode()
        if name == "text":
            report = re.sub(r"(?m)^ +\d+ \|.*$", "", report)
        assert not re.search("[\u202A-\u202E\u2066-\u2069\x1B]", report), name


def several_reports_at_once(folder):
    """--output and --also write the same as --format alone."""
    check(folder, "--format=sarif", "-o", "a.sarif", "--also", "junit=out/junit.xml", "--also=jsonl=b.jsonl")
    assert (folder / "a.sarif").read_bytes() == check(folder, "--format=sarif")
    assert (folder / "out/junit.xml").read_bytes() == check(folder, "--format=junit")
    assert (folder / "b.jsonl").read_bytes() == check(folder, "--format=jsonl")


TESTS = [github_tells_the_same, sarif_is_valid, sarif_tells_the_same, rdjsonl_tells_the_same, gitlab_is_valid,
         junit_is_valid, checkstyle_is_well_formed, markdown_is_a_summary, suggestions_are_comments,
         nothing_turns_text_around, several_reports_at_once]


def main():
    status = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path, text in POSTS.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())
        for test in TESTS:
            title = test.__doc__.splitlines()[0].rstrip(".")
            try:
                test(folder)
                print(f"ok - {title}")
            except LookupError as missing:
                print(f"ok - {title} # SKIP {missing}")
            except AssertionError as fault:
                status = 1
                print(f"# {test.__name__} line {fault.__traceback__.tb_next.tb_lineno}: {str(fault)[:600]}")
                print(f"not ok - {title}")
    return status


if __name__ == "__main__":
    sys.exit(main())
