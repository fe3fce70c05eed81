#!/usr/bin/env python3
"""`herald check --external` against servers on this machine that do what servers do on bad days. No network. TAP."""
import http.server
import json
import os
import pathlib
import shutil
import socket
import socketserver
import ssl
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))
PAGE = "<html><h1>Charter</h1><h2 id='aims'>Aims</h2><h2 id=\"user-content-fees\">Fees</h2></html>"
LOOPBACK = "2130706433"  # 127.0.0.1 as one number: that, the rule of links to one's own computer would take for its own
SHELL = "<html><script src=app.js></script><div id=root></div></html>"

count = failures = 0


def report(ok, name, why=""):
    global count, failures
    count += 1
    failures += not ok
    print(f"{'ok' if ok else 'not ok'} {count} - {name}")
    if not ok and why:
        print("\n".join("# " + line for line in str(why).splitlines()))


class Faulty(http.server.BaseHTTPRequestHandler):
    """Each path is a fault; `log` has every request, `busy` and `most` how many were answered at one time."""
    protocol_version = "HTTP/1.1"
    log, lock, busy, most, last_429 = [], threading.Lock(), 0, 0, 0.0
    ok = set()  # paths that were mended meanwhile

    def log_message(self, *_):
        pass

    def say(self, status, body="", **headers):
        data = body.encode()
        self.send_response(status)
        headers.setdefault("Content_Type", "text/html; charset=utf-8")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def drop(self, first=b""):
        self.wfile.write(first)
        self.wfile.flush()
        self.close_connection = True

    def handle_one(self):
        path = self.path.split("?")[0]
        self.log.append((self.command, self.path))
        name = path.strip("/").replace("-", "_") or "root"
        if path in self.ok or "/many/" in path:
            time.sleep(0.03 if "/many/" in path else 0)
            self.say(200, "fine")
            return
        getattr(self, "on_" + name, lambda: self.say(404, "no"))()

    def do_GET(self):
        with self.lock:
            Faulty.busy += 1
            Faulty.most = max(Faulty.most, Faulty.busy)
        try:
            self.handle_one()
        except OSError:  # the client has heard enough
            self.close_connection = True
        finally:
            with self.lock:
                Faulty.busy -= 1

    do_HEAD = do_GET

    def on_good(self): self.say(200, "fine")
    def on_root(self): self.say(200, "fine")
    def on_gone(self): self.say(410)
    def on_forbidden(self): self.say(403)
    def on_bot(self): self.say(999)
    def on_page(self): self.say(200, PAGE)
    def on_shell(self): self.say(200, SHELL)
    def on_no_head(self): self.say(405 if self.command == "HEAD" else 200, "fine")
    def on_head_404(self): self.say(404 if self.command == "HEAD" else 200, "fine")
    def on_head_drop(self): self.drop() if self.command == "HEAD" else self.say(200, "fine")
    def on_moved(self): self.say(301, Location="/moved-on")
    def on_moved_on(self): self.say(308, Location="/good")
    def on_for_now(self): self.say(302, Location="/good")
    def on_mixed(self): self.say(301, Location="/for-now")
    def on_moved_to_gone(self): self.say(301, Location="/nothing-there")
    def on_injected(self): self.say(301, Location="/good?a)[x](javascript:1)")
    def on_loop(self): self.say(302, Location="/loop-back")
    def on_loop_back(self): self.say(302, Location="/loop")
    def on_to_file(self): self.say(302, Location="file:///etc/passwd")
    def on_broken(self): self.say(500)
    def on_reset(self): self.drop()
    def on_half(self): self.drop(b"HTTP/1.1 200 OK\r\nContent-Le")
    def on_no_http(self): self.drop(b"220 mail.example.net ESMTP\r\n")
    def on_slow(self): time.sleep(1.6)

    def on_cookie(self):
        if "seen=1" in self.headers.get("Cookie", ""):
            self.say(200, "fine")
        else:
            self.say(302, Location="/cookie", Set_Cookie="seen=1")

    def on_busy(self):
        now = time.monotonic()
        if Faulty.last_429 and now - Faulty.last_429 >= 0.95:
            self.say(200, "fine")
        elif not Faulty.last_429:
            Faulty.last_429 = now
            self.say(429, Retry_After="1")
        else:
            self.say(404)  # was asked too early

    def on_second_time(self):
        tries = sum(path == "/second-time" for _, path in self.log)
        self.say(200 if tries > 2 else 503, "fine")

    def on_huge(self):
        self.send_response(405 if self.command == "HEAD" else 200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for _ in range(2000 if self.command == "GET" else 0):
            self.wfile.write(b"x" * 100000)

    def on_headers(self):
        self.send_response(200)
        for i in range(90):
            self.send_header(f"X-{i}", "y" * 8000)
        self.say(200, "fine")


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):
        pass


def serve(context=None):
    server = Server(("127.0.0.1", 0), Faulty)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def closed_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def make(folder, links, extra="", name="links"):
    (folder / "posts").mkdir(parents=True, exist_ok=True)
    (folder / "herald.yml").write_text("title: Example\nurl: https://news.example.org\n"
                                       "check: {rules: {link-http: off, TX: off, MD: off, link-local-host: off}"
                                       f"{extra}}}\n")
    lines = "\n".join(f"- Read the notes of [meeting {i}]({link})." for i, link in enumerate(links))
    (folder / "posts" / f"2024-08-06-{name}.md").write_text(
        f"---\ntitle: A post with {name}\nauthor: staff\ndate: 2024-08-06\ntags: [news]\nexcerpt: One line.\n---\n{lines}\n")


def herald(site, *words, now="2026-01-10T12:00:00Z", **variables):
    env = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")} | variables
    done = subprocess.run([HERALD, "-C", str(site), "--now", now, "check", "--format=jsonl", *words], env=env,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=60)
    found = [json.loads(line) for line in done.stdout.decode().splitlines() if line.startswith("{")]
    return done, [one for one in found if one.get("code") in ("LK825", "LK826", "LK827", "LK817", "SY1601")
                  or one.get("rule") == "link-fragment-missing"]


def verdicts(found, base, links):
    """By path: the rule and message of each link, as the line of its list item tells."""
    told = {}
    for one in found:
        told.setdefault(links[one["line"] - 8].removeprefix(base), []).append((one["rule"], one["message"], one))
    return told


EXPECTED = {
    "/nothing": ("link-dead-external", "404 (not found)"),
    "/gone": ("link-dead-external", "410 (gone)"),
    "/moved-to-gone": ("link-dead-external", "404"),
    "/moved": ("link-moved", "/good"),
    "/loop": ("link-unreachable", "circles"),
    "/broken": ("link-unreachable", "500"),
    "/reset": ("link-unreachable", "broke off"),
    "/no-http": ("link-unreachable", "no web server"),
    "/slow": ("link-unreachable", "within 1 seconds"),
    "/headers": ("link-unreachable", "no web server"),
    "/page#nowhere": ("link-fragment-missing", "#nowhere"),
}
SILENT = ["/good", "/forbidden", "/bot", "/page#aims", "/page#fees", "/page#L12", "/page#comment-20394", "/shell#nowhere",
          "/no-head", "/head-404", "/head-drop", "/for-now", "/injected", "/to-file", "/cookie", "/busy", "/second-time", "/huge",
          "/ignored/x"]


def faults(folder, base):
    links = [base + path for path in [*EXPECTED, *SILENT]]
    dead = f"http://{LOOPBACK}:{closed_port()}/x"
    site = folder / "faults"
    make(site, [*links, dead], f", external: {{timeout: 1, ignore: ['{base}/ignored/*']}}")
    begin = time.monotonic()
    done, found = herald(site, "--external", "--external-private")
    took = time.monotonic() - begin
    told = verdicts(found, base, [*links, dead])
    for path, (rule, words) in EXPECTED.items():
        one = told.get(path, [])
        report(len(one) == 1 and one[0][0] == rule and words in one[0][1], f"{path} is told of as {rule}", one)
    for path in SILENT:
        report(path not in told, f"{path} is not told of", told.get(path))
    one = told.get(dead, [])
    report(len(one) == 1 and one[0][0] == "link-unreachable" and "no server answers" in one[0][1], "a closed port is told of", one)
    report(done.returncode == 1, "dead links fail", done.returncode)
    report(took < 20, "all of it is bounded in time", took)
    asked = [path for _, path in Faulty.log]
    report("/ignored/x" not in asked, "what the site ignores is not asked for")
    report(asked.count("/page") == 1, "a page is asked for once, however many of its places are linked to", asked.count("/page"))
    report(("GET", "/good") not in Faulty.log, "where HEAD will do, nothing else is asked")
    fix = told["/moved"][0][2]["fix"] if told.get("/moved") else None
    report("/good" in json.dumps(fix), "the new address is offered", fix)


def remembers(folder, base):
    site = folder / "cache"
    make(site, [base + "/good", base + "/comes-back"])
    Faulty.ok.add("/comes-back")
    herald(site, "--external", "--external-private")
    cache = site / ".herald/links.json"
    kept = json.loads(cache.read_text())
    entry = kept["links"].get(base + "/good")
    report(entry == {"state": "good", "status": 200, "checked": "2026-01-10T12:00:00Z", "good": "2026-01-10T12:00:00Z"},
           "good answers are remembered", cache.read_text())
    Faulty.log.clear()
    done, _ = herald(site, "--external", "--external-private", now="2026-01-16T12:00:00Z")
    report(Faulty.log == [] and b"2 known from before" in done.stderr, "and not asked for again within a week", Faulty.log)
    Faulty.ok.discard("/comes-back")
    Faulty.on_comes_back = Faulty.on_reset
    done, found = herald(site, "--external", "--external-private", now="2026-01-18T12:00:00Z")
    one = found[0] if len(found) == 1 else {}
    report(one.get("severity") == "warning" and "2026-01-10" in one.get("hint", "") and done.returncode == 0,
           "what was good and fails now is a warning that says when it was good", found)
    Faulty.on_comes_back = lambda self: self.say(404)
    done, found = herald(site, "--external", "--external-private", now="2026-01-19T12:00:00Z")
    report(len(found) == 1 and found[0]["severity"] == "error" and "2026-01-10" in found[0]["hint"],
           "what is gone is an error, whatever it was", found)
    cache.write_text("{ no json")
    done, found = herald(site, "--external", "--external-private")
    report(b"written anew" in done.stderr and "good" in json.loads(cache.read_text())["links"][base + "/good"],
           "a cache that cannot be read is begun anew", done.stderr)
    report(len(json.loads(cache.read_text())["links"]) == 2, "with all that was asked")


def stays_polite(folder, base):
    site = folder / "many"
    make(site, [f"{base}/many/{i}" for i in range(60)])
    Faulty.most = 0
    done, found = herald(site, "--external", "--external-private")
    report(Faulty.most == 2 and found == [], "one host is asked two things at a time", (Faulty.most, found[:2]))
    report(b"60 asked for" in done.stderr, "and how many is said", done.stderr)
    make(site, [base + "/many/one"], name="other")
    Faulty.log.clear()
    herald(site, "--external", "--external-private", str(site / "posts/2024-08-06-other.md"))
    report([path for _, path in Faulty.log] == ["/many/one"], "with a PATH only its links are asked for", Faulty.log)
    Faulty.log.clear()
    herald(site)
    report(Faulty.log == [], "without --external nothing is asked for")


def git(site, *words):
    subprocess.run(["git", "-C", str(site), "-c", "user.name=Test", "-c", "user.email=test@example.org", *words], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def knows_what_changed(folder, base):
    site = folder / "changed"
    make(site, [base + "/nothing", base + "/gone"])
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-qm", "one")
    make(site, [base + "/nothing", base + "/gone?again"])
    make(site, [base + "/many/two"], name="new")
    Faulty.log.clear()
    done, found = herald(site, "--external", "--external-private", "--diff", "HEAD")
    report({path for _, path in Faulty.log} == {"/gone?again", "/many/two"}, "with --diff links on changed lines are asked for",
           (Faulty.log, done.stderr))
    report([one["line"] for one in found] == [9], "and told of", found)
    report((site / ".herald/links.json").exists(), "what they said is remembered in the site itself")


def stays_outside(folder, base):
    site = folder / "private"
    port = base.rsplit(":", 1)[1]
    hosts = ["2130706433", "0x7f000001", "localhost.", "[::ffff:127.0.0.1]", "169.254.169.254", "172.16.0.1", "[fe80::1]"]
    make(site, [f"http://{host}:{port}/private" for host in hosts])
    Faulty.log.clear()
    _, found = herald(site, "--external")
    report(Faulty.log == [] and len(found) == len(hosts) and all("private network" in one["message"] for one in found),
           "no spelling of this machine is asked for", (Faulty.log, [one["message"] for one in found]))
    make(site, [f"http://user:secret@{LOOPBACK}:{port}/private"])
    _, found = herald(site, "--external", "--external-private", "--link-cache", str(folder / "private.json"))
    report(Faulty.log == [] and found == [], "no password is sent", (Faulty.log, found))


def trusts_certificates_alone(folder):
    if shutil.which("openssl") is None:
        print("ok - certificates are looked at # SKIP openssl is not installed")
        return
    pair = str(folder / "pair.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test", "-addext",
                    "subjectAltName=IP:127.0.0.1", "-keyout", pair, "-out", pair + ".crt"], check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pair + ".crt", pair)
    server = serve(context)
    site = folder / "secure"
    make(site, [f"https://{LOOPBACK}:{server.server_address[1]}/good"])
    _, found = herald(site, "--external", "--external-private")
    report(len(found) == 1 and "certificate" in found[0]["message"], "a certificate that nobody vouches for is told of", found)
    done, found = herald(site, "--external", "--external-private", SSL_CERT_FILE=pair + ".crt")
    report(found == [] and b"1 asked for" in done.stderr, "one that SSL_CERT_FILE vouches for is not", found)
    server.shutdown()


def goes_through_proxies(folder, base):
    site = folder / "proxy"
    port = base.rsplit(":", 1)[1]
    make(site, ["http://notes.example.net/many/1", f"http://2130706433:{port}/many/1", "http://localhost.:1/many/1"])
    Faulty.log.clear()
    _, found = herald(site, "--external", http_proxy=f"http://127.0.0.1:{port}", no_proxy="*")
    report([path for _, path in Faulty.log] == ["http://notes.example.net/many/1"], "a proxy is asked instead of the site, and never "
           "for what is private by its name", Faulty.log)
    report([one["line"] for one in found] == [9, 10], "which is told of", found)


def tells_of_no_libcurl(folder, base):
    (folder / "lib").mkdir()
    (folder / "lib/libcurl.so.4").write_bytes(b"")
    site = folder / "bare"
    make(site, [base + "/good"])
    done, found = herald(site, "--external", LD_LIBRARY_PATH=str(folder / "lib"))
    report(done.returncode == 3 and len(found) == 1 and "libcurl" in found[0]["message"], "without libcurl it is said what to do",
           (done.stderr, found))
    done, found = herald(site, LD_LIBRARY_PATH=str(folder / "lib"))
    report(done.returncode == 0 and found == [], "and without --external it is not missed", done.stderr)


def has_limits(folder, base):
    site = folder / "limits"
    make(site, [f"{base}/slow?{i}" for i in range(12)], ", external: {timeout: 5, time-limit: 1}")
    begin = time.monotonic()
    done, _ = herald(site, "--external", "--external-private")
    report(time.monotonic() - begin < 4 and b"lack of time" in done.stderr, "the time for all is limited", done.stderr)
    make(site, [base + "/good"], ", external: {timeouts: 1, fresh-days: many}")
    done, _ = herald(site)
    report(b"timeouts" in done.stdout and b"fresh-days" in done.stdout, "settings are looked at", done.stdout)
    done, _ = herald(site, "--link-cache", "x.json")
    report(done.returncode == 2, "--link-cache alone is a wrong call")


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="herald-external-"))
    server = serve()
    base = f"http://{LOOPBACK}:{server.server_address[1]}"
    try:
        for part in (faults, remembers, stays_polite, knows_what_changed, stays_outside, goes_through_proxies, tells_of_no_libcurl, has_limits):
            part(folder, base)
        trusts_certificates_alone(folder)
    finally:
        server.shutdown()
        shutil.rmtree(folder)
    print(f"1..{count}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
