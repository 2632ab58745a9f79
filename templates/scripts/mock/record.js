/** One session of a mock interview, as it is kept in the reader's data. */

export const MIX = "mix";

/** @typedef {{competency: string, level: string, minutes: number}} Wish what a mix is drawn for; "" is any */
/** @typedef {"ready" | "running" | "ticks" | "score" | "mistakes" | "done"} Stage */
/**
 * @typedef {object} Mock
 * @property {string} walkthrough its id, or "mix"
 * @property {string[]} questions of a mix, or those of a walkthrough where only a part of it is sat
 * @property {Wish} wish of a mix
 * @property {string} seed of a mix
 * @property {string} title
 * @property {string} started when, as ISO 8601; for people to read, never to reckon with
 * @property {string} finished
 * @property {Stage} stage
 * @property {string} phase the phase one is at
 * @property {number} turn the question one is at, from 0
 * @property {number} probes how many of its follow-ups were asked
 * @property {number} elapsed milliseconds spent, without the pauses
 * @property {Record<string, string>} notes by id of the question
 * @property {number} confidence from 1 to 5, or 0
 * @property {Record<string, number>} scores from 1 to 5, by id of the dimension
 * @property {string[]} ticks `<phase>-<number>`
 * @property {string[]} mistakes ids of questions, and `mistake-<number>`
 * @property {number} points
 * @property {number} of
 * @property {boolean} recording whether the voice was meant to be recorded
 * @property {string} tab who wrote it last
 * @property {string} saved
 */

const STAGES = /** @type {const} */ (["ready", "running", "ticks", "score", "mistakes", "done"]);

/**
 * A session out of what was kept, which may come from another version or from a stranger's file: what does not fit is left out.
 * @param {Record<string, unknown>} item
 * @returns {Mock}
 */
export function asMock(item) {
  const stage = STAGES.find((one) => one === item.stage);
  const wish = /** @type {Record<string, unknown>} */ (isObject(item.wish) ? item.wish : {});
  const walkthrough = text(item.walkthrough);
  return {
    walkthrough,
    questions: texts(item.questions),
    wish: { competency: text(wish.competency), level: text(wish.level), minutes: number(wish.minutes, 5, 240) || 30 },
    seed: text(item.seed),
    title: text(item.title) || (walkthrough === MIX ? "A mix" : walkthrough),
    started: text(item.started),
    finished: text(item.finished),
    stage: stage ?? (text(item.finished) ? "done" : "ready"),
    phase: text(item.phase),
    turn: Math.floor(number(item.turn, 0, 1000)),
    probes: Math.floor(number(item.probes, 0, 1000)),
    elapsed: number(item.elapsed, 0, 1e9),
    notes: Object.fromEntries(Object.entries(isObject(item.notes) ? item.notes : {}).filter((pair) => typeof pair[1] === "string")),
    confidence: Math.round(number(item.confidence, 0, 5)),
    scores: Object.fromEntries(Object.entries(isObject(item.scores) ? item.scores : {}).filter((pair) => [1, 2, 3, 4, 5].includes(pair[1]))),
    ticks: texts(item.ticks),
    mistakes: texts(item.mistakes),
    points: number(item.points, 0, 10_000),
    of: number(item.of, 0, 10_000),
    recording: item.recording === true,
    tab: text(item.tab),
    saved: text(item.saved),
  };
}

/** @param {Mock} mock @returns {boolean} whether only a part of a walkthrough was sat, which says nothing of the whole */
export function isPart(mock) {
  return mock.walkthrough !== MIX && mock.questions.length > 0;
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {string} */
function text(value) {
  return typeof value === "string" ? value : "";
}

/** @param {unknown} value @returns {string[]} */
function texts(value) {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** @param {unknown} value @param {number} least @param {number} most @returns {number} */
function number(value, least, most) {
  return typeof value === "number" && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : 0;
}
