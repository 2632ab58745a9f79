/** Two documents compared, and made one. */
import { entryOf, PARTS } from "./document.js";

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Part} Part */
/** @typedef {"merge" | "replace"} Mode */
/** @typedef {{part: Part, id: string, change: "new" | "newer" | "older" | "same" | "deleted" | "gone" | "away"}} Difference gone: deleted here since, away: deleted there since */

const MOST_GONE = 500;
const LONGEST_GONE = 400 * 24 * 60 * 60 * 1000;

/**
 * What taking in a document would change.
 * @param {Document} mine @param {Document} theirs @param {Mode} mode @param {boolean} [revives] whether what was deleted here comes back
 * @returns {Difference[]}
 */
export function differences(mine, theirs, mode, revives = false) {
  /** @type {Difference[]} */
  const found = [];
  for (const part of PARTS) {
    for (const [id, item] of Object.entries(theirs[part])) {
      const own = entryOf(mine[part], id);
      const isGone = mode === "merge" && !revives && isDeleted(mine, part, id, item);
      const change = !own ? (isGone ? "gone" : "new") : JSON.stringify(own) === JSON.stringify(item) ? "same" : saved(item) > saved(own) ? "newer" : "older";
      found.push({ part, id, change });
    }
    for (const [id, item] of Object.entries(mine[part])) {
      if (entryOf(theirs[part], id)) continue;
      if (mode === "replace") found.push({ part, id, change: "deleted" });
      else if (isDeleted(theirs, part, id, item)) found.push({ part, id, change: "away" });
    }
  }
  return found;
}

/**
 * Both documents in one: of two entries with the same name the one saved later stays, and what either deleted later stays deleted.
 * @param {Document} mine @param {Document} theirs @param {boolean} [revives] whether what was deleted here comes back
 * @returns {Document}
 */
export function merged(mine, theirs, revives = false) {
  const whole = { ...mine, interview: mine.interview.date ? mine.interview : theirs.interview };
  for (const part of PARTS) {
    /** @type {Record<string, Item>} */
    const items = {};
    for (const [id, item] of Object.entries(mine[part])) if (!isDeleted(theirs, part, id, item)) items[id] = item;
    for (const [id, item] of Object.entries(theirs[part])) {
      const own = entryOf(mine[part], id);
      if (own ? saved(item) > saved(own) : revives || !isDeleted(mine, part, id, item)) items[id] = item;
    }
    whole[part] = items;
  }
  return withGone(whole, [...Object.entries(mine.gone ?? {}), ...Object.entries(theirs.gone ?? {})]);
}

/** @param {Document} whole @param {string | undefined} erased when everything was erased @returns {Document} what of it was saved after that */
export function savedAfter(whole, erased) {
  if (!erased) return whole;
  const left = { ...whole, erased };
  for (const part of PARTS) left[part] = Object.fromEntries(Object.entries(whole[part]).filter(([, item]) => saved(item) > Date.parse(erased)));
  return left;
}

/** @param {Document} memory what there was no room for @param {Document} kept @returns {Document} both, unless all was erased since */
export function withUnkept(memory, kept) {
  const unkept = kept.erased === memory.erased ? memory : savedAfter(memory, kept.erased);
  return { ...merged(unkept, kept), interview: unkept.interview };
}

/**
 * The document with the memory of what was deleted: bounded, and of nothing that is there.
 * @param {Document} whole @param {[string, string][]} deleted part/id, and when; the later of two counts @param {Date} [now] nothing older than a year and a month before it is remembered
 * @returns {Document}
 */
export function withGone(whole, deleted, now) {
  /** @type {Map<string, string>} */
  const latest = new Map();
  for (const [key, at] of deleted) {
    const slash = key.indexOf("/");
    if (entryOf(whole[/** @type {Part} */ (key.slice(0, slash))] ?? {}, key.slice(slash + 1))) continue;
    if (now && Date.parse(at) < now.getTime() - LONGEST_GONE) continue;
    if (!(Date.parse(latest.get(key) ?? "") > Date.parse(at))) latest.set(key, at);
  }
  const { gone: _, ...rest } = whole;
  if (!latest.size) return /** @type {Document} */ (rest);
  const kept = [...latest].sort(([, a], [, b]) => Date.parse(b) - Date.parse(a)).slice(0, MOST_GONE);
  return /** @type {Document} */ ({ ...rest, gone: Object.fromEntries(kept) });
}

/** @param {Document} whole @param {Part} part @param {string} id @param {Item} item @returns {boolean} whether the entry was deleted there after it was saved so */
export function isDeleted(whole, part, id, item) {
  const at = whole.gone?.[`${part}/${id}`];
  return Boolean(at) && Date.parse(at ?? "") >= saved(item);
}

/** @param {Item} item @returns {number} */
function saved(item) {
  return (typeof item.saved === "string" && Date.parse(item.saved)) || 0;
}
