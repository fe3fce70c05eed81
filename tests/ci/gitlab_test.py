#!/usr/bin/env python3
"""Runs the lines of ci/gitlab.yml as a GitLab runner does, with stand-ins for apt-get and for the sources of herald.

Needs python3-yaml; without it this is skipped. Speaks TAP; HERALD is the program.
"""
import json
import re
import sys
import xml.etree.ElementTree

from support import CLEAN, ENV, FAULTY, HERALD, ROOT, SITE, commit, git, new_repository, run, run_tests, write

try:
    import yaml
except ImportError:
    yaml = None

OLD, NEW = "posts/2024-08-05-old.md", "posts/2024-08-06-new.md"
KEYWORDS = {"stage", "image", "variables", "rules", "cache", "before_script", "script", "artifacts"}


def job():
    read = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8"))
    assert list(read) == ["herald"], "what is included adds one job and nothing else"
    return read["herald"]


def sources(folder):
    """A repository that looks like herald's; `make` there takes the program at hand."""
    new_repository(folder)
    files = {"Makefile": f"deps:\nall:\n\tcp {HERALD} $(BUILD)/herald\n", "cmd/a": "", "lib/a": "", "themes/a": ""}
    write(folder, {**files, **{f"ci/{name}": (ROOT / "ci" / name).read_text("utf-8")
                               for name in ("build.sh", "fingerprint.sh")}})
    for script in (folder / "ci").iterdir():
        script.chmod(0o755)
    commit(folder, {})


def merge_request(folder, site="."):
    project = folder / "project"
    new_repository(project)
    base = commit(project, {f"{site}/herald.yml": SITE, f"{site}/feeds/news.yml": "title: News\n",
                            f"{site}/{OLD}": FAULTY.format(title="Old hall")})
    git(project, "checkout", "--quiet", "-b", "topic")
    commit(project, {f"{site}/{NEW}": FAULTY.format(title="New hall")})
    return project, base


def pipeline(folder, project, status, **variables):
    """Runs the job; what it said."""
    stubs = folder / "stubs"
    write(stubs, {"apt-get": "#!/bin/sh\necho \"$@\" >>\"$APT_LOG\"\n"})
    (stubs / "apt-get").chmod(0o755)
    if not (folder / "herald").exists():
        sources(folder / "herald")
    about = job()
    given = {**about["variables"], "HERALD_REPOSITORY": f"file://{folder}/herald", **variables}
    env = {**ENV, **given, "PATH": f"{stubs}:{ENV['PATH']}", "APT_LOG": str(folder / "apt.log")}
    return run("sh", "-e", "-c", "\n".join([*about["before_script"], *about["script"]]), cwd=project, env=env,
               status=status)


def the_job_has_what_gitlab_knows(folder):
    about = job()
    assert set(about) == KEYWORDS, set(about) ^ KEYWORDS
    assert set(about["artifacts"]) == {"when", "expose_as", "paths", "expire_in", "reports"}
    assert set(about["artifacts"]["reports"]) == {"codequality", "junit"}
    assert all(isinstance(value, str) for value in about["variables"].values())
    written = "\n".join(about["script"])
    for file in (*about["artifacts"]["paths"], *about["artifacts"]["reports"].values()):
        assert f"={file}" in written, file
    assert re.fullmatch(r"[\w ]+", about["artifacts"]["expose_as"])


def a_merge_request_is_told_its_own_faults_alone(folder):
    project, base = merge_request(folder)
    said = pipeline(folder, project, 1, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert f"{NEW}:4:7: error: " in said and OLD not in said, said
    found = json.loads((project / "gl-code-quality-report.json").read_bytes())
    assert [set(one) for one in found] == [{"description", "check_name", "fingerprint", "severity", "location"}], found
    assert found[0]["location"] == {"path": NEW, "lines": {"begin": 4}}, found
    assert found[0]["severity"] == "major" and found[0]["check_name"] == "date-noncanonical"
    tree = xml.etree.ElementTree.parse(project / "herald.xml").getroot()
    assert [case.get("classname") for case in tree.iter("testcase")] == [NEW]
    assert "DT303" in (project / "herald.md").read_text("utf-8")
    (suggestion,) = json.loads((project / "herald-suggestions.json").read_bytes())
    assert "```suggestion:-0+0\ndate: 2024-08-06\n```" in suggestion["body"]
    assert "install git ca-certificates make" in (folder / "apt.log").read_text("utf-8")


def merged_results_are_told_the_same(folder):
    project, base = merge_request(folder)
    source = git(project, "rev-parse", "HEAD")
    git(project, "checkout", "--quiet", "main")
    commit(project, {"posts/2024-08-07-other.md": FAULTY.format(title="Other hall")})
    git(project, "merge", "--quiet", "--no-ff", "-m", "Merge", "topic")
    said = pipeline(folder, project, 1, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA=source)
    assert f"{NEW}:4:7: error: " in said and "other.md" not in said, said


def the_default_branch_is_checked_whole(folder):
    project, _ = merge_request(folder)
    said = pipeline(folder, project, 1)
    assert NEW in said and OLD in said, said
    prints = [one["fingerprint"] for one in json.loads((project / "gl-code-quality-report.json").read_bytes())]
    assert len(prints) == len(set(prints)) >= 2, prints


def variables_say_where_and_from_what_on(folder):
    project, base = merge_request(folder, "our site")
    pipeline(folder, project, 0, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, HERALD_SITE="our site", HERALD_FAIL_ON="never")
    found = json.loads((project / "gl-code-quality-report.json").read_bytes())
    assert [one["location"]["path"] for one in found] == [f"our site/{NEW}"], found


def the_next_pipeline_uses_what_was_built(folder):
    project, base = merge_request(folder)
    assert "Nothing to be done for 'deps'" in pipeline(folder, project, 1, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    commit(project, {NEW: CLEAN.format(title="New hall"), ".gitignore": "*\n"})
    said = pipeline(folder, project, 0, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert "Nothing to be done" not in said, said


TESTS = [the_job_has_what_gitlab_knows, a_merge_request_is_told_its_own_faults_alone, merged_results_are_told_the_same,
         the_default_branch_is_checked_whole, variables_say_where_and_from_what_on,
         the_next_pipeline_uses_what_was_built]

if __name__ == "__main__":
    if yaml is None:
        print("ok - ci/gitlab.yml # SKIP python3-yaml is not installed")
        sys.exit(0)
    sys.exit(run_tests(TESTS))
