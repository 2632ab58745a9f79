/** A plan as a calendar file: what `handbook export calendar` writes, to the byte. */
import { daysAfter } from "./days.js";
import { t, tn } from "./language.js";

/** @typedef {{does: string, minutes: number}} Task */
/** @typedef {{id: string, title: string, schedule: {day: number, tasks: Task[]}[]}} Plan */

const LINE = 75;
/** When the alarm rings: before a time of day, or on a whole day at eight. */
const [BEFORE, IN_THE_MORNING] = ["-PT10M", "PT8H"];
/** @type {Record<string, string>} */
const SPECIAL = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };

/**
 * @param {Plan} plan @param {string} domain whose plan it is: the end of each event's name
 * @param {string} begins the day of its first tasks, YYYY-MM-DD @param {Date} now
 * @param {string} [at] the time at which each day begins, HH:MM, or "" for all day @param {string} [page] where the plan is read, or ""
 * @returns {string} the plan in iCalendar format (RFC 5545), an event for each of its days; made later, the same plan moves them
 */
export function calendar(plan, domain, begins, now, at = "", page = "") {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//handbook//plans//EN", "CALSCALE:GREGORIAN", `X-WR-CALNAME:${text(plan.title)}`];
  for (const { day, tasks } of plan.schedule) {
    const minutes = tasks.reduce((sum, task) => sum + task.minutes, 0);
    const leads = page ? [`${page}#day-${day}`] : [];
    const summary = text(tn("{title}, day {day}: {n} minute", "{title}, day {day}: {n} minutes", minutes, { title: plan.title, day }));
    lines.push(
      "BEGIN:VEVENT",
      `UID:${plan.id}-${day}@${domain}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
      ...when(daysAfter(begins, day - 1), at, minutes),
      `SUMMARY:${summary}`,
      `DESCRIPTION:${text([...tasks.map((task) => t("{minutes} min: {does}", { minutes: task.minutes, does: task.does })), ...leads].join("\n"))}`,
      ...leads.map((address) => `URL:${address}`),
      "TRANSP:TRANSPARENT",
      "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${summary}`,
      `TRIGGER:${at ? BEFORE : IN_THE_MORNING}`,
      "END:VALARM",
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {string} day @param {string} at @param {number} minutes @returns {string[]} when it begins and ends: wherever the reader is then */
function when(day, at, minutes) {
  if (!at) return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(daysAfter(day, 1))}`];
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  return [["DTSTART", 0], ["DTEND", minutes]].map(([name, after]) => `${name}:${clock(day, hour * 60 + minute + Number(after))}`);
}

/** @param {string} day @param {number} minutes after its midnight @returns {string} YYYYMMDDTHHMMSS */
function clock(day, minutes) {
  const of = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${compact(daysAfter(day, Math.floor(minutes / 1440)))}T${of(Math.floor(minutes / 60) % 24)}${of(minutes % 60)}00`;
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
