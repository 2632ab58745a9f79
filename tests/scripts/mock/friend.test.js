import assert from "node:assert/strict";
import { test } from "node:test";
import { addsOf, takenIn } from "../../../templates/scripts/mock/friend-back.js";
import { LARGEST, readSheet, sheetOf } from "../../../templates/scripts/mock/friend-sheet.js";
import { toWorkOn, verdictInWords } from "../../../templates/scripts/mock/weighed.js";
import { asMock } from "../../../templates/scripts/mock/record.js";

/** @type {any} */
const INTERVIEW = {
  title: "A talk",
  minutes: 20,
  scenario: ["You lead nine people.", "Ida asks, & plays a peer."],
  question: "What would you do first?",
  phases: [{ id: "look", name: "Look", minutes: 8, strong: ["Asks", "Waits"] }],
  rubric: [{ id: "words", name: "Words", points: 60, measures: "", anchors: ["1", "2", "3", "4", "5"] }],
  turns: [{ id: "turn-1", phase: "look", asks: "Well?", listens: "why", probes: [{ asks: "And?", strong: "So" }] }],
};
const MINE = asMock({ walkthrough: "talk", stage: "done", notes: { "turn-1": "mine" }, ticks: ["look-1"], scores: { words: 5 } });
const HEARD = { by: "Ana", at: "2026-11-21T10:00:00.000Z", ticks: ["look-2"], scores: { words: 3 }, says: { "turn-1": "Too long" }, overall: "Shorter" };
const sheet = sheetOf("talk:1", MINE, INTERVIEW, { notes: true });
/** @param {object} more */
const read = (more) => readSheet(JSON.stringify({ ...sheet, ...more }));

test("a sheet comes back as it was given, with what was heard", () => {
  assert.deepEqual(read({}), { sheet, aside: [] });
  assert.deepEqual(read({ answers: HEARD }), { sheet: { ...sheet, answers: HEARD }, aside: [] });
  assert.equal(sheetOf("talk:1", MINE, INTERVIEW).asks[0]?.note, "");
});

test("whoever plays a walkthrough has what it is about, how it opens and when its phases begin; a mix has none of it", () => {
  const two = { ...INTERVIEW, turns: [...INTERVIEW.turns, { ...INTERVIEW.turns[0], id: "turn-2" }] };
  const given = sheetOf("talk:1", MINE, two);
  assert.deepEqual([given.minutes, given.scenario, given.question], [20, INTERVIEW.scenario, INTERVIEW.question]);
  assert.deepEqual(given.asks.map((one) => one.begins), [{ name: "Look", minutes: 8 }, null]);
  assert.deepEqual(given.asks.map((one) => one.points.length), [0, 2]);
  const mix = sheetOf("mix:1", asMock({ walkthrough: "mix" }), INTERVIEW);
  assert.deepEqual([mix.scenario, mix.question, mix.asks[0]?.begins], [[], "", null]);
});

test("a sheet that was given before it had a scenario is still read", () => {
  const { scenario: _, question: __, minutes: ___, ...before } = sheet;
  assert.deepEqual(read({ scenario: undefined, question: undefined, minutes: undefined }).aside, []);
  assert.deepEqual(readSheet(JSON.stringify(before)), { sheet: { ...sheet, scenario: [], question: "", minutes: 0 }, aside: [] });
});

test("what it adds is said before anything changes, and taken in it changes nothing of one's own", () => {
  const back = read({ answers: HEARD }).sheet;
  assert.deepEqual(addsOf(back, MINE), [
    "1 of 2 points ticked by Ana",
    "ticked by Ana, and not by you: “Waits”",
    "ticked by you, and not by Ana: “Asks”",
    "a score by Ana in 1 of 1 dimensions: Words 3 of 5 (you chose 5)",
    "words on 1 question",
    "one thing to keep and one to work on",
  ]);
  const now = new Date("2026-11-22T10:00:00Z");
  const taken = asMock({ ...MINE, ...takenIn(back, MINE, now) });
  assert.deepEqual(taken, { ...MINE, friends: [HEARD] });
  assert.deepEqual([addsOf(back, taken), takenIn(back, taken, now)], [[], { friends: [HEARD] }]);
  const fresh = takenIn(back, asMock({ walkthrough: "mix" }), now);
  assert.deepEqual([fresh.stage, fresh.points, fresh.of, fresh.ticks], ["done", 30, 60, ["look-2"]]);
});

test("what a friend gave is called the friend's, by name where there is one", () => {
  const walk = { ...INTERVIEW, rubric: [...INTERVIEW.rubric, { ...INTERVIEW.rubric[0], id: "calm", name: "Calm", points: 40 }] };
  const given = (/** @type {string} */ by, /** @type {string[]} */ ticks) => asMock({ walkthrough: "talk", stage: "done", points: 75, of: 100, ticks, scores: { words: 5, calm: 2 }, friends: [{ ...HEARD, by }] });
  assert.equal(verdictInWords(walk, given("Marek", ["look-1", "look-2"])), "Marek gave you 75 of 100. 2 of 2 points are ticked by Marek.");
  assert.match(verdictInWords(walk, given("", [])), /^A friend gave you 75 of 100\. 0 of 2 points are ticked by the friend\. The score says more than the list does: ask/);
  assert.equal(toWorkOn(walk, given("Marek", []))?.why, "Marek scored it 10 of 40");
  assert.equal(toWorkOn(walk, { ...given("Marek", []), elapsed: 9 })?.why, "you scored it 10 of 40");
  assert.match(verdictInWords(walk, { ...given("Marek", []), elapsed: 9 }), /^You scored 75 of 100/);
});

test("what is no sheet is refused in words", () => {
  for (const text of ["", "{", "[]", "null", "7", "{}", '{"friend":2}', '{"friend":1}', JSON.stringify({ ...sheet, asks: [{ id: "../x", ask: "y" }, 5, null] }), " ".repeat(LARGEST + 1)]) {
    assert.throws(() => readSheet(text), /must be|no question|larger/, text.slice(0, 40));
  }
});

test("of a hostile sheet what fits is taken, and the rest is set aside and said", () => {
  const found = read({
    title: 7,
    minutes: 1e9,
    scenario: ["\u202e<b>Well</b>", 7, {}],
    question: ["x"],
    id: "__proto__",
    walkthrough: "a b",
    questions: ["fine", "<img>", 4],
    story: { id: "../../etc", title: "\u202eevil", parts: [{ name: 1, text: "ok" }, "no"] },
    asks: [{ ...sheet.asks[0], begins: { name: "\u202eLook", minutes: -5 } }, { id: "Bad Id", ask: "x" }, ...Array(300).fill(sheet.asks[0])],
    rubric: [...sheet.rubric, { ...sheet.rubric[0], anchors: ["1"] }],
    answers: { by: `A${"\u202e"}na`.padEnd(500, "x"), at: "soon", ticks: ["look-1", "look-1", "hacked-9", 4], scores: { words: 3, constructor: 2, gone: 5, more: "x" }, says: { "turn-1": "w".repeat(90_000), other: "x" }, overall: { a: 1 } },
  });
  assert.deepEqual([found.sheet.title, found.sheet.id, found.sheet.walkthrough, found.sheet.questions], ["An interview", "", "", ["fine"]]);
  assert.deepEqual(found.sheet.story, { id: "", title: "evil", parts: [{ name: "", text: "ok" }] });
  assert.deepEqual([found.sheet.asks.length, found.sheet.rubric.length], [1, 1]);
  assert.deepEqual([found.sheet.minutes, found.sheet.scenario, found.sheet.question, found.sheet.asks[0]?.begins], [0, ["<b>Well</b>"], "", { name: "Look", minutes: 0 }]);
  const heard = /** @type {NonNullable<typeof found.sheet.answers>} */ (found.sheet.answers);
  assert.deepEqual([heard.by.length <= 80, heard.by.includes("\u202e"), heard.at, heard.ticks, heard.scores], [true, false, "", ["look-1"], { words: 3 }]);
  assert.deepEqual([heard.says["turn-1"]?.length, Object.keys(heard.says), heard.overall], [6000, ["turn-1"], ""]);
  for (const what of ["question’s names", "story part", "questions", "dimension", "ticks", "scores", "remark", "scenario’s paragraphs"]) assert.ok(found.aside.some((line) => line.includes(what)), `${what}: ${found.aside}`);
});
