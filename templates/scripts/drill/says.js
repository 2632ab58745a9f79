/** What a day of cards is, in words: how many, how many wait, and how far the goal goes. */
import { daysLeft } from "./session.js";
import { ahead } from "./coming.js";

/** @typedef {import("./session.js").Today} Today */

/** @param {Today} today @param {boolean} isEve whether the interview is tomorrow @returns {string} */
export function headline({ due, fresh, done, goal, isLight }, isEve) {
  const count = due.length + fresh.length;
  if (isLight && count) return `${isEve ? "The evening before" : "The day itself"}: ${count} easy ${count === 1 ? "card" : "cards"}`;
  if (due.length && fresh.length) return `${due.length} due, ${fresh.length} new`;
  if (due.length) return `${due.length} due`;
  if (fresh.length) return `${fresh.length} new`;
  return done >= goal ? "Done for today" : "Nothing is due";
}

/** @param {Today} today @param {string} day today's @returns {string} what waits, where it is more than comes today */
export function waitingInWords({ waiting: { all, today, until, never } }, day) {
  if (all <= today) return "";
  if (never) return `${all} are waiting: ${today} today. The days left have no room for ${never} of them, and those are the ones you know best.`;
  const last = until > day ? ahead(until, day).replace("on ", "") : "tomorrow";
  return `${all} are waiting: ${today} today, the rest ${last === "tomorrow" ? "tomorrow" : `until ${last}`}.`;
}

/** @param {import("./forecast.js").Forecast} reach @param {{date: string, goal: number}} interview @param {string} day today's @param {{loop: boolean, gaps: string[]}} first what comes first @returns {string} how much of all cards the goal will have reached by the interview */
export function reachInWords({ days, met, all }, { date, goal }, day, { loop, gaps }) {
  const first = [loop && "what your loop asks for", gaps.length > 0 && `what you often miss (${gaps.join(", ")})`, "the questions everybody is asked"].filter(Boolean);
  const order = days.some(({ fresh }) => fresh) ? ` New cards begin with ${first.join(", then ")}.` : "";
  if (daysLeft(date, day) === Infinity) return order.trim();
  const reached = met >= all ? `all ${all}` : `${met} of ${all}`;
  return `At ${goal} cards a day you will have met ${reached} by the interview.${order}`;
}
