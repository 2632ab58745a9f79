/** A fill-in template: its blanks become the sentences of a telling. */
import { line } from "../values/words.js";

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
 * @param {Template} template @param {Record<string, string>} slots @param {PartId[]} parts in the order of the telling
 * @returns {Sentence[]}
 */
export function sentences(template, slots, parts) {
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
    return { part: partOf(at, whole.length, parts), words: capital(words), missing };
  });
}

/** @param {Sentence[]} filled @param {PartId[]} parts @returns {Told} the telling, a paragraph for each sentence; what has no words yet is left out */
export function telling(filled, parts) {
  const of = /** @param {PartId} part */ (part) =>
    filled
      .filter((sentence) => sentence.part === part && !sentence.missing.length)
      .map((sentence) => sentence.words)
      .join(" ");
  return /** @type {Told} */ (Object.fromEntries(parts.map((part) => [part, of(part)])));
}

/** @param {number} at @param {number} count @param {PartId[]} parts @returns {PartId} */
function partOf(at, count, parts) {
  const left = count - at;
  const place = count < parts.length || at < 2 ? at : left <= 2 ? parts.length - left : 2;
  return /** @type {PartId} */ (parts[place]);
}

/** @param {string} words */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
