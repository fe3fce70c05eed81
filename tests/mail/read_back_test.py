#!/usr/bin/env python3
"""The digests of the example site, read back: by Python's own reader of mail, and where the measuring tools are beside the
project (../shared, or HERALD_SHARED) by their rules for mail. Speaks TAP; HERALD is the program."""
import email
import email.policy
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))
SHARED = pathlib.Path(os.environ.get("HERALD_SHARED", ROOT.parent / "shared"))
MAILCHECK = SHARED / "tools/mailcheck.py"
SYSTEM_PYTHON = "/usr/bin/python3"
PERIODS = ["2023", "2024", "2024-08", "2025-03", "2025", "2026"]
CHANNELS = ["news", "announcements", "releases"]
# Signatures and unsubscribing in one click are not written yet, and the digests are of years ago.
LATER_RULES = ("DKM-", "LST-03", "LST-07", "LST-08", "SET-03", "HDR-05")

count = 0
failures = 0


def report(ok, name, why=""):
    global count, failures
    count += 1
    failures += not ok
    print(f"{'ok' if ok else 'not ok'} {count} - {name}")
    if not ok and why:
        print("# " + str(why)[:2000].replace("\n", "\n# "))


def digest(folder, channel, period, *words):
    return subprocess.run([HERALD, "digest", channel, "-C", ROOT, "--now=2026-11-01", "--period", period, "-o", folder, *words],
                          capture_output=True, check=False)


def write_all(folder):
    for channel in CHANNELS:
        for period in PERIODS:
            done = digest(folder, channel, period, "--to", f"{channel}.{period}@example.net")
            if done.returncode != 0:
                report(False, f"the digest of {channel} in {period} is written", done.stderr.decode())
    messages = sorted(folder.glob("*.eml"))
    report(len(messages) >= 10, "digests are written", messages)
    return messages


def defects_of(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    defects = [f"{path.name}: {defect!r}" for part in message.walk() for defect in part.defects]
    defects += [f"{path.name}: {key}: {defect!r}" for key in message for defect in getattr(message[key], "defects", ())]
    types = [part.get_content_type() for part in message.iter_parts()]
    if types != ["text/plain", "text/html"]:
        defects.append(f"{path.name}: parts are {types}")
    for part in message.iter_parts():
        if len(part.get_content()) < 100:
            defects.append(f"{path.name}: {part.get_content_type()} is all but empty")
    return defects


def check_rules(messages):
    global count
    name = "the digests keep the rules of mail"
    if not MAILCHECK.is_file():
        count += 1
        print(f"ok {count} - {name} # SKIP there is no {MAILCHECK.name} beside the project")
        return
    done = subprocess.run([SYSTEM_PYTHON, MAILCHECK, *messages], capture_output=True, check=False)
    findings = [line for line in done.stdout.decode().splitlines()
                if (" error: " in line or " warning: " in line) and not any(rule in line for rule in LATER_RULES)]
    report(done.returncode in (0, 1) and not findings, name, "\n".join(findings) + done.stderr.decode())


def check_sameness(folder, messages):
    again = folder / "again"
    for zone in ("UTC", "Asia/Tokyo"):
        os.environ["TZ"] = zone
        digest(again, "news", "2024", "--to", "news.2024@example.net", "--jobs", "3")
        report((again / "news-2024-1.eml").read_bytes() == (folder / "news-2024-1.eml").read_bytes(),
               f"a second run gives the same bytes, with the clock in {zone}")
    identities = {next(line for line in path.read_text().splitlines() if line.startswith("Message-ID:")) for path in messages}
    report(len(identities) == len(messages), "no two messages share a Message-ID")


def check_size(folder):
    """More posts than a mail has room for."""
    site = folder / "site"
    (site / "posts").mkdir(parents=True)
    (site / "feeds").mkdir()
    (site / "herald.yml").write_text("title: Many\nurl: https://news.example.org\nmail: { from: news@example.org }\n")
    (site / "feeds/all.yml").write_text("digest: {}\n")
    for i in range(300):
        (site / f"posts/2024-05-{i % 31 + 1:02}-post-{i}.md").write_text(
            f"---\ntitle: Post {i}\ndate: 2024-05-{i % 31 + 1:02}\n---\n" + f"Words of post {i}, again. " * 60 + "\n")
    done = subprocess.run([HERALD, "digest", "all", "-C", site, "--period", "2024-05", "-o", folder], capture_output=True,
                          check=False)
    report(done.returncode == 0, "a digest of 300 posts is written", done.stderr.decode())
    message = email.message_from_bytes((folder / "all-2024-05-1.eml").read_bytes(), policy=email.policy.default)
    text, html = (part.get_content() for part in message.iter_parts())
    shown = html.count("<h2")
    report(len(html.encode()) <= 102400 and shown > 50, "its HTML is not cut off by mail programs", len(html.encode()))
    report(f"And {300 - shown} more" in text and f"And {300 - shown} more" in html and "300 posts" in text,
           "both parts say how many posts are left out", text[-500:])


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        messages = write_all(folder)
        defects = [defect for path in messages for defect in defects_of(path)]
        report(not defects, "a reader of mail finds no defect", "\n".join(defects))
        check_rules(messages)
        check_sameness(folder, messages)
        check_size(folder / "many")
    print(f"1..{count}")
    return 1 if failures else 0


sys.exit(main())
