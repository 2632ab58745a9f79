/** Which follow-up an interviewer asks: the one that goes where the answer, as far as it is written down, had nothing. */

/** @typedef {import("./interview.js").Probe} Probe */

const WORD = /[\p{L}\p{N}]+/gu;
const FEWEST = 4;
/** Words that begin alike count as the same: "cost" and "costs", "decide" and "decided". */
const BEGINNING = 5;
const FIGURE = /\d|\bhow (many|much|long|often)\b|\bnumbers?\b|\bfigures?\b|\bmeasured?\b/i;

/**
 * @param {readonly Probe[]} probes @param {readonly number[]} asked which were asked already
 * @param {{strong: readonly string[], said: readonly boolean[], words: string}} answer what a strong one has, which of it one knows to have been said, and what was noted or heard of it
 * @returns {number} the place of the one to ask; -1 where none is left
 */
export function nextProbe(probes, asked, { strong, said, words }) {
  const heard = beginnings(words);
  const lacking = beginnings(strong.filter((point, at) => !said[at] && !isIn(point, heard)).join(" "));
  const hasFigure = /\d/.test(words);
  let best = -1;
  let most = -Infinity;
  for (const [at, probe] of probes.entries()) {
    if (asked.includes(at)) continue;
    const about = beginnings(`${probe.asks} ${probe.strong}`);
    const worth = shared(about, lacking) - shared(about, heard) / 2 + (!hasFigure && FIGURE.test(probe.asks) ? 1 : 0);
    if (worth > most) [best, most] = [at, worth];
  }
  return best;
}

/** @param {string} point @param {Set<string>} heard @returns {boolean} whether at least half of its words were heard */
function isIn(point, heard) {
  const of = beginnings(point);
  return of.size > 0 && shared(of, heard) * 2 >= of.size;
}

/** @param {string} text @returns {Set<string>} */
function beginnings(text) {
  return new Set((text.toLowerCase().match(WORD) ?? []).filter((word) => word.length >= FEWEST).map((word) => word.slice(0, BEGINNING)));
}

/** @param {Set<string>} one @param {Set<string>} other */
function shared(one, other) {
  return [...one].filter((word) => other.has(word)).length;
}
