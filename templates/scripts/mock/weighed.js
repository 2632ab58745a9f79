/** What a result is worth: what one expected, what one scored and what one said of the list, weighed against one another. */
import { listing, t, tn } from "../values/language.js";
import { givenBy } from "./record.js";
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
  const friend = givenBy(mock);
  if (friend) return friendsInWords(friend, share, restsOn(interview, mock));
  const guess = expected(mock.confidence);
  const { said, all } = restsOn(interview, mock);
  const list = all ? Math.round((100 * said) / all) : share;
  const opens = guess < 0 ? t("You scored {share} of 100", { share }) : t("You expected about {guess} of 100 and scored {share}", { guess, share });
  if (share - list > FAR) return t("{opens}, and ticked {said} of {all} points. The score says more than the list does: a listener who heard so little of it would score lower. Listen once more, and trust the lower of the two.", { opens, said, all });
  if (list - share > FAR) return t("{opens}, and ticked {said} of {all} points. You said what belongs there, and scored how you said it lower: the dimension below is where to work.", { opens, said, all });
  if (guess < 0) return "";
  const gap = guess - share;
  if (Math.abs(gap) <= NEAR) return t("{opens}. You know how well you do this, and the list agrees: {said} of {all} points.", { opens, said, all });
  if (gap > 0) return t("{opens}. You felt readier than you were: trust the sheet before the feeling, and come back on another day.", { opens });
  return t("{opens}. You were better than you felt.", { opens });
}

/** @param {import("./record.js").Friend} friend @param {number} share of 100 @param {{said: number, all: number}} ticked @returns {string} what a friend gave, and how it compares with what the friend ticked */
function friendsInWords(friend, share, { said, all }) {
  const gave = { by: friend.by || t("A friend"), share, said, all };
  if (!all) return t("{by} gave you {share} of 100.", gave);
  const list = Math.round((100 * said) / all);
  const opens = t("{by} gave you {share} of 100. {said} of {all} points are ticked by {who}.", { ...gave, who: friend.by || t("the friend") });
  if (share - list > FAR) return t("{opens} The score says more than the list does: ask what was missing, and trust the lower of the two.", { opens });
  if (list - share > FAR) return t("{opens} You said what belongs there, and how you said it was scored lower: the dimension below is where to work.", { opens });
  return opens;
}

/** @param {Interview} interview @param {Mock} mock @returns {string} what the result rests on */
export function groundsInWords(interview, mock) {
  const { said, all, noted } = restsOn(interview, mock);
  const scored = interview.rubric.filter((one) => mock.scores[one.id]).length;
  const friends = listing(mock.friends.map((one) => one.by || t("a friend")));
  if (givenBy(mock)) return t("This rests on what {friends} heard: a choice in {scored} of {rubric} dimensions, {said} of {all} points ticked.", { friends, scored, rubric: interview.rubric.length, said, all });
  const parts = [
    t("your own choice in {scored} of {rubric} dimensions", { scored, rubric: interview.rubric.length }),
    all > 0 && t("{said} of {all} points ticked as said", { said, all }),
    noted ? t("what was noted or recorded for {noted} of {turns} questions", { noted, turns: interview.turns.length }) : t("nothing noted and nothing recorded"),
    mock.friends.length > 0 && t("what {map} heard", { map: friends }),
  ];
  return t("This rests on {filter}.", { filter: parts.filter(Boolean).join(", ") });
}

/** @param {Interview} interview @param {Mock} mock @returns {{dimension: import("./interview.js").Dimension, why: string} | null} the one to work on: by the scores where they tell it, else by mistakes, else by what was not said */
export function toWorkOn(interview, mock) {
  const weakest = extremes(interview.rubric, mock.scores)?.weakest;
  if (weakest && mock.scores[weakest.id]) {
    const [points, of, friend] = [pointsOf(weakest, mock.scores[weakest.id]), weakest.points, givenBy(mock)];
    if (friend) return { dimension: weakest, why: t("{by} scored it {points} of {of}", { by: friend.by || t("the friend"), points, of }) };
    return { dimension: weakest, why: t("you scored it {points_of} of {points}", { points_of: points, points: of }) };
  }
  const cost = (/** @type {string} */ id) => {
    const deciding = interview.turns.filter((turn) => turn.costs.includes(id));
    const unsaid = [...new Set(deciding.map((turn) => turn.phase))].reduce((sum, phase) => sum + (interview.phases.find((one) => one.id === phase)?.strong ?? []).filter((_, at) => !mock.ticks.includes(`${phase}-${at + 1}`)).length, 0);
    return { mistakes: deciding.filter((turn) => mock.mistakes.includes(turn.id)).length, unsaid };
  };
  const costs = interview.rubric.map((dimension) => ({ dimension, ...cost(dimension.id) }));
  const worst = costs.sort((a, b) => b.mistakes - a.mistakes || b.unsaid - a.unsaid || b.dimension.points - a.dimension.points)[0];
  if (!worst || (!worst.mistakes && !worst.unsaid)) return null;
  const why = worst.mistakes ? tn("{n} mistake you ticked costs it", "{n} mistakes you ticked cost it", worst.mistakes) : tn("{n} of the points that decide it is not ticked", "{n} of the points that decide it are not ticked", worst.unsaid);
  return { dimension: worst.dimension, why };
}
