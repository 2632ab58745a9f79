/** Which of one's own stories was told in which interview, and how often each. */
import { bankOf } from "../story/bank.js";
import { titleOf } from "../story/story.js";
import { t } from "../values/language.js";
import { asMock } from "./record.js";

/** @typedef {import("./record.js").Mock} Mock */

/** @param {Record<string, Mock>} mocks @param {string} story @returns {number} how often it was told in one: once for each question it answered */
export function timesTold(mocks, story) {
  return Object.values(mocks).reduce((sum, mock) => sum + Object.values(mock.told).filter((one) => one === story).length, 0);
}

/** @param {Record<string, unknown>} stories as they are kept @param {any} guide @param {Record<string, Mock>} mocks @returns {[string, string, number][]} each story's id and title, and how often it was told, the oldest first */
export function bankTitles(stories, guide, mocks) {
  return Object.entries(bankOf(stories, guide)).map(([id, story]) => [id, titleOf(story), timesTold(mocks, id)]);
}

/** @param {number} times @returns {string} */
export function timesInWords(times) {
  return [t("not told yet"), t("told once"), t("told twice")][times] ?? t("told {times} times", { times });
}

/** @param {Record<string, unknown>} mocks as they are kept @param {string} story @returns {string} how often it was told in an interview, in words; nothing of one that never was */
export function toldInWords(mocks, story) {
  const times = timesTold(Object.fromEntries(Object.entries(mocks).map(([id, item]) => [id, asMock(/** @type {any} */ (item))])), story);
  return times ? t("{times_in_words} in an interview", { times_in_words: timesInWords(times) }) : "";
}
