/** What a verdict rests on, in words: so that nobody has to believe a mark. */
import { spelled, t, tn } from "../values/language.js";

/** @typedef {import("./verdict.js").Grounds} Grounds */
/** @typedef {import("./verdict.js").Attempts} Attempts */

/** @param {Grounds} grounds @returns {string} such as "One story told whole, 2:40 aloud. Two mock interviews, 9 of 17 points said, your own score 80."; "" where there is nothing */
export function restsOn({ stories, mocks, sheets, filled, cards, met }) {
  return [storiesInWords(stories), sheets ? sheetsInWords(sheets) : filled > 0 && tn("{n} worksheet begun", "{n} worksheets begun", filled, { n: spelled(filled) }), mocks && mocksInWords(mocks), met && cardsInWords(cards, met)]
    .filter(Boolean)
    .map((words) => `${String(words).charAt(0).toUpperCase()}${String(words).slice(1)}.`)
    .join(" ");
}

/** @param {Grounds["stories"]} stories */
function storiesInWords({ told, begun, lacks, aloud }) {
  if (told) return tn("{n} story told whole, {aloud} aloud", "{n} stories told whole, {aloud} aloud", told, { n: spelled(told), aloud });
  return begun ? tn("{n} story begun; still to do: {join}", "{n} stories begun; still to do: {join}", begun, { n: spelled(begun), join: lacks.join("; ") }) : "";
}

/** @param {Attempts} sheets */
function sheetsInWords({ times, said, of, score }) {
  return tn("{n} worksheet, {said} of {of} points said, your own score {score}", "{n} worksheets, in the last {said} of {of} points said, your own score {score}", times, { n: spelled(times), said, of, score });
}

/** @param {NonNullable<Grounds["mocks"]>} mocks */
function mocksInWords({ times, said, of, score, by }) {
  const given = by === undefined ? undefined : { n: spelled(times), said, of, score, by: by || t("a friend") };
  if (given) return of ? tn("{n} mock interview, {said} of {of} points said, {by} gave you {score}", "{n} mock interviews, in the last {said} of {of} points said, {by} gave you {score}", times, given) : tn("{n} mock interview, {by} gave you {score}", "{n} mock interviews, in the last {by} gave you {score}", times, given);
  const values = { n: spelled(times), said, of, score };
  if (!of) return tn("{n} mock interview, your own score {score}", "{n} mock interviews, your own score {score}", times, values);
  return tn("{n} mock interview, {said} of {of} points said, your own score {score}", "{n} mock interviews, in the last {said} of {of} points said, your own score {score}", times, values);
}

/** @param {number} known @param {number} met */
function cardsInWords(known, met) {
  if (!known) return tn("none of {n} card known", "none of {n} cards known", met, { n: spelled(met) });
  return tn("{known} of {n} card known", "{known} of {n} cards known", met, { n: spelled(met), known });
}
