/** What is ready and what is begun, competency by competency, from everything one has kept; and what each verdict rests on. */
import { isAside } from "../drill/aside.js";
import { asMemory, knownAt } from "../drill/memory.js";
import { todays } from "../drill/session.js";
import { spacing } from "../keep/days-ahead.js";
import { asMock, givenBy, isPart, MIX } from "../mock/record.js";
import { bankOf } from "../story/bank.js";
import { Spoken } from "../story/spoken.js";
import { lacking, lengthOf } from "../story/told.js";
import { dayOf } from "../values/days.js";
import { asAnswers, asAttempts } from "../worksheet/score.js";
import { restsOn } from "./grounds.js";

/** @typedef {import("../keep/document.js").Document} Document */
/** @typedef {import("../drill/cards.js").Card} Card */
/** @typedef {import("../mock/record.js").Mock} Mock */
/** @typedef {"ready" | "begun" | "none"} Verdict */
/** @typedef {"story" | "sheet" | "mock" | "cards"} Part */
/** @typedef {{id: string, title: string, path: string, sheet: string, questions?: readonly string[], holds: string[]}} Competency holds: the ticks of its story sheet that say what an answer must contain */
/** @typedef {{id: string, competency: string, phases: {id: string, strong: string[]}[]}} Walkthrough */
/** @typedef {{guide: {competencies: Competency[], parts: import("../story/told.js").Part[], editorial: import("../story/editorial.js").Guide, wordsAMinute: number, model: import("../story/story.js").Model, sheets: {id: string, competencies: string[]}[]}, walkthroughs: Walkthrough[], questions: {id: string, competency: string, good: string[]}[], cards: Card[]}} Handbook */
/** @typedef {{told: number, begun: number, lacks: string[], aloud: string}} Stories how many are told whole and how many are not; what is still to do on the one that is nearest, and how long the whole one is */
/** @typedef {{times: number, score: number, said: number, of: number}} Attempts how often; of the last, one's own score of 100 and how many of its points were said */
/** @typedef {{stories: Stories, mocks: (Attempts & {title: string, by?: string | undefined}) | null, sheets: Attempts | null, filled: number, cards: number, met: number}} Grounds by: the friend who gave the score, where one did, "" without a name; filled: worksheets with answers in them, whether or not they were scored; cards that are known, of those that were met */
/** @typedef {Record<Part, Verdict> & {id: string, title: string, path: string, verdict: Verdict, figures: Record<Part, string>, grounds: Grounds, rests: string}} Row figures: the score or the count behind a verdict, where there is one; rests: what the verdicts rest on, in words */
/** @typedef {{rows: Row[], due: number, known: number, mocks: Record<string, Mock>, stories: number, told: number}} Standing */

/** One's own score from which one may call it ready, as on the score sheets. */
export const GOOD = 80;
/** Of ten points that a strong answer has, how many were said aloud: a score that one gives oneself is worth what was said. */
export const SAID = 6;
/** Once may be luck. */
export const TIMES = 2;
const KNOWN = 0.8;
const RIGHT = 3;
/** About as many as a round on one competency can ask. */
export const ENOUGH_CARDS = 10;

/** @param {Document} kept @param {Handbook} handbook @param {Date} now @returns {Standing} */
export function standing(kept, handbook, now) {
  const { guide } = handbook;
  const editorial = new Spoken(guide.editorial);
  const stories = Object.values(bankOf(kept.stories, guide)).map((story) => ({ story, lacks: lacking(story, editorial, guide.parts) }));
  const mocks = Object.fromEntries(Object.entries(kept.mocks).map(([id, item]) => [id, asMock(item)]));
  const today = dayOf(now);
  const then = kept.interview.date >= today && kept.interview.date ? new Date(`${kept.interview.date}T12:00:00`) : now;
  const memories = handbook.cards.flatMap((card) => {
    const memory = Object.hasOwn(kept.cards, card.id) ? asMemory(kept.cards[card.id]) : undefined;
    return memory ? [{ card, memory }] : [];
  });
  const open = handbook.cards.filter((card) => !isAside(Object.hasOwn(kept.cards, card.id) ? kept.cards[card.id] : undefined, today));
  const known = memories.filter(({ memory }) => knownAt(memory, then) >= KNOWN && memory.log.filter(({ rating }) => rating >= RIGHT).length >= TIMES);
  return {
    rows: guide.competencies.map((one) => {
      const own = stories.filter(({ story }) => story.competencies.includes(one.id));
      const told = own.filter(({ lacks }) => !lacks.length);
      const nearest = [...own].sort((a, b) => a.lacks.length - b.lacks.length)[0];
      /** @type {Grounds} */
      const grounds = {
        stories: { told: told.length, begun: own.length - told.length, lacks: nearest?.lacks ?? [], aloud: told[0] ? lengthOf(told[0].story, editorial) : "" },
        mocks: mocksOn(mocks, one.id, handbook),
        sheets: sheetsOn(kept, one),
        filled: filledOn(kept, one, guide.sheets),
        cards: known.filter(({ card }) => card.competencies.includes(one.id)).length,
        met: memories.filter(({ card }) => card.competencies.includes(one.id)).length,
      };
      /** @type {Record<Part, Verdict>} */
      const parts = {
        story: told.length ? "ready" : own.length ? "begun" : "none",
        sheet: grounds.sheets ? verdictOn(grounds.sheets) : grounds.filled ? "begun" : "none",
        mock: verdictOn(grounds.mocks),
        cards: grounds.cards >= ENOUGH_CARDS ? "ready" : grounds.met ? "begun" : "none",
      };
      return {
        ...parts,
        id: one.id,
        title: one.title,
        path: one.path,
        verdict: overall(parts),
        figures: { story: grounds.stories.aloud, sheet: String(grounds.sheets?.score ?? ""), mock: String(grounds.mocks?.score ?? ""), cards: String(grounds.cards || "") },
        grounds,
        rests: restsOn(grounds),
      };
    }),
    due: todays(open, new Map(memories.map(({ card, memory }) => [card.id, memory])), spacing(kept, today), today, now).due.length,
    known: known.length,
    mocks,
    stories: stories.length,
    told: stories.filter(({ lacks }) => !lacks.length).length,
  };
}

/** Ready is a story told whole and a mock that went well, or a sheet and the cards; everything else that was touched is begun. @param {Record<Part, Verdict>} parts @returns {Verdict} */
function overall({ story, sheet, mock, cards }) {
  if (story === "ready" && (mock === "ready" || (sheet === "ready" && cards === "ready"))) return "ready";
  return [story, sheet, mock, cards].every((one) => one === "none") ? "none" : "begun";
}

/** @param {Attempts | null} attempts @returns {Verdict} */
function verdictOn(attempts) {
  if (!attempts) return "none";
  return attempts.times >= TIMES && attempts.score >= GOOD && 10 * attempts.said >= SAID * attempts.of ? "ready" : "begun";
}

/** @param {Document} kept @param {Competency} competency @returns {Attempts | null} of its story sheet: one's own score, and what was ticked as said; a sheet without such ticks has its points for both */
function sheetsOn(kept, competency) {
  const id = storySheet(competency);
  const scored = asAttempts(Object.hasOwn(kept.worksheets, id) ? kept.worksheets[id]?.attempts : undefined).filter((one) => one.of > 0);
  const last = scored.at(-1);
  return last ? { times: scored.length, score: Math.max(0, Math.min(100, Math.round((100 * last.score) / last.of))), ...saidOn(last, competency.holds) } : null;
}

/** @param {Competency} competency */
function storySheet({ sheet }) {
  return sheet.replace(/^.*\//, "").replace(/\.md$/, "");
}

/** @param {Document} kept @param {Competency} competency @param {Handbook["guide"]["sheets"]} sheets @returns {number} how many worksheets on it hold an answer or were finished */
function filledOn({ worksheets }, competency, sheets) {
  const ids = new Set([storySheet(competency), ...sheets.flatMap(({ id, competencies }) => (competencies.includes(competency.id) ? [id] : []))]);
  return [...ids].filter((id) => Object.hasOwn(worksheets, id) && (Object.keys(asAnswers(worksheets[id]?.answers)).length > 0 || asAttempts(worksheets[id]?.attempts).length > 0)).length;
}

/** @param {import("../worksheet/score.js").Attempt} attempt @param {readonly string[]} holds */
function saidOn({ answers, score, of }, holds) {
  return holds.length ? { said: holds.filter((id) => Object.hasOwn(answers, id)).length, of: holds.length } : { said: score, of };
}

/** @param {Record<string, Mock>} mocks @param {string} competency @param {Handbook} handbook @returns {Grounds["mocks"]} of the whole interviews on it, and of the mixes that asked about it */
function mocksOn(mocks, competency, handbook) {
  const walks = handbook.walkthroughs.filter((one) => one.competency === competency).map((one) => one.id);
  const asked = new Set(handbook.questions.filter((one) => one.competency === competency).map((one) => one.id));
  const done = Object.values(mocks)
    .filter((one) => one.stage === "done" && one.of > 0 && ((walks.includes(one.walkthrough) && !isPart(one)) || one.questions.some((id) => asked.has(id))))
    .sort((a, b) => (a.finished < b.finished ? -1 : 1));
  const last = done.at(-1);
  if (!last) return null;
  const points = pointsOf(last, handbook);
  return { title: last.title, by: givenBy(last)?.by, times: done.length, score: Math.round((100 * last.points) / last.of), said: last.ticks.filter((id) => points.includes(id)).length, of: points.length };
}

/** @param {Mock} mock @param {Handbook} handbook @returns {string[]} the points that strong answers have in it, by the ids under which they are ticked */
function pointsOf(mock, { walkthroughs, questions }) {
  const phases =
    mock.walkthrough === MIX
      ? mock.questions.flatMap((id) => questions.filter((one) => one.id === id).map((one) => ({ id, strong: one.good })))
      : (walkthroughs.find((one) => one.id === mock.walkthrough)?.phases ?? []);
  return phases.flatMap(({ id, strong }) => strong.map((_, at) => `${id}-${at + 1}`));
}
