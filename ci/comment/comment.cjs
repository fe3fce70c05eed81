// Writes what `herald check` found into a pull request: one summary comment, which is edited and not repeated, and the
// repairs as review comments with suggestions.
//
// This runs with a token that may write. The reports come from a run of the pull request's own code, which a stranger
// may have changed: they are text that is checked and shown, never more. Which pull request it is, only the event says.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const MARK = "<!-- herald check";
const MAX_FILE_BYTES = 1024 * 1024;
const MAX_COMMENT_LENGTH = 60000; // GitHub takes 65536
const MAX_SUGGESTIONS = 30; // in one run; the others wait for the next
const MAX_REMEMBERED = 500;
// What herald says, then one block that nothing in it closes early.
const SUGGESTION =
  /^(\*\*[A-Z]{2,3}\d{3,4} [a-z0-9-]+\*\*: [^\r\n]{1,2000})(\n\n(`{3,})suggestion\n(?:(?! {0,3}\3)[^\r\n]*\r?\n)*\3\n)$/;

// A report as text; undefined when it is not there, too long, or no plain file: a link could lead anywhere.
function read(folder, name) {
  const file = path.join(folder, name);
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  return stat && stat.isFile() && stat.size <= MAX_FILE_BYTES ? fs.readFileSync(file, "utf8") : undefined;
}

function readList(folder, name) {
  try {
    const list = JSON.parse(read(folder, name) ?? "[]");
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

// Nobody is called by a comment of ours.
const unmention = (text) => text.replace(/@(?=\w)/g, "@\u200b");

// The open pull request that the run was about and that has not moved on since. The event lists none for forks.
async function findPull({ github, context }) {
  const run = context.payload.workflow_run;
  const pulls = await github.paginate(github.rest.pulls.list, {
    ...context.repo,
    state: "open",
    head: `${run.head_repository.owner.login}:${run.head_branch}`,
  });
  return pulls.find((pull) => pull.head.sha === run.head_sha && pull.head.repo?.id === run.head_repository.id);
}

// The lines of the new version that a patch shows: only they can carry a comment.
function shownLines(patch) {
  const lines = new Set();
  let line = 0;
  for (const row of (patch ?? "").split("\n")) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(row);
    if (hunk) line = Number(hunk[1]);
    else if (row.startsWith("+") || row.startsWith(" ")) lines.add(line++);
  }
  return lines;
}

function isShown({ line, start_line: start = line }, lines) {
  for (let at = start; at <= line; at++) if (!lines.has(at)) return false;
  return start <= line;
}

// A suggestion as the API wants it; undefined for what herald would not have written.
function suggestionOf(found) {
  const parts = SUGGESTION.exec(found?.body);
  if (!parts || typeof found.path !== "string" || found.body.length > MAX_COMMENT_LENGTH) return undefined;
  const comment = { path: found.path, line: found.line, side: "RIGHT", body: unmention(parts[1]) + parts[2] };
  return found.start_line === undefined ? comment : { ...comment, start_line: found.start_line, start_side: "RIGHT" };
}

const isOurs = (comment) => comment.user?.type === "Bot"; // nobody else's comment is edited or counted
const keyOf = ({ path: file, line, body }) => JSON.stringify([file, line, body]);

async function suggest({ github, context }, pull, list) {
  const place = { ...context.repo, pull_number: pull.number };
  const files = await github.paginate(github.rest.pulls.listFiles, { ...place, per_page: 100 });
  const shown = new Map(files.map((file) => [file.filename, shownLines(file.patch)]));
  const there = await github.paginate(github.rest.pulls.listReviewComments, { ...place, per_page: 100 });
  const known = new Set(there.filter(isOurs).map(keyOf));
  const comments = list
    .map(suggestionOf)
    .filter((comment) => comment && shown.has(comment.path) && isShown(comment, shown.get(comment.path)))
    .filter((comment) => !known.has(keyOf(comment)))
    .slice(0, MAX_SUGGESTIONS);
  if (comments.length > 0) {
    await github.rest.pulls.createReview({ ...place, commit_id: pull.head.sha, event: "COMMENT", comments });
  }
  return comments.length;
}

// What was found is remembered in the comment itself, so that the next run can say what was mended.
const remember = (prints) => `${MARK} ${prints.slice(0, MAX_REMEMBERED).join(" ")} -->\n`;
const remembered = (body) => body.slice(MARK.length, body.indexOf("-->")).trim().split(" ").filter(Boolean);

function progress(before, now) {
  const left = new Set(now);
  const mended = before.filter((print) => !left.has(print)).length;
  return before.length === 0 ? "" : `\n\nSince the last run: ${mended} mended, ${now.length} left.`;
}

async function summarise({ github, context }, pull, summary, findings) {
  const prints = findings
    .map((finding) => String(finding?.fingerprint).slice(0, 12))
    .filter((print) => /^[0-9a-f]{12}$/.test(print));
  const place = { ...context.repo, issue_number: pull.number };
  const there = await github.paginate(github.rest.issues.listComments, { ...place, per_page: 100 });
  const old = there.find((comment) => isOurs(comment) && comment.body.startsWith(MARK));
  let text = unmention(summary.trim());
  if (text.length > MAX_COMMENT_LENGTH - 20 * MAX_REMEMBERED) {
    text = `${text.slice(0, MAX_COMMENT_LENGTH - 20 * MAX_REMEMBERED)}\n\n... and more: see the summary of the run.`;
  }
  const body = remember(prints) + text + progress(old ? remembered(old.body) : [], prints);
  if (!old) await github.rest.issues.createComment({ ...place, body });
  else if (old.body !== body) await github.rest.issues.updateComment({ ...context.repo, comment_id: old.id, body });
}

module.exports = async ({ github, context, core, folder }) => {
  const pull = await findPull({ github, context });
  if (!pull) {
    core.notice("no open pull request has this commit at its head: nothing is written");
    return;
  }
  const summary = read(folder, "summary.md");
  if (summary) await summarise({ github, context }, pull, summary, readList(folder, "findings.json"));
  const count = await suggest({ github, context }, pull, readList(folder, "suggestions.json"));
  core.info(`#${pull.number}: ${count} suggestions written`);
};
