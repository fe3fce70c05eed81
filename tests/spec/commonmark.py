#!/usr/bin/env python3
"""Runs the examples of a CommonMark specification through a Markdown program.

    commonmark.py 'build/herald markdown --batch' SPEC

SPEC is the specification's text (spec.txt of the npm package commonmark-spec) or a JSON list of its examples. Prints
the examples that fail, then `N of M`; exits 1 when one does.
"""
import json
import re
import shlex
import subprocess
import sys

EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.S | re.M)


def read_examples(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    if path.endswith(".json"):
        examples = [(example["markdown"], example["html"]) for example in json.loads(text)]
    else:
        text = re.sub(r"^<!-- END TESTS -->.*", "", text, flags=re.S | re.M)
        examples = EXAMPLE.findall(text)
    return [(markdown.replace("→", "\t"), html.replace("→", "\t")) for markdown, html in examples]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    examples = read_examples(sys.argv[2])
    requests = "".join(
        json.dumps({"name": str(number), "markdown": markdown, "dialect": "gfm", "smart": False}) + "\n"
        for number, (markdown, _) in enumerate(examples, 1)
    )
    run = subprocess.run(shlex.split(sys.argv[1]), input=requests.encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    passed = 0
    for number, (markdown, html) in enumerate(examples, 1):
        got = answers[number - 1] if number <= len(answers) else {}
        if got.get("name") == str(number) and got.get("html") == html:
            passed += 1
        else:
            print(f"example {number}\n  markdown {markdown!r}\n  expected {html!r}\n  got      {got.get('html', got)!r}")
    print(f"{passed} of {len(examples)}")
    sys.exit(0 if examples and passed == len(examples) else 1)


if __name__ == "__main__":
    main()
