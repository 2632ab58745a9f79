/** The cards of the drill, made from the handbook's own questions, red flags and frameworks. */
import { t, tn, withinSentence } from "../values/language.js";
import { hashOf } from "../values/random.js";

/** @typedef {import("../keep/data.js").Question} Question */
/** @typedef {"intents" | "twins" | "answers" | "aloud" | "flags" | "frameworks"} Deck */
/** @typedef {{text: string, note?: string, said?: boolean}} Line said: as somebody says it */
/**
 * @typedef {object} Card
 * @property {string} id made from the ids of what it asks about, so that it survives edits of the handbook
 * @property {Deck} deck
 * @property {string} task what to do with the front
 * @property {string[]} front
 * @property {Line[]} back
 * @property {string} path where it is explained
 * @property {string} [names] what else its questions are called, for whoever looks for it by typing
 * @property {string[]} competencies
 * @property {string[]} questions the ids of those it asks about
 * @property {string[]} levels none: for every level
 * @property {number} weight 0 is learned first
 */
/** @typedef {{title: string, id: string, path: string, redFlags: {sign: string, because: string, instead: string}[]}} Competency */
/** @typedef {{id: string, title: string, summary: string, path: string, steps: {name: string, asks: string}[]}} Framework */
/** @typedef {{name: string, difference: string, questions: string[], wants?: Record<string, string>}} Group look-alikes that have a name */

export const DECKS = /** @type {const} */ ([
  { id: "intents", name: t("Intents"), says: t("Name what the question is asked for.") },
  { id: "twins", name: t("Look-alikes"), says: t("Tell questions apart that sound the same.") },
  { id: "answers", name: t("Good answers"), says: t("Name what a good answer holds.") },
  { id: "aloud", name: t("Answers aloud"), says: t("Give the answer aloud, in one to two minutes.") },
  { id: "flags", name: t("Red flags"), says: t("Say what to do instead.") },
  { id: "frameworks", name: t("Frameworks"), says: t("Name the steps, in order.") },
]);
const BLANK = { speaker: "", says: [], because: "", tempting: [], costs: "" };
const WEIGHTS = /** @type {Record<string, number>} */ ({ trunk: 0, branch: 1, leaf: 2 });

/**
 * Cards can be counted and chosen before their backs are here, which are most of the handbook's words.
 * @param {{questions: (Omit<Question, "intent" | "trap" | "good" | "spoken" | "stories"> & {good: number, spoken?: true})[], groups: Omit<Group, "difference">[]}} fronts
 * @returns {{questions: Question[], groups: Group[]}} with nothing on their backs
 */
export function blank({ questions, groups }) {
  return {
    questions: questions.map(({ good, spoken, ...one }) => ({ ...one, intent: "", trap: "", good: Array.from({ length: good }, () => ""), stories: [], ...(spoken && { spoken: BLANK }) })),
    groups: groups.map((one) => ({ ...one, difference: "" })),
  };
}

/**
 * @param {readonly Question[]} questions @param {readonly Competency[]} competencies @param {readonly Framework[]} frameworks @param {readonly Group[]} [groups]
 * @returns {Card[]} every card the handbook has
 */
export function cardsOf(questions, competencies, frameworks, groups = []) {
  return [
    ...questions.map(intentCard),
    ...twinGroups(questions).map((group) => twinsCard(group, groups.find((one) => one.questions.includes(/** @type {Question} */ (group[0]).id)))),
    ...questions.filter((one) => one.good.length).map(answerCard),
    ...questions.flatMap(aloudCard),
    ...competencies.flatMap((one) => one.redFlags.map((flag) => flagCard(one, flag))),
    ...frameworks.filter((one) => one.steps.length).map(frameworkCard),
  ];
}

/** @param {Question} one @returns {string} which answer a follow-up follows, or nothing */
function after(one) {
  return one.follows ? t("They ask it after your answer to “{follows}” ", { follows: one.follows }) : "";
}

/** @param {Question} one @returns {Card} */
function intentCard(one) {
  return {
    id: `intent:${one.id}`,
    deck: "intents",
    task: t("{after}What do they want to find out? Say it before you look.", { after: after(one) }),
    front: [one.ask],
    back: [{ text: one.intent }],
    path: one.path,
    names: one.names ?? "",
    competencies: [one.competency],
    questions: [one.id],
    levels: one.levels,
    weight: WEIGHTS[one.kind] ?? 1,
  };
}

/** @param {Question} one @returns {Card} */
function answerCard(one) {
  return {
    id: `answer:${one.id}`,
    deck: "answers",
    task: tn("{after}What does a good answer hold? There is {n}.", "{after}What does a good answer hold? There are {n}.", one.good.length, { after: after(one) }),
    front: [one.ask],
    back: [...one.good.map((text) => ({ text })), { text: one.trap, note: t("The trap") }],
    path: one.path,
    names: one.names ?? "",
    competencies: [one.competency],
    questions: [one.id],
    levels: one.levels,
    weight: WEIGHTS[one.kind] ?? 1,
  };
}

/** @param {Question} one @returns {Card[]} a card where the handbook has a spoken example of the answer */
function aloudCard(one) {
  const { spoken } = one;
  if (!spoken) return [];
  const { says, because, tempting, costs } = spoken;
  const heard = /** @param {string[]} paragraphs @param {string} note */ (paragraphs, note) => paragraphs.map((text, at) => (at ? { text, said: true } : { text, note, said: true }));
  return [
    {
      id: `aloud:${one.id}`,
      deck: "aloud",
      task: t("Answer aloud, in one to two minutes. Then compare."),
      front: [one.ask],
      back: [...heard(says, spoken.speaker), { text: because, note: t("Why it works") }, ...heard(tempting, t("An answer that tempts")), { text: costs, note: t("What it costs") }],
      path: one.path,
      names: one.names ?? "",
      competencies: [one.competency],
      questions: [one.id],
      levels: one.levels,
      weight: 0,
    },
  ];
}

/** @param {Question[]} group @param {Group | undefined} named @returns {Card} */
function twinsCard(group, named) {
  const first = /** @type {Question} */ (group[0]);
  return {
    id: `twins:${first.id}`,
    deck: "twins",
    task: t("{named}They sound alike. What does each want that the others do not?", { named: named ? `${named.name}. ` : "" }),
    front: group.map((one) => one.ask),
    back: [...(named ? [{ text: named.difference }] : []), ...group.map((one) => ({ text: [named?.wants?.[one.id] && t("Wants {what}.", { what: named.wants[one.id] }), one.intent].filter(Boolean).join(" "), note: one.ask }))],
    path: first.path,
    names: group.map((one) => one.names ?? "").join(", "),
    competencies: [...new Set(group.map((one) => one.competency))],
    questions: group.map((one) => one.id),
    levels: [...new Set(group.flatMap((one) => one.levels))],
    weight: 0,
  };
}

/** @param {Competency} competency @param {Competency["redFlags"][number]} flag @returns {Card} */
function flagCard(competency, flag) {
  return {
    // A red flag has no id of its own: once its words change it is another card.
    id: `flag:${competency.id}:${hashOf(flag.sign).toString(36)}`,
    deck: "flags",
    task: t("A red flag for {competency}. Why does it cost you, and what do you say instead?", { competency: withinSentence(competency.title) }),
    front: [flag.sign],
    back: [{ text: flag.because }, { text: flag.instead, note: t("Instead"), said: flag.instead.slice(0, 2).includes(t("“{words}”").charAt(0)) }],
    path: competency.path,
    competencies: [competency.id],
    questions: [],
    levels: [],
    weight: 1,
  };
}

/** @param {Framework} one @returns {Card} */
function frameworkCard(one) {
  return {
    id: `framework:${one.id}`,
    deck: "frameworks",
    task: tn("Name its step, and what it asks.", "Name its {n} steps in order, and what each asks.", one.steps.length),
    front: [one.title],
    back: one.steps.map((step) => ({ text: step.asks, note: step.name })),
    path: one.path,
    competencies: [],
    questions: [],
    levels: [],
    weight: 1,
  };
}

/** @param {readonly Question[]} questions @returns {Question[][]} each group of look-alikes once, by id: a question's twins are all others of its group */
export function twinGroups(questions) {
  const byId = new Map(questions.map((one) => [one.id, one]));
  const firsts = questions.filter((one) => one.twins.every((id) => one.id < id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return firsts.map((one) => [one, ...one.twins.flatMap((id) => byId.get(id) ?? [])]).filter((group) => group.length > 1);
}
