/** A story of the reader's own: what it holds, whatever the browser has kept of it. */
import { t } from "../values/language.js";
import { line } from "../values/words.js";

/** @typedef {import("./editorial.js").PartId} PartId */
/** @typedef {import("./editorial.js").Told} Told */
/**
 * What the generator takes for a story: the parts of a telling in their order, what may be chosen, how long a text may be, what a link is, and how no file may be named.
 * @typedef {{parts: PartId[], outcomes: string[], endings: string[], turns: string[], scales: string[], noteKinds: string[], rows: number, textLimit: number, proseLimit: number, link: string, reserved: string[], letters: Record<string, string>, agreements: [string, string][]}} Model
 */
/**
 * @template T
 * @typedef {T & {id?: string}} Row
 */
/**
 * What only a handbook asks of a story.
 * @typedef {{summary: string, level: string, company: string, team: string, outcome: string, ending: string, turns: string, scale: string, after: string, name: string, link: string, more: string, measures: Row<import("./editorial.js").Measure>[], notes: Row<import("./editorial.js").Note>[], followUps: Row<import("./editorial.js").FollowUp>[], agreed: string[]}} Give
 */
/**
 * @typedef {{title: string, parts: Told, thirty: string, system: string, template: string, slots: Record<string, string>, questions: string[], competencies: string[], themes: string[], traits: string[], principles: string[], pace: number, give: Give, saved?: string}} Kept
 */

const SLOWEST = 80;
const FASTEST = 240;

/**
 * @param {unknown} value whatever was kept, of any age or from any file
 * @param {Model} model @param {number} pace words a minute where none was kept
 * @returns {Kept} a whole story
 */
export function whole(value, model, pace) {
  const kept = object(value);
  const give = object(kept.give);
  return {
    title: textOf(kept.title),
    parts: told(kept.parts, model.parts),
    thirty: textOf(kept.thirty),
    system: textOf(kept.system),
    template: textOf(kept.template),
    slots: Object.fromEntries(Object.entries(object(kept.slots)).map(([id, words]) => [id, textOf(words)])),
    questions: names(kept.questions),
    competencies: names(kept.competencies),
    themes: names(kept.themes),
    traits: names(kept.traits),
    principles: names(kept.principles),
    pace: typeof kept.pace === "number" && kept.pace >= SLOWEST && kept.pace <= FASTEST ? Math.round(kept.pace) : pace,
    give: {
      summary: textOf(give.summary),
      level: textOf(give.level),
      company: textOf(give.company),
      team: textOf(give.team),
      outcome: choice(give.outcome, model.outcomes, ""),
      ending: choice(give.ending, model.endings, ""),
      turns: choice(give.turns, model.turns, ""),
      scale: choice(give.scale, model.scales, ""),
      after: textOf(give.after),
      name: textOf(give.name),
      link: textOf(give.link),
      more: textOf(give.more),
      measures: rows(give.measures, model.rows, (row) => ({ what: textOf(row.what), before: textOf(row.before), after: textOf(row.after) })),
      notes: rows(give.notes, model.rows, (row) => ({
        in: /** @type {PartId} */ (choice(row.in, model.parts, "actions")),
        quote: textOf(row.quote),
        kind: choice(row.kind, model.noteKinds, "strength"),
        says: textOf(row.says),
      })),
      followUps: rows(give.followUps, model.rows, (row) => ({ asks: textOf(row.asks), checks: textOf(row.checks), strong: textOf(row.strong), weak: textOf(row.weak) })),
      agreed: names(give.agreed),
    },
    ...(typeof kept.saved === "string" ? { saved: kept.saved } : {}),
  };
}

/** @template T @param {Record<string, T>} items @returns {[string, T][]} the oldest first: a story's id begins with the moment it was begun */
export function byAge(items) {
  return Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** @param {Kept} story @returns {boolean} whether no word was typed in it: what it is tagged with is none */
export function isBlank({ title, thirty, system, parts, slots, give }) {
  const { measures, notes, followUps, agreed, ...texts } = give;
  const words = [title, thirty, system, ...[parts, slots, texts].flatMap((part) => Object.values(part))];
  return !words.some((text) => line(text)) && [measures, notes, followUps, agreed].every((rows) => !rows.length);
}

/** @param {{title: string}} story @returns {string} its title, or what stands for one */
export function titleOf(story) {
  return line(story.title) || t("A story without a title");
}

/** @param {number} words at least one @param {number} pace words a minute @returns {string} such as "2:40"; one word takes a second */
export function aloud(words, pace) {
  const seconds = Math.max(1, Math.round((60 * words) / pace));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {unknown} value @param {PartId[]} ids @returns {Told} the telling, its parts in their order */
function told(value, ids) {
  const parts = object(value);
  return /** @type {Told} */ (Object.fromEntries(ids.map((id) => [id, textOf(parts[id])])));
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function object(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {unknown} value @returns {string} the text, or none */
export function textOf(value) {
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

/**
 * Rows, each with an id of its own, so that an edit finds its row wherever another tab moved it.
 * @template T @param {unknown} value @param {number} most @param {(row: Record<string, unknown>) => T} make @returns {(T & {id: string})[]}
 */
function rows(value, most, make) {
  const given = Array.isArray(value) ? value.slice(0, most).map(object) : [];
  const taken = new Set(given.map(({ id }) => id));
  return given.map((row, at) => {
    let id = textOf(row.id);
    const isFirst = given.findIndex((one) => one.id === row.id) === at;
    for (let number = at + 1; !id || (!isFirst && taken.has(id)); number++) if (!taken.has(`row-${number}`)) id = `row-${number}`;
    taken.add(id);
    return { id, ...make(row) };
  });
}
