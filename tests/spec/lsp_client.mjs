// tests/spec/lsp_client.mjs - speaks to `herald lsp` as VS Code does, with Microsoft's own client, and judges what comes
// back. Speaks TAP. usage: node lsp_client.mjs HERALD FOLDER_OF_NODE_MODULES
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [herald, modules] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), "node_modules", "x.js"));
const lsp = require("vscode-languageserver-protocol/node");

const PATIENCE_MS = 20000;
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "herald-lsp-")));

const front = (more = "") => `---\ntitle: Port Ellery joins\nauthor: Ada Example\ndate: 2024-08-06\n` +
    `tags: [announcements]\nexcerpt: Port Ellery joins the harbour league.\n${more}---\n\n`;

const site = {
    "herald.yml": "title: Example news\nurl: https://news.example.org\n",
    "posts/2024-08-06-port-ellery-joins.md": front() + "Port Ellery joins the league of harbours.\n",
    "posts/2024-08-07-port-amber-joins.md": front().replace("Ellery", "Amber").replaceAll("Ellery", "Amber")
        .replace("08-06", "08-07") + "Port Amber joins the league of harbours.\n",
    "posts/2024-08-08-harbour-day.md": front().replace(/title:.*/, "title: Harbour day")
        .replace(/excerpt:.*/, "excerpt: The day of all harbours.").replace("08-06", "08-08") +
        "The harbour day begins at noon.\n",
    "_includes/note.html": "<p>{{ include.text }}</p>\n",
    "_layouts/plain.html": "<html><body>{{ content }}</body></html>\n",
};

function write(name, text) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
}

const uri = name => pathToFileURL(path.join(folder, name)).href;

class Client {
    constructor(args = []) {
        this.child = spawn(herald, ["lsp", ...args], { stdio: ["pipe", "pipe", "inherit"] });
        this.ended = new Promise(resolve => this.child.on("exit", (code, signal) => resolve(signal ?? code)));
        this.connection = lsp.createProtocolConnection(new lsp.StreamMessageReader(this.child.stdout),
                                                       new lsp.StreamMessageWriter(this.child.stdin));
        this.published = new Map();
        this.waiting = [];
        this.registered = [];
        this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, params => {
            this.published.set(params.uri, params);
            this.waiting = this.waiting.filter(waiter => !waiter(params));
        });
        this.connection.onRequest(lsp.RegistrationRequest.type, params => {
            this.registered.push(...params.registrations.map(r => r.method));
        });
        this.connection.listen();
    }

    async begin(encodings = undefined, root = folder) {
        const result = await this.connection.sendRequest(lsp.InitializeRequest.type, {
            processId: process.pid, rootUri: root && pathToFileURL(root).href, workspaceFolders: null,
            capabilities: { general: { positionEncodings: encodings },
                            workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
        });
        await this.connection.sendNotification(lsp.InitializedNotification.type, {});
        return result;
    }

    // The diagnostics of a file from now on, when `wanted` says that they are the right ones.
    diagnostics(name, wanted) {
        const there = this.published.get(uri(name));
        if (there && wanted(there))
            return Promise.resolve(there);
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`no such diagnostics of ${name}, but ` +
                JSON.stringify(this.published.get(uri(name))))), PATIENCE_MS);
            this.waiting.push(params => {
                if (params.uri !== uri(name) || !wanted(params))
                    return false;
                clearTimeout(timer);
                resolve(params);
                return true;
            });
        });
    }

    open(name, text, version = 1) {
        return this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
            textDocument: { uri: uri(name), languageId: "markdown", version, text } });
    }

    change(name, version, ...contentChanges) {
        return this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
            textDocument: { uri: uri(name), version }, contentChanges });
    }

    ask(type, name, line, character, more = {}) {
        return this.connection.sendRequest(type, {
            textDocument: { uri: uri(name) }, position: { line, character }, ...more });
    }

    async end() {
        await this.connection.sendRequest(lsp.ShutdownRequest.type);
        await this.connection.sendNotification(lsp.ExitNotification.type);
        return this.ended;
    }
}

const codes = params => params.diagnostics.map(d => d.code);
const version = number => params => params.version === number;
const range = (line, from, to) => ({ start: { line, character: from }, end: { line, character: to } });

// A client with one post open, the text of which it gives back.
async function opened(text, name = "posts/2024-08-06-port-ellery-joins.md", encodings = undefined) {
    const client = new Client(["--docs", "https://docs.example.org/DIAGNOSTICS.md"]);
    await client.begin(encodings);
    await client.open(name, text);
    const params = await client.diagnostics(name, version(1));
    return { client, name, params };
}

// What is offered where `¦` stands in the text.
async function completed(text) {
    const at = text.indexOf("¦");
    const before = text.slice(0, at).split("\n");
    const { client, name } = await opened(text.replace("¦", ""));
    const list = await client.ask(lsp.CompletionRequest.type, name, before.length - 1, before.at(-1).length);
    await client.end();
    return new Map(list.items.map(item => [item.label, item]));
}

async function askAt(type, text) {
    const at = text.indexOf("¦");
    const before = text.slice(0, at).split("\n");
    const { client, name } = await opened(text.replace("¦", ""));
    const result = await client.ask(type, name, before.length - 1, before.at(-1).length);
    await client.end();
    return result;
}

function apply(text, edits) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    const offset = p => starts[p.line] + p.character;
    return [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start))
        .reduce((t, e) => t.slice(0, offset(e.range.start)) + e.newText + t.slice(offset(e.range.end)), text);
}

const tests = {
    async "says what it can do, and ends as the protocol wants"() {
        const client = new Client();
        const result = await client.begin();
        assert.equal(result.capabilities.positionEncoding, "utf-16");
        assert.equal(result.capabilities.textDocumentSync.change, 2);
        assert.equal(result.capabilities.hoverProvider, true);
        assert.equal(result.serverInfo.name, "herald");
        assert.equal(await client.end(), 0);
    },
    async "exit without shutdown is status 1"() {
        const client = new Client();
        await client.begin();
        await client.connection.sendNotification(lsp.ExitNotification.type);
        assert.equal(await client.ended, 1);
    },
    async "asks to be told of changed files"() {
        const client = new Client();
        await client.begin();
        await client.open("posts/2024-08-06-port-ellery-joins.md", front());
        await client.diagnostics("posts/2024-08-06-port-ellery-joins.md", () => true);
        assert.deepEqual(client.registered, ["workspace/didChangeWatchedFiles"]);
        await client.end();
    },
    async "publishes a fault with its place, code, cure and page"() {
        const { client, params } = await opened(front().replace("2024-08-06", "2024-08-6") + "Port Ellery joins.\n");
        const fault = params.diagnostics.find(d => d.code === "DT303");
        assert.deepEqual(fault.range, range(3, 6, 15));
        assert.equal(fault.severity, 1);
        assert.equal(fault.source, "herald");
        assert.match(fault.message, /\nwrite 2024-08-06$/);
        assert.equal(fault.codeDescription.href,
                     "https://docs.example.org/DIAGNOSTICS.md#dt303-date-noncanonical-error");
        await client.end();
    },
    async "a clean post has an empty list, and an unneeded definition is marked as unnecessary"() {
        const { client, name, params } = await opened(site["posts/2024-08-06-port-ellery-joins.md"]);
        assert.deepEqual(params.diagnostics, []);
        await client.change(name, 2, { text: front() + "Port Ellery joins.\n\n[old]: https://old.example.org/\n" });
        const { diagnostics } = await client.diagnostics(name, version(2));
        assert.deepEqual(diagnostics.map(d => [d.code, d.tags]), [["LK802", [1]]]);
        await client.end();
    },
    async "follows incremental changes, also beside emoji"() {
        const { client, name } = await opened(front() + "A 😀 b 😀 c.\n");
        await client.change(name, 2, { range: range(8, 5, 6), text: "bb" },
                            { range: range(8, 11, 12), text: " [x](htp://e.example)" });
        const { diagnostics } = await client.diagnostics(name, version(2));
        assert.deepEqual(diagnostics.filter(d => d.code.startsWith("LK")).map(d => d.range), [range(8, 16, 31)]);
        await client.change(name, 3, { range: range(8, 11, 32), text: " " });
        assert.deepEqual(codes(await client.diagnostics(name, version(3))).filter(c => c.startsWith("LK")), []);
        await client.end();
    },
    async "counts bytes when UTF-8 was agreed"() {
        const client = new Client();
        const name = "posts/2024-08-06-port-ellery-joins.md";
        const result = await client.begin(["utf-8", "utf-16"]);
        assert.equal(result.capabilities.positionEncoding, "utf-8");
        await client.open(name, front() + "😀 [x](htp://e.example)\n");
        const { diagnostics } = await client.diagnostics(name, version(1));
        const fault = diagnostics.find(d => d.code.startsWith("LK"));
        assert.deepEqual(fault.range, range(8, 9, 24));
        await client.end();
    },
    async "keeps places right with CR LF"() {
        const { client, params } = await opened((front().replace("2024-08-06", "2024-08-6") + "Port.\n")
            .replaceAll("\n", "\r\n"));
        assert.deepEqual(params.diagnostics.find(d => d.code === "DT303").range, range(3, 6, 15));
        await client.end();
    },
    async "knows the other posts: a slip of a tag, a title used twice"() {
        const { client, params } = await opened(front().replace("[announcements]", "[announcments]")
            .replace("Port Ellery joins\n", "Harbour day\n").replace("08-06", "08-09") + "Text.\n", "posts/2024-08-09-x.md");
        assert.deepEqual(codes(params).filter(code => /^T[IG]/.test(code)), ["TI204", "TG605"]);
        await client.end();
    },
    async "a new file beside other posts is a post"() {
        const name = "posts/2025-01-02-not-saved.md";
        const { client, params } = await opened(front().replace(/title:.*\n/, ""), name);
        assert.ok(codes(params).includes("TI201"));
        await client.change(name, 2, { text: front() + "Text.\n" });
        assert.ok(!codes(await client.diagnostics(name, version(2))).includes("TI201"));
        await client.end();
    },
    async "offers a quick fix, which mends the text"() {
        const text = front().replace("2024-08-06", "2024-08-6") + "Port Ellery joins.\n";
        const { client, name } = await opened(text);
        const actions = await client.connection.sendRequest(lsp.CodeActionRequest.type, {
            textDocument: { uri: uri(name) }, range: range(3, 8, 8),
            context: { diagnostics: [], only: ["quickfix"] } });
        assert.deepEqual(actions.map(a => [a.title, a.kind, a.isPreferred]), [["Write 2024-08-06", "quickfix", true]]);
        assert.equal(apply(text, actions[0].edit.changes[uri(name)]), text.replace("2024-08-6", "2024-08-06"));
        assert.equal(actions[0].diagnostics[0].code, "DT303");
        await client.end();
    },
    async "mends all that is safe at once"() {
        const text = front().replace("2024-08-06", "2024-08-6") + "Port Ellery joins. \n\n[o]: https://o.example/\n";
        const { client, name } = await opened(text);
        const actions = await client.connection.sendRequest(lsp.CodeActionRequest.type, {
            textDocument: { uri: uri(name) }, range: range(0, 0, 0),
            context: { diagnostics: [], only: ["source.fixAll"] } });
        assert.deepEqual(actions.map(a => a.kind), ["source.fixAll.herald"]);
        const mended = apply(text, actions[0].edit.changes[uri(name)]);
        assert.match(mended, /date: 2024-08-06\n/);
        assert.doesNotMatch(mended, /\[o\]:/);
        await client.end();
    },
    async "completes keys that are not there yet"() {
        const items = await completed(front("su¦\n"));
        assert.equal(items.get("subtitle").textEdit.newText, "subtitle: ");
        assert.ok(!items.has("title"));
        assert.match(items.get("embargo").documentation.value, /not built/);
    },
    async "completes tags and authors with their counts"() {
        const tags = await completed(front().replace("[announcements]", "[ann¦]"));
        assert.equal(tags.get("announcements").detail, "2 posts");
        assert.deepEqual(tags.get("announcements").textEdit.range, range(4, 7, 10));
        const authors = await completed(front().replace("author: Ada Example", "author:\n  - A¦"));
        assert.equal(authors.get("Ada Example").detail, "2 posts");
    },
    async "completes layouts, includes, Liquid, labels, rules and addresses"() {
        assert.ok((await completed(front("layout: ¦\n"))).has("plain"));
        assert.ok((await completed(front() + "{% include ¦ %}\n")).has("note.html"));
        const filters = await completed(front() + "{{ page.title | up¦ }}\n");
        assert.match(filters.get("upcase").documentation.value, /capitals/);
        const tags = await completed(front() + "{% inc¦ %}\n");
        assert.ok(tags.has("include") && tags.has("endif"));
        const labels = await completed(front() + "See [it][¦].\n\n[home page]: https://home.example/\n");
        assert.equal(labels.get("home page").detail, "https://home.example/");
        assert.equal((await completed(front() + "<!-- herald-ignore ¦ -->\n")).get("DT303").detail,
                     "date-noncanonical");
        assert.ok([...(await completed(front() + "[x](/n¦)\n")).keys()].some(k => k.endsWith("/harbour-day/")));
    },
    async "explains a fault, a tag, a filter"() {
        const fault = await askAt(lsp.HoverRequest.type, front().replace("2024-08-06", "2024-¦08-6"));
        assert.match(fault.contents.value, /^\*\*DT303 date-noncanonical\*\*\n\n/);
        assert.deepEqual(fault.range, range(3, 6, 15));
        assert.match((await askAt(lsp.HoverRequest.type, front().replace("announ", "ann¦oun"))).contents.value,
                     /^The tag of 3 posts/);
        assert.match((await askAt(lsp.HoverRequest.type, front() + "{{ page.title | up¦case }}\n")).contents.value,
                     /^\*\*upcase\*\*: /);
        assert.equal(await askAt(lsp.HoverRequest.type, front() + "Port ¦Ellery.\n"), null);
    },
    async "goes to include, layout, post and definition"() {
        const at = async text => (await askAt(lsp.DefinitionRequest.type, text))?.uri;
        assert.equal(await at(front() + "{% include no¦te.html %}\n"), uri("_includes/note.html"));
        assert.equal(await at(front("layout: pl¦ain\n")), uri("_layouts/plain.html"));
        assert.equal(await at(front() + "[x](/news/2024/08/08/¦harbour-day/)\n"), uri("posts/2024-08-08-harbour-day.md"));
        const definition = await askAt(lsp.DefinitionRequest.type, front() + "[x][ho¦me]\n\n[home]: https://h.example/\n");
        assert.deepEqual(definition.range, range(10, 0, 26));
        const { client, name } = await opened(front() + "{% include note.html %} [x](/news/2024/08/08/harbour-day/)\n");
        const links = await client.connection.sendRequest(lsp.DocumentLinkRequest.type, { textDocument: { uri: uri(name) } });
        assert.deepEqual(links.map(l => l.target), [uri("_includes/note.html"), uri("posts/2024-08-08-harbour-day.md")]);
        await client.end();
    },
    async "reads the site anew when a file was saved"() {
        const { client, name } = await opened(front() + "{% include late.html %}\n");
        assert.ok(codes(client.published.get(uri(name))).includes("LQ1205"));
        const file = write("_includes/late.html", "late\n");
        await client.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type,
                                                 { changes: [{ uri: uri("_includes/late.html"), type: 1 }] });
        await client.diagnostics(name, params => !codes(params).includes("LQ1205"));
        fs.unlinkSync(file);
        await client.end();
    },
    async "tells of the configuration, and when it is well again"() {
        write("herald.yml", site["herald.yml"] + "markdown: none\n");
        const client = new Client();
        await client.begin();
        const { diagnostics } = await client.diagnostics("herald.yml", params => params.diagnostics.length > 0);
        assert.deepEqual(diagnostics[0].range, range(2, 10, 14));
        write("herald.yml", site["herald.yml"]);
        await client.connection.sendNotification(lsp.DidSaveTextDocumentNotification.type,
                                                 { textDocument: { uri: uri("herald.yml") } });
        await client.diagnostics("herald.yml", params => params.diagnostics.length === 0);
        await client.end();
    },
    async "a file that is no post any more has no faults"() {
        const { client, name } = await opened(front().replace("2024-08-06", "2024-8-06"));
        write("herald.yml", site["herald.yml"] + "posts: _includes\n");
        await client.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type,
                                                 { changes: [{ uri: uri("herald.yml"), type: 2 }] });
        await client.diagnostics(name, params => params.diagnostics.length === 0);
        write("herald.yml", site["herald.yml"]);
        await client.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type,
                                                 { changes: [{ uri: uri("herald.yml"), type: 2 }] });
        await client.diagnostics(name, params => codes(params).includes("DT303"));
        await client.end();
    },
    async "closing a post takes its faults away"() {
        const { client, name } = await opened(front().replace("2024-08-06", "2024-08-6"));
        await client.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type,
                                                 { textDocument: { uri: uri(name) } });
        await client.diagnostics(name, params => params.diagnostics.length === 0);
        await client.end();
    },
    async "answers what it does not know, and what comes too early or too late"() {
        const client = new Client();
        const refused = async (promise, code) => assert.equal((await promise.then(() => ({}), e => e)).code, code);
        await refused(client.ask(lsp.HoverRequest.type, "posts/x.md", 0, 0), -32002);
        await client.begin();
        await refused(client.connection.sendRequest("textDocument/unheardOf", {}), -32601);
        await refused(client.ask(lsp.HoverRequest.type, "posts/x.md", 0, 0), -32602);
        await client.connection.sendNotification("$/unheardOf", {});
        await client.connection.sendRequest(lsp.ShutdownRequest.type);
        await refused(client.ask(lsp.HoverRequest.type, "posts/x.md", 0, 0), -32600);
        await client.connection.sendNotification(lsp.ExitNotification.type);
        assert.equal(await client.ended, 0);
    },
    async "a request can be cancelled while it waits"() {
        const child = spawn(herald, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
        const frame = o => { const s = JSON.stringify({ jsonrpc: "2.0", ...o });
                             return `Content-Length: ${Buffer.byteLength(s)}\r\n\r\n${s}`; };
        let out = "";
        child.stdout.on("data", data => { out += data; });
        child.stdin.end(frame({ id: 1, method: "initialize", params: { capabilities: {} } }) +
            frame({ id: "a", method: "textDocument/hover", params: {} }) +
            frame({ method: "$/cancelRequest", params: { id: "a" } }) +
            frame({ id: 2, method: "shutdown" }) + frame({ method: "exit" }));
        assert.equal(await new Promise(resolve => child.on("exit", resolve)), 0);
        assert.match(out, /"id":"a","error":\{"code":-32800/);
    },
    async "what is no message is answered or ends it, and never crashes it"() {
        for (const [bytes, expected, status] of [
            ["Content-Length: 4\r\n\r\n{]}x", /"id":null,"error":\{"code":-32700/, 1],
            ["Content-Length: 2\r\n\r\n[]", /"code":-32600/, 1],
            ["Content-Length: x\r\n\r\n{}", /^$/, 1],
            ["Content-Length: 99999999999999999999\r\n\r\n{}", /^$/, 1],
            ["GET / HTTP/1.1\r\n\r\n", /^$/, 1],
            ["", /^$/, 1],
            [`Content-Length: 200000\r\n\r\n${"[".repeat(200000)}`, /-32700/, 1],
        ]) {
            const child = spawn(herald, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
            let out = "";
            child.stdout.on("data", data => { out += data; });
            child.stdin.on("error", () => {});
            child.stdin.end(bytes);
            assert.equal(await new Promise(resolve => child.on("exit", resolve)), status, bytes.slice(0, 60));
            assert.match(out, expected, bytes.slice(0, 60));
        }
    },
    async "finds the site by the first file where the editor names no folder"() {
        const client = new Client(), name = "posts/2024-08-06-port-ellery-joins.md";
        await client.begin(undefined, null);
        await client.open(name, front().replace("2024-08-06", "2024-08-6"));
        assert.ok(codes(await client.diagnostics(name, version(1))).includes("DT303"));
        await client.end();
    },
};

const late = name => new Promise((_, reject) =>
    setTimeout(() => reject(new Error(`${name}: no answer`)), 2 * PATIENCE_MS).unref());

let number = 0, failed = 0;
for (const [name, text] of Object.entries(site))
    write(name, text);
const only = process.argv[4];
for (const [name, run] of Object.entries(tests)) {
    if (only && !name.includes(only))
        continue;
    try {
        await Promise.race([run(), late(name)]);
        console.log(`ok ${++number} - ${name}`);
    } catch (error) {
        failed++;
        console.log(`not ok ${++number} - ${name}\n# ${String(error.stack).replaceAll("\n", "\n# ")}`);
    }
}
console.log(`1..${number}`);
fs.rmSync(folder, { recursive: true, force: true });
process.exit(failed > 0 ? 1 : 0);
