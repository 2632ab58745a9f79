import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, daysBetween } from "../../../templates/scripts/values/days.js";
import { blank, cardsOf, twinGroups } from "../../../templates/scripts/drill/cards.js";
import { comingInWords } from "../../../templates/scripts/drill/coming.js";
import { answered, asMemory, comesBack, dueDay, isLearning, isLetGo, knownAt } from "../../../templates/scripts/drill/memory.js";
import { broughtBack, buried, isAside, isSuspended, suspended } from "../../../templates/scripts/drill/aside.js";
import { createEmptyCard, fsrs } from "../../../templates/scripts/drill/fsrs.js";
import { forecast } from "../../../templates/scripts/drill/forecast.js";
import { gaps, mattering } from "../../../templates/scripts/drill/matters.js";
import { backInWords } from "../../../templates/scripts/drill/ratings.js";
import { Run } from "../../../templates/scripts/drill/run.js";
import { headline, reachInWords, waitingInWords } from "../../../templates/scripts/drill/says.js";
import { todays, wished } from "../../../templates/scripts/drill/session.js";
import { spacing } from "../../../templates/scripts/keep/days-ahead.js";
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

test("what is said aloud in the place of a red flag is known by the marks of the language", () => {
  const page = /** @type {{handbookLanguage?: unknown}} */ (globalThis);
  const instead = (/** @type {string} */ text) => cardsOf([], [{ ...COMPETENCIES[0], redFlags: [{ sign: "Blames", because: "It tells", instead: text }] }], [])[0]?.back.at(-1)?.said;
  assert.deepEqual(["\u201cI chose it.\u201d", "*\u201cI did.\u201d*", "Say \u201cI\u201d."].map(instead), [true, true, false]);
  page.handbookLanguage = { code: "de", plural: () => 1, words: { "\u201c{words}\u201d": "\u201e{words}\u201c" } };
  try {
    assert.deepEqual(["\u201eIch war es.\u201c", "Sagen Sie \u201eich\u201c."].map(instead), [true, false]);
  } finally {
    delete page.handbookLanguage;
  }
});

test("there is a card for each intent, group of look-alikes, good answer, red flag and framework", () => {
  assert.deepEqual(
    CARDS.map((card) => card.id.replace(/flag:one:.*/, "flag:one")).sort(),
    ["answer:a", "answer:b", "flag:one", "framework:star", "intent:a", "intent:b", "intent:c", "twins:a"],
  );
  for (const card of CARDS) assert.match(card.id, /^[a-z0-9][a-z0-9:/-]{0,160}$/);
});

test("cards without their backs are the same cards, so that they can be counted and chosen first", () => {
  const spoken = { speaker: "Somebody", says: ["So."], because: "It is short.", tempting: ["Well."], costs: "Time." };
  const questions = [...QUESTIONS, question("d", { spoken, names: "delta", follows: "A?" })];
  const groups = [{ name: "Two of a kind", difference: "One is not the other.", questions: ["a", "b"], wants: { a: "this" } }];
  const fronts = questions.map(({ intent, trap, stories, good, spoken: said, ...one }) => ({ ...one, good: good.length, ...(said && { spoken: /** @type {const} */ (true) }) }));
  const turned = blank({ questions: fronts, groups: groups.map(({ name, questions: those }) => ({ name, questions: those })) });
  const seen = (/** @type {typeof questions} */ of, /** @type {Parameters<typeof cardsOf>[3]} */ in_) => cardsOf(of, COMPETENCIES, FRAMEWORKS, in_).map(({ back, ...card }) => card);
  assert.deepEqual(seen(turned.questions, turned.groups), seen(questions, groups));
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

test("a card comes back on the day that FSRS says, but for the evening before the interview and its day: then it comes at most two days early, and at the latest the day before", () => {
  let bent = 0;
  for (let left = 1; left < 60; left++) {
    const interview = dayOf(later(left));
    /** @type {Memory | undefined} */
    let memory;
    for (let day = 0; day < left; day++) {
      const today = dayOf(later(day));
      if (memory && dueDay(memory, interview, today) > today) continue;
      memory = answered(memory, day % 3 ? 3 : 4, later(day));
      const [due, free] = [dueDay(memory, interview, today), dueDay(memory, "", today)];
      assert.equal(free, dayOf(new Date(memory.card.due)));
      const early = daysBetween(due, free);
      if (early) bent += 1;
      assert.ok(early >= 0 && (early <= 2 || free > interview), `${left} days left, day ${day}: ${early} days early`);
      if (early) assert.ok([1, 2].includes(daysBetween(due, interview)), due);
      if (daysBetween(today, interview) > 1) assert.ok(due < interview, `${left} days left, day ${day}: ${due}`);
    }
  }
  assert.ok(bent > 3, String(bent));
});

test("every answer is what ts-fsrs makes of it, with a date or without", () => {
  const alone = fsrs({ learning_steps: ["10m"], relearning_steps: ["10m"], enable_fuzz: false });
  /** @type {Memory | undefined} */
  let memory;
  let card = createEmptyCard(NOW);
  for (const [day, rating] of /** @type {const} */ ([[0, 1], [0, 3], [2, 3], [9, 2], [30, 1], [30, 2], [31, 3], [60, 4]])) {
    memory = answered(memory, rating, later(day));
    card = alone.next(card, later(day), rating).card;
    assert.deepEqual([memory.card.due, memory.card.stability, memory.card.difficulty], [card.due.toISOString(), card.stability, card.difficulty]);
  }
});

test("an answer with effort asks once more, and the second of a day lets the card go until tomorrow", () => {
  const once = answered(undefined, 2, NOW);
  assert.ok(isLearning(once) && !isLetGo(once));
  assert.equal(dueDay(once, "", TODAY), TODAY);
  assert.equal(comesBack(undefined, 2, "", NOW), 0);
  assert.equal(comesBack(once, 2, "", NOW), 1);
  const twice = answered(once, 2, NOW);
  assert.ok(isLetGo(twice));
  assert.equal(dueDay(twice, "", TODAY), dayOf(later(1)));
  assert.ok(!isLetGo(answered(once, 2, later(1))));
  assert.ok(!isLetGo(answered(twice, 1, NOW)));
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
  assert.equal(comingInWords([sure, known, known], "", NOW), "2 cards on 23 November, 1 on 29 November.");
  assert.equal(comingInWords([sure, known], "2026-11-24", NOW), "1 card on Sunday, 1 on Monday.");
});

test("no card promises a day when the interview is over: it comes the day before, else after it", () => {
  const back = (/** @type {string} */ date) => [3, 4].map((rating) => backInWords(comesBack(undefined, /** @type {3 | 4} */ (rating), date, NOW)));
  assert.deepEqual(back(""), ["back in 2 days", "back in 8 days"]);
  assert.deepEqual(back("2026-11-26"), ["back in 2 days", "back in 4 days"]);
  assert.deepEqual(back("2026-11-22"), ["after the interview", "after the interview"]);
  assert.deepEqual(back("2026-11-21"), ["after the interview", "after the interview"]);
});

test("on the evening before, cards that were never seen are not called easy", () => {
  const interview = { date: "2026-11-22", goal: 10 };
  const says = (/** @type {Map<string, Memory>} */ memories) => headline(todays(CARDS, memories, interview, "s", NOW), true);
  assert.match(says(new Map()), /^The evening before: \d+ new cards?$/);
  const met = new Map(CARDS.map((card) => [card.id, answered(undefined, 4, later(-3))]));
  assert.match(says(met), /^The evening before: \d+ easy cards?$/);
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

test("what is due comes before what is new, and the goal of the day limits both", () => {
  const due = answered(undefined, 3, later(-10));
  const fresh = answered(undefined, 3, NOW);
  const memories = new Map([["intent:a", due], ["intent:b", due], ["intent:c", fresh]]);
  const today = (/** @type {number} */ goal) => todays(CARDS, memories, { date: "", goal }, "s", NOW);
  assert.deepEqual([1, 2, 3, 4, 5].map((goal) => [today(goal).due.length, today(goal).fresh.length]), [[0, 0], [1, 0], [2, 0], [2, 1], [2, 2]]);
  assert.equal(today(5).done, 1);
});

const MANY = Array.from({ length: 40 }, (_, at) => /** @type {import("../../../templates/scripts/drill/cards.js").Card} */ ({ ...CARDS[0], id: `intent:q${at}`, questions: [`q${at}`], weight: at % 3 }));
/** @param {number} count @param {number} ago @returns {Map<string, Memory>} */
const met = (count, ago) => new Map(MANY.slice(0, count).map(({ id }, at) => [id, answered(undefined, at % 2 ? 3 : 4, later(-ago - at))]));

test("a backlog is spread over the days left, and said in words", () => {
  const away = met(23, 12);
  const spread = todays(MANY, away, { date: "", goal: 10 }, "s", NOW);
  assert.deepEqual([spread.due.length, spread.fresh.length, spread.waiting.all], [8, 2, 23]);
  assert.equal(waitingInWords(spread, TODAY), "23 are waiting: 8 today, the rest until Monday.");
  const answers = new Map([...away, ...spread.due.map((card) => /** @type {[string, Memory]} */ ([card.id, answered(away.get(card.id), 3, NOW)]))]);
  assert.equal(todays(MANY, answers, { date: "", goal: 10 }, "s", NOW).due.length, 0);
  const late = todays(MANY, away, { date: dayOf(later(3)), goal: 10 }, "s", NOW);
  assert.deepEqual([late.due.length, late.waiting.never], [10, 3]);
  assert.equal(waitingInWords(late, TODAY), "23 are waiting: 10 today. The days left have no room for 3 of them, and those are the ones you know best.");
  assert.equal(waitingInWords(todays(MANY, met(9, 12), { date: "", goal: 10 }, "s", NOW), TODAY), "");
});

test("what is least known on the day of the interview comes first", () => {
  const date = dayOf(later(6));
  const memories = met(23, 12);
  const then = new Date(`${date}T12:00:00`);
  const { due } = todays(MANY, memories, { date, goal: 30 }, "s", NOW);
  const chances = due.map(({ id }) => knownAt(/** @type {Memory} */ (memories.get(id)), then));
  assert.ok(chances.length > 20);
  assert.deepEqual(chances, [...chances].sort((a, b) => a - b));
});

test("the evening before is light: a few that are known, what matters most first, the easiest of it, nothing new", () => {
  const memories = met(23, 2);
  for (const left of [0, 1]) {
    const today = todays(MANY, memories, { date: dayOf(later(left)), goal: 12 }, "s", NOW);
    assert.ok(today.isLight);
    assert.deepEqual([today.due.length, today.fresh.length, today.goal], [6, 0, 6]);
    assert.deepEqual(today.due.map(({ weight }) => weight), [0, 0, 0, 0, 0, 0]);
    const chance = (/** @type {{id: string}} */ { id }) => knownAt(/** @type {Memory} */ (memories.get(id)), NOW);
    const others = MANY.filter((card) => card.weight === 0 && memories.has(card.id) && !today.due.includes(card));
    assert.ok(others.length && Math.min(...today.due.map(chance)) > Math.max(...others.map(chance)));
  }
  assert.equal(todays(MANY, memories, { date: dayOf(later(1)), goal: 200 }, "s", NOW).due.length, 10);
  assert.ok(!todays(MANY, memories, { date: dayOf(later(2)), goal: 12 }, "s", NOW).isLight);
});

test("what the own loop wants comes first of what is new, then what one often misses, then what everybody is asked", () => {
  const bank = ["one", "two", "three"].flatMap((competency) => [0, 1].map((weight) => /** @type {import("../../../templates/scripts/drill/cards.js").Card} */ ({ ...CARDS[0], id: `intent:${competency}-${weight}`, competencies: [competency], questions: [`${competency}-${weight}`], weight })));
  const missed = /** @type {Memory} */ ({ ...answered(undefined, 1, later(-1)), log: Array.from({ length: 6 }, () => ({ at: later(-1).toISOString(), rating: 1 })) });
  const weak = gaps([...bank, { ...bank[2], id: "seen" }].flatMap((card) => (card.id ? [/** @type {import("../../../templates/scripts/drill/cards.js").Card} */ (card)] : [])), new Map([["seen", missed]]));
  assert.deepEqual([...weak], ["two"]);
  const wants = { competencies: new Map(), questions: new Map([["three-1", 0]]) };
  const { fresh } = todays(bank, new Map(), { date: "", goal: 9 }, "s", NOW, mattering(wants, weak));
  const order = fresh.map(({ id }) => id.replace("intent:", ""));
  assert.deepEqual(order.slice(0, 2), ["three-1", "two-0"]);
  assert.deepEqual(order.slice(-1), ["one-1"]);
});

test("of what the rounds ahead ask the nearest round's comes first, and behind all of it what they prove", () => {
  const bank = ["one", "two", "three", "four"].map((competency, weight) => /** @type {import("../../../templates/scripts/drill/cards.js").Card} */ ({ ...CARDS[0], id: competency, competencies: [competency], questions: [`ask-${competency}`], weight }));
  const wants = { competencies: new Map([["one", 0]]), questions: new Map([["ask-three", 0], ["ask-four", 0], ["ask-two", 1]]) };
  const order = todays(bank, new Map(), { date: "", goal: 9 }, "s", NOW, mattering(wants, new Set())).fresh.map(({ id }) => id);
  assert.deepEqual(order, ["three", "four", "two", "one"]);
});

test("cards are spaced to the last of several rounds, and what comes back on the day of one before it comes before that day", () => {
  const rounds = Object.fromEntries([5, 6, 21].map((days, at) => [`a/${at}`, { loop: "a", round: String(at), date: dayOf(later(days)) }]));
  const kept = { interview: { date: dayOf(later(5)), goal: 10, set: TODAY }, rounds: { ...rounds, over: { loop: "a", round: "over", date: dayOf(later(-3)) }, open: { loop: "a", round: "open", date: "" } } };
  const interview = spacing(kept, TODAY);
  assert.deepEqual([interview.date, interview.before], [dayOf(later(21)), [dayOf(later(5)), dayOf(later(6))]]);
  assert.deepEqual(spacing(kept, dayOf(later(30))), { ...kept.interview, before: [] });
  const memory = /** @type {Memory} */ ({ ...answered(undefined, 3, later(1)) });
  const due = (/** @type {number} */ days) => dueDay({ ...memory, card: { ...memory.card, due: later(days).toISOString() } }, interview.date, TODAY, interview.before);
  assert.deepEqual([3, 5, 6, 7, 20, 22].map((days) => daysBetween(TODAY, due(days))), [3, 4, 4, 7, 19, 20]);
  const next = { ...interview, date: dayOf(later(5)), before: [] };
  const freshOf = (/** @type {import("../../../templates/scripts/drill/session.js").Interview} */ to) => forecast([], 500, to, 0, NOW).days.slice(0, 6).map(({ fresh }) => fresh);
  assert.equal(freshOf(next)[4], 0);
  assert.ok((freshOf(interview)[5] ?? 0) + (freshOf(interview)[4] ?? 0) > 0, String(freshOf(interview)));
  assert.equal(todays(MANY, new Map(), interview, "s", later(4)).isLight, false);
  assert.ok(todays(MANY, new Map(), interview, "s", later(20)).isLight);
  assert.match(reachInWords({ days: [], met: 61, all: 200 }, interview, TODAY, { loop: true, gaps: [] }), /^At 10 cards a day you will have met 61 of 200 by your last round, on Sat 12 December\.$/);
});

test("a forecast says how far the goal goes, and every day's cards keep to it", () => {
  const date = dayOf(later(10));
  const { days, met: reached, all } = forecast([], 200, { date, goal: 10 }, 0, NOW);
  assert.equal(days.length, 10);
  assert.equal(all, 200);
  assert.ok(days.every(({ due, fresh }) => due + fresh <= 10));
  assert.deepEqual(days.at(-1), { day: dayOf(later(9)), due: 5, fresh: 0 });
  assert.equal(reached, days.reduce((sum, { fresh }) => sum + fresh, 0));
  assert.equal(forecast([], 20, { date, goal: 10 }, 0, NOW).met, 20);
  assert.match(reachInWords({ days, met: 61, all: 200 }, { date, goal: 10 }, TODAY, { loop: true, gaps: ["hiring"] }), /^At 10 cards a day you will have met 61 of 200 by the interview\. New cards begin with what your loop asks for, the nearest round first, then what you often miss \(hiring\), then/);
  for (const left of [0, 1]) assert.doesNotMatch(reachInWords({ days, met: 61, all: 200 }, { date: dayOf(later(left)), goal: 10 }, TODAY, { loop: false, gaps: [] }), /61 of 200/);
});

test("a card that was put aside stays away until it is brought back, one that was left only for its day", () => {
  const kept = { ...answered(undefined, 3, NOW), saved: "x" };
  assert.ok(isAside(suspended(kept), "2030-01-01") && isSuspended(suspended(undefined)));
  assert.deepEqual([isAside(buried(kept, TODAY), TODAY), isAside(buried(kept, TODAY), dayOf(later(1))), isSuspended(buried(kept, TODAY))], [true, false, false]);
  assert.deepEqual(broughtBack(suspended(buried(kept, TODAY))), kept);
  assert.deepEqual(asMemory(suspended(kept)), asMemory(kept));
  assert.deepEqual([{ suspended: "yes" }, { buried: 5 }, {}, undefined].map((one) => isAside(one, TODAY)), [false, false, false, false]);
});

test("a session goes back as far as it went, and what was asked again is asked once", () => {
  const run = new Run(MANY.slice(0, 5));
  const first = run.card;
  run.answer(1, true, undefined);
  run.answer(3, false, { card: "as it was" });
  run.skip(undefined);
  assert.deepEqual([run.answers, run.missed.length, run.queue.length], [2, 1, 3]);
  assert.equal(run.queue[1], first);
  run.back();
  assert.deepEqual(run.back()?.kept, { card: "as it was" });
  assert.equal(run.back()?.card, first);
  assert.deepEqual([run.answers, run.missed.length, run.queue.length, run.canGoBack, run.back()], [0, 0, 5, false, undefined]);
});
