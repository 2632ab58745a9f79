import assert from "node:assert/strict";
import { test } from "node:test";
import { planned } from "../../../templates/scripts/stories/rounds.js";
import { whole } from "../../../templates/scripts/story/story.js";

const MODEL = /** @type {any} */ ({ parts: ["context", "challenge", "actions", "results", "learnings"], outcomes: [], endings: [], turns: [], scales: [], noteKinds: [], rows: 60 });
/** @param {Record<string, unknown>} kept */
const story = (kept) => whole(kept, MODEL, 140);

test("each round gets a story for what it asks, and what has none or is heard twice is known", () => {
  const round = (/** @type {string} */ name, /** @type {string[]} */ competencies, questions = []) => /** @type {any} */ ({ key: name, loop: {}, date: "", order: 0, round: { id: name, name, competencies, questions, principles: [] } });
  const bank = { a: story({ competencies: ["x"], questions: ["q"] }), b: story({ competencies: ["y", "x"] }) };
  const { rounds, twice } = planned([round("One", ["x"]), round("Two", ["y", "z"]), round("Three", ["x"]), round("Four", [])], bank, () => true);
  assert.deepEqual(rounds.map(({ tell }) => tell), [["a"], ["b"], ["a"], []]);
  assert.deepEqual(rounds.map(({ gaps }) => gaps), [[], ["z"], [], []]);
  assert.deepEqual(rounds[0]?.fits, ["a", "b"]);
  assert.deepEqual(twice, [{ story: "a", rounds: ["One", "Three"], others: true }]);
});
