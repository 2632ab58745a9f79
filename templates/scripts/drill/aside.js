/** Cards that a reader has put aside: for today, or until they are brought back. */

/** @typedef {Record<string, unknown>} Kept what is kept of a card, whoever wrote it */
/** @typedef {import("./cards.js").Card} Card */

/** @param {Kept | undefined} kept @returns {boolean} whether it stays away until it is brought back */
export function isSuspended(kept) {
  return kept?.suspended === true;
}

/** @param {Kept | undefined} kept @param {string} today @returns {boolean} whether it is not to come on this day */
export function isAside(kept, today) {
  return isSuspended(kept) || (typeof kept?.buried === "string" && kept.buried === today);
}

/** @param {Kept | undefined} kept @returns {Kept} the same, never to come until it is brought back */
export function suspended(kept) {
  return { ...kept, suspended: true };
}

/** @param {Kept | undefined} kept @param {string} today @returns {Kept} the same, not to come on this day */
export function buried(kept, today) {
  return { ...kept, buried: today };
}

/** @param {Kept | undefined} kept @returns {Kept} the same, to come again when it is due */
export function broughtBack(kept) {
  const { suspended: _, buried: __, ...rest } = kept ?? {};
  return rest;
}
