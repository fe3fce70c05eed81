// Parses a template once and renders it ROUNDS times with liquidjs. usage: liquidjs.mjs FOLDER ROUNDS < REQUEST, a JSON
// object with "template" and "data"; FOLDER has node_modules. Writes the bytes made.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const { Liquid } = createRequire(process.argv[2] + "/")("liquidjs");
const engine = new Liquid();
const request = JSON.parse(readFileSync(0, "utf-8"));
const template = engine.parse(request.template);
let total = 0;
for (let i = Number(process.argv[3]); i > 0; i--) total += Buffer.byteLength(engine.renderSync(template, request.data));
console.log(total);
