/** What is ready and what is begun, competency by competency, from everything one has kept. */
import { isAside } from "../drill/aside.js";
import { asMemory, knownAt } from "../drill/memory.js";
import { todays } from "../drill/session.js";
import { asMock, isPart } from "../mock/record.js";
import { bankOf, coverage } from "../story/bank.js";
import { dayOf } from "../values/days.js";

/** @typedef {import("../keep/document.js").Document} Document */
/** @typedef {import("../drill/cards.js").Card} Card */
/** @typedef {import("../mock/record.js").Mock} Mock */
/** @typedef {"ready" | "begun" | "none"} Verdict */
/** @typedef {"story" | "sheet" | "mock" | "cards"} Part */
/** @typedef {{id: string, title: string, path: string, sheet: string}} Competency */
/** @typedef {{guide: {competencies: Competency[], wordsAMinute: number, model: import("../story/story.js").Model}, walkthroughs: {id: string, competency: string}[], questions: {id: string, competency: string}[], cards: Card[]}} Handbook */
/** @typedef {{id: string, title: string, path: string, verdict: Verdict, story: Verdict, sheet: Verdict, mock: Verdict, cards: Verdict, figures: Record<Part, string>}} Row figures: the score or the count behind a verdict, where there is one */
/** @typedef {{rows: Row[], due: number, known: number, mocks: Record<string, Mock>, stories: number}} Standing */

/** The shares of a rubric or a sheet from which one may call it ready, as on the score sheets. */
export const GOOD = 80;
const KNOWN = 0.8;
/** About as many as a round on one competency can ask. */
export const ENOUGH_CARDS = 10;

/** @param {Document} kept @param {Handbook} handbook @param {Date} now @returns {Standing} */
export function standing(kept, handbook, now) {
  const bank = bankOf(kept.stories, handbook.guide.model, handbook.guide.wordsAMinute);
  const names = handbook.guide.competencies.map((one) => ({ id: one.id, name: one.title }));
  const told = new Map(coverage(bank, names, "competencies").map((row) => [row.id, row]));
  const mocks = Object.fromEntries(Object.entries(kept.mocks).map(([id, item]) => [id, asMock(item)]));
  const today = dayOf(now);
  const then = kept.interview.date >= today && kept.interview.date ? new Date(`${kept.interview.date}T12:00:00`) : now;
  const memories = handbook.cards.flatMap((card) => {
    const memory = Object.hasOwn(kept.cards, card.id) ? asMemory(kept.cards[card.id]) : undefined;
    return memory ? [{ card, memory }] : [];
  });
  const open = handbook.cards.filter((card) => !isAside(Object.hasOwn(kept.cards, card.id) ? kept.cards[card.id] : undefined, today));
  const known = memories.filter(({ memory }) => knownAt(memory, then) >= KNOWN);
  return {
    rows: handbook.guide.competencies.map((one) => {
      const cover = told.get(one.id);
      const story = cover?.cover === "covered" ? "ready" : cover?.cover === "begun" ? "begun" : "none";
      const sheet = lastSheet(kept, one);
      const mock = lastMock(mocks, one.id, handbook);
      const cards = known.filter(({ card }) => card.competencies.includes(one.id)).length;
      const parts = {
        story: /** @type {Verdict} */ (story),
        sheet: shareVerdict(sheet),
        mock: shareVerdict(mock),
        cards: /** @type {Verdict} */ (cards >= ENOUGH_CARDS ? "ready" : cards ? "begun" : "none"),
      };
      return {
        ...parts,
        id: one.id,
        title: one.title,
        path: one.path,
        verdict: overall(parts),
        figures: { story: "", sheet: String(sheet ?? ""), mock: String(mock ?? ""), cards: String(cards || "") },
      };
    }),
    due: todays(open, new Map(memories.map(({ card, memory }) => [card.id, memory])), kept.interview, today, now).due.length,
    known: known.length,
    mocks,
    stories: Object.keys(bank).length,
  };
}

/** Ready is a whole story and one thing more that went well; everything else that was touched is begun. @param {Pick<Row, Part>} parts @returns {Verdict} */
function overall({ story, sheet, mock, cards }) {
  const others = [sheet, mock, cards];
  if (story === "ready" && others.includes("ready")) return "ready";
  return story === "none" && others.every((one) => one === "none") ? "none" : "begun";
}

/** @param {number | null} share @returns {Verdict} */
function shareVerdict(share) {
  return share === null ? "none" : share >= GOOD ? "ready" : "begun";
}

/** @param {Document} kept @param {Competency} competency @returns {number | null} the last score of its story sheet, of 100 */
function lastSheet(kept, competency) {
  const id = competency.sheet.replace(/^.*\//, "").replace(/\.md$/, "");
  const attempts = Object.hasOwn(kept.worksheets, id) ? kept.worksheets[id]?.attempts : undefined;
  if (!Array.isArray(attempts)) return null;
  const scored = attempts.filter((one) => typeof one?.score === "number" && typeof one?.of === "number" && one.of > 0);
  const last = scored.at(-1);
  return last ? Math.max(0, Math.min(100, Math.round((100 * last.score) / last.of))) : null;
}

/** @param {Record<string, Mock>} mocks @param {string} competency @param {Handbook} handbook @returns {number | null} the last score of an interview on it, of 100 */
function lastMock(mocks, competency, handbook) {
  const walks = handbook.walkthroughs.filter((one) => one.competency === competency).map((one) => one.id);
  const asked = new Set(handbook.questions.filter((one) => one.competency === competency).map((one) => one.id));
  const last = Object.values(mocks)
    .filter((one) => one.stage === "done" && one.of > 0 && ((walks.includes(one.walkthrough) && !isPart(one)) || one.questions.some((id) => asked.has(id))))
    .sort((a, b) => (a.finished < b.finished ? -1 : 1))
    .at(-1);
  return last ? Math.round((100 * last.points) / last.of) : null;
}
