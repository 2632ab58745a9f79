/** How far one is in the phases of an interview: a nudge, never a gate. */
import { t, tn } from "../values/language.js";

/** @typedef {{id: string, name: string, minutes: number, strong: string[]}} Phase */
/** @typedef {{begins: number, ends: number, share: number, warmth: 0 | 1 | 2 | 3, over: number, nudge: string}} Pace */

const MINUTE = 60_000;
const WARM = 0.75;
const WARMER = 0.9;

/**
 * @param {readonly Phase[]} phases @param {string} id the phase of the question one is at @param {number} spent milliseconds
 * @returns {Pace} where that phase lies on the clock, the share of it that is used, how warm its bar is, and what to say
 */
export function paceOf(phases, id, spent) {
  const at = Math.max(0, phases.findIndex((phase) => phase.id === id));
  const begins = phases.slice(0, at).reduce((sum, phase) => sum + phase.minutes, 0) * MINUTE;
  const ends = begins + (phases[at]?.minutes ?? 0) * MINUTE;
  const share = ends > begins ? Math.min(1, Math.max(0, (spent - begins) / (ends - begins))) : 1;
  const over = Math.max(0, spent - ends);
  const warmth = over > 0 ? 3 : share >= WARMER ? 2 : share >= WARM ? 1 : 0;
  return { begins, ends, share, warmth, over, nudge: nudge(phases[at + 1], ends - spent, warmth) };
}

/** @param {Phase | undefined} next @param {number} left milliseconds @param {0 | 1 | 2 | 3} warmth @returns {string} */
function nudge(next, left, warmth) {
  if (warmth === 0) return "";
  if (warmth < 3) return warmth === 1 ? t("The last quarter of this phase.") : next ? t("Come to the point: next is “{name}”.", { name: next.name }) : t("Come to the point: the end is near.");
  const minutes = Math.floor(-left / MINUTE);
  const late = minutes ? tn("{n} minute over. ", "{n} minutes over. ", minutes) : t("Time. ");
  return late + (next ? t("Finish the sentence and go on to “{name}”.", { name: next.name }) : t("Finish the sentence and stop."));
}
