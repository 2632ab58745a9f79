/** Which entries fit what was asked, the best first: a name that fits beats a long page that mentions the words. */

/** @typedef {{quality: number, names: number[], using: number[]}} Found a form of a word, how near it is, and where it stands */
/** @typedef {{covers: number[], found: Found[]}} Unit one word that was asked, or two written as one */
/** @typedef {{at: number, score: number, name: number, part: number, missing: number[]}} Fit an entry, and which of its names or parts fits */

const NAME = 64; // what parts the number of a name from its weight, as the generator writes it
const PARTS = 6;

/**
 * @param {readonly Unit[]} units @param {readonly number[]} hefts what each word weighs
 * @param {{size: number, parts: [string, number][], kindOf: (at: number) => {times: number}}} shelf
 * @returns {Fit[]}
 */
export function rank(units, hefts, shelf) {
  const worth = hefts.map((heft, word) => heft * rarity(units, word, shelf.size));
  const all = worth.reduce((sum, one) => sum + one, 0) || 1;
  /** @type {Map<number, {best: number[], body: number[], part: number, partWorth: number, names: Map<number, {best: number[], heft: number, whole: number}>}>} */
  const seen = new Map();
  const of = (/** @type {number} */ at) => {
    const one = seen.get(at) ?? { best: [], body: [], part: -1, partWorth: 0, names: new Map() };
    seen.set(at, one);
    return one;
  };
  for (const { covers, found } of units) {
    for (const { quality, names, using } of found) {
      for (let i = 0, at = 0; i < names.length; i += 2) {
        at += names[i] ?? 0;
        const code = names[i + 1] ?? 0;
        const joined = code & 1;
        const which = Math.floor(code / 2 / NAME);
        const one = of(at);
        const name = one.names.get(which) ?? { best: [], heft: 0, whole: (code >> 1) % NAME };
        one.names.set(which, name);
        for (const word of covers) {
          const before = name.best[word] ?? 0;
          if (quality <= before) continue;
          name.heft += (quality - before) * (hefts[word] ?? 0) * (joined && covers.length === 1 ? 2 : 1);
          name.best[word] = quality;
          one.best[word] = Math.max(one.best[word] ?? 0, quality);
        }
      }
      let code = 0;
      for (const step of using) {
        code += step;
        const at = Math.floor(code / PARTS);
        const part = code % PARTS;
        const one = of(at);
        const fit = (quality * (shelf.parts[part]?.[1] ?? 0)) / 10;
        for (const word of covers) {
          one.best[word] = Math.max(one.best[word] ?? 0, quality * 0.9);
          if (fit <= (one.body[word] ?? 0)) continue;
          one.body[word] = fit;
          if (fit * (worth[word] ?? 0) > one.partWorth) [one.part, one.partWorth] = [part, fit * (worth[word] ?? 0)];
        }
      }
    }
  }
  /** @type {Fit[]} */
  const fits = [];
  for (const [at, { best, body, part, names }] of seen) {
    let [fit, name] = [0, -1];
    for (const [which, { best: words, heft, whole }] of names) {
      const here = (sum(words, worth) / all) * (0.3 + 0.7 * Math.min(1, heft / (whole || 1)));
      if (here > fit + 1e-9 || (Math.abs(here - fit) < 1e-9 && which < name)) [fit, name] = [here, which];
    }
    const cover = sum(best, worth) / all;
    const score = shelf.kindOf(at).times * cover ** 1.5 * (3 * fit + sum(body, worth) / all);
    fits.push({ at, score, name: fit > 0.15 ? name : -1, part, missing: hefts.flatMap((_, word) => (best[word] ? [] : [word])) });
  }
  return fits.sort((a, b) => b.score - a.score || a.at - b.at);
}

/** @param {readonly number[]} qualities @param {readonly number[]} worth */
function sum(qualities, worth) {
  return worth.reduce((whole, one, word) => whole + one * (qualities[word] ?? 0), 0);
}

/** What is in few entries says more. @param {readonly Unit[]} units @param {number} word @param {number} size */
function rarity(units, word, size) {
  const entries = new Set();
  for (const { covers, found } of units) {
    if (!covers.includes(word)) continue;
    for (const { quality, names, using } of found) {
      if (quality < 0.8) continue;
      for (let i = 0, at = 0; i < names.length; i += 2) entries.add((at += names[i] ?? 0));
      let code = 0;
      for (const step of using) entries.add(Math.floor((code += step) / PARTS));
    }
  }
  return Math.log(1 + size / (1 + entries.size));
}
