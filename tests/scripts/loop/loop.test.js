import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, phrasesOf, places } from "../../../templates/scripts/loop/advert.js";
import { chosenRounds, freeKey, nextDay, wanted } from "../../../templates/scripts/loop/rounds.js";

const round = /** @param {string} id @param {Partial<import("../../../templates/scripts/loop/rounds.js").Round>} [more] */ (id, more = {}) => ({ id, name: `Round ${id}`, minutes: 45, who: "x", path: `loops/a.md#round-${id}`, competencies: [], walkthroughs: [], questions: [], principles: [], ...more });
const LOOPS = [{ id: "a", title: "A", path: "loops/a.md", rounds: [round("one", { competencies: ["c"] }), round("two", { competencies: ["c", "d"] })] }];

test("rounds stand by their day, those without one last, and what the handbook no longer knows is left out", () => {
  const items = {
    "a/one": { loop: "a", round: "one", date: "", order: 0 },
    "a/two": { loop: "a", round: "two", date: "2026-12-03", order: 1 },
    "a/one:2": { loop: "a", round: "one", date: "2026-12-01", order: 2 },
    "gone/x": { loop: "gone", round: "x", date: "2026-12-01" },
    "a/bad": { loop: "a", round: "two", date: "soon", order: /** @type {any} */ ("first") },
  };
  const found = chosenRounds(items, LOOPS);
  assert.deepEqual(found.map(({ key }) => key), ["a/one:2", "a/two", "a/bad", "a/one"]);
  assert.equal(nextDay(found, "2026-12-02"), "2026-12-03");
  assert.equal(nextDay(found, "2026-12-04"), "");
});

test("the same round may come twice", () => {
  assert.equal(freeKey({}, "a", "one"), "a/one");
  assert.equal(freeKey({ "a/one": {}, "a/one:2": {} }, "a", "one"), "a/one:3");
});

test("what the rounds ahead want, without those that are over", () => {
  const found = chosenRounds({ "a/one": { loop: "a", round: "one", date: "2026-12-01" }, "a/two": { loop: "a", round: "two", date: "2026-12-03" } }, LOOPS);
  assert.deepEqual([...wanted(found, "competencies")], [["c", ["Round one", "Round two"]], ["d", ["Round two"]]]);
  assert.deepEqual([...wanted(found, "competencies", "2026-12-02")], [["c", ["Round two"]], ["d", ["Round two"]]]);
});

const COMPETENCIES = [
  { id: "people", title: "Managing people", names: ["1:1s", "performance management", "coaching"] },
  { id: "delivery", title: "Ability to deliver", names: ["delivery", "on-call"] },
];
const QUESTIONS = [{ id: "q1", ask: "?", names: "performance management, PIP, underperformer", kind: "trunk", competency: "people", path: "q" }];
const ADVERT = "You will own delivery and on-call.\nPerformance management of eight engineers; coaching, Coaching! Deal with underperformers. (1:1)";

test("an advert's words lead to competencies and questions, the longest name first", () => {
  const found = places(ADVERT, phrasesOf(COMPETENCIES, QUESTIONS));
  const rows = asked(ADVERT, found);
  assert.deepEqual(rows.map(({ id }) => id), ["people", "delivery"]);
  assert.deepEqual(rows[0], { id: "people", said: ["Performance management", "coaching", "underperformers"], questions: ["q1"] });
  assert.deepEqual(rows[1]?.said, ["delivery", "on-call"]);
  for (const { start, end } of found) assert.equal(ADVERT.slice(start, end).trim(), ADVERT.slice(start, end));
});

test("a text without any of the names asks for nothing, and short words count for nothing", () => {
  assert.deepEqual(asked("We are a rocket ship. PIP", places("We are a rocket ship. PIP", phrasesOf(COMPETENCIES, QUESTIONS))), []);
});
