/** A bank of stories: what it covers, which story carries too much, and which to tell for what. */
import { t } from "../values/language.js";
import { byAge, titleOf, whole } from "./story.js";

/** @typedef {import("./story.js").Kept} Kept */
/** @typedef {Record<string, Kept & {isAlone?: boolean}>} Bank isAlone: an answer about oneself, which serves no other question of its competency */
/** @typedef {{id: string, questions?: readonly string[]}} Proof a competency, and the questions that ask for it */
/** @typedef {{model: import("./story.js").Model, wordsAMinute: number, competencies: readonly Proof[], editorial: {oneself?: readonly string[]}}} Guide wordsAMinute: where none was kept */
/** @typedef {"covered" | "begun" | "none"} Cover */
/** @typedef {{id: string, name: string, cover: Cover, stories: string[]}} Row */
/** @typedef {{id: string, ask: string, competency: string, spoken?: unknown, isWhole?: boolean}} Asked spoken: how it is answered where no event is asked for, with a word on oneself or on how one works; isWhole: the competency as a whole, and no question of it */
/** @typedef {{question: string, story: string | null, why: string[]}} Suggestion */
/** @typedef {{id: string, times: number}} Overused */
/** @typedef {(story: Kept) => boolean} IsTold whether a story is told whole, as `toldWhole` says */

/** Five who interview on one day ask a fifth of the questions each: who hears a story for more of them than that hears it again. */
const PANEL = 5;
const FEW = 4;
const TAGGED = 6;
const MAIN = 4;
const SIDE = 2;
const WHOLE = 1;
const AGAIN = 1.5;

/** @param {Record<string, unknown>} items what was kept, by id @param {Guide} guide @returns {Bank} the oldest first, each with all that it proves */
export function bankOf(items, { model, wordsAMinute, competencies, editorial }) {
  const all = byAge(items).map(([id, item]) => /** @type {const} */ ([id, whole(item, model, wordsAMinute)]));
  return Object.fromEntries(all.map(([id, story]) => [id, { ...proving(story, competencies), isAlone: Boolean(editorial.oneself?.includes(story.questions[0] ?? "")) }]));
}

/** @param {Kept} story as it was tagged @param {readonly Proof[]} competencies @returns {Kept} the story with the competencies of its questions behind its own: who answers a question proves what it asks for */
export function proving(story, competencies) {
  const brought = story.questions.flatMap((question) => competencies.find(({ questions }) => questions?.includes(question))?.id ?? []);
  return { ...story, competencies: [...new Set([...story.competencies, ...brought])] };
}

/**
 * @param {Bank} bank @param {{id: string, name: string}[]} words competencies or themes @param {"competencies" | "themes"} kind @param {IsTold} isTold
 * @returns {Row[]} covered: a whole story; begun: only begun; none: no story
 */
export function coverage(bank, words, kind, isTold) {
  return words.map(({ id, name }) => {
    const stories = Object.entries(bank).filter(([, story]) => story[kind].includes(id));
    const cover = !stories.length ? "none" : stories.some(([, story]) => isTold(story)) ? "covered" : "begun";
    return { id, name, cover, stories: stories.map(([story]) => story) };
  });
}

/**
 * Which story to tell for each question, spread over the bank so that no listener hears one twice.
 * @param {Bank} bank @param {Asked[]} asked @param {Map<string, string>} names of competencies @param {IsTold} isTold
 * @returns {Suggestion[]}
 */
export function suggestions(bank, asked, names, isTold) {
  /** @type {Map<string, number>} */
  const told = new Map();
  return asked.map((question) => {
    const fitting = Object.entries(bank)
      .map(([id, story]) => ({ id, story, fit: fit(story, question), times: told.get(id) ?? 0 }))
      .filter(({ fit }) => fit > 0);
    const best = most(fitting, ({ fit, times, story }) => fit - AGAIN * times + (isTold(story) ? WHOLE : 0));
    if (!best) return { question: question.id, story: null, why: [] };
    told.set(best.id, best.times + 1);
    const nearer = most(fitting, ({ fit, story }) => fit + (isTold(story) ? WHOLE : 0));
    const why = [because(best.story, question, names.get(question.competency) ?? question.competency)];
    if (nearer && nearer !== best) why.push(t("“{title_of}” fits as well, and you tell it for {times} others.", { title_of: titleOf(nearer.story), times: nearer.times }));
    if (!isTold(best.story)) why.push(t("It is not told whole yet."));
    return { question: question.id, story: best.id, why };
  });
}

/** @param {Suggestion[]} found @returns {Overused[]} the stories told for more questions than one listener should hear them */
export function overused(found) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const { story } of found) if (story) times.set(story, (times.get(story) ?? 0) + 1);
  const often = Math.max(FEW, Math.round(found.length / PANEL));
  return [...times].filter(([, count]) => count > often).map(([id, count]) => ({ id, times: count }));
}

/** @param {Bank[string]} story @param {Asked} question @returns {number} what is answered without an event takes only a story that is tagged with that very question */
function fit(story, question) {
  const tagged = story.questions.includes(question.id) ? TAGGED : 0;
  if (!tagged && (question.spoken || (story.isAlone && !question.isWhole))) return 0;
  const at = story.competencies.indexOf(question.competency);
  return tagged + (at === 0 ? MAIN : at > 0 ? SIDE : 0);
}

/** @param {Kept} story @param {Asked} question @param {string} name */
function because(story, question, name) {
  const at = story.competencies.indexOf(question.competency);
  if (story.questions.includes(question.id)) return story.questions[0] === question.id ? t("You wrote it for this question.") : t("You tagged it with this question.");
  return at === 0 ? t("It is mainly about {name}.", { name }) : t("It also proves {name}.", { name });
}

/** @template T @param {T[]} items @param {(item: T) => number} by @returns {T | undefined} the first with the highest value */
function most(items, by) {
  return items.reduce((best, item) => (best === undefined || by(item) > by(best) ? item : best), /** @type {T | undefined} */ (undefined));
}
