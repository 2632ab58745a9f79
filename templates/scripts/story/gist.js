/** What of a story one looks at the evening before: how it begins, two figures, and the habit on which its learnings end. */
import { line } from "../values/words.js";
import { sentencesOf } from "./spoken.js";

/** @typedef {{first: string, figures: string[], learning: string}} Gist each may be empty */

const WORDS = 60;
const FIGURES = 2;
const AROUND = 24;
const NAME = 6;
const FIGURE = 6;
/** Where a script has no blanks between words, about two letters stand for one. */
const LETTERS = 2;
const LONGEST_WORD = 12;

/** @param {import("./story.js").Kept} story @param {import("./editorial.js").Editorial} editorial @returns {Gist} */
export function gist(story, editorial) {
  const begins = sentencesOf(line(story.parts.context || story.parts.challenge));
  return {
    first: shortened(begins[0]?.text ?? "", WORDS),
    figures: figuresOf(story, editorial),
    learning: shortened(sentencesOf(line(story.parts.learnings)).at(-1)?.text ?? "", WORDS),
  };
}

/** @param {import("./story.js").Kept} story @param {import("./editorial.js").Editorial} editorial @returns {string[]} the figures that were written down as such, then what the results, the challenge and the context name */
function figuresOf(story, editorial) {
  const given = story.give.measures.filter(({ what, before, after }) => line(what) && line(before + after)).map(({ what, before, after }) => `${shortened(line(what), NAME)}: ${[before, after].map(line).filter(Boolean).map((one) => shortened(one, FIGURE)).join(" → ")}`);
  const told = [story.parts.results, story.parts.challenge, story.parts.context].flatMap((words) => line(words).split(/(?<=[\p{L}\p{N}%)])[,.;:!?](?=\s|$)|[\u3002\uff0c\uff1b\uff01]/u));
  const named = told.map((clause) => clause.trim()).filter((clause) => editorial.hasNumber(clause));
  return [...new Set([...given, ...named.map((one) => shortened(one, AROUND))])].slice(0, FIGURES);
}

/** @param {string} text @param {number} most words @returns {string} its first words */
export function shortened(text, most) {
  const words = text.split(" ");
  const begin = words.slice(0, most).join(" ");
  const letters = [...begin];
  const limit = words.length === 1 ? most * LETTERS : most * LONGEST_WORD;
  const cut = letters.length > limit ? letters.slice(0, limit).join("") : begin;
  return cut === text ? text : `${cut.replace(/[\s,;:]+$/, "")} \u2026`;
}
