#!/usr/bin/env python3
"""The rules of the house, held by machine: what may include what, how long things may be, what may not be called.

Each rule is a function that yields what breaks it, one line each. Speaks TAP.
"""
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MAX_FUNCTION_LINES, MAX_COMPLEXITY, MAX_FILE_LINES = 60, 15, 500

CONTENT = "site post markup liquid text base"
MAY_INCLUDE = {  # docs/ARCHITECTURE.md; an area may always include itself
    "base": "",
    "text": "base",
    "liquid": "text base",
    "markup": "text base",
    "post": "text base",
    "site": "post markup liquid text base",
    "jekyll": CONTENT,
    "feed": CONTENT,
    "check": CONTENT,
    "mail": "net store " + CONTENT,
    "publish": "site net store base",
    "net": "base",
    "store": "base",
    "serve": "check net " + CONTENT,
    "lsp": "check net " + CONTENT,
}
C_AND_POSIX = """assert ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdatomic stdbool
    stddef stdint stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype dirent fcntl fnmatch poll pthread
    regex sched spawn strings sys/file sys/ioctl sys/mman sys/resource sys/select sys/socket sys/stat sys/time sys/types
    sys/uio sys/wait termios unistd""".split()
BANNED = "strcpy strcat sprintf vsprintf gets strtok atoi atol atof system popen tmpnam mktemp alloca setlocale".split()
GENERATED = ["theme_data.h", "schema_data.h"]  # by the Makefile
LEFT_OVERS = ["TODO", "FIXME", "XXX", "HACK"]
HOMES = ["home", "root", "work", "Users", "tmp/build"]  # folders of some developer's machine


def tracked(*patterns):
    """Paths below the root, as Git has them or would take them."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns],
                            cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout.decode().split("\0")
    return sorted(path for path in listed if path and (ROOT / path).is_file())


def read(path):
    return (ROOT / path).read_text("utf-8", "replace")


def without_comments(text):
    """C with its comments blanked, lines kept; strings stay."""
    pattern = r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*'
    return re.sub(pattern, lambda m: re.sub(r"[^\n]", " ", m[0]) if m[0].startswith("/") else m[0], text, flags=re.S)


def without_strings(text):
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', without_comments(text))


def includes(path):
    for match in re.finditer(r'^\s*#\s*include\s+([<"])([^>"]+)', read(path), re.M):
        yield match[1] == "<", match[2]


def areas_include_downwards():
    for path in tracked("lib/*.c", "lib/*.h"):
        area = path.split("/")[1]
        if area not in MAY_INCLUDE:
            yield f"{path}: the area {area} is not in the graph"
            continue
        allowed = {area, *MAY_INCLUDE[area].split()}
        for foreign, header in includes(path):
            generated = header in GENERATED
            if not foreign and not generated and header.split("/")[0] not in allowed:
                yield f"{path}: includes {header}"


def quoted_headers_say_their_area():
    for path in tracked("lib/*.c", "lib/*.h"):
        for foreign, header in includes(path):
            if not foreign and header not in GENERATED and not (ROOT / "lib" / header).is_file():
                yield f"{path}: {header} is no path below lib/"


def foreign_headers_have_one_wrapper():
    users = {}
    for path in tracked("lib/*.c", "lib/*.h", "cmd/*.c", "cmd/*.h"):
        for foreign, header in includes(path):
            if foreign and header.removesuffix(".h") not in C_AND_POSIX:
                users.setdefault(header, []).append(path)
    for header, paths in sorted(users.items()):
        if len(paths) > 1:
            yield f"<{header}> is included by {', '.join(paths)}"
        if not paths[0].startswith("lib/") or not paths[0].endswith(".c"):
            yield f"<{header}> is included by {paths[0]}, which is no source of lib/"


def functions_are_short_and_simple():
    if shutil.which("pmccabe") is None:
        raise LookupError("pmccabe is not installed")
    listed = subprocess.run(["pmccabe", *tracked("lib/*.c", "cmd/*.c", "tests/*.c", "bench/*.c")], cwd=ROOT,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout.decode()
    for row in listed.splitlines():
        complexity, _, _, _, lines, place = row.split("\t")[:6]
        if int(complexity) > MAX_COMPLEXITY:
            yield f"{place}: complexity {complexity}"
        if int(lines) > MAX_FUNCTION_LINES:
            yield f"{place}: {lines} lines"


def files_are_short():
    for path in tracked("*.c", "*.h", "tests/*.py", "tests/*.sh"):
        lines = read(path).count("\n")
        if lines > MAX_FILE_LINES:
            yield f"{path}: {lines} lines"


def catalogue():
    """Code and name of each rule, in the order of the files."""
    return [found for path in tracked("lib/check/rules/*.c")
            for found in re.findall(r'\.code = "([A-Z]+\d+)",\s*\.name = "([a-z0-9-]+)"', read(path))]


def rules_exist_and_are_used():
    names = {name for _, name in catalogue()}
    sources = {path: without_comments(read(path)) for path in tracked("lib/*.c", "cmd/*.c")
               if not path.startswith("lib/check/rules/")}
    for path, text in sources.items():
        for match in re.finditer(r'\bdiag_(?:error|stop|warning|info)\(\s*[^,()]+,\s*"([^"]*)"', text):
            if match[1] not in names:
                yield f"{path}: there is no rule {match[1]}"
    for name in sorted(names):
        if not any(f'"{name}"' in text for text in sources.values()):
            yield f"lib/check/rules: nothing uses {name}"


def rule_codes_ascend():
    codes = [code for code, _ in catalogue()]
    for one in {code for code in codes if codes.count(code) > 1}:
        kinds = {name.rpartition("-")[0] for code, name in catalogue() if code == one}
        if len(kinds) > 1:  # link-bare-url and link-bare-email are one rule by two names
            yield f"{one} stands twice"
    groups = {}
    for code in codes:
        group, number = re.match(r"([A-Z]+)(\d+)", code).groups()
        groups.setdefault(group, []).append(int(number))
    for group, numbers in groups.items():
        if numbers != sorted(numbers):
            yield f"the codes {group} are not in order"


def unsafe_functions_are_not_called():
    pattern = re.compile(r"(?<![\w.>])(" + "|".join(BANNED) + r")\s*\(")
    for path in tracked("lib/*.c", "lib/*.h", "cmd/*.c", "cmd/*.h", "tests/*.c", "tests/*.h", "bench/*.c"):
        for number, line in enumerate(without_strings(read(path)).splitlines(), 1):
            for match in pattern.finditer(line):
                yield f"{path}:{number}: calls {match[1]}"


def libraries_do_not_print_or_exit():
    pattern = re.compile(r"(?<![\w.>])(printf|puts|putchar|fprintf|fputs|perror|exit|abort|_Exit)\s*\(")
    for path in tracked("lib/*.c", "lib/*.h"):
        if path == "lib/base/arena.c":  # the one place that ends the program: no memory
            continue
        for number, line in enumerate(without_strings(read(path)).splitlines(), 1):
            for match in pattern.finditer(line):
                yield f"{path}:{number}: calls {match[1]}"


def nothing_is_left_over():
    words = re.compile(r"\b(" + "|".join(LEFT_OVERS) + r")\b")
    places = re.compile(r"(?<![\w.~/-])/(" + "|".join(HOMES) + r")/")
    for path in tracked("*.c", "*.h", "*.sh", "*.md", "Makefile", "cmd/*", "tests/run", ".ci/*", "ci/*", "tests/ci/*", "*.yml", ":!tests/golden/*"):
        for number, line in enumerate(read(path).splitlines(), 1):
            for match in [*words.finditer(line), *places.finditer(line)]:
                yield f"{path}:{number}: {match[0]}"


def code_is_formatted():
    if shutil.which("clang-format") is None:
        raise LookupError("clang-format is not installed")
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", *tracked("*.c", "*.h")], cwd=ROOT, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    for path in sorted({line.split(":")[0] for line in done.stdout.decode().splitlines() if "error:" in line}):
        yield f"{path}: not as clang-format has it"


RULES = [areas_include_downwards, quoted_headers_say_their_area, foreign_headers_have_one_wrapper,
         functions_are_short_and_simple, files_are_short, rules_exist_and_are_used, rule_codes_ascend,
         unsafe_functions_are_not_called, libraries_do_not_print_or_exit, nothing_is_left_over, code_is_formatted]


def main():
    status = 0
    for rule in RULES:
        name = rule.__name__.replace("_", " ")
        try:
            faults = list(rule())
        except LookupError as missing:
            print(f"ok - {name} # SKIP {missing}")
            continue
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} - {name}")
        status = 1 if faults else status
    return status


if __name__ == "__main__":
    sys.exit(main())
