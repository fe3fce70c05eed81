"""Runs the steps of an action or a workflow as GitHub's runner does, as far as ours need it.

`run` steps run in bash with the files and variables of a runner; what a `uses` step does is handed in. Expressions have
paths, strings, `||`, `&&`, `!`, `==`, `!=` and the functions that ask for the state of the job.
"""
import os
import pathlib
import re
import subprocess

import yaml

TOKEN = re.compile(r"\s*(\|\||&&|==|!=|!|\(|\)|'(?:[^']|'')*'|[A-Za-z_][\w-]*(?:\.[\w-]+)*(?:\(\))?)")


class Expression:
    """One expression; `value` is what it comes to."""

    def __init__(self, text, contexts):
        self.tokens, self.contexts = TOKEN.findall(text), contexts
        assert "".join(self.tokens) == re.sub(r"\s+(?=(?:[^']*'[^']*')*[^']*$)", "", text), f"cannot read {text}"
        self.value = self.either()
        assert not self.tokens, f"cannot read {text}"

    def take(self, *wanted):
        return self.tokens.pop(0) if self.tokens and self.tokens[0] in wanted else None

    def either(self):
        value = self.both()
        while self.take("||"):
            other = self.both()
            value = value or other
        return value

    def both(self):
        value = self.compared()
        while self.take("&&"):
            other = self.compared()
            value = value and other
        return value

    def compared(self):
        value = self.one()
        sign = self.take("==", "!=")
        return value if not sign else (value == self.one()) == (sign == "==")

    def one(self):
        if self.take("!"):
            return not self.one()
        if self.take("("):
            value = self.either()
            assert self.take(")")
            return value
        token = self.tokens.pop(0)
        if token.startswith("'"):
            return token[1:-1].replace("''", "'")
        if token.endswith("()"):
            return {"always()": True, "cancelled()": False, "success()": not self.contexts["failed"],
                    "failure()": self.contexts["failed"]}[token]
        value = self.contexts
        for name in token.split("."):
            value = value.get(name, "") if isinstance(value, dict) else ""
        return value


def fill(text, contexts):
    """The text with its expressions put in."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(Expression(found[1].strip(), contexts).value), str(text))


class Runner:
    """One job: runs steps in order, and keeps what came of them."""

    def __init__(self, workspace, scratch, env, github, uses):
        self.workspace, self.scratch, self.env, self.uses = workspace, scratch, env, uses
        self.contexts = {"github": github, "steps": {}, "inputs": {}, "failed": False,
                         "runner": {"temp": str(scratch)}}
        self.path, self.output, self.summary, self.ran = [], "", "", []

    def run_action(self, folder, inputs):
        """Runs a composite action; returns its outputs."""
        action = yaml.safe_load((folder / "action.yml").read_text("utf-8"))
        assert set(inputs) <= set(action["inputs"]), f"no such input: {inputs}"
        outer = self.contexts
        self.contexts = dict(outer, steps={}, failed=False, inputs={
            name: inputs.get(name, fill(about.get("default", ""), outer)) for name, about in action["inputs"].items()})
        self.run_steps(action["runs"]["steps"], folder)
        outputs = {name: fill(about["value"], self.contexts) for name, about in action.get("outputs", {}).items()}
        outer["failed"] = outer["failed"] or self.contexts["failed"]
        self.contexts = outer
        return outputs

    def run_steps(self, steps, folder=None):
        for step in steps:
            condition = re.sub(r"^\$\{\{(.*)\}\}$", r"\1", str(step.get("if", "success()"))).strip()
            if not re.search(r"\b(always|cancelled|success|failure)\(\)", condition):
                condition = f"success() && ({condition})"
            if Expression(condition, self.contexts).value:
                self.run_step(step, folder)

    def run_step(self, step, folder):
        self.ran.append(step.get("name", step.get("uses", step.get("run"))))
        given = {name: fill(value, self.contexts) for name, value in step.get("env", {}).items()}
        if "uses" in step:
            wanted = {name: fill(value, self.contexts) for name, value in step.get("with", {}).items()}
            outputs = self.uses[step["uses"]](self, wanted, given)
        else:
            outputs, status = self.run_script(step["run"], given, folder)
            if status != 0 and not step.get("continue-on-error"):
                self.contexts["failed"] = True
        if "id" in step:
            self.contexts["steps"][step["id"]] = {"outputs": outputs or {}}

    def run_script(self, script, given, folder):
        files = {name: self.scratch / f"{name}-{len(self.ran)}" for name in ("OUTPUT", "PATH", "STEP_SUMMARY", "ENV")}
        for file in files.values():
            file.touch()
        body = self.scratch / f"step-{len(self.ran)}.sh"
        body.write_text(script, "utf-8")
        env = dict(self.env, RUNNER_TEMP=str(self.scratch), **{f"GITHUB_{name}": str(files[name]) for name in files})
        env["PATH"] = os.pathsep.join([*reversed(self.path), env["PATH"]])
        if folder:
            env["GITHUB_ACTION_PATH"] = str(folder)
        done = subprocess.run(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(body)], cwd=self.workspace,
                              env=dict(env, **given), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
        self.output += done.stdout.decode("utf-8", "replace")
        self.summary += files["STEP_SUMMARY"].read_text("utf-8")
        self.path += files["PATH"].read_text("utf-8").split()
        return dict(line.split("=", 1) for line in files["OUTPUT"].read_text("utf-8").splitlines()), done.returncode


def program_folder(folder, herald):
    """Makes a folder as ci/build.sh makes one, around a herald that is there."""
    path = pathlib.Path(folder) / "bin"
    path.mkdir(parents=True, exist_ok=True)
    (path / "herald").symlink_to(herald)
