/** The list of one's own stories, and where a new one begins. */
import { button, element } from "../dom/element.js";
import { aloud, isWhole, titleOf } from "../story/story.js";
import { whenInWords } from "../values/days.js";
import { emptyParts } from "./remarks.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {{open: (id: string) => void, begin: (template: string) => void, remove: (id: string) => void}} Acts */

/** @param {Bank} bank @param {Handbook} handbook @param {Acts} acts @param {Date} now @returns {HTMLElement} */
export function storyList(bank, handbook, acts, now) {
  const rows = Object.entries(bank).map(([id, story]) => {
    const title = titleOf(story);
    return element(
      "li",
      { "data-id": id },
      button(title, () => acts.open(id), { class: "row__button" }),
      element("span", { class: "row__says" }, stateOf(story, handbook), story.saved ? ` Kept ${whenInWords(new Date(story.saved), now)}.` : ""),
      button("Delete", () => acts.remove(id), { "aria-label": `Delete: ${title}` }),
    );
  });
  return element("div", { class: "rows bank__list" }, element("ol", {}, ...rows));
}

/** @param {import("../story/story.js").Kept} story @param {Handbook} handbook @returns {string} how far it is, and how long */
function stateOf(story, { editorial, parts }) {
  const names = new Map(parts.map(({ id, name }) => [id, name.toLowerCase()]));
  const left = emptyParts(story).map((part) => names.get(part) ?? "thirty seconds");
  const words = editorial.wordsTold(story.parts);
  const length = words ? `${aloud(words, story.pace)} aloud. ` : "";
  return isWhole(story) ? `${length}Can be told in both lengths.` : `${length}Still empty: ${left.join(", ")}.`;
}

/** @param {Handbook} handbook @param {Acts} acts @param {boolean} isFirst @returns {HTMLElement} */
export function beginTools({ templates }, acts, isFirst) {
  const choice = element("select", { id: "begin-template" }, ...templates.map(({ id, title }) => element("option", { value: id }, title)));
  return element(
    "div",
    { class: "bank__begin" },
    element("p", { class: "tools" }, button(isFirst ? "Write your first story" : "Write another story", () => acts.begin(""), { class: "is-main" })),
    templates.length > 0 &&
      element("p", { class: "tools" }, element("label", { for: choice.id }, "Or fill in a template"), choice, button("Begin with it", () => acts.begin(choice.value))),
  );
}
