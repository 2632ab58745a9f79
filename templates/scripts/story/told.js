/** Whether a story of one's own is told whole, by the same measures that the handbook's own stories are held to. */
import { aloud } from "./story.js";

/** @typedef {import("./editorial.js").Editorial} Editorial */
/** @typedef {import("./story.js").Kept} Kept */
/** @typedef {{id: string, name: string, share: number}} Part with the share of the telling it is meant to have, in percent */

/** The measures without which a telling is no telling; the others are remarks on one. */
const MEASURES = ["length-aloud", "thirty-seconds", "balance", "actions"];
/** A part is there from half its share of the shortest telling on. */
const ENOUGH = 0.5;

/**
 * @param {Kept} story @param {Editorial} editorial @param {readonly Part[]} parts
 * @returns {string[]} what is still to do before it is told whole, in words; nothing where it is
 */
export function lacking(story, editorial, parts) {
  const { rules } = editorial.guide;
  const short = parts.filter(({ id, share }) => {
    const words = editorial.wordsIn(story.parts[/** @type {import("./editorial.js").PartId} */ (id)] ?? "");
    return words < Math.max(1, (ENOUGH * share * (rules["length-aloud"]?.least ?? 0)) / 100);
  });
  const names = [...short.map(({ name }) => lowered(name)), ...(editorial.wordsIn(story.thirty) < (rules["thirty-seconds"]?.least ?? 1) ? ["the thirty seconds"] : [])];
  if (names.length) return [`more words in ${names.join(", ")}`];
  const found = editorial.remarks({ told: story.parts, thirty_seconds: story.thirty }).filter(({ code }) => MEASURES.includes(code));
  return [...new Set(found.map(({ code }) => lowered(rules[code]?.title ?? code)))];
}

/** @param {string} name */
function lowered(name) {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** @param {Kept} story @param {Editorial} editorial @returns {string} how long its full telling is aloud, such as "2:40" */
export function lengthOf(story, editorial) {
  return aloud(editorial.wordsTold(story.parts), story.pace);
}
