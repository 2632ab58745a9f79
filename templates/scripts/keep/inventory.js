/** The reader's document, counted and compared, in words. */
import { dayInWords } from "../values/days.js";
import { t, tn } from "../values/language.js";
import { isDay } from "../values/shape.js";
import { PARTS, parts } from "./parts.js";

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./merge.js").Difference} Difference */
/** @typedef {import("./document.js").Part} Part */

/** @param {number} count @param {Part} part */
export function counted(count, part) {
  return parts[part].counted(count);
}

/** @param {Document} whole @returns {string[]} what it holds, a line for each part that holds anything */
export function contents(whole) {
  const lines = PARTS.flatMap((part) => {
    const items = Object.values(whole[part]);
    if (!items.length) return [];
    const attempts = items.reduce((sum, item) => sum + (Array.isArray(item.attempts) ? item.attempts.length : 0), 0);
    return [part === "worksheets" && attempts ? `${counted(items.length, part)}, ${tn("{n} finished attempt", "{n} finished attempts", attempts)}` : counted(items.length, part)];
  });
  return whole.interview.date ? [t("The date of your interview: {date}", { date: named(whole.interview.date) }), ...lines] : lines;
}

/** @param {string} day @returns {string} the day in words, as it stands where it is none */
function named(day) {
  return isDay(day) ? dayInWords(new Date(`${day}T12:00:00`)) : day;
}

/** @typedef {{says: string, names: string[]}} Group */

const MERGE = {
  new: t("will be added"),
  newer: t("will take the place of an older one here"),
  older: t("will stay as here, which is newer"),
  same: t("the same in both"),
  deleted: "",
  gone: t("deleted here after the copy was saved: it will stay deleted"),
  away: t("deleted after it was saved here: it will be erased here, too"),
};
const REPLACE = {
  new: t("will be added"),
  newer: t("will take the place of an older one here"),
  older: t("will take the place of a newer one here"),
  same: t("the same in both"),
  deleted: t("will be erased here, for the copy lacks it"),
  gone: "",
  away: "",
};

/**
 * What taking in a copy changes, in groups, what is lost first.
 * @param {readonly Difference[]} differences @param {"merge" | "replace"} mode @param {Document} mine @param {Document} whole
 * @returns {Group[]}
 */
export function changes(differences, mode, mine, whole) {
  const words = mode === "merge" ? MERGE : REPLACE;
  /** @type {Group[]} */
  const groups = [];
  for (const change of /** @type {const} */ (["deleted", "away", "older", "gone", "newer", "new", "same"])) {
    for (const part of PARTS) {
      const of = differences.filter((one) => one.change === change && one.part === part);
      if (of.length) groups.push({ says: t("{what} {becomes}", { what: counted(of.length, part), becomes: words[change] }), names: of.map(({ id }) => nameOf(whole[part][id] ?? mine[part][id], id)) });
    }
  }
  const [now, then] = [named(mine.interview.date), named(whole.interview.date)];
  if (now !== then) groups.unshift({ says: then && now ? t("The date of your interview will be {then}, not {now}", { then, now }) : then ? t("The date of your interview will be {then}", { then }) : t("The date of your interview will be erased"), names: [] });
  return groups;
}

/** @param {import("./document.js").Item | undefined} item @param {string} id */
function nameOf(item, id) {
  return typeof item?.title === "string" && item.title ? item.title.slice(0, 120) : id;
}

/** @param {number} bytes @returns {string} such as 12 kB or 3.4 MB */
export function sized(bytes) {
  return bytes < 950_000 ? t("{max} kB", { max: Math.max(1, Math.round(bytes / 1000)) }) : t("{value} MB", { value: (bytes / 1_000_000).toFixed(1) });
}
