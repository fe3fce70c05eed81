#!/usr/bin/env python3
"""The hooks of .pre-commit-hooks.yaml, as pre-commit itself reads and runs them.

Needs the Debian package pre-commit (make deps-ci); without it this is skipped. Speaks TAP; HERALD is the program.
"""
import re
import shutil
import sys

from support import CLEAN, ENV, FAULTY, HERALD, ROOT, SITE, commit, git, new_repository, run, run_tests, write

POST = "posts/2024-08-06-new.md"
MANIFEST = ".pre-commit-hooks.yaml"


def author(folder, files, arguments=""):
    """The clone of an author who uses the hooks; and the environment in which pre-commit finds herald."""
    hooks, site, programs = folder / "hooks", folder / "site", folder / "programs"
    new_repository(hooks)
    revision = commit(hooks, {MANIFEST: (ROOT / MANIFEST).read_text("utf-8")})
    config = f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n" + "".join(
        f"  - id: {name}\n{arguments}" for name in ("herald-fix", "herald-check"))
    new_repository(site)
    commit(site, {".pre-commit-config.yaml": config, **files})
    programs.mkdir()
    (programs / "herald").symlink_to(HERALD)
    return site, dict(ENV, PATH=f"{programs}:{ENV['PATH']}", PRE_COMMIT_HOME=str(folder / "cache"), HOME=str(folder),
                      PRE_COMMIT_COLOR="never")


def pre_commit(site, env, status, *words):
    return run("pre-commit", "run", *words, cwd=site, env=env, status=status)


def pre_commit_takes_the_manifest(folder):
    run("pre-commit", "validate-manifest", ROOT / MANIFEST, cwd=folder)


def a_fault_stops_the_commit(folder):
    site, env = author(folder, {"herald.yml": SITE, "feeds/news.yml": "title: News\n", "README.md": "# Ours\n",
                                "posts/2024-08-05-old.md": FAULTY.format(title="Old hall")})
    write(site, {POST: CLEAN.format(title="New hall") + "[a][nope]\n"})
    git(site, "add", "--all")
    said = pre_commit(site, env, 1, "herald-check")
    assert f"{POST}:9:4: error: no line says where [nope] leads [LK801 ref-undefined]" in said, said
    assert "old.md" not in said and "README.md" not in said, said
    write(site, {POST: CLEAN.format(title="New hall")})
    git(site, "add", "--all")
    assert "Passed" in pre_commit(site, env, 0)


def what_can_be_mended_is_mended(folder):
    site, env = author(folder, {"herald.yml": SITE, "feeds/news.yml": "title: News\n"})
    write(site, {POST: FAULTY.format(title="New hall")})
    git(site, "add", "--all")
    said = pre_commit(site, env, 1, "herald-fix")
    assert "files were modified by this hook" in said, said
    assert (site / POST).read_text("utf-8") == CLEAN.format(title="New hall")
    git(site, "add", "--all")
    assert said.count("Passed") == 0 and pre_commit(site, env, 0).count("Passed") == 2


def a_site_in_a_folder_is_named_in_the_arguments(folder):
    site, env = author(folder, {"site/herald.yml": SITE, "site/feeds/news.yml": "title: News\n",
                                f"site/{POST}": FAULTY.format(title="New hall")}, "    args: [--site=site]\n")
    said = pre_commit(site, env, 1, "--all-files", "herald-check")
    assert f"{POST}:4:7: error: " in said, said


def the_pattern_takes_posts_alone(_):
    pattern = re.search(r"^  files: &posts '(.*)'$", (ROOT / MANIFEST).read_text("utf-8"), re.M)[1]
    for path in ("posts/a.md", "site/posts/2024/a b.markdown", "_posts/a.mkdn", "news/_posts/a.mkd", "_drafts/a.mkdown"):
        assert re.search(pattern, path), path
    for path in ("README.md", "posts.md", "myposts/a.md", "posts/a.md.bak", "posts/a.png", "posts/.md", "authors.yml"):
        assert not re.search(pattern, path), path


TESTS = [pre_commit_takes_the_manifest, a_fault_stops_the_commit, what_can_be_mended_is_mended,
         a_site_in_a_folder_is_named_in_the_arguments, the_pattern_takes_posts_alone]

if __name__ == "__main__":
    if shutil.which("pre-commit") is None:
        print("ok - the hooks for pre-commit # SKIP pre-commit is not installed")
        sys.exit(0)
    sys.exit(run_tests(TESTS))
