/** What a day of cards is, in words: how many, how many wait, and how far the goal goes. */
import { daysBetween, weekdayInWords } from "../values/days.js";
import { t, tn } from "../values/language.js";
import { daysLeft } from "./session.js";
import { nameOf } from "./coming.js";

/** @typedef {import("./session.js").Today} Today */

/** Days before the interview from which on nobody is told how much of it all they have not met. */
const EVE = 1;

/** @param {Today} today @param {boolean} isEve whether the interview is tomorrow @returns {string} */
export function headline({ due, fresh, done, goal, isLight }, isEve) {
  const count = due.length + fresh.length;
  if (isLight && fresh.length) return isEve ? tn("The evening before: {n} new card", "The evening before: {n} new cards", count) : tn("The day of the interview: {n} new card", "The day of the interview: {n} new cards", count);
  if (isLight && count) return isEve ? tn("The evening before: {n} easy card", "The evening before: {n} easy cards", count) : tn("The day of the interview: {n} easy card", "The day of the interview: {n} easy cards", count);
  if (due.length && fresh.length) return t("{due} due, {fresh} new", { due: due.length, fresh: fresh.length });
  if (due.length) return t("{due} due", { due: due.length });
  if (fresh.length) return t("{fresh} new", { fresh: fresh.length });
  return done >= goal ? t("Done for today") : t("Nothing is due");
}

/** @param {Today} today @param {string} day today's @returns {string} what waits, where it is more than comes today */
export function waitingInWords({ waiting: { all, today, until, never } }, day) {
  if (all <= today) return "";
  if (never) return t("{all} are waiting: {today} today. The days left have no room for {never} of them, and those are the ones you know best.", { all, today, never });
  if (!until || daysBetween(day, until) <= 1) return t("{all} are waiting: {today} today, the rest tomorrow.", { all, today });
  return t("{all} are waiting: {today} today, the rest until {last}.", { all, today, last: nameOf(until, day) });
}

/** @param {import("./forecast.js").Forecast} reach @param {import("./session.js").Interview} interview @param {string} day today's @param {{loop: boolean, gaps: string[]}} first what comes first @returns {string} how much of all cards the goal will have reached by the interview, or by the last of several rounds */
export function reachInWords({ days, met, all }, { date, goal, before = [] }, day, { loop, gaps }) {
  const first = [loop && t("what your loop asks for, the nearest round first"), gaps.length > 0 && t("what you often miss ({join})", { join: gaps.join(", ") }), t("the questions everybody is asked")].filter(Boolean);
  const order = days.some(({ fresh }) => fresh) ? t("New cards begin with {join}.", { join: first.join(t(", then ")) }) : "";
  if (daysLeft(date, day) === Infinity || daysLeft(date, day) <= EVE) return order;
  const last = weekdayInWords(date);
  if (before.length) return [met >= all ? t("At {goal} cards a day you will have met all {all} by your last round, on {last}.", { goal, all, last }) : t("At {goal} cards a day you will have met {met} of {all} by your last round, on {last}.", { goal, met, all, last }), order].filter(Boolean).join(" ");
  const reached = met >= all ? t("At {goal} cards a day you will have met all {all} by the interview.", { goal, all }) : t("At {goal} cards a day you will have met {met} of {all} by the interview.", { goal, met, all });
  return [reached, order].filter(Boolean).join(" ");
}
