/** All one's stories on the page: the list and the ways to begin another, their rounds, what they cover, which to tell. */
import { button, element } from "../dom/element.js";
import { fold } from "../dom/fold.js";
import { toldWhole } from "../story/told.js";
import { t, tn } from "../values/language.js";
import { askedView } from "./asked.js";
import { exampleStory } from "./example.js";
import { storyList } from "./list.js";
import { matrix } from "./matrix.js";
import { hasWords, paper } from "./paper.js";
import { roundsView } from "./rounds.js";
import { templateDoor, waysToBegin } from "./ways.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {import("./list.js").Acts & import("./ways.js").Begin & {evening: () => void}} Acts */
/** @typedef {{saved: HTMLElement, undo: HTMLElement, brief: HTMLElement, loop: HTMLElement | null, chosen: readonly import("../loop/rounds.js").Chosen[]}} Around loop: the way to one's loop, where none is chosen */

/** @param {Bank} bank @param {Handbook} handbook @param {Acts} acts @param {Around} around @returns {HTMLElement} */
export function allStories(bank, handbook, acts, around) {
  const stories = Object.entries(bank);
  const isTold = (/** @type {import("../story/story.js").Kept} */ story) => toldWhole(story, handbook.editorial);
  const asked = askedView(bank, handbook, isTold, { addressOf: acts.addressOf, begin: acts.ask });
  const spread = element("p", { class: "facts" }, askedFirst(handbook));
  if (!stories.length) return empty(handbook, acts, around, [spread, ...asked.view]);
  const rounds = around.chosen.length ? roundsView(around.chosen, bank, handbook, isTold, acts.addressOf) : { says: t("No round is chosen yet."), view: [around.loop] };
  const cover = matrix(bank, handbook, isTold, acts.addressOf);
  const whole = stories.filter(([, story]) => isTold(story)).length;
  return element(
    "div",
    { class: "own bank" },
    element("h2", { class: "visually-hidden", tabindex: -1 }, t("Your stories")),
    element("p", { class: "bank__sum" }, element("strong", {}, tn("{whole} of {n} is told whole", "{whole} of {n} are told whole", stories.length, { whole })), t(", in both lengths.")),
    around.undo,
    storyList(bank, handbook, acts),
    element("p", { class: "tools" }, button(t("Begin another"), () => acts.ask(""), { class: "is-main" }), button(t("One sheet for the evening before"), acts.evening), button(t("Print them all"), () => print())),
    around.saved,
    element("div", { class: "own__paper" }, ...stories.filter(([, story]) => hasWords(story)).map(([, story]) => paper(story, handbook.parts))),
    element(
      "div",
      { class: "bank__doors" },
      fold("asked", t("Which story to tell"), asked.says, spread, ...asked.view),
      (around.chosen.length || around.loop) && fold("rounds", t("Which story in which round"), rounds.says, ...rounds.view),
      fold("cover", t("What your stories cover"), cover.says, ...cover.view),
      fold("begin", t("Other ways to begin"), t("From a question, from your notes, or from a template."), waysToBegin(handbook, acts, false)),
      around.brief,
    ),
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
    element(
      "div",
      { class: "beside" },
      element("div", {}, waysToBegin(handbook, acts, true), element("div", { class: "bank__doors" }, templateDoor(handbook, acts), fold("asked", handbook.isCounted ? t("The {asked} questions asked most", { asked: handbook.asked.length }) : tn("{n} question to be ready for first", "{n} questions to be ready for first", handbook.asked.length), "", ...asked), around.brief)),
      exampleStory(handbook),
    ),
  );
}
