/** Two documents compared, and made one. */
import { entryOf, PARTS } from "./document.js";

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Part} Part */
/** @typedef {{part: Part, id: string, change: "new" | "newer" | "older" | "same" | "deleted"}} Difference */

/**
 * What taking in a document would change.
 * @param {Document} mine @param {Document} theirs @param {"merge" | "replace"} mode
 * @returns {Difference[]}
 */
export function differences(mine, theirs, mode) {
  /** @type {Difference[]} */
  const found = [];
  for (const part of PARTS) {
    for (const [id, item] of Object.entries(theirs[part])) {
      const own = entryOf(mine[part], id);
      const change = !own ? "new" : JSON.stringify(own) === JSON.stringify(item) ? "same" : saved(item) > saved(own) ? "newer" : "older";
      found.push({ part, id, change });
    }
    if (mode === "replace") for (const id of Object.keys(mine[part])) if (!entryOf(theirs[part], id)) found.push({ part, id, change: "deleted" });
  }
  return found;
}

/**
 * Both documents in one: of two entries with the same name the one saved later stays.
 * @param {Document} mine @param {Document} theirs
 * @returns {Document}
 */
export function merged(mine, theirs) {
  const whole = { ...mine, interview: mine.interview.date ? mine.interview : theirs.interview };
  for (const part of PARTS) {
    whole[part] = { ...mine[part] };
    for (const [id, item] of Object.entries(theirs[part])) {
      const own = entryOf(mine[part], id);
      if (!own || saved(item) > saved(own)) whole[part][id] = item;
    }
  }
  return whole;
}

/** @param {Item} item */
function saved(item) {
  return typeof item.saved === "string" ? item.saved : "";
}
