/** When what was learned comes back, in words. */
import { dayOf, daysBetween } from "../values/days.js";
import { locale, t, tn } from "../values/language.js";
import { dueDay } from "./memory.js";

/** @typedef {import("./memory.js").Memory} Memory */

const DAYS = 3;
const WEEK = 7;
const WEEKDAY = new Intl.DateTimeFormat(locale(), { weekday: "long", timeZone: "UTC" });
const DATE = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", timeZone: "UTC" });

/** @param {Iterable<Memory>} memories @param {string} interview its day, or "" @param {Date} now @param {readonly string[]} [before] as `dueDay` takes them @returns {string} such as "6 cards tomorrow, 3 on Monday."; nothing where none comes back */
export function comingInWords(memories, interview, now, before = []) {
  const today = dayOf(now);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const memory of memories) {
    const day = dueDay(memory, interview, today, before);
    if (day > today) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const next = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, DAYS);
  const last = next.at(-1)?.[0] ?? today;
  const when = (/** @type {string} */ day) => (next.length > 1 ? t("on {value}", { value: nameOf(day, today, last) }) : ahead(day, today));
  const words = next.map(([day, count], at) => (at ? `${count} ${when(day)}` : tn("{n} card {day}", "{n} cards {day}", count, { day: when(day) })));
  return words.length ? `${words.join(", ")}.` : "";
}

/** @param {string} day @param {string} today @returns {string} tomorrow, on Monday, on 4 December */
export function ahead(day, today) {
  return daysBetween(today, day) === 1 ? t("tomorrow") : t("on {value}", { value: nameOf(day, today) });
}

/** @param {string} day @param {string} today @param {string} [last] of the days that are named together: all by the weekday, or all by the date @returns {string} Monday, 4 December */
export function nameOf(day, today, last = day) {
  return (daysBetween(today, last) < WEEK ? WEEKDAY : DATE).format(new Date(`${day}T12:00:00Z`));
}
