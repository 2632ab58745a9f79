/** Words as the search compares them, and the forms of one word. `generator/pages/search_words.py` does the same to what it indexes. */

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

const IRREGULAR = new Map(
  Object.entries({
    led: "lead", left: "leave", lost: "lose", built: "build", made: "make", gave: "give", given: "give", told: "tell", chose: "choose",
    chosen: "choose", wrote: "write", written: "write", broke: "break", broken: "break", quit: "leave", grew: "grow", taught: "teach",
    learnt: "learn", fought: "fight", met: "meet", won: "win", fell: "fall", went: "go", ran: "run", hid: "hide", said: "say",
    overcame: "overcome", took: "take", dealt: "deal", sold: "sell", spent: "spend", shrank: "shrink", people: "person", women: "woman", men: "man",
  }),
);
const SPELLINGS = /** @type {[RegExp, string][]} */ ([
  [/(?<=\w{3})is(?=(?:e|ed|er|ers|es|ing|ation|ations|ational)$)/, "iz"],
  [/(?<=\w{3})ys(?=(?:e|ed|es|ing)$)/, "yz"],
  [/(?<=\w{2})our(?=(?:s|ed|ing|al|able|ably|ite|ites|ful|less|hood)?$)/, "or"],
  [/(?<=[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)/, "l"],
  [/(?<=\w{2}[tb])re(?=(?:s|d)?$)/, "er"],
  [/(?<=\w{2})ogue(?=s?$)/, "og"],
  [/(?<=\w{2})ence(?=s?$)/, "ense"],
  [/ae(?=[a-z]{3})/, "e"],
  [/(?<=\w{3})mme(?=s?$)/, "m"],
  [/(?<=fulfi|enro|ski)l+(?=(?:ment|ments|ful|s)?$)/, "l"],
  [/(?<=judg|acknowledg|ag)e(?=(?:ment|ments|ing)$)/, ""],
]);
const ENDINGS = ["s", "es", "ed", "ing", "ings", "e"];
const DERIVED =
  /(?:izations?|izers?|ized?|izes|izing|ations?|ational|atings?|ated?|ates|ators?|itions?|ions?|ements?|ments?|ances?|ences?|enses?|ities|ity|ures?|ers?|ors?|ives?|ively|als?|ally|ly|ness|ies|ied|ing|ings|ed|es|s|y|e)$/;

/** @param {string} word @returns {string} the word as an American spells it */
function american(word) {
  for (const [british, mine] of SPELLINGS) if (british.test(word)) return word.replace(british, mine);
  return word;
}

/** The word without what a sentence adds to it: plural, past, -ing. @param {string} word */
function bare(word) {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  const ending = ENDINGS.filter((end) => word.endsWith(end) && word.length - end.length >= 3).sort((a, b) => b.length - a.length)[0];
  if (!ending) return word;
  const stem = word.slice(0, -ending.length);
  return ending !== "e" && ending !== "s" && /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem.replace(/e$/, "");
}

/** What the word and its relatives have in common: motivate, motivation, motivating. @param {string} word */
function root(word) {
  let left = word;
  for (let times = 0; times < 2; times++) {
    const shorter = left.replace(DERIVED, "");
    if (shorter.length < (times ? 5 : 3) || shorter === left) break;
    left = shorter;
  }
  return left.replace(/([bdfgmnprtl])\1$/, "$1");
}

/** @typedef {{word: string, bare: string, root: string}} Forms */
/** @type {Map<string, Forms>} */
const known = new Map();

/** @param {string} word @returns {Forms} what tells whether two words are forms of one */
export function forms(word) {
  const before = known.get(word);
  if (before) return before;
  const spelled = american(IRREGULAR.get(word) ?? word);
  const made = { word, bare: bare(spelled), root: root(spelled) };
  known.set(word, made);
  return made;
}

/** @param {string} word @returns {string[]} the word, and those that share no letters with it and still are it */
export function alike(word) {
  const of = [...IRREGULAR].filter(([, base]) => base === word).map(([form]) => form);
  const base = IRREGULAR.get(word);
  return [word, ...(base ? [base] : []), ...of];
}
