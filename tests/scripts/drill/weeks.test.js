/** Three weeks of somebody who misses five days: how many cards a day, and how much is known on the day of the interview. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, daysAfter, daysBetween } from "../../../templates/scripts/values/days.js";
import { forecast } from "../../../templates/scripts/drill/forecast.js";
import { answered, dueDay, isLearning, isLetGo, knownAt } from "../../../templates/scripts/drill/memory.js";
import { todays } from "../../../templates/scripts/drill/session.js";

/** @typedef {import("../../../templates/scripts/drill/cards.js").Card} Card */
/** @typedef {import("../../../templates/scripts/drill/memory.js").Memory} Memory */
/** @typedef {(memories: Map<string, Memory>, goal: number, now: Date) => Card[]} Order */

const DAYS = 21;
const MISSED = [4, 5, 11, 12, 13];
const SEEDS = [1, 2, 3, 4, 5];
const BANK = Array.from({ length: 600 }, (_, at) => /** @type {Card} */ ({ id: `card-${at}`, deck: at % 2 ? "intents" : "answers", task: "", front: [""], back: [], path: "", competencies: [], questions: [], levels: [], weight: at % 3 }));
const on = (/** @type {number} */ day, minute = 0) => new Date(2026, 10, 2 + day, 19, minute);
const INTERVIEW = dayOf(on(DAYS));

/** @type {Order} */
const today = (memories, goal, now) => {
  const { due, fresh } = todays(BANK, memories, { date: INTERVIEW, goal }, dayOf(now), now);
  return [...due, ...fresh];
};

/** As it was before: every card within a gap that shrinks towards the interview, all that are due on the same day, longest overdue first. @type {Order} */
const before = (memories, goal, now) => {
  const day = dayOf(now);
  const dueOn = (/** @type {Memory} */ memory) => {
    const last = dayOf(new Date(memory.card.last_review));
    const due = dueDay(memory, "", day);
    const left = daysBetween(last, INTERVIEW);
    const along = Math.min(1, Math.max(0, Math.log(Math.max(left, 1) / 7) / Math.log(365 / 7)));
    const nearest = daysAfter(last, Math.max(1, Math.floor(left * (0.4 - along * 0.3) + 1e-9)));
    return isLearning(memory) || due < nearest ? due : nearest;
  };
  const due = BANK.flatMap((card) => {
    const memory = memories.get(card.id);
    return memory && dueOn(memory) <= day ? [{ card, on: dueOn(memory) }] : [];
  }).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const fresh = BANK.filter(({ id }) => !memories.has(id)).slice(0, Math.max(0, goal - due.length));
  return [...due.map(({ card }) => card), ...fresh];
};

/** @param {number} seed @returns {() => number} mulberry32 */
function chances(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {Order} order @param {number} goal @param {number} seed @param {readonly number[]} missed @param {(memory: Memory | undefined, when: Date, chance: number) => 1 | 2 | 3 | 4} answer */
function weeks(order, goal, seed, missed, answer) {
  /** @type {Map<string, Memory>} */
  const memories = new Map();
  const chance = chances(seed);
  const cards = [];
  const answers = [];
  for (let day = 0; day < DAYS; day++) {
    if (missed.includes(day)) continue;
    const queue = order(memories, goal, on(day));
    cards.push(queue.length);
    let given = 0;
    for (let card = queue.shift(); card; card = queue.shift()) {
      const when = on(day, Math.floor(given / 3));
      const memory = memories.get(card.id);
      const after = answered(memory, answer(memory, when, chance()), when);
      memories.set(card.id, after);
      given += 1;
      if (isLearning(after) && !isLetGo(after)) queue.splice(3, 0, card);
    }
    answers.push(given);
  }
  const known = [...memories.values()].reduce((sum, memory) => sum + knownAt(memory, new Date(`${INTERVIEW}T12:00:00`)), 0);
  return { most: Math.max(...cards), mostAnswers: Math.max(...answers), answers: answers.reduce((sum, one) => sum + one, 0), met: memories.size, known, last: cards.at(-1) ?? 0 };
}

/** Somebody who remembers as FSRS predicts, and knows half of what is new. @param {Memory | undefined} memory @param {Date} when @param {number} chance @returns {1 | 2 | 3 | 4} */
function asPredicted(memory, when, chance) {
  const asked = memory?.log.some(({ at }) => dayOf(new Date(at)) === dayOf(when));
  const known = !memory ? 0.5 : asked ? 0.75 : knownAt(memory, when);
  return chance < known * 0.2 ? 4 : chance < known ? 3 : chance < known + (1 - known) * 0.4 ? 2 : 1;
}

/** @param {Order} order @param {number} goal @param {number} [cut] only so many of a day's cards @returns {Record<"most" | "mostAnswers" | "answers" | "known" | "last", number>} the mean of all seeds, of the most the most */
function mean(order, goal, cut = Infinity) {
  const runs = SEEDS.map((seed) => weeks((...given) => order(...given).slice(0, cut), goal, seed, MISSED, asPredicted));
  const of = (/** @type {"answers" | "known"} */ what) => runs.reduce((sum, run) => sum + run[what], 0) / runs.length;
  return { most: Math.max(...runs.map(({ most }) => most)), mostAnswers: Math.max(...runs.map(({ mostAnswers }) => mostAnswers)), last: Math.max(...runs.map(({ last }) => last)), answers: of("answers"), known: of("known") };
}

for (const goal of [10, 20]) {
  test(`with a goal of ${goal} no day brings more cards, nor more than twice as many answers, also after days away`, () => {
    const now = mean(today, goal);
    assert.equal(now.most, goal);
    assert.ok(now.mostAnswers <= 2 * goal, `${now.mostAnswers} answers`);
    assert.equal(now.last, goal / 2);
    assert.ok(mean(before, goal).most > 4 * goal, "as it was before, there is a wall");
  });

  test(`with a goal of ${goal} a third more is known on the day than the old order knows with as many cards, and as much as with its wall of twice the answers`, () => {
    const [now, cut, wall] = [mean(today, goal), mean(before, goal, goal), mean(before, goal)];
    assert.ok(now.known >= 1.3 * cut.known, `${now.known} of ${cut.known}`);
    assert.ok(now.known >= wall.known, `${now.known} of ${wall.known}`);
    assert.ok(now.answers <= 0.55 * wall.answers, `${now.answers} of ${wall.answers}`);
  });

  test(`with a goal of ${goal} the forecast of the first day is what comes about where every answer is right`, () => {
    const { met, days } = forecast([], BANK.length, { date: INTERVIEW, goal }, 0, on(0));
    const right = weeks(today, goal, 1, [], () => 3);
    assert.ok(Math.abs(right.met - met) <= 0.05 * right.met, `${met} of ${right.met}`);
    assert.equal(days.length, DAYS);
  });
}
