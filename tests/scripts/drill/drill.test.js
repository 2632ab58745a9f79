import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, daysBetween } from "../../../templates/scripts/values/days.js";
import { cardsOf, twinGroups } from "../../../templates/scripts/drill/cards.js";
import { comingInWords } from "../../../templates/scripts/drill/coming.js";
import { answered, asMemory, comesBack, dueDay, isLearning, knownAt, longestGap } from "../../../templates/scripts/drill/memory.js";
import { todays, wished } from "../../../templates/scripts/drill/session.js";
import { shuffled } from "../../../templates/scripts/values/random.js";

/** @typedef {import("../../../templates/scripts/drill/memory.js").Memory} Memory */
/** @typedef {import("../../../templates/scripts/drill/session.js").Wish} Wish */

const NOW = new Date("2026-11-21T09:30:00");
const TODAY = "2026-11-21";

/** @param {string} id @param {Partial<import("../../../templates/scripts/keep/data.js").Question>} [more] @returns {import("../../../templates/scripts/keep/data.js").Question} */
const question = (id, more = {}) => ({ id, ask: `${id}?`, kind: "trunk", competency: "one", levels: ["em"], intent: `why ${id}`, good: ["a"], trap: "t", twins: [], stories: [], path: `questions/one.md#${id}`, ...more });
const QUESTIONS = [question("b", { twins: ["a"] }), question("a", { twins: ["b"], levels: ["director"] }), question("c", { kind: "leaf", competency: "two", good: [] })];
const COMPETENCIES = [{ id: "one", title: "One", path: "competencies/one.md", redFlags: [{ sign: "Blames", because: "It tells", instead: "Own it" }] }];
const FRAMEWORKS = [{ id: "star", title: "STAR", summary: "Four", path: "frameworks/star.md", steps: [{ name: "S", asks: "Where?" }] }];
const CARDS = cardsOf(QUESTIONS, COMPETENCIES, FRAMEWORKS);
const ALL = /** @type {Wish} */ ({ decks: ["intents", "twins", "answers", "aloud", "flags", "frameworks"], competency: "", level: "", words: "" });

/** @param {number} days */
const later = (days) => new Date(NOW.getFullYear(), NOW.getMonth(), NOW.getDate() + days, 9, 30);

test("there is a card for each intent, group of look-alikes, good answer, red flag and framework", () => {
  assert.deepEqual(
    CARDS.map((card) => card.id.replace(/flag:one:.*/, "flag:one")).sort(),
    ["answer:a", "answer:b", "flag:one", "framework:star", "intent:a", "intent:b", "intent:c", "twins:a"],
  );
  for (const card of CARDS) assert.match(card.id, /^[a-z0-9][a-z0-9:/-]{0,160}$/);
});

test("cards are found by the words of their question and by its other names", () => {
  const cards = cardsOf([question("a", { names: "brilliant jerk, toxic star" }), question("b")], [], []);
  const about = (/** @type {string} */ words) => wished(cards, { ...ALL, words }).map((card) => card.id);
  assert.deepEqual(about("JERK toxic"), ["intent:a", "answer:a"]);
  assert.deepEqual(about("b?"), ["intent:b", "answer:b"]);
  assert.deepEqual(about("nobody"), []);
});

test("look-alikes that have a name say it on the front, and their difference first on the back", () => {
  const named = cardsOf(QUESTIONS, [], [], [{ name: "Two of a kind", difference: "One is not the other.", questions: ["a", "b"] }]);
  const card = named.find(({ deck }) => deck === "twins");
  assert.ok(card?.task.startsWith("Two of a kind. "));
  assert.deepEqual(card?.back[0], { text: "One is not the other." });
  assert.ok(CARDS.find(({ deck }) => deck === "twins")?.task.startsWith("They sound alike."));
});

test("a card's name does not depend on the order of the handbook", () => {
  const other = cardsOf([...QUESTIONS].reverse(), COMPETENCIES, FRAMEWORKS);
  assert.deepEqual(other.map((card) => card.id).sort(), CARDS.map((card) => card.id).sort());
  assert.deepEqual(twinGroups(QUESTIONS).map((group) => group.map((one) => one.id)), [["a", "b"]]);
});

test("a gap is at most two fifths of a week, a tenth of a year, and shrinks as a share between them", () => {
  assert.deepEqual([1, 2, 5, 7, 14, 30, 90, 365, 1000].map(longestGap), [1, 1, 2, 2, 4, 8, 18, 36, 100]);
  const shares = [7, 14, 30, 90, 180, 365].map((days) => longestGap(days) / days);
  assert.deepEqual(shares, [...shares].sort((a, b) => b - a));
  for (let days = 1; days < 800; days++) assert.ok(longestGap(days + 1) >= longestGap(days), String(days));
});

test("no card comes back after the interview, whatever it is answered and however well", () => {
  for (let left = 1; left < 60; left++) {
    const interview = dayOf(later(left));
    /** @type {Memory | undefined} */
    let memory;
    for (let day = 0; day < left; day++) {
      const today = dayOf(later(day));
      if (memory && dueDay(memory, interview, today) > today) continue;
      memory = answered(memory, 4, later(day));
      const due = dueDay(memory, interview, today);
      assert.ok(due > today && due <= interview, `${left} days left, day ${day}: ${due}`);
      assert.ok(daysBetween(today, due) <= longestGap(left - day));
    }
  }
});

test("a date that moves nearer moves the cards, and one that has passed moves none", () => {
  let memory = answered(undefined, 4, NOW);
  memory = answered(memory, 4, later(8));
  const free = dueDay(memory, "", dayOf(later(8)));
  assert.ok(daysBetween(dayOf(later(8)), free) > 10);
  assert.equal(dueDay(memory, dayOf(later(15)), dayOf(later(8))), dayOf(later(10)));
  assert.equal(dueDay(memory, TODAY, dayOf(later(8))), free);
});

test("what was not right is due again on the same day, until it is", () => {
  const wrong = answered(undefined, 1, NOW);
  assert.ok(isLearning(wrong));
  assert.equal(dueDay(wrong, "", TODAY), TODAY);
  assert.equal(comesBack(undefined, 1, "", NOW), 0);
  const right = answered(wrong, 3, NOW);
  assert.ok(!isLearning(right));
  assert.ok(dueDay(right, "", TODAY) > TODAY);
});

test("what comes back is counted by its day, the next days first, and what is due is not among it", () => {
  const known = answered(undefined, 3, NOW);
  const sure = answered(undefined, 4, NOW);
  assert.equal(comingInWords([], "", NOW), "");
  assert.equal(comingInWords([answered(undefined, 1, NOW)], "", NOW), "");
  assert.equal(comingInWords([known], "", NOW), "1 card on Monday.");
  assert.equal(comingInWords([sure, known, known], "", NOW), "2 cards on Monday, 1 on 29 November.");
  assert.equal(comingInWords([sure, known], "2026-11-23", NOW), "2 cards tomorrow.");
});

test("a clock that was set back by a month spoils nothing", () => {
  const before = answered(answered(undefined, 3, NOW), 3, later(2));
  const after = answered(before, 3, later(-30));
  assert.ok(after.card.stability >= before.card.stability);
  assert.ok(Date.parse(after.card.due) > Date.parse(before.card.last_review));
  assert.equal(after.log.length, 3);
  assert.ok(knownAt(after, later(-30)) <= 1);
});

test("what is remembered survives being written down", () => {
  const memory = answered(answered(undefined, 1, NOW), 3, NOW);
  assert.deepEqual(asMemory(JSON.parse(JSON.stringify(memory))), memory);
  assert.deepEqual(answered(asMemory(JSON.parse(JSON.stringify(memory))), 3, later(3)), answered(memory, 3, later(3)));
});

test("what makes no sense counts as never seen", () => {
  const memory = answered(undefined, 3, NOW);
  const spoilt = [undefined, {}, { card: null }, { card: { ...memory.card, due: "soon" } }, { card: { ...memory.card, stability: NaN } }, { card: { ...memory.card, state: 7 } }, { card: { ...memory.card, reps: "1" } }];
  assert.deepEqual(spoilt.map((item) => asMemory(item)), spoilt.map(() => undefined));
  assert.deepEqual(asMemory({ ...memory, log: [null, { at: "x", rating: 3 }, { at: NOW.toISOString(), rating: 9 }] })?.log, []);
});

test("one chooses decks, a competency, a level", () => {
  const ids = (/** @type {Partial<Wish>} */ wish) => wished(CARDS, { ...ALL, ...wish }).map((card) => card.id);
  assert.deepEqual(ids({ decks: ["intents"], competency: "two" }), ["intent:c"]);
  assert.deepEqual(ids({ decks: ["intents", "frameworks"], level: "director" }), ["intent:a", "framework:star"]);
});

test("the same seed gives the same session, and every card is in it once", () => {
  const session = (/** @type {string} */ seed) => todays(CARDS, new Map(), { date: "", goal: 100 }, seed, NOW).fresh.map((card) => card.id);
  assert.deepEqual(session("1"), session("1"));
  assert.deepEqual([...session("1")].sort(), CARDS.map((card) => card.id).sort());
  const orders = new Set(Array.from({ length: 20 }, (_, at) => shuffled(CARDS, String(at)).map((card) => card.id).join()));
  assert.ok(orders.size > 15);
});

test("what is due comes before what is new, and the goal of the day limits only the new", () => {
  const due = answered(undefined, 3, later(-10));
  const fresh = answered(undefined, 3, NOW);
  const memories = new Map([["intent:a", due], ["intent:b", due], ["intent:c", fresh]]);
  const today = (/** @type {number} */ goal) => todays(CARDS, memories, { date: "", goal }, "s", NOW);
  assert.deepEqual(today(1).due.map((card) => card.id).sort(), ["intent:a", "intent:b"]);
  assert.deepEqual([today(1).fresh.length, today(4).fresh.length, today(5).fresh.length], [0, 1, 2]);
  assert.equal(today(5).done, 1);
});
