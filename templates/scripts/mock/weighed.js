/** What a result is worth: what one expected, what one scored and what one said of the list, weighed against one another. */
import { expected, extremes, pointsOf } from "./result.js";

/** @typedef {import("./interview.js").Interview} Interview */
/** @typedef {import("./record.js").Mock} Mock */

/** How far a guess may lie from the score, and a score from the list, of 100. */
const NEAR = 12;
const FAR = 25;

/** @param {Interview} interview @param {Mock} mock @returns {{said: number, all: number, noted: number}} points ticked, and questions for which something was noted */
export function restsOn(interview, mock) {
  const all = interview.phases.flatMap((phase) => phase.strong.map((_, at) => `${phase.id}-${at + 1}`));
  const noted = interview.turns.filter(({ id }) => (mock.notes[id] ?? "").trim() || (mock.transcripts[id] ?? "").trim() || mock.voice[id]?.spoken);
  return { said: all.filter((id) => mock.ticks.includes(id)).length, all: all.length, noted: noted.length };
}

/** @param {Interview} interview @param {Mock} mock @returns {string} how the score compares with the guess and with the list, in words */
export function verdictInWords(interview, mock) {
  if (!mock.of) return "";
  const share = Math.round((100 * mock.points) / mock.of);
  const guess = expected(mock.confidence);
  const { said, all } = restsOn(interview, mock);
  const list = all ? Math.round((100 * said) / all) : share;
  const opens = guess < 0 ? `You scored ${share} of 100` : `You expected about ${guess} of 100 and scored ${share}`;
  if (share - list > FAR) return `${opens}, and ticked ${said} of ${all} points. The score says more than the list does: a listener who heard so little of it would score lower. Listen once more, and trust the lower of the two.`;
  if (list - share > FAR) return `${opens}, and ticked ${said} of ${all} points. You said what belongs there, and scored how you said it lower: the dimension below is where to work.`;
  if (guess < 0) return "";
  const gap = guess - share;
  if (Math.abs(gap) <= NEAR) return `${opens}. You know how well you do this, and the list agrees: ${said} of ${all} points.`;
  if (gap > 0) return `${opens}. You felt readier than you were: trust the sheet before the feeling, and come back on another day.`;
  return `${opens}. You were better than you felt.`;
}

/** @param {Interview} interview @param {Mock} mock @returns {string} what the result rests on */
export function groundsInWords(interview, mock) {
  const { said, all, noted } = restsOn(interview, mock);
  const scored = interview.rubric.filter((one) => mock.scores[one.id]).length;
  const parts = [
    `your own choice in ${scored} of ${interview.rubric.length} dimensions`,
    all > 0 && `${said} of ${all} points ticked as said`,
    noted ? `what was noted or recorded for ${noted} of ${interview.turns.length} questions` : "nothing noted and nothing recorded",
    mock.friends.length > 0 && `what ${mock.friends.map((one) => one.by || "a friend").join(" and ")} heard`,
  ];
  return `This rests on ${parts.filter(Boolean).join(", ")}.`;
}

/** @param {Interview} interview @param {Mock} mock @returns {{dimension: import("./interview.js").Dimension, why: string} | null} the one to work on: by the scores where they tell it, else by mistakes, else by what was not said */
export function toWorkOn(interview, mock) {
  const weakest = extremes(interview.rubric, mock.scores)?.weakest;
  if (weakest && mock.scores[weakest.id]) return { dimension: weakest, why: `you scored it ${pointsOf(weakest, mock.scores[weakest.id])} of ${weakest.points}` };
  const cost = (/** @type {string} */ id) => {
    const deciding = interview.turns.filter((turn) => turn.costs.includes(id));
    const unsaid = deciding.reduce((sum, { phase }) => sum + (interview.phases.find((one) => one.id === phase)?.strong ?? []).filter((_, at) => !mock.ticks.includes(`${phase}-${at + 1}`)).length, 0);
    return { mistakes: deciding.filter((turn) => mock.mistakes.includes(turn.id)).length, unsaid };
  };
  const costs = interview.rubric.map((dimension) => ({ dimension, ...cost(dimension.id) }));
  const worst = costs.sort((a, b) => b.mistakes - a.mistakes || b.unsaid - a.unsaid || b.dimension.points - a.dimension.points)[0];
  if (!worst || (!worst.mistakes && !worst.unsaid)) return null;
  const why = worst.mistakes ? `${worst.mistakes} ${worst.mistakes === 1 ? "mistake" : "mistakes"} you ticked ${worst.mistakes === 1 ? "costs" : "cost"} it` : `${worst.unsaid} of the points that decide it ${worst.unsaid === 1 ? "is" : "are"} not ticked`;
  return { dimension: worst.dimension, why };
}
