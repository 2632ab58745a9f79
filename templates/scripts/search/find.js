/** From what was typed to what is shown: the words are looked up, mistyped ones mended, the entries ranked. */
import { allowed, nearest } from "./near.js";
import { rank } from "./rank.js";
import { Shelf } from "./shelf.js";
import { alike, stem } from "./stem.js";
import { asked } from "./words.js";

/** @typedef {{kind: string, said: string, title: string, path: string, summary: string, name: string, part: string}} Result */
/** @typedef {{count: number, results: Result[], rest: () => Promise<Result[]>, words: string[], missing: string[], near: string[]}} Answer */

const MOST = 10;
const FIRST = 4; // shown before the rest has come
const LEAST = 0.06; // of the best; what fits worse is not worth a line
const FORM = 0.8; // a form of the word that was asked fits so well, or better
const GUESS = 0.5; // what fits no better is mended

/**
 * @param {Shelf} shelf @param {string} typed
 * @returns {Promise<Answer>}
 */
export async function find(shelf, typed) {
  const words = asked(typed, shelf.silent);
  const unfinished = /[\p{L}\p{N}]$/u.test(typed);
  /** @type {number[]} */
  const hefts = words.map((word) => (shelf.faint.has(word) ? 1 : 4));
  const last = (/** @type {number} */ at) => unfinished && at === words.length - 1;
  const looking = Promise.all(words.map((word, at) => look(shelf, word, last(at))));
  for (const word of words) if (allowed(word)) shelf.spelled(word).catch(() => {}); // needed next, should nobody have written it so
  const looked = await looking;
  const pairs = await Promise.all(words.slice(1).map((word, at) => together(shelf, String(words[at]), word)));
  /** @type {import("./rank.js").Unit[]} */
  const units = looked.map((found, at) => ({ covers: [at], found }));
  pairs.forEach((found, at) => found.length && units.push({ covers: [at, at + 1], found }));
  /** @type {string[]} */
  const near = [];
  for (const [at, unit] of looked.entries()) {
    const best = Math.max(0, ...unit.map(({ quality }) => quality));
    if (best >= FORM || units.some(({ covers }) => covers.length > 1 && covers.includes(at))) continue;
    if (best > GUESS) {
      if (last(at) && allowed(String(words[at]))) units.push({ covers: [at], found: await slip(shelf, String(words[at])) });
      continue;
    }
    const mended = await mend(shelf, String(words[at]), last(at));
    near.push(...mended.words);
    if (mended.words.some((word) => shelf.faint.has(word))) hefts[at] = 1;
    if (mended.silent && words.length > 1) hefts[at] = 0.1;
    units.push({ covers: [at], found: mended.found });
  }
  const fits = rank(units, hefts, shelf);
  const missing = words.filter((_, at) => fits.length && fits.every((fit) => fit.missing.includes(at)));
  const shown = fits.slice(0, MOST).filter(({ score }) => score >= LEAST * (fits[0]?.score ?? 0));
  const results = (/** @type {typeof shown} */ those) => Promise.all(those.map((fit) => result(shelf, fit)));
  return { count: shown.length, results: await results(shown.slice(0, FIRST)), rest: () => results(shown.slice(FIRST)), words, missing, near };
}

/** @param {Shelf} shelf @param {import("./rank.js").Fit} fit @returns {Promise<Result>} */
async function result(shelf, { at, name, part }) {
  const [title, path, summary, ...names] = await shelf.entry(at);
  const { kind, said } = shelf.kindOf(at);
  return { kind, said, title, path, summary, name: name > 0 ? (names[name - 1] ?? "") : "", part: name < 0 && part > 0 ? (shelf.parts[part]?.[0] ?? "") : "" };
}

/** Give every form of a word that the handbook uses. @param {Shelf} shelf @param {string} word @param {boolean} unfinished @returns {Promise<import("./rank.js").Found[]>} */
async function look(shelf, word, unfinished) {
  const all = await Promise.all(alike(word).map((one, at) => around(shelf, one, at === 0 && unfinished, at === 0 ? 1 : 0.9)));
  return all.flat();
}

/** @param {Shelf} shelf @param {string} word @param {boolean} unfinished @param {number} least @returns {Promise<import("./rank.js").Found[]>} */
async function around(shelf, word, unfinished, least) {
  const mine = stem(word);
  const begins = word.slice(0, 3);
  /** @type {import("./rank.js").Found[]} */
  const found = [];
  for (const words of await shelf.around(word, unfinished)) {
    for (const [other, [names, using]] of Object.entries(words)) {
      if (!other.startsWith(begins)) continue;
      let quality = 0;
      if (other === word) quality = 1;
      else if (stem(other) === mine) quality = FORM + (0.15 * Math.min(word.length, other.length)) / Math.max(word.length, other.length);
      else if (unfinished && word.length > 1 && other.startsWith(word)) quality = 0.4 + (0.4 * word.length) / other.length;
      if (quality) found.push({ quality: quality * least, names, using });
    }
  }
  return found;
}

/** Two words that the handbook may write as one. @param {Shelf} shelf @param {string} one @param {string} other */
async function together(shelf, one, other) {
  const found = await around(shelf, one + other, false, 1);
  return found.filter(({ quality, names }) => quality >= FORM && names.length);
}

/** Take the nearest words for one that the handbook does not know. @param {Shelf} shelf @param {string} word @param {boolean} unfinished */
async function mend(shelf, word, unfinished) {
  const silent = [...shelf.silent];
  let all = nearest(word, [...(await shelf.spelled(word)), ...silent], unfinished);
  if (!all[0] || all[0].away >= 2) all = nearest(word, [...(await shelf.spelled()), ...silent], unfinished); // perhaps the first letter is wrong
  const near = all.filter((one) => !shelf.silent.has(one.word));
  return { words: near.map((one) => one.word), found: await standing(shelf, near), silent: near.length < all.length };
}

/** Give what a word may be that is the beginning of another, should one letter of it be wrong. @param {Shelf} shelf @param {string} word */
async function slip(shelf, word) {
  const near = nearest(word, await shelf.spelled(word)).filter(({ away }) => away === 1);
  return standing(shelf, near);
}

/** @param {Shelf} shelf @param {import("./near.js").Near[]} near @returns {Promise<import("./rank.js").Found[]>} */
async function standing(shelf, near) {
  const found = await Promise.all(near.map(({ word, away }) => around(shelf, word, false, away < 2 ? 0.75 : 0.6)));
  return found.flat();
}
