// Renders each line of standard input, a JSON object with "template" and "data", with liquidjs; writes the bytes made.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
const { Liquid } = createRequire(process.argv[2] + "/")("liquidjs");
const engine = new Liquid();
let total = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  total += Buffer.byteLength(engine.parseAndRenderSync(request.template, request.data));
}
console.log(total);
