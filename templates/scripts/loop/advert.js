/** What a job advert asks for, by the names that the handbook knows for its competencies and questions. */

/** @typedef {{id: string, title: string, names: string[]}} Competency */
/** @typedef {{id: string, ask: string, names?: string, kind: string, competency: string, path: string}} Question */
/** @typedef {{words: string, competency: string, questions: string[]}} Phrase words in small letters, without signs */
/** @typedef {{start: number, end: number, phrase: Phrase}} Place */
/** @typedef {{id: string, said: string[], questions: string[]}} Asked a competency, the advert's own words for it, and the questions that these words lead to */

const WORD = /[\p{L}\p{N}]+(?:['\u2019-][\p{L}\p{N}]+)*/gu;
const FEWEST_LETTERS = 4;

/**
 * @param {readonly Competency[]} competencies @param {readonly Question[]} questions
 * @returns {Map<string, Phrase>} every name, the longest match of which counts
 */
export function phrasesOf(competencies, questions) {
  /** @type {Map<string, Phrase>} */
  const found = new Map();
  const add = /** @param {string} name @param {string} competency @param {string} [question] */ (name, competency, question) => {
    const words = wordsOf(name).map(({ word }) => word).join(" ");
    if (words.length < FEWEST_LETTERS) return;
    const phrase = found.get(words) ?? { words, competency, questions: [] };
    if (question && phrase.competency === competency) phrase.questions.push(question);
    found.set(words, phrase);
  };
  for (const { id, title, names } of competencies) for (const name of [title, ...names]) add(name, id);
  for (const { id, names = "", competency } of questions) for (const name of names.split(", ")) add(name, competency, id);
  return found;
}

/**
 * @param {string} text @param {Map<string, Phrase>} phrases
 * @returns {Place[]} where the text names one, from left to right, the longest first where several begin
 */
export function places(text, phrases) {
  const words = wordsOf(text);
  const longest = Math.max(1, ...[...phrases.keys()].map((one) => one.split(" ").length));
  /** @type {Place[]} */
  const found = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let count = Math.min(longest, words.length - at); count && !taken; count--) {
      const run = words.slice(at, at + count);
      const phrase = phrases.get(run.map(({ word }) => word).join(" "));
      const [first, last] = [run[0], run.at(-1)];
      if (!phrase || !first || !last) continue;
      found.push({ start: first.start, end: last.end, phrase });
      taken = count;
    }
    at += taken || 1;
  }
  return found;
}

/**
 * @param {string} text @param {readonly Place[]} found
 * @returns {Asked[]} each competency that is named, the one named most often first
 */
export function asked(text, found) {
  /** @type {Map<string, Asked & {times: number}>} */
  const rows = new Map();
  for (const { start, end, phrase } of found) {
    const row = rows.get(phrase.competency) ?? { id: phrase.competency, said: [], questions: [], times: 0 };
    const words = text.slice(start, end).replace(/\s+/g, " ");
    row.times += 1;
    if (!row.said.some((one) => one.toLowerCase() === words.toLowerCase())) row.said.push(words);
    row.questions.push(...phrase.questions.filter((id) => !row.questions.includes(id)));
    rows.set(phrase.competency, row);
  }
  return [...rows.values()].sort((a, b) => b.times - a.times).map(({ times: _, ...row }) => row);
}

/** @param {string} text @returns {{word: string, start: number, end: number}[]} its words in the singular, as far as an s tells */
function wordsOf(text) {
  return [...text.matchAll(WORD)].map((found) => ({
    word: found[0].toLowerCase().replaceAll("\u2019", "'").replace(/(?<=[a-z]{3})(?<!s)s$/, ""),
    start: found.index,
    end: found.index + found[0].length,
  }));
}
