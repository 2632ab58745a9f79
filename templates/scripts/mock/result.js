/** What a session came to: points, the gap to one's confidence, and what to read. */
import { t } from "../values/language.js";
import { isPart } from "./record.js";

/** @typedef {import("./interview.js").Interview} Interview */
/** @typedef {import("./interview.js").Dimension} Dimension */
/** @typedef {import("./record.js").Mock} Mock */
/** @typedef {{title: string, path: string, why: string}} Reading */
/** @typedef {{day: string, score: number, felt: number, title: string}} Attempt shares of 100; felt is -1 where nobody asked */

const STEPS = 4;
const READINGS = 6;
const LOW = 3;
const AGAIN = 2;

/** @param {Dimension} dimension @param {number | undefined} score from 1 to 5 @returns {number} its points: none for the first anchor, all for the fifth */
export function pointsOf(dimension, score) {
  return score ? (dimension.points * (score - 1)) / STEPS : 0;
}

/** @param {readonly Dimension[]} rubric @param {Record<string, number>} scores @returns {{points: number, of: number}} rounded half up once, as on the score sheets */
export function totalOf(rubric, scores) {
  return {
    points: Math.floor(rubric.reduce((sum, one) => sum + pointsOf(one, scores[one.id]), 0) + 0.5),
    of: rubric.reduce((sum, one) => sum + one.points, 0),
  };
}

/** @param {number} confidence from 1 to 5, or 0 @returns {number} the share of 100 that it expects; -1 where nobody asked */
export function expected(confidence) {
  return confidence ? Math.round((100 * (confidence - 1)) / STEPS) : -1;
}

/**
 * @param {readonly Dimension[]} rubric @param {Record<string, number>} scores
 * @returns {{strongest: Dimension, weakest: Dimension} | null} nothing where all dimensions went alike
 */
export function extremes(rubric, scores) {
  const sorted = [...rubric].sort((a, b) => (scores[b.id] ?? 0) - (scores[a.id] ?? 0) || b.points - a.points);
  const [strongest, weakest] = [sorted[0], sorted.at(-1)];
  return strongest && weakest && (scores[strongest.id] ?? 0) > (scores[weakest.id] ?? 0) ? { strongest, weakest } : null;
}

/**
 * The questions to practise once more: those that decide the weakest dimension; in a mix, whose dimensions are decided by all, those with most left unsaid.
 * @param {Interview} interview @param {Mock} mock
 * @returns {string[]} ids
 */
export function weakestTurns(interview, mock) {
  const weakest = extremes(interview.rubric, mock.scores)?.weakest;
  const deciding = interview.turns.filter((turn) => weakest && turn.costs.includes(weakest.id));
  if (deciding.length || interview.turns.some((turn) => turn.costs.length)) return deciding.map((turn) => turn.id);
  return interview.turns
    .map(({ id, phase }) => ({ id, unsaid: missing(interview, phase, mock) + (mock.mistakes.includes(id) ? 1 : 0) }))
    .filter((one) => one.unsaid > 0)
    .sort((a, b) => b.unsaid - a.unsaid)
    .slice(0, AGAIN)
    .map((one) => one.id);
}

/**
 * What to read: what cost most first.
 * @param {Interview} interview @param {Mock} mock @param {{competencies: {id: string, title: string, path: string}[], stories: {id: string, title: string, path: string}[]}} guide
 * @returns {Reading[]}
 */
export function readingsFor(interview, mock, guide) {
  const weakest = interview.rubric
    .filter((one) => (mock.scores[one.id] ?? 0) <= LOW)
    .sort((a, b) => lost(b, mock) - lost(a, mock))
    .slice(0, 2);
  const found = interview.turns
    .filter((turn) => mock.mistakes.includes(turn.id))
    .map((turn) => ({ title: turn.asks, path: turn.path, why: t("You ticked its mistake.") }));
  for (const dimension of weakest) {
    for (const turn of interview.turns.filter((one) => one.costs.includes(dimension.id))) {
      found.push({ title: turn.asks, path: turn.path, why: t("Where “{name}” is won or lost.", { name: dimension.name }) });
    }
  }
  for (const turn of interview.turns.filter((one) => !one.costs.length && missing(interview, one.phase, mock) > 0)) {
    found.push({ title: turn.asks, path: turn.path, why: t("{missing} of its points were not said.", { missing: missing(interview, turn.phase, mock) }) });
  }
  const pages = interview.competencies.flatMap((id) => guide.competencies.find((one) => one.id === id) ?? []);
  const stories = interview.stories.flatMap((id) => guide.stories.find((one) => one.id === id) ?? []);
  const more = [
    ...pages.slice(0, 2).map((one) => ({ title: one.title, path: one.path, why: t("How strong, adequate and weak answers sound.") })),
    ...stories.slice(0, 1).map((one) => ({ title: one.title, path: one.path, why: t("A telling with notes in its margin.") })),
  ];
  const once = [...new Map(found.map((one) => [one.path, one])).values()].slice(0, READINGS - more.length);
  return [...once, ...more];
}

/**
 * @param {Record<string, Mock>} mocks @param {string} walkthrough
 * @returns {Attempt[]} the finished sessions of one interview, oldest first
 */
export function historyOf(mocks, walkthrough) {
  return Object.values(mocks)
    .filter((one) => one.stage === "done" && one.of > 0 && one.walkthrough === walkthrough && !isPart(one))
    .sort((a, b) => (a.finished < b.finished ? -1 : 1))
    .map((one) => ({
      day: one.finished,
      score: Math.round((100 * one.points) / one.of),
      felt: expected(one.confidence),
      title: one.title,
    }));
}

/** @param {Record<string, Mock>} mocks @param {Mock} now @returns {string[]} the points one ticked in the last attempt at the same questions; none where there was none */
export function lastTicks(mocks, now) {
  const before = Object.values(mocks).filter((one) => one.stage === "done" && one.walkthrough === now.walkthrough && one.started < now.started);
  return before.sort((a, b) => (a.started < b.started ? -1 : 1)).at(-1)?.ticks ?? [];
}

/** @param {Dimension} dimension @param {Mock} mock @returns {number} */
function lost(dimension, mock) {
  return dimension.points - pointsOf(dimension, mock.scores[dimension.id]);
}

/** @param {Interview} interview @param {string} phase @param {Mock} mock @returns {number} how much of the phase's list was not said */
function missing(interview, phase, mock) {
  const strong = interview.phases.find((one) => one.id === phase)?.strong ?? [];
  return strong.filter((_, at) => !mock.ticks.includes(`${phase}-${at + 1}`)).length;
}
