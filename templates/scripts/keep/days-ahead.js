/** The days of a loop that has several rounds: those ahead, that practice counts to, and those that have passed, of which something is to be written down. */
import { dayOf } from "../values/days.js";
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

/**
 * What a plan counts to.
 * @param {Kept} kept @param {string} today
 * @returns {import("./document.js").Interview} with the day ahead that has most rounds, of several such the last, in the place of the interview's; a day of the reader's own choice, on which no round is, stays
 */
export function planned({ interview, rounds }, today) {
  const all = Object.values(rounds).flatMap(({ date }) => (isDay(date) ? [date] : []));
  const days = all.filter((day) => day >= today).sort();
  if (!days.length || (interview.date >= today && !all.includes(interview.date))) return interview;
  const count = (/** @type {string} */ day) => days.filter((one) => one === day).length;
  return { ...interview, date: days.reduce((most, day) => (count(day) >= count(most) ? day : most)) };
}

/** @typedef {{day: string, keys: string[]}} Passed the day of the last round to write about, and the keys of all such rounds; "" and none where all is written or put aside */

/**
 * The rounds that have passed, until what was asked there is written down: that is, until a story was begun since, or they were put aside.
 * @param {Pick<import("./document.js").Document, "rounds" | "stories">} kept @param {string} today
 * @returns {Passed | undefined} nothing where no round has passed
 */
export function passedRounds({ rounds, stories }, today) {
  const passed = Object.entries(rounds).flatMap(([key, { date, noted }]) => (isDay(date) && date < today ? [{ key, date, noted }] : []));
  if (!passed.length) return undefined;
  const written = Object.keys(stories).map(begunOn).sort().at(-1) ?? "";
  const open = passed.filter(({ date, noted }) => !noted && date > written);
  return { day: open.map(({ date }) => date).sort().at(-1) ?? "", keys: open.map(({ key }) => key) };
}

/** @param {import("./store.js").Store} store @param {readonly string[]} keys of rounds of which nothing more is to be written down */
export function putAside(store, keys) {
  for (const key of keys) store.put("rounds", key, { ...store.get("rounds", key), noted: true });
}

const RADIX = 36;

/** @param {string} id of a story, which begins with the moment it was begun @returns {string} its day, or "" */
function begunOn(id) {
  const begun = new Date(Number.parseInt(id, RADIX));
  return /^[a-z0-9]{8}-/.test(id) ? dayOf(begun) : "";
}
