import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, levelOf, places, withoutWords } from "../../../templates/scripts/loop/advert.js";
import { Vocabulary } from "../../../templates/scripts/loop/vocabulary.js";
import { stem } from "../../../templates/scripts/search/stem.js";
import { wordsOf } from "../../../templates/scripts/search/words.js";
import { chosenRounds, firstWanting, freeKey, nextDay, wanted } from "../../../templates/scripts/loop/rounds.js";

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
  assert.deepEqual(Object.fromEntries(firstWanting(found, "competencies", "2026-11-30")), { c: 0, d: 1 });
  assert.deepEqual(Object.fromEntries(firstWanting(found, "competencies", "2026-12-02")), { c: 0, d: 0 });
});

const COMPETENCIES = [
  { id: "people", title: "Managing people", names: ["1:1s", "performance management", "coaching"] },
  { id: "delivery", title: "Ability to deliver", names: ["delivery", "on-call"] },
];
const QUESTIONS = [{ id: "q1", ask: "?", names: "performance management, PIP, underperformer", kind: "trunk", competency: "people", path: "q" }];
const ADVERT = "You will own delivery and on-call.\nPerformance management of eight engineers; coaching, Coaching! Deal with underperformers. (1:1)";

const LANGUAGE = { words: wordsOf, stem, silent: new Set("a an the of to in and you your will with".split(" ")), faint: new Set("deal people".split(" ")) };
const KNOWN = new Vocabulary(COMPETENCIES, QUESTIONS, LANGUAGE);

test("an advert's words lead to competencies and questions, the name that says most first", () => {
  const found = places(ADVERT, KNOWN);
  const rows = asked(ADVERT, found);
  assert.deepEqual(rows.map(({ id }) => id), ["people", "delivery"]);
  assert.deepEqual(rows[0]?.said, ["Performance management", "coaching", "underperformers", "1:1"]);
  assert.deepEqual(rows[0]?.questions, ["q1"]);
  assert.deepEqual(rows[1]?.said, ["delivery", "on-call"]);
  for (const { start, end } of found) assert.equal(ADVERT.slice(start, end).trim(), ADVERT.slice(start, end));
});

test("other forms of its words are found, and in another order; a sign only as it is written", () => {
  const said = (/** @type {string} */ text) => asked(text, places(text, KNOWN)).flatMap((one) => one.said);
  assert.deepEqual(said("You manage the performance of eight engineers, coach them and deliver on time."), ["manage the performance", "coach", "deliver"]);
  assert.deepEqual(said("A PIP is a last step."), ["PIP"]);
  assert.deepEqual(said("A pip in an apple. We are a rocket ship, and deal with people."), []);
});

test("what one gets asks for nothing, nor does a title", () => {
  const text = "Delivery Lead\n\nYou coach.\n\nWhat we offer\n- Delivery of fruit\n\nAnd then\nDelivery";
  assert.deepEqual(asked(text, places(withoutWords(text, ["we offer"], [{ name: "Delivery lead" }]), KNOWN)).map(({ id, said }) => [id, said]), [["people", ["coach"]], ["delivery", ["Delivery"]]]);
  assert.equal(levelOf(text, [{ name: "Lead" }, { name: "Delivery lead" }])?.name, "Delivery lead");
  assert.equal(levelOf("Leading", [{ name: "Lead" }]), undefined);
});
