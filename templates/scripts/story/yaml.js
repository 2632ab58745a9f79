/** An entry as YAML, as the skeletons of the generator are written. */
import { escaped, paragraphs } from "../values/words.js";

/** @typedef {{[key: string]: Value}} Mapping */
/** @typedef {string | Value[] | Mapping | Prose} Value */

export const TODO = "TODO";
const WIDTH = 118;

/** Paragraphs of inline Markdown that reads as the words were typed. */
export class Prose {
  /** @param {string} words */
  constructor(words) {
    this.paragraphs = paragraphs(words).map(escaped);
    if (!this.paragraphs.length) this.paragraphs = [TODO];
  }

  toString() {
    return this.paragraphs.join("\n\n");
  }
}

/** @param {Mapping} whole @returns {string} the file */
export function yaml(whole) {
  return `# yaml-language-server: $schema=../../schemas/story.schema.json\n${mapping(whole, 0)}`;
}

/** @param {Mapping} whole @param {number} depth @returns {string} */
function mapping(whole, depth) {
  return Object.entries(whole).map(([name, value]) => `${" ".repeat(depth)}${name}:${block(value, depth)}`).join("");
}

/** @param {Value} value @param {number} depth @returns {string} what stands behind the key, to the end of its last line */
function block(value, depth) {
  if (typeof value === "string") return ` ${scalar(value)}\n`;
  if (value instanceof Prose) return folded(value, depth + 2);
  if (!Array.isArray(value)) return `\n${mapping(value, depth + 2)}`;
  return `\n${value.map((item) => `${" ".repeat(depth + 2)}- ${typeof item === "string" ? `${scalar(item)}\n` : mapping(/** @type {Mapping} */ (item), depth + 4).trimStart()}`).join("")}`;
}

/** @param {string} words */
function scalar(words) {
  const plain = /^[A-Za-z](?:[A-Za-z0-9 ,.'()/-]*[A-Za-z0-9.)])?$/.test(words) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(words);
  return plain ? words : JSON.stringify(words);
}

/** @param {Prose} prose @param {number} depth */
function folded(prose, depth) {
  const indent = " ".repeat(depth);
  return ` >-\n${prose.paragraphs.map((paragraph) => wrapped(paragraph, WIDTH - depth).map((row) => `${indent}${row}\n`).join("")).join("\n")}`;
}

/** @param {string} paragraph @param {number} width */
function wrapped(paragraph, width) {
  /** @type {string[]} */
  const rows = [];
  for (const word of paragraph.split(" ")) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < width) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
