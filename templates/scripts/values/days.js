/** Days, as people count them: local, whole, written YYYY-MM-DD. Nothing here knows what day it is. */
import { locale, t } from "./language.js";

const DAY = 24 * 60 * 60 * 1000;

/** @typedef {{id: string, days: number}} Length */
/** @typedef {{id: string, begins: string, day: number, startsIn: number}} Place */

/** @param {Date} moment @returns {string} its local day as YYYY-MM-DD */
export function dayOf(moment) {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {Date} moment @returns {string} its local time as 14:02 */
export function timeOf(moment) {
  return `${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`;
}

/** @param {string} from @param {string} to days as YYYY-MM-DD @returns {number} whole days between them, whatever the clocks did */
export function daysBetween(from, to) {
  return Math.round((noon(to) - noon(from)) / DAY);
}

/** @param {string} day @param {Date} now @returns {number} whole days from today, 0 for today */
export function daysUntil(day, now) {
  return daysBetween(dayOf(now), day);
}

/** @param {string} day of the interview, or "" @param {Date} now @returns {string} what is left to do once it has passed, or "" */
export function afterInWords(day, now) {
  return day && daysUntil(day, now) < 0 ? ` ${t("Write down what you were asked while you remember it.")}` : "";
}

/** @param {string} day of the interview, or "" @param {Date} now @returns {string} how far off it is, in words */
export function leftInWords(day, now) {
  if (!day) return "";
  const left = daysUntil(day, now);
  if (left < 0) return t("That day has passed.");
  return left === 0 ? t("Today.") : left === 1 ? t("Tomorrow.") : t("{left} days left.", { left });
}

/** @param {string} day @param {number} days @returns {string} the day so many days after it */
export function daysAfter(day, days) {
  return new Date(noon(day) + days * DAY).toISOString().slice(0, 10);
}

/** @template {Length} T @param {readonly T[]} plans @param {number} left @returns {T | undefined} the longest plan that fits, else the shortest */
export function planFor(plans, left) {
  const byLength = [...plans].sort((a, b) => a.days - b.days);
  return byLength.filter((plan) => plan.days <= Math.max(left, 1)).at(-1) ?? byLength[0];
}

/**
 * The day of a plan's first tasks, for everything that names one: its last day is the one before the interview. A plan
 * longer than the time there is begins on the day when the date was set; without a date, any plan begins today.
 * @param {number} days of the plan @param {string} interview its day, or "" @param {string} set the day when it was set, or "" @param {string} today
 * @returns {string}
 */
export function planBegins(days, interview, set, today) {
  if (!interview) return today;
  const fitting = daysAfter(interview, -days);
  const first = set && set < today ? set : today;
  return fitting > first ? fitting : first;
}

/**
 * Where in which plan a reader stands. The plan is the one that fitted on the day when the date was set, so that a
 * plan once begun goes on.
 * @param {readonly Length[]} plans @param {string} interview the day of the interview @param {string} set the day when it was set, or "" @param {Date} now
 * @returns {Place | undefined} the plan, the day it begins, its day from 1, and how many days remain until it begins; nothing on the day of the interview, when every plan is over, and after it
 */
export function placeInPlan(plans, interview, set, now) {
  const today = dayOf(now);
  const left = daysBetween(today, interview);
  if (left < 1) return undefined;
  const plan = planFor(plans, set ? Math.max(daysBetween(set, interview), left) : left);
  if (!plan) return undefined;
  const begins = planBegins(plan.days, interview, set, today);
  const along = daysBetween(begins, today);
  return { id: plan.id, begins, day: Math.min(Math.max(along + 1, 1), plan.days), startsIn: Math.max(-along, 0) };
}

/** @param {string} day @returns {number} its noon in universal time, far from every change of the clocks */
function noon(day) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date, 12);
}

const WEEKDAY = new Intl.DateTimeFormat(locale(), { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" });

/** @param {string} day @returns {string} such as Tue 21 November */
export function weekdayInWords(day) {
  return WEEKDAY.format(noon(day)).replace(",", "");
}

const IN_WORDS = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric" });

/** @param {Date} moment @returns {string} its local day as 21 November 2026 */
export function dayInWords(moment) {
  return IN_WORDS.format(moment);
}

/** @param {Date} moment @param {Date} now @returns {string} its time today, such as 14:02; on any other day the day, too */
export function whenInWords(moment, now) {
  return dayOf(moment) === dayOf(now) ? timeOf(moment) : `${dayInWords(moment)}, ${timeOf(moment)}`;
}
