/** What a friend gets to play the interviewer, as one file: the scenario, everything to ask and to listen for, and room for what was heard. */
import { friendNow, namesWithin, nowCalled } from "../keep/moves.js";
import { t, tn } from "../values/language.js";
import { line, paragraphs } from "../values/words.js";
import { asFriend, MIX } from "./record.js";

/** @typedef {import("./interview.js").Interview} Interview */
/** @typedef {import("./record.js").Mock} Mock */
/** @typedef {import("./record.js").Friend} Friend */
/** @typedef {{id: string, text: string}} Point */
/** @typedef {{name: string, minutes: number}} Begins the phase that a question begins */
/** @typedef {{id: string, begins: Begins | null, ask: string, listens: string, points: Point[], probes: {asks: string, strong: string}[], note: string}} Asked */
/** @typedef {{id: string, name: string, measures: string, points: number, anchors: string[]}} Dimension */
/** @typedef {{friend: 1, id: string, title: string, walkthrough: string, minutes: number, scenario: string[], question: string, questions: string[], story: {id: string, title: string, parts: {name: string, text: string}[]} | null, asks: Asked[], rubric: Dimension[], answers: Friend | null}} Sheet */

/** A file that is no such sheet, with a message for the reader. */
export class SheetError extends Error {}

export const LARGEST = 600_000;
const ID = /^[a-z0-9][a-z0-9:/-]{0,160}$/;
const MOST = { asks: 60, paragraphs: 40, points: 60, probes: 20, rubric: 20, parts: 20, questions: 60 };
const LONGEST = 6000;
const MINUTES = 1000;
const ANCHORS = 5;

/**
 * @param {string} id of the session @param {Pick<Mock, "walkthrough" | "questions" | "notes">} mock @param {Interview} interview
 * @param {{notes?: boolean, story?: Sheet["story"]}} [more] whether one's notes go with it, and the story it is about
 * @returns {Sheet}
 */
export function sheetOf(id, mock, interview, { notes = false, story = null } = {}) {
  const within = (/** @type {import("./interview.js").Turn} */ turn) => interview.turns.filter((one) => one.phase === turn.phase);
  const phaseOf = (/** @type {import("./interview.js").Turn} */ turn) => interview.phases.find((one) => one.id === turn.phase);
  const isPlayed = mock.walkthrough !== MIX; // a mix has no scenario, and each of its questions is a phase
  return {
    friend: 1,
    id,
    title: story ? story.title : interview.title,
    walkthrough: mock.walkthrough,
    minutes: interview.minutes,
    scenario: isPlayed ? [...interview.scenario] : [],
    question: isPlayed ? interview.question : "",
    questions: [...mock.questions],
    story,
    asks: interview.turns.map((turn) => ({
      id: turn.id,
      begins: isPlayed && within(turn)[0] === turn ? beginsOf(phaseOf(turn)) : null,
      ask: turn.asks,
      listens: turn.listens,
      points: within(turn).at(-1) === turn ? (phaseOf(turn)?.strong ?? []).map((text, at) => ({ id: `${turn.phase}-${at + 1}`, text })) : [],
      probes: turn.probes,
      note: notes ? (mock.notes[turn.id] ?? "") : "",
    })),
    rubric: interview.rubric.map(({ id: name, ...one }) => ({ ...one, id: name })),
    answers: null,
  };
}

/**
 * A sheet out of whatever file was handed over, by a friend or by a stranger.
 * @param {string} text
 * @returns {{sheet: Sheet, aside: string[]}} and, in words, what of the file was no part of such a sheet
 * @throws {SheetError} where nothing of it can be used
 */
export function readSheet(text) {
  if (text.length > LARGEST) throw new SheetError(t("The file is larger than any such sheet can be."));
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SheetError(t("The file could not be read: it must be the one that “Give it to a friend” saved."));
  }
  if (!isObject(value) || value.friend !== 1) throw new SheetError(t("This is no file for a friend: it must be the file that “Give it to a friend” saved."));
  const reading = new Reading();
  const asks = reading.rows(value.asks, MOST.asks, "question", (row) => askedOf(row, reading));
  const rubric = reading.rows(value.rubric, MOST.rubric, "dimension", (row) => dimensionOf(row));
  if (!asks.length) throw new SheetError(t("The file has no question that can be read."));
  const id = idOf(value.id);
  const sheet = /** @type {Sheet} */ ({
    friend: 1,
    id: id ?? "",
    title: words(value.title, 200) || t("An interview"),
    walkthrough: idOf(value.walkthrough) ?? "",
    minutes: minutesOf(value.minutes),
    scenario: reading.rows(value.scenario, MOST.paragraphs, t("scenario’s paragraph"), (one) => words(one) || null),
    question: words(value.question),
    questions: reading.rows(value.questions, MOST.questions, t("question’s name"), idOf),
    story: storyOf(value.story, reading),
    asks,
    rubric,
    answers: null,
  });
  if (isObject(value.answers)) sheet.answers = answersOf(value.answers, sheet, reading);
  return { sheet: named(sheet), aside: reading.aside };
}

/** @param {Sheet} sheet @returns {Sheet} in the names that the handbook has today: it may have been away for long */
function named(sheet) {
  const now = nowCalled();
  const { turn, point } = namesWithin(sheet.walkthrough, now);
  const asks = sheet.asks.map((one) => ({ ...one, id: turn(one.id), points: one.points.map(({ id, text }) => ({ id: point(id), text })) }));
  return {
    ...sheet,
    walkthrough: sheet.walkthrough === MIX ? MIX : now("walkthrough", sheet.walkthrough),
    questions: [...new Set(sheet.questions.map(turn))],
    asks: asks.filter((one, at) => asks.findIndex(({ id }) => id === one.id) === at),
    answers: sheet.answers && { ...sheet.answers, ...friendNow(sheet.answers, turn, point) },
  };
}

/** Counts what is set aside, by what it was. */
class Reading {
  /** @type {Map<string, number>} */ #dropped = new Map();

  /** @returns {string[]} */
  get aside() {
    return [...this.#dropped].map(([what, count]) => tn("{n} {what} was not as this handbook writes it, and set aside.", "{n} {what}s were not as this handbook writes it, and set aside.", count, { what }));
  }

  /** @param {string} what @param {number} [count] */
  drop(what, count = 1) {
    if (count > 0) this.#dropped.set(what, (this.#dropped.get(what) ?? 0) + count);
  }

  /** @template T @param {unknown} value @param {number} most @param {string} what one is called @param {(row: any) => T | null} make @returns {T[]} */
  rows(value, most, what, make) {
    if (!Array.isArray(value)) {
      this.drop(t("list of {what}s", { what }), Number(value !== undefined && value !== null));
      return [];
    }
    const named = new Set();
    const made = value.slice(0, most).flatMap((row) => {
      const one = make(row);
      const id = typeof one === "object" && one !== null && "id" in one ? one.id : one;
      if (one === null || named.has(id)) return [];
      named.add(id);
      return one;
    });
    this.drop(what, value.length - made.length);
    return /** @type {T[]} */ (made);
  }
}

/** @param {unknown} row @param {Reading} reading @returns {Asked | null} */
function askedOf(row, reading) {
  if (!isObject(row)) return null;
  const [id, ask] = [idOf(row.id), words(row.ask)];
  if (!id || !ask) return null;
  return {
    id,
    begins: isObject(row.begins) ? beginsOf(row.begins) : null,
    ask,
    listens: words(row.listens),
    points: reading.rows(row.points, MOST.points, "point", (one) => (isObject(one) && idOf(one.id) && words(one.text) ? { id: String(one.id), text: words(one.text) } : null)),
    probes: reading.rows(row.probes, MOST.probes, "follow-up", (one) => (isObject(one) && words(one.asks) ? { asks: words(one.asks), strong: words(one.strong) } : null)),
    note: words(row.note),
  };
}

/** @param {{name?: unknown, minutes?: unknown} | undefined} phase @returns {Begins | null} */
function beginsOf(phase) {
  const name = words(phase?.name, 200);
  return name ? { name, minutes: minutesOf(phase?.minutes) } : null;
}

/** @param {unknown} value @returns {number} 0 where it says none */
function minutesOf(value) {
  return typeof value === "number" && value > 0 && value <= MINUTES ? Math.round(value) : 0;
}

/** @param {unknown} row @returns {Dimension | null} */
function dimensionOf(row) {
  if (!isObject(row) || !Array.isArray(row.anchors) || row.anchors.length !== ANCHORS) return null;
  const [id, name, anchors] = [idOf(row.id), words(row.name, 200), row.anchors.map((one) => words(one))];
  if (!id || !name || !anchors.every(Boolean)) return null;
  return { id, name, measures: words(row.measures), points: typeof row.points === "number" && row.points >= 0 && row.points <= 1000 ? row.points : 0, anchors };
}

/** @param {unknown} value @param {Reading} reading @returns {Sheet["story"]} */
function storyOf(value, reading) {
  if (!isObject(value)) return null;
  const parts = reading.rows(value.parts, MOST.parts, t("story part"), (one) => (isObject(one) && words(one.text) ? { name: words(one.name, 200), text: words(one.text) } : null));
  return { id: idOf(value.id) ?? "", title: words(value.title, 200) || t("A story"), parts };
}

/** @param {Record<string, unknown>} value @param {Sheet} sheet @param {Reading} reading @returns {Friend} what was heard, of what the sheet asks and of nothing else */
function answersOf(value, sheet, reading) {
  const friend = asFriend(value);
  const points = new Set(sheet.asks.flatMap((one) => one.points.map(({ id }) => id)));
  const dimensions = new Set(sheet.rubric.map(({ id }) => id));
  const asked = new Set(sheet.asks.map(({ id }) => id));
  const ticks = [...new Set(friend.ticks.filter((id) => points.has(id)))];
  const scores = Object.fromEntries(Object.entries(friend.scores).filter(([id]) => dimensions.has(id)));
  const says = Object.fromEntries(Object.entries(friend.says).flatMap(([id, text]) => (asked.has(id) && words(text) ? [[id, words(text)]] : [])));
  reading.drop("tick", sizeOf(value.ticks) - ticks.length);
  reading.drop("score", sizeOf(value.scores) - Object.keys(scores).length);
  reading.drop("remark", sizeOf(value.says) - Object.keys(says).length);
  return { by: words(friend.by, 80), at: Number.isNaN(Date.parse(friend.at)) ? "" : friend.at, ticks, scores, says, overall: words(friend.overall) };
}

/** @param {unknown} value @returns {number} how many things are in it */
function sizeOf(value) {
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

/** @param {unknown} value @returns {string | null} */
function idOf(value) {
  return typeof value === "string" && ID.test(value) ? value : null;
}

/** @param {unknown} value @param {number} [most] @returns {string} text without what nobody sees, at most so long */
function words(value, most = LONGEST) {
  if (typeof value !== "string") return "";
  const cut = value.slice(0, most);
  return most < LONGEST ? line(cut) : paragraphs(cut).join("\n\n");
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
