/** Words as the search compares them. `generator/pages/search_words.py` does the same to what it indexes. */

const ONE_ON_ONE = /\b(?:1|one)\s*(?::|x|[- ]?(?:on|to|2)[- ]?|-)\s*(?:1s?|ones?)\b/g;
const PARTS = /[\p{L}\p{N}]+/gu;
const LONGEST = 40;
const FRAMES = [
  /^(?:please |can you |could you |would you )*(?:tell (?:me|us)|talk|describe|give (?:me|us)|share|walk (?:me|us) through|think of|name|have you ever|explain)(?: about)? (?=\S)/,
  /^(?:(?:a|an|any|the|some|one|recent|specific|good) )*(?:time|times|situation|moment|example|occasion|instance)s? (?:of |when |where |in which |that |you |someone |(?=(?:a|an) time))+(?=\S)/,
];

/** @param {string} text @returns {string} in small letters without accents and apostrophes, each way to write "1:1" as one word */
export function folded(text) {
  const flat = text.toLowerCase().replace(/ß/g, "ss").replace(/['\u2019\u02bc]/g, "").normalize("NFKD").replace(/\p{Mn}/gu, "");
  return flat.replace(ONE_ON_ONE, "1on1");
}

/** @param {string} text @returns {string[]} every word in turn */
export function wordsOf(text) {
  return (folded(text).match(PARTS) ?? []).map((word) => word.slice(0, LONGEST));
}

/**
 * What is looked for: the words that say something, and all of them where none does.
 * @param {string} typed @param {ReadonlySet<string>} silent words that everybody uses
 * @returns {string[]}
 */
export function asked(typed, silent) {
  const flat = folded(typed.slice(0, 300)).replace(/\s+/g, " ").trim();
  const bare = [...FRAMES, ...FRAMES].reduce((text, frame) => text.replace(frame, ""), flat);
  for (const text of [bare, flat]) {
    const found = wordsOf(text).filter((word) => !silent.has(word));
    if (found.length) return [...new Set(found)].slice(0, 12);
  }
  return [...new Set(wordsOf(flat))].slice(0, 4);
}
