/** What was practised when, out of everything one has kept. */
import { asMemory, isLearning, knownAt } from "../drill/memory.js";
import { asMock } from "../mock/record.js";
import { dayOf, daysAfter, daysBetween } from "../values/days.js";

/** @typedef {import("../keep/document.js").Document} Document */
/** @typedef {import("../drill/cards.js").Card} Card */
/** @typedef {{cards: number, mocks: number, sheets: number, minutes: number}} Day cards answered, interviews and sheets finished, minutes spoken in interviews */
/** @typedef {{day: string, isAhead: boolean, done: Day | undefined}} Cell */
/** @typedef {{id: string, title: string, path: string, all: number, met: number, known: number}} Recall known: the mean chance of what was met, from 0 to 1 */

const WEEK = 7;
const MOST_WEEKS = 16;
const MINUTE = 60_000;

/** @param {Document} kept @returns {Map<string, Day>} the days on which something was practised */
export function practised(kept) {
  /** @type {Map<string, Day>} */
  const days = new Map();
  const add = (/** @type {unknown} */ at, /** @type {keyof Day} */ what, count = 1) => {
    const moment = new Date(typeof at === "string" ? at : Number.NaN);
    if (Number.isNaN(moment.getTime()) || !count) return;
    const day = days.get(dayOf(moment)) ?? { cards: 0, mocks: 0, sheets: 0, minutes: 0 };
    day[what] += count;
    days.set(dayOf(moment), day);
  };
  for (const item of Object.values(kept.cards)) {
    const answers = new Map((asMemory(item)?.log ?? []).map(({ at }) => [dayOf(new Date(at)), at]));
    for (const at of answers.values()) add(at, "cards");
  }
  for (const item of Object.values(kept.mocks)) {
    const mock = asMock(item);
    if (mock.stage === "done") add(mock.finished, "mocks");
    add(mock.finished || mock.started, "minutes", Math.round(mock.elapsed / MINUTE));
  }
  for (const { attempts } of Object.values(kept.worksheets)) if (Array.isArray(attempts)) for (const one of attempts) add(one?.at, "sheets");
  return days;
}

/**
 * @param {ReadonlyMap<string, Day>} days @param {string} interview its day, or "" @param {string} today
 * @returns {Cell[][]} the weeks that matter, each from Monday: from the first that was practised to the one of the interview, sixteen at most
 */
export function weeks(days, interview, today) {
  const last = interview > today ? interview : today;
  const first = [...days.keys(), today].sort()[0] ?? today;
  const [from, to] = [mondayOf(first), mondayOf(last)];
  const count = daysBetween(from, to) / WEEK + 1;
  // Of a long time, this week and those around it: what is far ahead is as empty as what is far behind.
  const ahead = Math.min(daysBetween(mondayOf(today), to) / WEEK, MOST_WEEKS / 2);
  const begin = Math.max(0, count - 1 - daysBetween(mondayOf(today), to) / WEEK + ahead - MOST_WEEKS + 1);
  return Array.from({ length: Math.min(count, MOST_WEEKS) }, (_, week) =>
    Array.from({ length: WEEK }, (_, at) => {
      const day = daysAfter(from, (begin + week) * WEEK + at);
      return { day, isAhead: day > today, done: days.get(day) };
    }),
  ).filter(([monday]) => monday && monday.day <= last);
}

/** @param {ReadonlyMap<string, Day>} days @param {string} today @returns {number} how many days in a row something was practised, up to today or yesterday */
export function inARow(days, today) {
  let day = days.has(today) ? today : daysAfter(today, -1);
  let count = 0;
  for (; days.has(day); day = daysAfter(day, -1)) count += 1;
  return count;
}

/**
 * @param {readonly {id: string, title: string, path: string}[]} competencies @param {readonly Card[]} cards @param {Document} kept @param {Date} then
 * @returns {Recall[]} what is known of each, the least first, and those of which nothing was met last
 */
export function recallOf(competencies, cards, kept, then) {
  const rows = competencies.map(({ id, title, path }) => {
    const own = cards.filter((card) => card.competencies.includes(id));
    const chances = own.flatMap((card) => {
      const memory = Object.hasOwn(kept.cards, card.id) ? asMemory(kept.cards[card.id]) : undefined;
      return memory ? [isLearning(memory) ? 0 : knownAt(memory, then)] : [];
    });
    const sum = chances.reduce((all, one) => all + one, 0);
    return { id, title, path, all: own.length, met: chances.length, known: chances.length ? sum / chances.length : 0 };
  });
  return rows.sort((a, b) => Number(b.met > 0) - Number(a.met > 0) || a.known - b.known);
}

/** @param {string} day @returns {string} the Monday of its week */
export function mondayOf(day) {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysAfter(day, -((weekday + WEEK - 1) % WEEK));
}
