/** One change of one entry: made in a document, and remembered for a moment, lest another tab writes over it unknowing. */
import { entryOf } from "./document.js";
import { isDeleted, withGone } from "./merge.js";

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {{part: import("./document.js").Part, id: string, item?: Item, at: string}} Change without an item it was deleted */

const MOMENT = 20_000;

/** @param {Document} whole @param {Change} change @param {Date} now @returns {Document} another document, with that change */
export function changed(whole, { part, id, item, at }, now) {
  const { [id]: _, ...others } = whole[part];
  const deleted = Object.entries(whole.gone ?? {});
  return withGone({ ...whole, [part]: item ? { ...whole[part], [id]: item } : others }, item ? deleted : [...deleted, [`${part}/${id}`, at]], now);
}

/** @param {Date} now @param {...(string | undefined)} before @returns {string} now, but later than any of these: a clock may have been set back */
export function momentAfter(now, ...before) {
  const latest = Math.max(...before.map((at) => Date.parse(at ?? "") || 0));
  return new Date(Math.max(now.getTime(), latest + 1)).toISOString();
}

/** What this tab wrote a moment ago. */
export class Recent {
  /** @type {Map<string, Change>} */ #changes = new Map();

  /** @param {Change} change */
  note(change) {
    this.#changes.set(`${change.part}/${change.id}`, change);
  }

  forget() {
    this.#changes.clear();
  }

  /** @param {Document} whole as another tab wrote it @param {Date} now @returns {Change[]} what that tab did not know of, and neither erased nor changed since */
  lost(whole, now) {
    const erased = Date.parse(whole.erased ?? "") || 0;
    for (const [key, { at }] of this.#changes) if (Date.parse(at) <= Math.max(erased, now.getTime() - MOMENT)) this.#changes.delete(key);
    return [...this.#changes.values()].filter(({ part, id, item, at }) => {
      const there = entryOf(whole[part], id);
      if (there && Date.parse(there.saved ?? "") >= Date.parse(at)) return false;
      return item ? !isDeleted(whole, part, id, item) : Boolean(there);
    });
  }
}
