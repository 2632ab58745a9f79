/** What the days ahead will bring, if every answer is right: how many cards come back, how many are new, and how far that goes. */
import { dayOf, daysAfter, daysBetween } from "../values/days.js";
import { answered, dueDay, isLearning, LIGHT_DAYS } from "./memory.js";
import { daysLeft, lightGoal, noonOf } from "./session.js";

/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {{day: string, due: number, fresh: number}} Day */
/** @typedef {{days: Day[], met: number, all: number}} Forecast met: how many of all cards will have been met */

const RIGHT = 3;
const MOST_DAYS = 120;

/**
 * @param {readonly Memory[]} memories @param {number} unmet how many cards were never seen @param {import("./session.js").Interview} interview @param {number} done how many were answered today @param {Date} now @param {number} [most] days, where no interview is nearer
 * @returns {Forecast} each day from today to the one before the interview
 */
export function forecast(memories, unmet, interview, done, now, most = MOST_DAYS) {
  const today = dayOf(now);
  const left = daysLeft(interview.date, today);
  const count = Math.max(1, Math.min(left, most));
  /** @type {number[]} how many come back on each day */
  const back = Array.from({ length: count }, () => 0);
  const add = (/** @type {number} */ at, /** @type {number} */ cards) => {
    if (at < count) back[Math.max(0, at)] = (back[Math.max(0, at)] ?? 0) + cards;
  };
  for (const memory of memories) for (const at of comings(memory, interview, today, count)) add(at, 1);
  let [waiting, rest] = [0, unmet];
  const days = back.map((_, at) => {
    const isLight = left - at < LIGHT_DAYS;
    const room = Math.max(0, (isLight ? lightGoal(interview.goal) : interview.goal) - (at ? 0 : done));
    waiting += back[at] ?? 0;
    const due = Math.min(room, isLight ? memories.length + unmet - rest : waiting);
    const fresh = isLight ? 0 : Math.min(rest, room - due);
    waiting = Math.max(0, waiting - due);
    rest -= fresh;
    const day = daysAfter(today, at);
    if (fresh) for (const later of comings(answered(undefined, RIGHT, noonOf(day)), interview, day, count - at)) add(at + later, fresh);
    return { day, due, fresh };
  });
  return { days, met: memories.length + unmet - rest, all: memories.length + unmet };
}

/** @param {Memory} memory @param {import("./session.js").Interview} interview @param {string} today @param {number} count days @returns {number[]} in how many days it comes back, again and again, each time answered right */
function comings(memory, interview, today, count) {
  const found = [];
  let [known, from] = [memory, today];
  for (let at = 0; at < count; ) {
    at = Math.max(daysBetween(today, dueDay(known, interview.date, from, interview.before)), found.length ? at + 1 : 0);
    if (at >= count) break;
    found.push(at);
    from = daysAfter(today, at);
    known = answered(known, RIGHT, noonOf(from));
    if (isLearning(known)) known = answered(known, RIGHT, noonOf(from));
  }
  return found;
}
