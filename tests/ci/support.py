"""What the tests of ci/ share: temporary repositories with a site in them, and TAP."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = pathlib.Path(os.environ.get("HERALD", ROOT / "build/herald")).resolve()
BUILD = pathlib.Path(os.environ.get("BUILD", ROOT / "build")).resolve()
ENV = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
       "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_ALLOW_PROTOCOL": "file",
       **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
          for what, value in (("NAME", "Mina"), ("EMAIL", "mina@example.org"), ("DATE", "2026-01-01T00:00:00Z"))}}

SITE = "title: Example news\nurl: https://news.example.org\n"
CLEAN = ("---\ntitle: {title}\nauthor: Mina Example\ndate: 2024-08-06\ntags: [news]\nexcerpt: It is open.\n---\n"
         "The {title} is open to all.\n")
FAULTY = CLEAN.replace("2024-08-06", "2024-08-6")


class Skip(Exception):
    """Something that the test needs is not there."""


def run(*words, cwd, env=None, status=0):
    done = subprocess.run([str(word) for word in words], cwd=cwd, env=env or ENV, stdin=subprocess.DEVNULL, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = done.stdout.decode("utf-8", "replace")
    assert status is None or done.returncode == status, f"{words}: status {done.returncode}\n{said}"
    return said


def git(folder, *words):
    return run("git", *words, cwd=folder).strip()


def write(folder, files):
    for path, text in files.items():
        file = pathlib.Path(folder) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def commit(folder, files, message="Change"):
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def new_repository(folder):
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")


def run_tests(tests):
    """Runs each function with a folder of its own; the exit status."""
    status = 0
    for test in tests:
        name = test.__name__.replace("_", " ")
        with tempfile.TemporaryDirectory(prefix="herald-ci-") as folder:
            try:
                test(pathlib.Path(folder).resolve())
                print(f"ok - {name}")
            except Skip as why:
                print(f"ok - {name} # SKIP {why}")
            except Exception as fault:  # whatever it is, the other tests run too
                status = 1
                print(f"not ok - {name}")
                print("\n".join(f"# {line}" for line in f"{type(fault).__name__}: {fault}".splitlines()))
        sys.stdout.flush()
    return status
