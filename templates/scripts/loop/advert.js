/** What a job advert asks for, by the words that the handbook knows its competencies and questions by. */
import { OWN, Vocabulary } from "./vocabulary.js";

/** @typedef {import("./vocabulary.js").Phrase} Phrase */
/** @typedef {{start: number, end: number, phrase: Phrase}} Place */
/** @typedef {{id: string, weight: number, times: number, said: string[], questions: string[]}} Asked a competency, how much the advert says of it, how often it names it, its own words for it, and the questions that these words lead to */
/** @typedef {{word: string, stem: string, start: number, end: number, sentence: number}} Token */

const WORD = /\b(?:1|one)[ -]?(?::|on|to|-)[ -]?(?:1|one)s?\b|[\p{L}\p{N}]+(?:['’]\p{L}+)*/giu;
const BETWEEN = 2; // words that may stand between those of a name; between those of a name of a question, one
const MOST_IN_HEADING = 6; // words
const AGAIN = 0.25; // of a phrase's weight, each time it comes again

/**
 * @param {string} text @param {Vocabulary} vocabulary
 * @returns {Place[]} where the text names one, from left to right: the name that says most where several meet
 */
export function places(text, vocabulary) {
  const tokens = tokensOf(text, vocabulary);
  const found = [...exactly(tokens, vocabulary), ...loosely(tokens, vocabulary)].sort((a, b) => b.phrase.weight * b.phrase.stems.length - a.phrase.weight * a.phrase.stems.length || a.end - a.start - (b.end - b.start));
  /** @type {Place[]} */
  const taken = [];
  for (const one of found) if (!taken.some(({ start, end }) => one.start < end && start < one.end)) taken.push(one);
  return taken.sort((a, b) => a.start - b.start);
}

/**
 * @param {string} text @param {readonly string[]} gifts words by which a line is about what one gets: "salary", "parental leave"
 * @param {readonly {name: string}[]} levels whose names are titles, and ask for nothing
 * @returns {string} the text, as long as it was, with spaces for titles, for such lines and for those under a heading with such a word
 */
export function withoutWords(text, gifts, levels) {
  let under = false;
  const lines = text.split("\n").map((line) => {
    const small = line.toLowerCase();
    const isGift = gifts.some((gift) => small.includes(gift));
    const isHeading = line.trim() && !/^\s*[-*•–·]|[.,;]\s*$/.test(line) && (line.match(/[\p{L}\p{N}]+/gu) ?? []).length <= MOST_IN_HEADING;
    if (isHeading) under = isGift;
    return isGift || under ? " ".repeat(line.length) : line;
  });
  const longest = [...levels].sort((a, b) => b.name.length - a.name.length);
  return longest.reduce((left, { name }) => left.split(new RegExp(`(${name.replace(/[^\p{L}\p{N}\s-]/gu, "\\$&")})`, "iu")).map((part, at) => (at % 2 ? " ".repeat(part.length) : part)).join(""), lines.join("\n"));
}

/**
 * @template {{name: string}} Level
 * @param {string} text @param {readonly Level[]} levels
 * @returns {Level | undefined} the level that is named first, by the longest name
 */
export function levelOf(text, levels) {
  const small = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const found = levels.map((level) => ({ level, at: small.indexOf(` ${level.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `) })).filter(({ at }) => at >= 0);
  return found.sort((a, b) => a.at - b.at || b.level.name.length - a.level.name.length)[0]?.level;
}

/**
 * @param {string} text @param {readonly Place[]} found
 * @returns {Asked[]} each competency that is named, the one that most is said of first
 */
export function asked(text, found) {
  /** @type {Map<string, Asked>} */
  const rows = new Map();
  const before = new Set();
  for (const { start, end, phrase } of found) {
    const again = before.has(phrase);
    before.add(phrase);
    for (const id of phrase.competencies) {
      const row = rows.get(id) ?? { id, weight: 0, times: 0, said: [], questions: [] };
      const words = text.slice(start, end).replace(/\s+/g, " ");
      row.times++;
      row.weight += (phrase.weight / phrase.competencies.length) * (again ? AGAIN : 1);
      if (!row.said.some((one) => one.toLowerCase() === words.toLowerCase())) row.said.push(words);
      row.questions.push(...phrase.questions.filter((question) => !row.questions.includes(question)));
      rows.set(id, row);
    }
  }
  return [...rows.values()].sort((a, b) => b.weight - a.weight);
}

/** @param {string} text @param {Vocabulary} vocabulary @returns {Token[]} */
function tokensOf(text, { language: { words, stem, silent } }) {
  let sentence = 0;
  let before = 0;
  return [...text.matchAll(WORD)].map((found) => {
    if (/[.;:!?\n•]/.test(text.slice(before, found.index))) sentence++;
    before = found.index + found[0].length;
    const word = words(found[0]).join("");
    return { word: found[0], stem: silent.has(word) ? word : stem(word), start: found.index, end: before, sentence };
  });
}

/** @param {readonly Token[]} tokens @param {Vocabulary} vocabulary @returns {Place[]} names as they are written, and words that are two here and one there */
function exactly(tokens, vocabulary) {
  const { exact } = vocabulary;
  const longest = Math.max(1, ...[...exact.values()].map(({ stems }) => stems.length));
  /** @type {Place[]} */
  const found = [];
  for (const [at, first] of tokens.entries()) {
    for (let count = 1; count <= longest && at + count <= tokens.length; count++) {
      const run = tokens.slice(at, at + count);
      const stems = run.map(({ stem }) => stem);
      const phrase = exact.get(stems.join(" ")) ?? (count === 2 ? exact.get(stems.join("")) : undefined);
      const last = run.at(-1);
      if (phrase && last && last.sentence === first.sentence && vocabulary.isMeant(phrase, run.map(({ word }) => word).join(""))) found.push({ start: first.start, end: last.end, phrase });
    }
  }
  return found;
}

/** @param {readonly Token[]} tokens @param {Vocabulary} vocabulary @returns {Place[]} names whose words stand near one another, in whatever order */
function loosely(tokens, { loose }) {
  /** @type {Place[]} */
  const found = [];
  for (const [at, token] of tokens.entries()) {
    for (const { heavy, phrase } of loose.get(token.stem) ?? []) {
      const far = heavy.length - 1 + BETWEEN;
      const near = tokens.slice(Math.max(0, at - far), at + far + 1).filter((one) => one.sentence === token.sentence);
      const places = heavy.map((stem) => (stem === token.stem ? token : near.find((one) => one.stem === stem)));
      if (places.some((one) => !one)) continue;
      const start = Math.min(...places.map((one) => one?.start ?? 0));
      const end = Math.max(...places.map((one) => one?.end ?? 0));
      const most = heavy.length + (phrase.weight >= OWN ? BETWEEN : 1);
      if (near.filter((one) => one.start >= start && one.end <= end).length <= most) found.push({ start, end, phrase });
    }
  }
  return found;
}
