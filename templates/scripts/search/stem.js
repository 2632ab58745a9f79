/** What the forms of a word have in common, and those forms that no rule makes of one another. */
import { stemmer } from "./stemmer.js";

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
  [/(?<=[aeiouy]\w*[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)/, "l"],
  [/(?<=\w{2}[tb])re(?=(?:s|d)?$)/, "er"],
  [/(?<=\w{2})ogue(?=s?$)/, "og"],
  [/(?<=def|off|lic|pret)ence(?=s?$)/, "ense"],
  [/ae(?=[a-z]{3})/, "e"],
  [/(?<=\w{3})mme(?=s?$)/, "m"],
  [/(?<=fulfi|enro|ski)l+(?=(?:ment|ments|ful|s)?$)/, "l"],
  [/(?<=agree)ments?$/, ""],
  [/(?<=judg|acknowledg|ag)e(?=(?:ment|ments|ing)$)/, ""],
]);
/** @type {Map<string, string>} */
const known = new Map();

/** @param {string} word @returns {string} what it shares with its plural, its past and its relatives, however it is spelled: "organising", "organized" */
export function stem(word) {
  const before = known.get(word);
  if (before !== undefined) return before;
  const made = stemmer(american(IRREGULAR.get(word) ?? word));
  known.set(word, made);
  return made;
}

/** @param {string} word @returns {string} the word as an American spells it */
function american(word) {
  for (const [british, mine] of SPELLINGS) if (british.test(word)) return word.replace(british, mine);
  return word;
}

/** @param {string} word @returns {string[]} the word, and those that share no letters with it and still are it */
export function alike(word) {
  const of = [...IRREGULAR].filter(([, base]) => base === word).map(([form]) => form);
  const base = IRREGULAR.get(word);
  return [word, ...(base ? [base] : []), ...of];
}
