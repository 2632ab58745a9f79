/** A plan as a calendar file: what `handbook export calendar` writes, to the byte. */
import { daysAfter } from "./days.js";
import { t, tn } from "./language.js";

/** @typedef {{does: string, minutes: number}} Task */
/** @typedef {{id: string, title: string, schedule: {day: number, tasks: Task[]}[]}} Plan */

const LINE = 75;
/** @type {Record<string, string>} */
const SPECIAL = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };

/**
 * @param {Plan} plan @param {string} domain whose plan it is: the end of each event's name
 * @param {string} begins the day of its first tasks, YYYY-MM-DD @param {Date} now
 * @returns {string} the plan in iCalendar format (RFC 5545), an all-day event for each of its days
 */
export function calendar(plan, domain, begins, now) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handbook//plans//EN", "CALSCALE:GREGORIAN", `X-WR-CALNAME:${text(plan.title)}`];
  for (const { day, tasks } of plan.schedule) {
    const minutes = tasks.reduce((sum, task) => sum + task.minutes, 0);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${plan.id}-${compact(begins)}-${day}@${domain}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(daysAfter(begins, day - 1))}`,
      `DTEND;VALUE=DATE:${compact(daysAfter(begins, day))}`,
      `SUMMARY:${text(tn("{title}, day {day}: {n} minute", "{title}, day {day}: {n} minutes", minutes, { title: plan.title, day }))}`,
      `DESCRIPTION:${text(tasks.map((task) => t("{minutes} min: {does}", { minutes: task.minutes, does: task.does })).join("\n"))}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {string} day @returns {string} YYYYMMDD */
function compact(day) {
  return day.replaceAll("-", "");
}

/** @param {string} value @returns {string} */
function text(value) {
  return value.replace(/[\\;,\n]/g, (sign) => SPECIAL[sign] ?? sign);
}

/** @param {string} line @returns {string} the line in pieces of at most 75 octets, cut between characters */
function folded(line) {
  let out = "";
  let width = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (width + size > LINE) {
      out += "\r\n ";
      width = 1;
    }
    out += character;
    width += size;
  }
  return out;
}
