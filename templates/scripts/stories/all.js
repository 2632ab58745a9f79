/** All one's stories on the page: the list and the ways to begin another, their rounds, what they cover, which to tell. */
import { button, element } from "../dom/element.js";
import { toldWhole } from "../story/told.js";
import { t, tn } from "../values/language.js";
import { askedView } from "./asked.js";
import { exampleStory } from "./example.js";
import { storyList } from "./list.js";
import { matrix } from "./matrix.js";
import { hasWords, paper } from "./paper.js";
import { roundsView } from "./rounds.js";
import { waysToBegin } from "./ways.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {import("./list.js").Acts & import("./ways.js").Begin & {evening: () => void}} Acts */
/** @typedef {{saved: HTMLElement, undo: HTMLElement, brief: HTMLElement, loop: HTMLElement | null, chosen: readonly import("../loop/rounds.js").Chosen[]}} Around loop: the way to one's loop, where none is chosen */

/** @param {Bank} bank @param {Handbook} handbook @param {Acts} acts @param {Around} around @returns {HTMLElement} */
export function allStories(bank, handbook, acts, around) {
  const stories = Object.entries(bank);
  const isTold = (/** @type {import("../story/story.js").Kept} */ story) => toldWhole(story, handbook.editorial);
  const asked = [element("p", { class: "facts" }, askedFirst(handbook)), ...askedView(bank, handbook, isTold, { addressOf: acts.addressOf, begin: acts.ask })];
  if (!stories.length) return empty(handbook, acts, around, asked);
  return element(
    "div",
    { class: "own bank" },
    element("h2", { tabindex: -1 }, t("Your stories")),
    around.saved,
    around.undo,
    storyList(bank, handbook, acts),
    element("p", { class: "tools" }, button(t("One sheet for the evening before"), acts.evening), button(t("Print them all"), () => print())),
    element("section", { class: "bank__begin", "aria-labelledby": "begin" }, element("h2", { id: "begin" }, t("Begin another")), waysToBegin(handbook, acts, false)),
    element("h2", { id: "rounds" }, t("Which story in which round")),
    ...(around.chosen.length ? roundsView(around.chosen, bank, handbook, isTold, acts.addressOf) : [around.loop]),
    element("h2", { id: "cover" }, t("What your stories cover")),
    ...matrix(bank, handbook, isTold, acts.addressOf),
    element("h2", { id: "asked" }, t("Which story to tell")),
    ...asked,
    around.brief,
    element("div", { class: "own__paper" }, ...stories.filter(([, story]) => hasWords(story)).map(([, story]) => paper(story, handbook.parts))),
  );
}

/** @param {Handbook} handbook @returns {string} what the questions are: asked most only where the handbook says so */
function askedFirst({ asked, isCounted }) {
  if (isCounted) return t("The {asked} asked most, each with the story to tell. Tags decide, and no story is told too often.", { asked: asked.length });
  return t("Questions to be ready for first, each with the story to tell. Tags decide, and no story is told too often.");
}

/** @param {Handbook} handbook @param {Acts} acts @param {Around} around @param {HTMLElement[]} asked */
function empty(handbook, acts, around, asked) {
  return element(
    "div",
    { class: "own bank" },
    element("h2", { tabindex: -1 }, t("Your first story")),
    element("p", {}, t("Begin with the one you would tell tomorrow. What you write is kept in this browser and sent nowhere; you see at once how long it is aloud, and which part is missing.")),
    around.undo,
    element("div", { class: "beside" }, waysToBegin(handbook, acts, true), exampleStory(handbook)),
    element("details", { class: "reveal bank__asked" }, element("summary", {}, handbook.isCounted ? t("The {asked} questions asked most", { asked: handbook.asked.length }) : tn("{n} question to be ready for first", "{n} questions to be ready for first", handbook.asked.length)), ...asked),
    around.brief,
  );
}
