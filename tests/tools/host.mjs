// Answers calls of the tests, a line of JSON each: {module, call, with} gives {value} or {error}.
import { createInterface } from "node:readline";

const modules = new Map();

async function answer({ module, call, with: given }) {
  if (!modules.has(module)) modules.set(module, await import(module));
  return modules.get(module)[call](...given);
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = { value: (await answer(JSON.parse(line))) ?? null };
  } catch (error) {
    said = { error: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
