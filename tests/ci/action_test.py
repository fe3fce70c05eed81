#!/usr/bin/env python3
"""Runs action.yml in repositories made for it, with the program at hand in place of the one it would build.

Needs python3-yaml; without it this is skipped. Speaks TAP; HERALD is the program.
"""
import json
import pathlib
import re
import sys
import tempfile

from support import CLEAN, ENV, FAULTY, HERALD, ROOT, SITE, Skip, commit, git, new_repository, run, run_tests, write

try:
    import yaml
    from runner import Runner, program_folder
except ImportError:
    yaml = None

OLD, NEW = "posts/2024-08-05-old.md", "posts/2024-08-06-new.md"


def cache(runner, wanted, _):
    """actions/cache, where there is nothing yet: the program at hand goes where the built one would."""
    assert re.fullmatch(r"herald-[a-z]+-[\w.]+-\w+-[0-9a-f]{64}", wanted["key"]), wanted["key"]
    program_folder(wanted["path"], HERALD)
    return {"cache-hit": "true"}


def act(workspace, folder, event, inputs=None, **env):
    """Runs the action; the runner, and the action's outputs."""
    scratch = pathlib.Path(tempfile.mkdtemp(dir=folder))
    env = dict(ENV, GITHUB_EVENT_NAME="pull_request" if "pull_request" in event else "push", **env)
    runner = Runner(workspace, scratch, env, {"event": event, "action_repository": ""}, {"actions/cache@v4": cache})
    outputs = runner.run_action(ROOT, inputs or {})
    return runner, outputs


def origin(folder, site="."):
    """A repository with an old post that has a fault, a pull request that adds another, and its merge; their commits."""
    server = folder / "server"
    new_repository(server)
    base = commit(server, {f"{site}/herald.yml": SITE, f"{site}/feeds/news.yml": "title: News\n",
                           f"{site}/{OLD}": FAULTY.format(title="Old hall")})
    git(server, "checkout", "--quiet", "-b", "topic")
    commit(server, {f"{site}/{NEW}": FAULTY.format(title="New hall")})
    git(server, "checkout", "--quiet", "-b", "merge", "main")
    git(server, "merge", "--quiet", "--no-ff", "-m", "Merge", "topic")
    return server, base


def checkout(folder, server, branch, depth):
    workspace = folder / "workspace"
    run("git", "clone", "--quiet", *([f"--depth={depth}"] if depth else []), "--branch", branch, f"file://{server}",
        workspace, cwd=folder)
    return workspace


def pull(base):
    return {"pull_request": {"base": {"sha": base}}}


def annotations(runner):
    return re.findall(r"^::(error|warning|notice) file=([^,\n]+),line=(\d+)", runner.output, re.M)


def a_pull_request_is_told_its_own_faults_alone(folder):
    server, base = origin(folder)
    runner, outputs = act(checkout(folder, server, "merge", 2), folder, pull(base))
    assert annotations(runner) == [("error", NEW, "4")], runner.output
    assert "DT303 date-noncanonical" in runner.output
    assert outputs["status"] == "1" and runner.contexts["failed"]
    assert outputs["base"] == base
    assert f"{NEW}:4:7" in runner.summary and OLD not in runner.summary, runner.summary
    assert pathlib.Path(outputs["summary"]).read_text("utf-8") == runner.summary
    assert [item["path"] for item in json.loads(pathlib.Path(outputs["suggestions"]).read_bytes())] == [NEW]
    assert [item["location"]["path"] for item in json.loads(pathlib.Path(outputs["findings"]).read_bytes())] == [NEW]
    assert json.loads(pathlib.Path(outputs["sarif"]).read_bytes())["version"] == "2.1.0"
    assert all(pathlib.Path(outputs[name]).parent == pathlib.Path(outputs["reports"])
               for name in ("summary", "suggestions", "findings", "sarif"))


def what_a_shallow_clone_lacks_is_fetched(folder):
    server, base = origin(folder)
    runner, outputs = act(checkout(folder, server, "merge", 1), folder, pull(base))
    assert annotations(runner) == [("error", NEW, "4")], runner.output
    assert outputs["base"] == base


def what_others_merged_since_is_not_told(folder):
    server, base = origin(folder)
    git(server, "checkout", "--quiet", "main")
    moved = commit(server, {"posts/2024-08-07-other.md": FAULTY.format(title="Other hall")})
    git(server, "checkout", "--quiet", "-B", "merge", "main")
    git(server, "merge", "--quiet", "--no-ff", "-m", "Merge", "topic")
    runner, outputs = act(checkout(folder, server, "merge", 1), folder, pull(base))
    assert annotations(runner) == [("error", NEW, "4")], runner.output
    assert outputs["base"] == moved


def a_base_that_is_asked_for_is_fetched_from_afar(folder):
    server, base = origin(folder)
    git(server, "checkout", "--quiet", "topic")
    for number in range(4):
        commit(server, {"README": str(number)})
    git(server, "checkout", "--quiet", "main")
    commit(server, {"posts/2024-08-07-other.md": FAULTY.format(title="Other hall")})
    runner, outputs = act(checkout(folder, server, "topic", 1), folder, {}, {"base": "origin/main"})
    assert annotations(runner) == [("error", NEW, "4")], runner.output
    assert outputs["base"] and outputs["base"] != base


def a_base_that_is_nowhere_is_said(folder):
    server, _ = origin(folder)
    runner, outputs = act(checkout(folder, server, "topic", 1), folder, {}, {"base": "nowhere"})
    assert "::error::cannot find where HEAD parted from nowhere" in runner.output
    assert outputs["status"] == "" and runner.contexts["failed"]


def a_push_is_told_what_it_brings(folder):
    server, base = origin(folder)
    runner, outputs = act(checkout(folder, server, "topic", 1), folder, {"before": base})
    assert annotations(runner) == [("error", NEW, "4")], runner.output
    assert outputs["base"] == base


def without_a_base_the_whole_site_is_checked(folder):
    server, base = origin(folder)
    workspace = checkout(folder, server, "topic", 1)
    for event, inputs in (({"before": "0" * 40}, {}), ({}, {}), (pull(base), {"base": "none"})):
        runner, outputs = act(workspace, folder, event, inputs)
        assert {file for _, file, _ in annotations(runner)} == {OLD, NEW}, runner.output
        assert outputs["base"] == ""
    runner, _ = act(workspace, folder, {"before": "1" * 40})
    assert "::notice::what was pushed on is there no more" in runner.output
    assert {file for _, file, _ in annotations(runner)} == {OLD, NEW}, runner.output


def a_site_in_a_folder_gets_paths_from_the_root(folder):
    site = "our $(touch pwned) site"
    server, base = origin(folder, site)
    workspace = checkout(folder, server, "merge", 2)
    runner, _ = act(workspace, folder, pull(base), {"site": site})
    assert annotations(runner) == [("error", f"{site}/{NEW}", "4")], runner.output
    assert not list(folder.rglob("pwned"))


def a_repository_in_a_folder_of_the_workspace_gets_its_own_paths(folder):
    server, base = origin(folder, "site")
    checkout(folder, server, "merge", 2)
    runner, _ = act(folder, folder, pull(base), {"site": "workspace/site"})
    assert annotations(runner) == [("error", f"site/{NEW}", "4")], runner.output


def what_fails_is_set_by_an_input(folder):
    server, base = origin(folder)
    workspace = checkout(folder, server, "merge", 2)
    also = "junit=herald.xml\ncheckstyle=out file.xml\n"
    runner, outputs = act(workspace, folder, pull(base), {"fail-on": "never", "also": also})
    assert outputs["status"] == "0" and not runner.contexts["failed"], runner.output
    assert (workspace / "herald.xml").read_text("utf-8").startswith("<?xml")
    assert (workspace / "out file.xml").is_file()
    runner, outputs = act(workspace, folder, pull(base), {"fail-on": "always"})
    assert outputs["status"] == "2" and runner.contexts["failed"]


def a_clean_pull_request_passes(folder):
    server, _ = origin(folder)
    git(server, "checkout", "--quiet", "-B", "topic", "main")
    commit(server, {NEW: CLEAN.format(title="New hall")})
    runner, outputs = act(checkout(folder, server, "topic", 0), folder, {}, {"base": "origin/main"})
    assert outputs["status"] == "0" and not runner.contexts["failed"], runner.output
    assert annotations(runner) == []
    assert runner.ran[-1] == "Check the announcements"


def inputs_are_never_run(folder):
    server, base = origin(folder)
    workspace = checkout(folder, server, "merge", 2)
    for name in ("base", "fail-on", "also", "version", "site"):
        for evil in ('"; touch pwned; "', "$(touch pwned)", "`touch pwned`", "--output=pwned", "'\ntouch pwned\n'"):
            runner, _ = act(workspace, folder, pull(base), {name: evil})
            assert not list(folder.rglob("pwned*")), f"{name}: {evil}\n{runner.output}"


def names_of_files_cannot_give_commands(folder):
    server, base = origin(folder)
    git(server, "checkout", "--quiet", "-B", "merge", "merge")
    name = "posts/2024-08-09-a,line=1::b%0A\n::add-mask::x.md"
    commit(server, {name: FAULTY.format(title="Odd hall")})
    runner, _ = act(checkout(folder, server, "merge", 0), folder, {}, {"base": base})
    lines = [line for line in runner.output.splitlines() if line.startswith("::")]
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines), lines
    assert any("a%2Cline=1%3A%3Ab%250A" in line for line in lines), lines


def sources(folder, version):
    """A repository that looks like herald's; `make` there takes the program at hand."""
    new_repository(folder)
    files = {"Makefile": f"deps:\nall:\n\tmkdir -p $(BUILD)\n\tcp {HERALD} $(BUILD)/herald\n",
             "cmd/main.c": version, "lib/lib.c": "", "themes/theme": ""}
    for script in ("build.sh", "fingerprint.sh"):
        files[f"ci/{script}"] = (ROOT / "ci" / script).read_text("utf-8")
    write(folder, files)
    for script in (folder / "ci").iterdir():
        script.chmod(0o755)
    return commit(folder, {})


def another_version_is_fetched_and_built(folder):
    first = sources(folder / "press/herald", "one")
    git(folder / "press/herald", "tag", "v1")
    commit(folder / "press/herald", {"cmd/main.c": "two"})
    keys = {}
    for version in ("main", "v1", first):
        server, scratch = folder / "press", pathlib.Path(tempfile.mkdtemp(dir=folder))
        env = dict(ENV, GITHUB_SERVER_URL=f"file://{folder}")
        runner = Runner(server, scratch, env, {"action_repository": "press/herald"}, {})
        steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
        runner.contexts["inputs"] = {"version": version}
        runner.run_steps([step for step in steps if step["name"].startswith(("Find the sources", "Build"))], ROOT)
        outputs = runner.contexts["steps"]["source"]["outputs"]
        assert not runner.contexts["failed"], runner.output
        keys[version] = outputs["key"]
        main_c = pathlib.Path(outputs["source"]) / "cmd/main.c"
        assert main_c.read_text("utf-8") == ("two" if version == "main" else "one")
        assert "herald" in run(pathlib.Path(outputs["program"]) / "bin/herald", "--version", cwd=folder)
    assert keys["main"] != keys["v1"] == keys[first], keys


def what_was_built_is_kept_and_stands_alone(folder):
    source, program = folder / "source", folder / "a program"
    sources(source, "one")
    build = source / "ci/build.sh"
    run(build, source, program, cwd=folder)
    made = (program / "made-from").read_text("utf-8")
    assert re.fullmatch(r"[0-9a-f]{64}\n", made)
    assert run(build, source, program, cwd=folder) == "", "it was built twice"
    linked = run("ldd", program / "libexec/herald", cwd=folder, env=dict(ENV, LD_LIBRARY_PATH=str(program / "lib")))
    outside = [line.split()[0] for line in linked.splitlines() if "=> /" in line and f"=> {program}" not in line]
    assert set(outside) <= {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1"}, outside
    (folder / "link").symlink_to(program / "bin/herald")
    assert "usage:" in run(folder / "link", "help", "check", cwd=folder)
    write(source, {"lib/lib.c": "int changed;\n"})
    assert run(build, source, program, cwd=folder) != "", "it was not built again"
    assert (program / "made-from").read_text("utf-8") != made
    write(source, {"Makefile": "deps:\nall:\n\tfalse\n"})
    run(build, source, program, cwd=folder, status=None)
    assert not (program / "made-from").exists(), "what is broken would be kept"


TESTS = [a_pull_request_is_told_its_own_faults_alone, what_a_shallow_clone_lacks_is_fetched,
         what_others_merged_since_is_not_told, a_base_that_is_asked_for_is_fetched_from_afar,
         a_base_that_is_nowhere_is_said, a_push_is_told_what_it_brings, without_a_base_the_whole_site_is_checked,
         a_site_in_a_folder_gets_paths_from_the_root, a_repository_in_a_folder_of_the_workspace_gets_its_own_paths,
         what_fails_is_set_by_an_input, a_clean_pull_request_passes, inputs_are_never_run,
         names_of_files_cannot_give_commands, another_version_is_fetched_and_built,
         what_was_built_is_kept_and_stands_alone]


def main():
    if yaml is None:
        print("ok - the action # SKIP python3-yaml is not installed")
        return 0
    return run_tests(TESTS)


if __name__ == "__main__":
    sys.exit(main())
