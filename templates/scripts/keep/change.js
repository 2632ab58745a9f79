/** One change of one entry: made in a document, and remembered for a moment, lest another tab writes over it unknowing. */
import { emptyDocument, entryOf, PARTS } from "./document.js";
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

/** What this tab wrote a moment ago, and of which erasure it knew when it did. */
export class Recent {
  /** @type {Map<string, Change & {erased: string | undefined}>} */ #changes = new Map();
  /** @type {string | undefined} when everything was erased, as far as this tab knows */ #erased;

  /** @param {Document} whole as it was read */
  see({ erased }) {
    if (isLater(erased, this.#erased)) this.#erased = erased;
  }

  /** @param {Change} change */
  note(change) {
    this.#changes.set(`${change.part}/${change.id}`, { ...change, erased: this.#erased });
  }

  forget() {
    this.#changes.clear();
  }

  /** @param {Document} whole as another tab wrote it @param {Date} now @returns {Document | undefined} the same with what that tab did not know; nothing where it knew all of it */
  mended(whole, now) {
    const standing = this.#standing(whole);
    const lost = this.#lost(standing, now);
    return standing !== whole || lost.length ? lost.reduce((so, change) => changed(so, change, now), standing) : undefined;
  }

  /** @param {Document} whole @returns {Document} the same; an empty one where the tab that wrote it had not heard yet that everything was erased */
  #standing(whole) {
    const erased = this.#erased;
    if (!erased || !isLater(erased, whole.erased)) return whole;
    return PARTS.some((part) => Object.keys(whole[part]).length > 0) ? { ...emptyDocument(), erased } : whole;
  }

  /** @param {Document} whole @param {Date} now @returns {Change[]} what is not in it, though neither erased nor changed since */
  #lost(whole, now) {
    for (const [key, { at, erased }] of this.#changes) if (isLater(whole.erased, erased) || Date.parse(at) <= now.getTime() - MOMENT) this.#changes.delete(key);
    return [...this.#changes.values()].filter(({ part, id, item, at }) => {
      const there = entryOf(whole[part], id);
      if (there && Date.parse(there.saved ?? "") >= Date.parse(at)) return false;
      return item ? !isDeleted(whole, part, id, item) : Boolean(there);
    });
  }
}

/** @param {string | undefined} at @param {string | undefined} than @returns {boolean} */
function isLater(at, than) {
  return (Date.parse(at ?? "") || 0) > (Date.parse(than ?? "") || 0);
}
