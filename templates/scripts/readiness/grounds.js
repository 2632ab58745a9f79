/** What a verdict rests on, in words: so that nobody has to believe a mark. */
import { t } from "../values/language.js";

/** @typedef {import("./verdict.js").Grounds} Grounds */
/** @typedef {import("./verdict.js").Attempts} Attempts */

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** @param {Grounds} grounds @returns {string} such as "One story told whole, 2:40 aloud. Two mocks, 9 of 17 points said, your own score 80."; "" where there is nothing */
export function restsOn({ stories, mocks, sheets, cards, met }) {
  return [
    stories.told ? t("{counted} told whole, {aloud} aloud", { counted: counted(stories.told, "story", "stories"), aloud: stories.aloud }) : stories.begun ? t("{counted} begun; still to do: {join}", { counted: counted(stories.begun, "story", "stories"), join: stories.lacks.join("; ") }) : "",
    sheets && t("{counted}, {times}{said} of {of} points", { counted: counted(sheets.times, "sheet", "sheets"), times: sheets.times > 1 ? t("the last ") : "", said: sheets.said, of: sheets.of }),
    mocks && t("{counted}, {said_in_words}your own score {score}", { counted: counted(mocks.times, "mock", "mocks"), said_in_words: saidInWords(mocks), score: mocks.score }),
    met && t("{cards} of {counted} known", { cards: cards || "none", counted: counted(met, "card", "cards") }),
  ]
    .filter(Boolean)
    .map((words) => `${String(words).charAt(0).toUpperCase()}${String(words).slice(1)}.`)
    .join(" ");
}

/** @param {Attempts} mocks @returns {string} */
function saidInWords({ times, said, of }) {
  return of ? t("{times}{said} of {of} points said, ", { times: times > 1 ? t("in the last ") : "", said, of }) : "";
}

/** @param {number} count @param {string} one @param {string} many */
function counted(count, one, many) {
  return `${NUMBERS[count] ?? count} ${count === 1 ? one : many}`;
}
