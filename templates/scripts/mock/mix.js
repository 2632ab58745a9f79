/** A mix: an interview drawn from the handbook's questions; and the interview that a record names: walkthrough, part of one, or mix. */
import { t, tn } from "../values/language.js";
import { shuffled } from "../values/random.js";
import { interviewOf } from "./interview.js";
import { MIX } from "./record.js";

/** @typedef {import("../keep/data.js").Question} Question */
/** @typedef {import("./interview.js").Interview} Interview */
/** @typedef {import("./interview.js").Probe} Probe */
/** @typedef {import("./interview.js").Turn} Turn */
/** @typedef {import("./record.js").Wish} Wish */

export const MINUTES_A_QUESTION = 7;

/**
 * @param {{walkthrough: string, questions: readonly string[], wish: Wish, seed: string}} mock what was picked @param {readonly any[]} walkthroughs @param {readonly Question[]} bank @param {import("./interview.js").Dimension[]} rubric what a mix is scored by, as the story sheets are
 * @returns {Interview | null} nothing where the handbook no longer has it
 */
export function interviewFor(mock, walkthroughs, bank, rubric) {
  if (mock.walkthrough === MIX) {
    const mix = mixOf(bank, mock.questions, mock.wish, mock.seed, rubric);
    return mix.turns.length ? mix : null;
  }
  const walk = walkthroughs.find((one) => one.id === mock.walkthrough);
  return walk ? partOf(interviewOf(walk), mock.questions) : null;
}

/**
 * A part of an interview, to be sat again.
 * @param {Interview} whole @param {readonly string[]} ids of the questions that are asked
 * @returns {Interview} with their phases, each as long as its part of the questions, and the dimensions that they decide; the whole where it has none of them
 */
export function partOf(whole, ids) {
  const turns = whole.turns.filter((turn) => ids.includes(turn.id));
  if (!turns.length) return whole;
  const within = (/** @type {Turn[]} */ all, /** @type {string} */ phase) => all.filter((turn) => turn.phase === phase).length;
  const phases = whole.phases
    .filter((phase) => within(turns, phase.id))
    .map((phase) => ({ ...phase, minutes: Math.max(1, Math.round((phase.minutes * within(turns, phase.id)) / within(whole.turns, phase.id))) }));
  return {
    ...whole,
    title: t("{title}, {turns} of {all} questions", { title: whole.title, turns: turns.length, all: whole.turns.length }),
    minutes: phases.reduce((sum, phase) => sum + phase.minutes, 0),
    phases,
    rubric: whole.rubric.filter((one) => turns.some((turn) => turn.costs.includes(one.id))),
    turns,
  };
}

/** @param {readonly Question[]} bank @param {Pick<Wish, "competency" | "level">} wish @returns {Question[]} those that may be drawn for it */
export function fitting(bank, wish) {
  return bank.filter((one) => (!wish.competency || one.competency === wish.competency) && (!wish.level || one.levels.includes(wish.level)));
}

/**
 * Draw the questions of a mix: openers first, from as many competencies as the wish allows, never two that look alike.
 * @param {readonly Question[]} bank @param {Wish} wish @param {string} seed the same seed draws the same questions
 * @returns {string[]} ids of questions; empty where the bank has none that fit
 */
export function drawMix(bank, wish, seed) {
  const count = Math.max(1, Math.round(wish.minutes / MINUTES_A_QUESTION));
  const order = shuffled(fitting(bank, wish), seed);
  /** @type {Question[]} */
  const drawn = [];
  while (drawn.length < count) {
    const free = order.filter((one) => !drawn.includes(one) && !drawn.some((other) => one.twins.includes(other.id)));
    if (!free.length) break;
    const openers = free.filter((one) => one.kind === "trunk");
    const left = openers.length ? openers : free;
    const times = (/** @type {string} */ competency) => drawn.filter((one) => one.competency === competency).length;
    const fewest = Math.min(...left.map((one) => times(one.competency)));
    drawn.push(/** @type {Question} */ (left.find((one) => times(one.competency) === fewest)));
  }
  return drawn.map((one) => one.id);
}

/**
 * @param {readonly Question[]} bank @param {readonly string[]} ids those the handbook no longer has are left out
 * @param {Wish} wish @param {string} seed decides the order of the follow-ups
 * @param {import("./interview.js").Dimension[]} rubric what it is scored by: the handbook's own for any story that is told, since its questions share no walkthrough
 * @returns {Interview}
 */
export function mixOf(bank, ids, wish, seed, rubric) {
  const asked = ids.flatMap((id) => bank.find((one) => one.id === id) ?? []);
  const each = Math.floor(wish.minutes / Math.max(1, asked.length));
  const rest = wish.minutes - each * asked.length;
  const used = new Set(ids);
  return {
    id: MIX,
    title: asked.length === 1 ? t("A mix of one question") : t("A mix of {asked} questions", { asked: asked.length }),
    path: "",
    competencies: [...new Set(asked.map((one) => one.competency))],
    level: wish.level,
    minutes: wish.minutes,
    scenario: [
      tn("{minutes} minutes, {n} question. The interviewer wants one real situation for each, and asks follow-up questions. For each answer you have about two and a half minutes before the first of them.", "{minutes} minutes, {n} questions. The interviewer wants one real situation for each, and asks follow-up questions. For each answer you have about two and a half minutes before the first of them.", asked.length, { minutes: wish.minutes }),
    ],
    question: "",
    phases: asked.map((one, at) => ({ id: one.id, name: t("Question {at}", { at: at + 1 }), minutes: each + (at < rest ? 1 : 0), strong: one.good })),
    rubric,
    mistakes: [],
    turns: asked.map((one) => ({
      id: one.id,
      phase: one.id,
      asks: one.ask,
      listens: one.intent,
      probes: probesFor(one, bank, wish.level, used, seed),
      weak: one.trap,
      because: "",
      strong: "",
      costs: [],
      path: one.path,
    })),
    stories: [...new Set(asked.flatMap((one) => one.stories))].slice(0, 3),
  };
}

/** @param {Question} asked @param {readonly Question[]} bank @param {string} level @param {ReadonlySet<string>} used @param {string} seed @returns {Probe[]} what the handbook knows to be asked after an answer to it, and nothing else */
function probesFor({ id, followUps = [] }, bank, level, used, seed) {
  const own = bank.filter((one) => followUps.includes(one.id) && !used.has(one.id) && (!level || one.levels.includes(level)));
  return shuffled(own, `${seed}:${id}`).map((one) => ({ asks: one.ask, strong: one.intent }));
}
