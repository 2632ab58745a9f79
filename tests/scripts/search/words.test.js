import assert from "node:assert/strict";
import { test } from "node:test";
import { asked } from "../../../templates/scripts/search/words.js";

const SILENT = new Set("a an the you your me about to how do i had have who are what is of".split(" "));

test("of a sentence, what it is about is looked for", () => {
  assert.deepEqual(asked("Tell me about a time you failed", SILENT), ["failed"]);
  assert.deepEqual(asked("Describe a situation where you had to fire someone!", SILENT), ["fire", "someone"]);
  assert.deepEqual(asked("give me an example of a time when you led", SILENT), ["led"]);
  assert.deepEqual(asked("time management", SILENT), ["time", "management"]);
});

test("where no word says anything, all are looked for", () => {
  assert.deepEqual(asked("who are you", SILENT), ["who", "are", "you"]);
  assert.deepEqual(asked("  ?!  ", SILENT), []);
});

test("however somebody writes 1:1, it is one word", () => {
  for (const typed of ["1:1", "1on1", "1-on-1", "one on one", "One-on-Ones", "1:1s", "one to one", "1 x 1", "one2one"]) assert.deepEqual(asked(typed, SILENT), ["1on1"], typed);
  assert.deepEqual(asked("11 ones", SILENT), ["11", "ones"]);
});

test("a flood of words is cut", () => {
  assert.ok(asked("word ".repeat(10_000) + "x".repeat(10_000), SILENT).length <= 12);
});
