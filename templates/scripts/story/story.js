/** A story of the reader's own: what it holds, whatever the browser has kept of it. */
import { line } from "../values/words.js";
import { PARTS } from "./editorial.js";

/** @typedef {import("./editorial.js").PartId} PartId */
/** @typedef {import("./editorial.js").Told} Told */
/** @typedef {import("./editorial.js").Editorial} Editorial */
/**
 * What only a handbook asks of a story.
 * @typedef {{summary: string, level: string, company: string, team: string, outcome: string, ending: string, name: string, link: string, more: string, measures: import("./editorial.js").Measure[], notes: import("./editorial.js").Note[], followUps: import("./editorial.js").FollowUp[], agreed: string[]}} Give
 */
/**
 * @typedef {{title: string, parts: Told, thirty: string, system: string, template: string, slots: Record<string, string>, questions: string[], competencies: string[], themes: string[], traits: string[], principles: string[], pace: number, give: Give, saved?: string}} Kept
 */

export const OUTCOMES = ["good", "mixed", "bad"];
export const ENDINGS = ["stop", "refuse", "narrow", "escalate", "absorb", "reverse", "part-ways", "simplify", "apologise", "ship", "process", "grow"];
const KINDS = ["strength", "risk"];
const SLOWEST = 80;
const FASTEST = 240;

/**
 * @param {unknown} value whatever was kept, of any age or from any file
 * @param {number} pace words a minute where none was kept
 * @returns {Kept} a whole story
 */
export function whole(value, pace) {
  const kept = object(value);
  const give = object(kept.give);
  return {
    title: text(kept.title),
    parts: told(kept.parts),
    thirty: text(kept.thirty),
    system: text(kept.system),
    template: text(kept.template),
    slots: Object.fromEntries(Object.entries(object(kept.slots)).map(([id, words]) => [id, text(words)])),
    questions: names(kept.questions),
    competencies: names(kept.competencies),
    themes: names(kept.themes),
    traits: names(kept.traits),
    principles: names(kept.principles),
    pace: typeof kept.pace === "number" && kept.pace >= SLOWEST && kept.pace <= FASTEST ? Math.round(kept.pace) : pace,
    give: {
      summary: text(give.summary),
      level: text(give.level),
      company: text(give.company),
      team: text(give.team),
      outcome: choice(give.outcome, OUTCOMES, ""),
      ending: choice(give.ending, ENDINGS, ""),
      name: text(give.name),
      link: text(give.link),
      more: text(give.more),
      measures: rows(give.measures, (row) => ({ what: text(row.what), before: text(row.before), after: text(row.after) })),
      notes: rows(give.notes, (row) => ({
        in: /** @type {PartId} */ (choice(row.in, PARTS, "actions")),
        quote: text(row.quote),
        kind: choice(row.kind, KINDS, "strength"),
        says: text(row.says),
      })),
      followUps: rows(give.followUps, (row) => ({ asks: text(row.asks), checks: text(row.checks), strong: text(row.strong), weak: text(row.weak) })),
      agreed: names(give.agreed),
    },
    ...(typeof kept.saved === "string" ? { saved: kept.saved } : {}),
  };
}

/** @param {Kept} story @returns {boolean} whether both lengths can be told from start to end */
export function isWhole(story) {
  return Boolean(line(story.thirty)) && PARTS.every((part) => line(story.parts[part]));
}

/** @param {Kept} story @returns {string} its title, or what stands for one */
export function titleOf(story) {
  return line(story.title) || "A story without a title";
}

/** @param {number} words @param {number} pace words a minute @returns {string} such as "2:40" */
export function aloud(words, pace) {
  const seconds = Math.round((60 * words) / pace);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {unknown} value @returns {Told} */
function told(value) {
  const parts = object(value);
  return { context: text(parts.context), challenge: text(parts.challenge), actions: text(parts.actions), results: text(parts.results), learnings: text(parts.learnings) };
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function object(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {unknown} value */
function text(value) {
  return typeof value === "string" ? value : "";
}

/** @param {unknown} value @returns {string[]} */
function names(value) {
  return Array.isArray(value) ? [...new Set(value.filter((item) => typeof item === "string"))] : [];
}

/** @param {unknown} value @param {readonly string[]} choices @param {string} otherwise */
function choice(value, choices, otherwise) {
  return choices.find((one) => one === value) ?? otherwise;
}

/** @template T @param {unknown} value @param {(row: Record<string, unknown>) => T} make @returns {T[]} */
function rows(value, make) {
  return Array.isArray(value) ? value.slice(0, 60).map((row) => make(object(row))) : [];
}
