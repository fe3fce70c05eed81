// A pull request as actions/github-script shows it: forge.cjs SCRIPT reads the state of it from standard input (JSON),
// runs the script, and writes the state afterwards, with all that was said.
"use strict";
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

const state = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const bot = { login: "github-actions[bot]", type: "Bot" };
const said = [];
let id = 100;

const rest = {
  pulls: {
    list: async ({ head }) => state.pulls.filter((pull) => pull.head.label === head),
    listFiles: async () => state.files,
    listReviewComments: async () => state.reviewed,
    createReview: async ({ pull_number: number, commit_id: commit, event, comments }) => {
      if (event !== "COMMENT") throw new Error(`a review that is ${event}`);
      state.reviews.push({ number, commit, comments });
      state.reviewed.push(...comments.map((one) => ({ ...one, user: bot })));
    },
  },
  issues: {
    listComments: async () => state.comments,
    createComment: async ({ issue_number: number, body }) => {
      state.comments.push({ id: ++id, number, body, user: bot });
    },
    updateComment: async ({ comment_id: which, body }) => {
      state.comments.find((one) => one.id === which).body = body;
      state.updates += 1;
    },
  },
};
const github = { rest, paginate: (method, parameters) => method(parameters) };
const context = { repo: { owner: "press", repo: "news" }, payload: { workflow_run: state.run } };
const core = { info: (text) => said.push(text), notice: (text) => said.push(text) };

new AsyncFunction("github", "context", "core", "require", process.argv[2])(github, context, core, require).then(
  () => console.log(JSON.stringify({ ...state, said })),
  (fault) => {
    console.error(fault);
    process.exitCode = 1;
  },
);
