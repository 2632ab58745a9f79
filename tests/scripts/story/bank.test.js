import assert from "node:assert/strict";
import { test } from "node:test";
import { overused, suggestions } from "../../../templates/scripts/story/bank.js";
import { whole } from "../../../templates/scripts/story/story.js";

const MODEL = /** @type {any} */ ({ parts: ["context", "challenge", "actions", "results", "learnings"], outcomes: [], endings: [], turns: [], scales: [], noteKinds: [], rows: 60 });
/** @param {Record<string, unknown>} kept */
const story = (kept) => whole(kept, MODEL, 140);
const told = () => true;

test("what is answered without an event takes a story only where it is tagged with that very question", () => {
  const asked = [
    { id: "yourself", ask: "Tell me about yourself.", competency: "people", spoken: { speaker: "x" } },
    { id: "proudest", ask: "What are you proud of?", competency: "people", spoken: true },
    { id: "conflict", ask: "Tell me about a conflict.", competency: "people" },
  ];
  const found = suggestions({ a: story({ competencies: ["people"], questions: ["proudest"] }), b: story({ competencies: ["people"] }) }, asked, new Map(), told);
  assert.deepEqual(found.map(({ question, story }) => [question, story]), [["yourself", null], ["proudest", "a"], ["conflict", "b"]]);
});

test("a story that is only about the same competency is not told too often for what asks for none", () => {
  const asked = Array.from({ length: 9 }, (_, at) => ({ id: `q${at}`, ask: "", competency: "people", spoken: true }));
  assert.deepEqual(overused(suggestions({ a: story({ competencies: ["people"] }) }, asked, new Map(), told)), []);
});
