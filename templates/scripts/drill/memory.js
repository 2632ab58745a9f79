/** What is remembered of a card, and when it comes back: FSRS, held to the date of the interview. */
import { dayOf, daysAfter, daysBetween } from "../values/days.js";
import { createEmptyCard, fsrs, Rating, State } from "./fsrs.js";

/** @typedef {{at: string, rating: 1 | 2 | 3 | 4}} Answer */
/** @typedef {{due: string, stability: number, difficulty: number, elapsed_days: number, scheduled_days: number, learning_steps: number, reps: number, lapses: number, state: 0 | 1 | 2 | 3, last_review: string}} Kept FSRS' own card, with its moments as ISO 8601 */
/** @typedef {{card: Kept, log: Answer[]}} Memory */

/** The evening before the interview and its day are light: what would come back then comes on the last full day. */
export const LIGHT_DAYS = 2;
/** So often in a day a card is answered with effort before it is let go until tomorrow. */
const EFFORTS = 2;
const LOG_LENGTH = 30;
const scheduler = fsrs({ learning_steps: ["10m"], relearning_steps: ["10m"], enable_fuzz: false });

/**
 * @param {Memory} memory @param {string} interview its day, or ""; of several rounds the last one's @param {string} today as YYYY-MM-DD @param {readonly string[]} [before] the days of the rounds before it
 * @returns {string} the day on which the card comes back, as YYYY-MM-DD: that of FSRS, but what falls on a light day comes on the last full one, what falls later the day before the interview, and what falls on the day of a round before that
 */
export function dueDay(memory, interview, today, before = []) {
  const due = dayOf(new Date(memory.card.due));
  const last = memory.card.last_review ? dayOf(new Date(memory.card.last_review)) : due;
  if (isLearning(memory)) return isLetGo(memory) ? daysAfter(last, 1) : last < due ? last : due;
  if (!interview || interview < today) return due;
  const full = daysAfter(interview, -LIGHT_DAYS);
  const eve = daysAfter(interview, -1);
  let day = due > full && due <= interview && last < full ? full : due > eve && last < eve ? eve : due;
  while (before.includes(day) && day > today && last < daysAfter(day, -1)) day = daysAfter(day, -1);
  return day;
}

/** @param {Memory} memory @returns {boolean} whether it came with effort so often on its last day that it may rest until the next */
export function isLetGo({ log }) {
  const last = log.at(-1);
  if (last?.rating !== Rating.Hard) return false;
  const day = dayOf(new Date(last.at));
  return log.filter(({ at, rating }) => rating === last.rating && dayOf(new Date(at)) === day).length >= EFFORTS;
}

/** @param {Memory} memory @returns {boolean} whether it was not yet right on the last day */
export function isLearning(memory) {
  return memory.card.state === State.Learning || memory.card.state === State.Relearning;
}

/**
 * @param {Memory | undefined} memory nothing for a card never seen @param {1 | 2 | 3 | 4} rating not yet, with effort, right, at once @param {Date} now
 * @returns {Memory} what is remembered after the answer; a clock that was set back counts as no time at all
 */
export function answered(memory, rating, now) {
  const last = memory?.card.last_review ? new Date(memory.card.last_review) : now;
  const moment = last > now ? last : now;
  const card = memory ? { ...memory.card, last_review: memory.card.last_review || null } : createEmptyCard(moment);
  const next = scheduler.next(card, moment, rating).card;
  return {
    card: /** @type {Kept} */ ({ ...next, due: next.due.toISOString(), last_review: (next.last_review ?? moment).toISOString() }),
    log: [...(memory?.log ?? []), { at: now.toISOString(), rating }].slice(-LOG_LENGTH),
  };
}

/** @param {Memory | undefined} memory @param {1 | 2 | 3 | 4} rating @param {string} interview @param {Date} now @param {readonly string[]} [before] as `dueDay` takes them @returns {number} in how many days it would come back; 0 is this session, Infinity after the interview */
export function comesBack(memory, rating, interview, now, before = []) {
  const after = answered(memory, rating, now);
  if (isLearning(after) && !isLetGo(after)) return 0;
  const today = dayOf(now);
  const day = dueDay(after, interview, today, before);
  return interview >= today && day >= interview ? Infinity : Math.max(0, daysBetween(today, day));
}

/** @param {Memory} memory @param {Date} then @returns {number} the chance that it is still known then, from 0 to 1 */
export function knownAt(memory, then) {
  if (!memory.card.last_review || memory.card.state === State.New) return 0;
  const moment = new Date(Math.max(then.getTime(), Date.parse(memory.card.last_review)));
  return scheduler.get_retrievability(memory.card, moment, false);
}

/**
 * What was kept of a card, which may come from a stranger's file.
 * @param {Record<string, unknown> | undefined} item
 * @returns {Memory | undefined} nothing where it makes no sense: the card then counts as never seen
 */
export function asMemory(item) {
  const card = /** @type {Record<string, unknown>} */ (typeof item?.card === "object" && item.card !== null ? item.card : {});
  const due = moment(card.due);
  const last = moment(card.last_review);
  const numbers = ["stability", "difficulty", "elapsed_days", "scheduled_days", "learning_steps", "reps", "lapses"].map((name) => card[name]);
  const known = [State.Learning, State.Review, State.Relearning].some((state) => state === card.state);
  if (!due || !last || !known || !numbers.every((one) => typeof one === "number" && Number.isFinite(one) && one >= 0)) return undefined;
  const log = Array.isArray(item?.log) ? item.log : [];
  return {
    card: /** @type {Kept} */ ({ ...card, due, last_review: last }),
    log: log.filter((one) => moment(one?.at) && [1, 2, 3, 4].includes(one.rating)).slice(-LOG_LENGTH),
  };
}

/** @param {readonly {id: string}[]} cards @param {Record<string, Record<string, unknown>>} kept by the id of a card @returns {Map<string, Memory>} what is remembered of each of these cards */
export function memoriesOf(cards, kept) {
  return new Map(
    cards.flatMap(({ id }) => {
      const memory = Object.hasOwn(kept, id) ? asMemory(kept[id]) : undefined;
      return memory ? [/** @type {[string, Memory]} */ ([id, memory])] : [];
    }),
  );
}

/** @param {unknown} value @returns {string} the moment as it was, or "" */
function moment(value) {
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : "";
}
