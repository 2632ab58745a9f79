/** The list of one's own stories: how long each is, what it is for, what is missing. */
import { button, element } from "../dom/element.js";
import { aloud, titleOf } from "../story/story.js";
import { shortfalls } from "../story/told.js";
import { t, tn, withinSentence } from "../values/language.js";
import { line } from "../values/words.js";
import { strip } from "./picture.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {{addressOf: (id: string) => string, write: (id: string, part: string) => void, remove: (id: string) => void, toldOf: (id: string) => string}} Acts write: open a story at a part; toldOf: how often it was told in an interview, in words, or nothing */

/** @param {Bank} bank @param {Handbook} handbook @param {Acts} acts @returns {HTMLElement} */
export function storyList(bank, handbook, acts) {
  const rows = Object.entries(bank).map(([id, story]) => {
    const title = titleOf(story);
    const words = handbook.editorial.wordsTold(story.parts);
    return element(
      "li",
      { "data-id": id },
      element("a", { href: acts.addressOf(id) }, title),
      element("p", { class: "row__says bank__for" }, askedOf(id, story, handbook, acts)),
      element("p", { class: "bank__long" }, strip(story, handbook.editorial, handbook.parts), element("span", {}, words ? t("{aloud} aloud", { aloud: aloud(words, story.pace) }) : t("nothing told yet"))),
      element("p", { class: "row__says bank__left" }, ...leftOf(id, story, handbook, acts), element("span", { class: "bank__told" }, acts.toldOf(id))),
      button(t("Delete"), () => acts.remove(id), { class: "row__button", "aria-label": t("Delete: {title}", { title }) }),
    );
  });
  return element("div", { class: "rows bank__list" }, element("ol", {}, ...rows));
}

/** @param {string} id @param {Kept} story @param {Handbook} handbook @param {Acts} acts @returns {string | Node} the questions that it answers, or the way to them */
function askedOf(id, story, { questions }, acts) {
  const [first, ...others] = story.questions.flatMap((id) => questions.find((one) => one.id === id) ?? []);
  return first ? others.length ? t("For “{line}” and {others} more", { line: line(first.ask), others: others.length }) : t("For “{line}”", { line: line(first.ask) }) : linkTo(id, "tags", t("For no question yet"), acts);
}

/** @param {string} id @param {Kept} story @param {Handbook} handbook @param {Acts} acts @returns {(string | Node)[]} what is missing, each with the way to it */
function leftOf(id, story, { editorial, parts }, acts) {
  const short = shortfalls(story, editorial);
  if (!short.length) return [line(story.thirty) ? t("Told whole, in both lengths.") : t("Told whole."), " "];
  /** @type {Map<string, string>} */
  const names = new Map(parts.map((part) => [part.id, withinSentence(part.name)]));
  const link = (/** @type {string} */ place, says = names.get(place) ?? t("thirty seconds")) => linkTo(id, place, says, acts);
  const empty = short.filter(({ place, words }) => !words && place !== "told");
  const thin = short.filter(({ place, words }) => words && place !== "told" && place !== "thirty");
  const lengths = short.filter(({ place, words }) => words && (place === "thirty" || (place === "told" && !empty.some((one) => one.place !== "thirty"))));
  return [
    ...sentence(t("Still empty: "), empty.map(({ place }) => link(place))),
    ...sentence(t("Not yet a sentence: "), thin.map(({ place }) => link(place))),
    ...lengths.flatMap(({ place, words, least, most }) => {
      const limit = words < least ? t("at least {least}", { least }) : t("at most {most}", { most });
      return [place === "thirty" ? link("thirty", t("Thirty seconds")) : link("full", t("The full telling")), tn(": {n} word, it must be {limit}. ", ": {n} words, it must be {limit}. ", words, { limit })];
    }),
  ];
}

/** @param {string} id @param {string} place in the editor @param {string} says @param {Acts} acts */
function linkTo(id, place, says, acts) {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    acts.write(id, place);
  };
  return element("a", { href: acts.addressOf(id), click: go }, says);
}

/** @param {string} begin @param {Node[]} links @returns {(string | Node)[]} */
function sentence(begin, links) {
  return links.length ? [begin, ...links.flatMap((link, at) => (at ? [", ", link] : [link])), ". "] : [];
}
