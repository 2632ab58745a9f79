/** The day that all of the practice counts to: once it has passed, it is that of the next round of one's own loop. */
import { dayOf } from "../values/days.js";
import { isDay } from "../values/shape.js";

/** @param {import("./document.js").Document} kept @param {string} today @returns {string} the day of the next round, today's too, where the day of the interview has passed; else "" */
export function nextRound({ interview, rounds }, today) {
  if (!interview.date || interview.date >= today) return "";
  const ahead = Object.values(rounds).flatMap(({ date }) => (isDay(date) && date >= today ? [date] : []));
  return ahead.sort()[0] ?? "";
}

/** Where the day of the interview has passed and a round is ahead, keep that round's day in its place; a plan once begun goes on. @param {import("./store.js").Store} store */
export function countToNext(store) {
  const today = dayOf(store.now());
  const date = nextRound(store.read(), today);
  if (date) store.setInterview({ date });
}
