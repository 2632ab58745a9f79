/** Words near one that nobody wrote: a letter too many, too few, another, or two in the wrong order. */

/** @typedef {{word: string, away: number}} Near */

const BEGINNING = 0.9; // what is only the beginning of a word is so much further than the whole of another

/** @param {string} typed @returns {number} how many letters of a word this long may be wrong */
export function allowed(typed) {
  return typed.length < 4 ? 0 : typed.length < 6 ? 1 : typed.length < 10 ? 2 : 3;
}

/**
 * @param {string} typed @param {readonly string[]} words
 * @param {boolean} [unfinished] whether more letters may follow, so that the beginning of a word is near, too
 * @returns {Near[]} the nearest of the words, if any is near enough
 */
export function nearest(typed, words, unfinished = false) {
  const most = allowed(typed);
  if (!most) return [];
  /** @type {Near[]} */
  const found = [];
  for (const word of words) {
    const same = word[0] === typed[0];
    let away = Math.abs(word.length - typed.length) > most ? most + 1 : distance(typed, word, most) + (same ? 0 : 0.5);
    if (unfinished && same && word.length > typed.length) away = Math.min(away, distance(typed, word.slice(0, typed.length + most), most, true) + BEGINNING);
    if (away <= most + BEGINNING) found.push({ word, away });
  }
  found.sort((a, b) => a.away - b.away);
  return found.filter(({ away }) => away <= (found[0]?.away ?? 0) + 0.15).slice(0, 6);
}

/**
 * @param {string} a @param {string} b @param {number} most
 * @param {boolean} [begins] whether it is enough that `b` begins so
 * @returns {number} how many letters differ; of more than `most`, some number that is more
 */
export function distance(a, b, most, begins = false) {
  /** @type {number[]} */
  let two = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + Number(!same));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (two[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    two = before;
    before = row;
  }
  return begins ? Math.min(...before) : (before[b.length] ?? most + 1);
}

/** @param {string} typed @param {readonly string[]} words @returns {string[]} a few words that somebody may have meant, though none is near */
export function loosely(typed, words) {
  const most = Math.ceil(typed.length / 2);
  const far = words.filter((word) => word.length > 3 && word[0] === typed[0]).map((word) => ({ word, away: distance(typed, word, most) }));
  return far.filter(({ away }) => away <= most).sort((a, b) => a.away - b.away).slice(0, 4).map(({ word }) => word);
}
