/** A fill-in template: its blanks become the sentences of a telling. */
import { line } from "../values/words.js";
import { PARTS } from "./editorial.js";

/** @typedef {{id: string, label: string, hint: string, example: string, lines: number}} Slot */
/** @typedef {{id: string, title: string, template: string, slots: Slot[], path: string}} Template */
/** @typedef {import("./editorial.js").PartId} PartId */
/** @typedef {import("./editorial.js").Told} Told */
/** @typedef {{part: PartId, words: string, missing: string[]}} Sentence */

const SLOT = /\{([^{}\n]{1,80})\}/g;
const MARKUP = /[*`\\]/g;

/**
 * The template's sentences with its blanks filled, each with the part of the telling that it belongs to.
 *
 * Templates are told in the order of the five parts: the first sentence is context, the second the challenge, the last
 * two are results and learnings, and all between is what one did.
 * @param {Template} template @param {Record<string, string>} slots
 * @returns {Sentence[]}
 */
export function sentences(template, slots) {
  const labels = new Map(template.slots.map((slot) => [slot.id, slot.label]));
  const whole = template.template.replace(/\s+/g, " ").trim().split(/(?<=[.!?])\s+/);
  return whole.filter(Boolean).map((sentence, at) => {
    /** @type {string[]} */
    const missing = [];
    const words = sentence.replace(MARKUP, "").replace(SLOT, (mark, id) => {
      const filled = line(slots[id] ?? "").replace(/[.\s]+$/, "");
      if (!filled) missing.push(labels.get(id) ?? mark);
      return filled || `[${labels.get(id) ?? id}]`;
    });
    return { part: partOf(at, whole.length), words: capital(words), missing };
  });
}

/** @param {Sentence[]} filled @returns {Told} the telling, a paragraph for each sentence; what has no words yet is left out */
export function telling(filled) {
  const of = /** @param {PartId} part */ (part) =>
    filled
      .filter((sentence) => sentence.part === part && !sentence.missing.length)
      .map((sentence) => sentence.words)
      .join(" ");
  return { context: of("context"), challenge: of("challenge"), actions: of("actions"), results: of("results"), learnings: of("learnings") };
}

/** @param {number} at @param {number} count @returns {PartId} */
function partOf(at, count) {
  if (count < PARTS.length) return PARTS[Math.min(at, PARTS.length - 1)] ?? "actions";
  if (at < 2) return PARTS[at] ?? "context";
  const left = count - at;
  return left === 1 ? "learnings" : left === 2 ? "results" : "actions";
}

/** @param {string} words */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
