import assert from "node:assert/strict";
import { test } from "node:test";
import { remarksOn } from "../../../templates/scripts/stories/remarks.js";
import { said } from "../../../templates/scripts/stories/said.js";
import { bankOf, coverage, suggestions } from "../../../templates/scripts/story/bank.js";
import { Editorial } from "../../../templates/scripts/story/editorial.js";
import { isOtherScript, Spoken } from "../../../templates/scripts/story/spoken.js";
import { aloud, whole } from "../../../templates/scripts/story/story.js";
import { shortfalls, toldWhole } from "../../../templates/scripts/story/told.js";
import { guideIn } from "./guide.js";

const GUIDE = guideIn("en");
const MODEL = /** @type {any} */ ({ parts: ["context", "challenge", "actions", "results", "learnings"], outcomes: [], endings: [], turns: [], scales: [], noteKinds: [], rows: 60 });
const SPOKEN = new Spoken(GUIDE);
const CHINESE = "我当时负责一个有九名工程师的团队，我们必须决定是否推迟发布。";

/** @param {number} words @param {Record<string, unknown>} [more] a story whose every part has so many words */
const story = (words, more = {}) => whole({ parts: Object.fromEntries(MODEL.parts.map((/** @type {string} */ part) => [part, "word ".repeat(words)])), thirty: "word ".repeat(60), ...more }, MODEL, 140);

test("a letter in every part is not a story told whole", () => {
  const letters = whole({ parts: { context: "a", challenge: "b", actions: "c", results: "d", learnings: "e" }, thirty: "f" }, MODEL, 140);
  assert.equal(toldWhole(letters, SPOKEN), false);
  assert.deepEqual(shortfalls(letters, SPOKEN).map(({ place }) => place), [...MODEL.parts, "told", "thirty"]);
});

test("a story is told whole within the limits of the guide, and outside them it is not", () => {
  assert.equal(toldWhole(story(60), SPOKEN), true);
  assert.deepEqual(shortfalls(story(50), SPOKEN), [{ place: "told", words: 250, least: 280, most: 420 }]);
  assert.deepEqual(shortfalls(story(90), SPOKEN).map(({ place }) => place), ["told"]);
  assert.deepEqual(shortfalls(story(60, { thirty: "" }), SPOKEN).map(({ place }) => place), ["thirty"]);
});

test("two minutes are two minutes for who speaks slowly, and for who speaks fast", () => {
  const limits = (/** @type {number} */ pace) => shortfalls(story(10, { pace }), SPOKEN).flatMap(({ place, least, most }) => (place === "told" ? [least, most] : []));
  assert.deepEqual([limits(140), limits(105), limits(210)], [[280, 420], [210, 315], [420, 630]]);
  assert.deepEqual([toldWhole(story(50), SPOKEN), toldWhole(story(50, { pace: 105 }), SPOKEN)], [false, true]);
  assert.deepEqual(remarksOn(story(50, { pace: 105 }), SPOKEN).filter(({ code }) => code === "length-aloud"), []);
  assert.match(remarksOn(story(40, { pace: 105 }), SPOKEN).find(({ code }) => code === "length-aloud")?.message ?? "", /210 to 315 words.*found 200/);
});

test("what is covered is what is told whole", () => {
  const rows = (/** @type {number} */ words) => coverage({ s: story(words, { themes: ["t"] }) }, [{ id: "t", name: "T" }], "themes", (one) => toldWhole(one, SPOKEN))[0]?.cover;
  assert.deepEqual([rows(60), rows(1)], ["covered", "begun"]);
});

test("a story counts for the competency of each of its questions, behind its own, and nothing of that is kept", () => {
  const kept = { s: { title: "S", questions: ["q2", "q1", "gone"], competencies: ["c"] } };
  const bank = bankOf(kept, { model: MODEL, wordsAMinute: 140, competencies: [{ id: "a", questions: ["q1"] }, { id: "b", questions: ["q2"] }, { id: "c", questions: [] }], editorial: {} });
  assert.deepEqual(bank["s"]?.competencies, ["c", "b", "a"]);
  assert.deepEqual(kept.s.competencies, ["c"]);
  assert.equal(coverage(bank, [{ id: "a", name: "A" }], "competencies", () => true)[0]?.cover, "covered");
});

test("what tells of an event serves other questions of its competency, and what tells of oneself serves its own alone", () => {
  const told = (/** @type {string[]} */ oneself) => {
    const bank = bankOf({ s: { title: "S", questions: ["q1"] } }, { model: MODEL, wordsAMinute: 140, competencies: [{ id: "a", questions: ["q1", "q2"] }], editorial: { oneself } });
    const asked = [...["q1", "q2"].map((id) => ({ id, ask: id, competency: "a" })), { id: "a/", ask: "a", competency: "a", isWhole: true }];
    return suggestions(bank, asked, new Map(), () => true).map(({ story }) => story);
  };
  assert.deepEqual([told([]), told(["q1"])], [["s", "s", "s"], ["s", null, "s"]]);
});

test("an answer about oneself is whole at one length, without parts and without thirty seconds", () => {
  const spoken = new Spoken({ ...GUIDE, oneself: ["why"] });
  const answer = (/** @type {number} */ words, more = {}) => whole({ parts: { context: "word ".repeat(words) }, questions: ["why"], ...more }, MODEL, 140);
  assert.deepEqual([149, 150, 400, 401].map((words) => toldWhole(answer(words), spoken)), [false, true, true, false]);
  assert.deepEqual(shortfalls(answer(200, { questions: ["other", "why"] }), spoken).map(({ place }) => place), ["challenge", "actions", "results", "learnings", "told", "thirty"]);
  assert.deepEqual(shortfalls(answer(200, { thirty: "Too short." }), spoken).map(({ place }) => place), ["thirty"]);
  assert.deepEqual(shortfalls(answer(107, { pace: 100 }), spoken), []);
});

test("words are counted in the script in which they are written", () => {
  assert.equal(SPOKEN.wordsIn("It's a ten-day plan."), 4);
  assert.equal(SPOKEN.wordsIn(CHINESE), 17);
  assert.equal(new Editorial(GUIDE).wordsIn(CHINESE), 14);
  assert.equal(new Spoken(guideIn("zh")).wordsIn(CHINESE), 28);
  assert.equal(SPOKEN.wordsIn("ผมเป็นหัวหน้าทีม"), 4);
  assert.equal(SPOKEN.wordsIn("मैं नौ लोगों का प्रबंधक था"), 6);
  assert.equal(SPOKEN.wordsIn("Я руководил девятью людьми"), 4);
  assert.deepEqual([CHINESE, "I said 不 to nine people", "123", ""].map(isOtherScript), [true, false, false, false]);
});

test("what counts English words says nothing of another script, and length and shares are measured", () => {
  const told = whole({ parts: Object.fromEntries(MODEL.parts.map((/** @type {string} */ part) => [part, CHINESE])), thirty: CHINESE }, MODEL, 140).parts;
  assert.deepEqual(SPOKEN.remarks({ told, thirty_seconds: CHINESE }).map(({ code }) => code), ["length-aloud", "thirty-seconds", "balance", "actions"]);
  assert.match(SPOKEN.leftOut(told), /other letters/);
});

test("of what is written in Latin letters both say the same", () => {
  const english = { told: story(20).parts, thirty_seconds: "We met. It went well." };
  assert.deepEqual(SPOKEN.remarks(english), new Editorial(GUIDE).remarks(english));
});

test("one word takes a second, never none", () => {
  assert.deepEqual([aloud(1, 240), aloud(140, 140), aloud(350, 140)], ["0:01", "1:00", "2:30"]);
});

const FAILURE = "I lost us our largest customer in one night. I had moved their data without a way back, because I wanted to be done. It was gone by two in the morning. Nobody had asked me to hurry.";
const ROLE = " At the time I was an engineering manager with nine engineers, and the contract was worth 400,000 a year.";
const REASON = "I called them myself, because they should hear it from me. ";
/** @param {string} context @param {Record<string, string>} [more] parts */
const failure = (context, more = {}) => whole({ parts: { context, challenge: "They wanted to know by noon what was left.", actions: REASON.repeat(16), results: "Two of three years came back within 9 days.", learnings: "Since then I write the way back before I write the way there.", ...more }, thirty: "word ".repeat(60) }, MODEL, 140);
const codes = (/** @type {import("../../../templates/scripts/story/story.js").Kept} */ one) => remarksOn(one, SPOKEN).map(({ code }) => code);

test("a story of one's own may open with the failure: who speaks is said anywhere in the context", () => {
  const opens = (/** @type {string} */ context) => SPOKEN.remarks({ told: failure(context).parts }).some(({ code }) => code === "opening");
  assert.equal(opens(FAILURE + ROLE), true, "the check holds a contributed story to three sentences");
  assert.equal(codes(failure(FAILURE + ROLE)).includes("opening"), false);
  assert.equal(codes(failure(FAILURE)).includes("opening"), true);
});

test("how somebody talks is theirs: short sentences and long words are the samples' measures", () => {
  const short = failure(FAILURE + ROLE, { actions: "I called. I said so. I waited, because responsibility notwithstanding organisational considerations mattered. ".repeat(9) });
  const checked = SPOKEN.remarks({ told: short.parts }).map(({ code }) => code);
  assert.ok(checked.includes("fragments") && checked.includes("long-words"), String(checked));
  assert.deepEqual(codes(short).filter((code) => ["fragments", "long-words"].includes(code)), []);
  const we = failure(FAILURE + ROLE, { actions: "We called them and we waited. ".repeat(9), results: "It came back." });
  for (const kept of ["own-part", "reasons", "figures", "length-aloud"]) assert.ok(codes(we).includes(kept), kept);
});

test("a remark is said as a person would, with the same facts", () => {
  const bad = failure("They went. Mail me at a@example.org.", { challenge: "No.", actions: "We went. ".repeat(3), results: "Good.", learnings: "Communication is key. Who knows." });
  const remarks = remarksOn({ ...bad, thirty: "Too short." }, SPOKEN);
  const kinds = new Set(remarks.map(({ code }) => code));
  for (const code of ["thirty-seconds", "balance", "actions", "own-part", "figures", "generic-learning", "opening", "riddle", "reasons", "dry-end", "personal-data"]) assert.ok(kinds.has(code), `${code}: ${[...kinds]}`);
  for (const remark of [...remarks, ...remarksOn(story(50), SPOKEN)]) {
    const words = said(remark, SPOKEN);
    assert.doesNotMatch(words, /\bfound\b|\bmust\b|undefined|\{/);
    for (const [number] of remark.message.replace(/\(.*?\)/g, "").matchAll(/\d+/g)) assert.match(words, new RegExp(number), `${remark.code}: ${words}`);
  }
  assert.equal(said(/** @type {any} */ (remarksOn(story(50), SPOKEN).find(({ code }) => code === "length-aloud")), SPOKEN), "Your telling has 250 words. Two to three minutes aloud are 280 to 420.");
});
