/** One session of a mock interview, as it is kept in the reader's data. */
import { MIX } from "../keep/parts.js";
import { t } from "../values/language.js";

export { MIX };

/** @typedef {{competency: string, level: string, minutes: number}} Wish what a mix is drawn for; "" is any */
/** @typedef {"ready" | "running" | "review" | "done"} Stage */
/** @typedef {"waits" | "interrupts" | "silent"} Manner waits: follow-ups come when one asks for them; silent: the question and the time */
/** @typedef {{manner: Manner, aloud: boolean, voice: string, rate: number}} Interviewer voice: its name, or "" for the first; rate: 1 is as the voice is made */
/** @typedef {import("./measure.js").Measured} Measured */
/** @typedef {{by: string, at: string, ticks: string[], scores: Record<string, number>, says: Record<string, string>, overall: string}} Friend what a friend gave back, by the ids of the interview */
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
 * @property {Record<string, number[]>} asked which follow-ups were asked, by id of the question, from 0
 * @property {number} elapsed milliseconds spent, without the pauses
 * @property {Record<string, string>} notes by id of the question
 * @property {number} confidence from 1 to 5, or 0
 * @property {Record<string, number>} scores from 1 to 5, by id of the dimension
 * @property {string[]} ticks `<phase>-<number>`
 * @property {string[]} mistakes ids of questions, and `mistake-<number>`
 * @property {number} points
 * @property {number} of
 * @property {Interviewer} interviewer
 * @property {Record<string, string>} told which of one's own stories was told, by id of the question
 * @property {Record<string, Measured>} voice what was measured of the recordings, by id of the question
 * @property {Record<string, string>} transcripts what was said, by id of the question
 * @property {string[]} dictated ids of the questions whose transcript the browser wrote
 * @property {Friend[]} friends
 * @property {boolean} recording whether the voice was meant to be recorded
 * @property {string} tab who wrote it last
 * @property {string} saved
 */

const STAGES = /** @type {const} */ (["ready", "running", "review", "done"]);
/** What came after the clock was three stages once. */
const ONCE_REVIEW = ["ticks", "score", "mistakes"];
const MANNERS = /** @type {const} */ (["waits", "interrupts", "silent"]);
const MOST = 400;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 40_000;
const MOST_FRIENDS = 20;
const DAY = 86_400;
/** Whoever answered nothing for less than this only looked. */
const A_LOOK = 60_000;
const STALE = 600_000;

/**
 * A session out of what was kept, which may come from another version or from a stranger's file: what does not fit is left out.
 * @param {Record<string, unknown>} item
 * @returns {Mock}
 */
export function asMock(item) {
  const stage = ONCE_REVIEW.includes(text(item.stage)) ? "review" : STAGES.find((one) => one === item.stage);
  const wish = /** @type {Record<string, unknown>} */ (isObject(item.wish) ? item.wish : {});
  const walkthrough = text(item.walkthrough);
  return {
    walkthrough,
    questions: texts(item.questions),
    wish: { competency: text(wish.competency), level: text(wish.level), minutes: number(wish.minutes, 5, 240) || 30 },
    seed: text(item.seed),
    title: text(item.title) || (walkthrough === MIX ? t("A mix") : walkthrough),
    started: text(item.started),
    finished: text(item.finished),
    stage: stage ?? (text(item.finished) ? "done" : "ready"),
    phase: text(item.phase),
    turn: Math.floor(number(item.turn, 0, 1000)),
    asked: entries(item.asked, (one) => (Array.isArray(one) ? [...new Set(one.filter((at) => Number.isInteger(at) && at >= 0 && at < MOST))] : [])),
    elapsed: number(item.elapsed, 0, 1e9),
    notes: Object.fromEntries(Object.entries(isObject(item.notes) ? item.notes : {}).filter((pair) => typeof pair[1] === "string")),
    confidence: Math.round(number(item.confidence, 0, 5)),
    scores: scoresOf(item.scores),
    ticks: texts(item.ticks),
    mistakes: texts(item.mistakes),
    points: number(item.points, 0, 10_000),
    of: number(item.of, 0, 10_000),
    interviewer: interviewerOf(item.interviewer),
    told: entries(item.told, (one) => text(one).slice(0, LONGEST_NAME)),
    voice: entries(item.voice, (one) => asMeasured(isObject(one) ? one : {})),
    transcripts: entries(item.transcripts, (one) => text(one).slice(0, LONGEST_TEXT)),
    dictated: texts(item.dictated).slice(0, MOST),
    friends: (Array.isArray(item.friends) ? item.friends : []).filter(isObject).slice(0, MOST_FRIENDS).map(asFriend),
    recording: item.recording === true,
    tab: text(item.tab),
    saved: text(item.saved),
  };
}

/** @param {Mock} mock @returns {Friend | undefined} the friend who chose its scores and ticks, where nobody sat it against this clock */
export function givenBy({ friends, elapsed }) {
  return elapsed ? undefined : friends[0];
}

/** @param {Mock} mock @returns {boolean} whether only a part of a walkthrough was sat, which says nothing of the whole */
export function isPart(mock) {
  return mock.walkthrough !== MIX && mock.questions.length > 0;
}

/**
 * Whether it was opened and nothing was answered: such a record is of no use to anybody.
 * @param {Mock} mock @param {string} tab who asks @param {Date} now
 * @returns {boolean} never of one that another tab may just be sitting
 */
export function isOnlyLookedAt(mock, tab, now) {
  const isEmpty = [mock.notes, mock.transcripts].every((texts) => Object.values(texts).every((one) => !one.trim())) && Object.values(mock.asked).every((one) => !one.length);
  const hasBegun = mock.turn > 0 || mock.recording || mock.elapsed >= A_LOOK || mock.friends.length > 0;
  const isLeft = mock.tab === tab || now.getTime() - Date.parse(mock.saved) >= STALE;
  return (mock.stage === "ready" || mock.stage === "running") && isEmpty && !hasBegun && isLeft;
}

/** @param {Record<string, Mock>} mocks @returns {Interviewer} as it was chosen last */
export function lastInterviewer(mocks) {
  const last = Object.values(mocks).sort((a, b) => (a.started < b.started ? 1 : -1))[0];
  return last ? { ...last.interviewer } : interviewerOf({});
}

/** @param {unknown} value @returns {Interviewer} */
function interviewerOf(value) {
  const { manner, aloud, voice, rate } = isObject(value) ? value : {};
  return { manner: MANNERS.find((one) => one === manner) ?? "waits", aloud: aloud === true, voice: text(voice).slice(0, LONGEST_NAME), rate: number(rate, 0.5, 2) || 1 };
}

/** @param {Record<string, unknown>} item @returns {Measured} */
function asMeasured({ seconds, spoken, pauses, longest, stretch }) {
  return { seconds: number(seconds, 0, DAY), spoken: number(spoken, 0, DAY), pauses: Math.floor(number(pauses, 0, DAY)), longest: number(longest, 0, DAY), stretch: number(stretch, 0, DAY) };
}

/** @param {Record<string, unknown>} item @returns {Friend} */
export function asFriend(item) {
  return {
    by: text(item.by).slice(0, LONGEST_NAME),
    at: text(item.at).slice(0, LONGEST_NAME),
    ticks: texts(item.ticks).slice(0, MOST),
    scores: scoresOf(item.scores),
    says: entries(item.says, (one) => text(one).slice(0, LONGEST_TEXT)),
    overall: text(item.overall).slice(0, LONGEST_TEXT),
  };
}

/** @param {unknown} value @returns {Record<string, number>} */
function scoresOf(value) {
  return Object.fromEntries(Object.entries(isObject(value) ? value : {}).slice(0, MOST).filter((pair) => [1, 2, 3, 4, 5].includes(pair[1])));
}

/** @template T @param {unknown} value @param {(one: unknown) => T} make @returns {Record<string, T>} what is kept by an id */
function entries(value, make) {
  return Object.fromEntries(Object.entries(isObject(value) ? value : {}).slice(0, MOST).map(([id, one]) => [id, make(one)]));
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
