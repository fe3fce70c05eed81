#!/usr/bin/env python3
"""What ci/comment writes into a pull request, from reports of `herald check` and from forged ones.

tests/ci/forge.cjs stands in for GitHub. Needs node and python3-yaml; without them this is skipped. Speaks TAP;
HERALD is the program.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from support import CLEAN, ENV, FAULTY, HERALD, ROOT, SITE, commit, git, new_repository, run, run_tests, write

try:
    import yaml
    from runner import Runner
except ImportError:
    yaml = None

POST = "posts/2024-08-06-new.md"
MARK = "<!-- herald check"
GOOD = {"path": POST, "line": 4, "side": "RIGHT",
        "body": "**DT303 date-noncanonical**: write it so\n\n```suggestion\ndate: 2024-08-06\n```\n"}
ALL_SHOWN = "@@ -0,0 +1,9 @@\n" + "".join(f"+{line}\n" for line in "abcdefghi")


def new_state(**changes):
    """A pull request from a fork, whose head a run was about."""
    run_of = {"event": "pull_request", "head_branch": "to$(pic)", "head_sha": "abc",
              "head_repository": {"id": 7, "owner": {"login": "someone"}}}
    pull = {"number": 12, "head": {"label": "someone:to$(pic)", "sha": "abc", "repo": {"id": 7}}}
    state = {"run": run_of, "pulls": [pull], "files": [{"filename": POST, "patch": ALL_SHOWN}], "reviewed": [],
             "reviews": [], "comments": [], "updates": 0}
    return {**state, **changes}


def comment(reports, state):
    """Runs the action on reports; the pull request afterwards."""
    after = []

    def github_script(_, wanted, env):
        done = subprocess.run(["node", ROOT / "tests/ci/forge.cjs", wanted["script"]], env=dict(ENV, **env), check=False,
                              input=json.dumps(state).encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert done.returncode == 0, done.stderr.decode()
        after.append(json.loads(done.stdout))

    with tempfile.TemporaryDirectory(prefix="herald-ci-") as scratch:
        runner = Runner(reports, pathlib.Path(scratch), ENV, {}, {"actions/github-script@v7": github_script})
        runner.run_action(ROOT / "ci/comment", {"reports": str(reports)})
    return after[0]


def report(folder, suggestions=(), summary="## herald check: passed\n", findings=()):
    write(folder, {"suggestions.json": json.dumps(suggestions), "summary.md": summary,
                   "findings.json": json.dumps(findings)})


def suggested(state):
    return [one for review in state["reviews"] for one in review["comments"]]


def checked(folder, repository):
    """The reports of herald about a repository; and the files of the pull request as GitHub tells them."""
    reports = folder / "reports"
    reports.mkdir(exist_ok=True)
    also = [f"--also={form}={reports / name}" for form, name in (
        ("markdown", "summary.md"), ("suggestions", "suggestions.json"), ("gitlab", "findings.json"))]
    run(HERALD, "check", *also, cwd=repository, status=None)
    files = []
    for name in git(repository, "diff", "--name-only", "main").splitlines():
        patch = git(repository, "diff", "main", "--", name)
        files.append({"filename": name, "patch": patch[patch.index("@@"):]})
    return reports, files


def topic(folder):
    repository = folder / "repository"
    new_repository(repository)
    commit(repository, {"herald.yml": SITE, "feeds/news.yml": "title: News\n", POST: CLEAN.format(title="New hall")})
    git(repository, "checkout", "--quiet", "-b", "topic")
    return repository


def what_herald_found_is_written_once_and_edited(folder):
    repository = topic(folder)
    commit(repository, {POST: FAULTY.format(title="New hall") + "[a][nope]\n"})
    reports, files = checked(folder, repository)
    state = comment(reports, new_state(files=files))
    (review,), (sticky,) = state["reviews"], state["comments"]
    assert (review["number"], review["commit"]) == (12, "abc")
    assert [(one["path"], one["line"], one["side"]) for one in review["comments"]] == [(POST, 4, "RIGHT")], review
    assert "```suggestion\ndate: 2024-08-06\n```" in review["comments"][0]["body"]
    assert sticky["number"] == 12 and sticky["body"].startswith(MARK) and "2 errors" in sticky["body"], sticky
    assert "DT303" in sticky["body"] and "Since the last run" not in sticky["body"]

    again = comment(reports, {**state, "reviews": []})
    assert again["reviews"] == [] and len(again["comments"]) == 1, again

    commit(repository, {POST: CLEAN.format(title="New hall") + "[a][nope]\n"})
    reports, files = checked(folder, repository)
    mended = comment(reports, {**again, "files": files})
    assert len(mended["comments"]) == 1 and mended["updates"] == again["updates"] + 1
    assert "Since the last run: 1 mended, 1 left." in mended["comments"][0]["body"], mended["comments"]


def only_lines_that_the_change_shows_get_suggestions(folder):
    files = [{"filename": POST, "patch": "@@ -1,2 +3,3 @@ x\n a\n-b\n+c\n+d\n\\ No newline at end of file"},
             {"filename": "posts/huge.md"}]
    places = [({"line": 2}, False), ({"line": 3}, True), ({"line": 5}, True), ({"line": 6}, False),
              ({"start_line": 3, "line": 5}, True), ({"start_line": 2, "line": 4}, False),
              ({"start_line": 5, "line": 4}, False), ({"line": "4"}, False), ({"line": 3.5}, False),
              ({"line": 4, "path": "posts/huge.md"}, False), ({"line": 4, "path": "/etc/passwd"}, False)]
    for place, shown in places:
        report(folder, [{**GOOD, **place}])
        assert bool(suggested(comment(folder, new_state(files=files)))) == shown, place


def forged_suggestions_are_left_out(folder):
    head = "**DT303 date-noncanonical**: x\n\n"
    forged = [None, 3, [], {}, {"body": 3}, {**GOOD, "path": [POST]}, {**GOOD, "body": "Visit us"},
              {**GOOD, "body": head + "```suggestion\nx\n```\n\n# More\n"},
              {**GOOD, "body": head + "```suggestion\nx\n```\n# More\n```\n"},
              {**GOOD, "body": head + "```suggestion\nx\r   ```\r# More\n```\n"},
              {**GOOD, "body": head + "```suggestion\nx\n  ````\n# More\n```\n"},
              {**GOOD, "body": head + "```sh\nx\n```\n"},
              {**GOOD, "body": head + f"```suggestion\n{'x' * 70000}\n```\n"},
              {**GOOD, "body": "**DT303 date-noncanonical**: x\n# y\n\n```suggestion\nx\n```\n"}]
    for one in forged:
        report(folder, [one])
        assert suggested(comment(folder, new_state())) == [], one
    fine = [{**GOOD, "body": head + body} for body in (
        "```suggestion\n```\n", "```suggestion\n\n```\n", "````suggestion\n```\nx\n```\n````\n",
        "```suggestion\nx\r\n```\n")]
    report(folder, fine)
    assert len(suggested(comment(folder, new_state()))) == len(fine)
    report(folder, [{**GOOD, "line": 1 + at % 9, "body": GOOD["body"].replace("so", f"so {at}")} for at in range(99)])
    assert len(suggested(comment(folder, new_state()))) == 30


def hostile_reports_stop_nothing(folder):
    secret = folder / "secret"
    secret.write_text("secret", "utf-8")
    for name in ("summary.md", "suggestions.json", "findings.json"):
        (folder / name).symlink_to(secret)
    assert comment(folder, new_state())["comments"] == [], "a link was followed"
    for name in ("summary.md", "suggestions.json", "findings.json"):
        (folder / name).unlink()
    assert comment(folder, new_state())["comments"] == []
    for text in ("", "{", "{}", "null", "[null]", '[{"fingerprint": "--> x"}]', "[" * 100000):
        write(folder, {"summary.md": "Well", "suggestions.json": text, "findings.json": text})
        (sticky,) = comment(folder, new_state())["comments"]
        assert sticky["body"] == f"{MARK}  -->\nWell", sticky
    report(folder, summary="x" * 200000)
    assert len(comment(folder, new_state())["comments"][0]["body"]) < 65536
    report(folder, summary="x" * (1 << 21))
    assert comment(folder, new_state())["comments"] == []


def nobody_is_called(folder):
    report(folder, [{**GOOD, "body": GOOD["body"].replace("so", "@someone/team so")}], "Thanks to @someone\n")
    state = comment(folder, new_state())
    for body in (state["comments"][0]["body"], suggested(state)[0]["body"]):
        assert "@" in body and not re.search(r"@\w", body), body


def comments_of_people_are_left_alone(folder):
    report(folder, [GOOD])
    person = {"login": "someone", "type": "User"}
    theirs = [{"id": 1, "body": f"{MARK} -->\nmine", "user": person}, {"id": 2, "body": "x", "user": None}]
    state = comment(folder, new_state(comments=theirs, reviewed=[{**GOOD, "user": person}]))
    assert state["updates"] == 0 and len(state["comments"]) == 3 and len(suggested(state)) == 1


def a_pull_request_that_is_not_that_of_the_run_gets_nothing(folder):
    report(folder, [GOOD])
    for head in ({"label": "someone:to$(pic)", "sha": "moved", "repo": {"id": 7}},
                 {"label": "someone:to$(pic)", "sha": "abc", "repo": {"id": 8}},
                 {"label": "someone:to$(pic)", "sha": "abc", "repo": None},
                 {"label": "other:to$(pic)", "sha": "abc", "repo": {"id": 7}}):
        state = comment(folder, new_state(pulls=[{"number": 1, "head": head}]))
        assert state["comments"] == [] and state["reviews"] == [] and "nothing is written" in state["said"][0], head


TESTS = [what_herald_found_is_written_once_and_edited, only_lines_that_the_change_shows_get_suggestions,
         forged_suggestions_are_left_out, hostile_reports_stop_nothing, nobody_is_called,
         comments_of_people_are_left_alone, a_pull_request_that_is_not_that_of_the_run_gets_nothing]

if __name__ == "__main__":
    if shutil.which("node") is None or yaml is None:
        print("ok - the comments # SKIP node or python3-yaml is not installed")
        sys.exit(0)
    sys.exit(run_tests(TESTS))
