/** The days ahead that practice counts to, where one's loop has several rounds: the last for the drill. */
import { isDay } from "../values/shape.js";

/** @typedef {Pick<import("./document.js").Document, "interview" | "rounds">} Kept */

/** @param {Kept} kept @param {string} today @returns {string[]} the days of the rounds and of the interview that are ahead, today too, each once, the earliest first */
export function daysAhead({ interview, rounds }, today) {
  const days = [interview.date, ...Object.values(rounds).map(({ date }) => date)];
  return [...new Set(days.flatMap((day) => (isDay(day) && day >= today ? [day] : [])))].sort();
}

/**
 * What the drill spaces its cards to.
 * @param {Kept} kept @param {string} today
 * @returns {import("./document.js").Interview & {before: string[]}} the last day ahead in the place of the interview's, and the days of the rounds before it
 */
export function spacing(kept, today) {
  const days = daysAhead(kept, today);
  return { ...kept.interview, date: days.at(-1) ?? kept.interview.date, before: days.slice(0, -1) };
}
