/** The list of one's own stories, and where a new one begins. */
import { button, element } from "../dom/element.js";
import { aloud, isWhole, titleOf } from "../story/story.js";
import { whenInWords } from "../values/days.js";
import { emptyParts } from "./remarks.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {{addressOf: (id: string) => string, write: (id: string, part: string) => void, begin: (template: string) => void, remove: (id: string) => void}} Acts write: open a story at a part */

/** @param {Bank} bank @param {Handbook} handbook @param {Acts} acts @param {Date} now @returns {HTMLElement} */
export function storyList(bank, handbook, acts, now) {
  const rows = Object.entries(bank).map(([id, story]) => {
    const title = titleOf(story);
    return element(
      "li",
      { "data-id": id },
      element("a", { href: acts.addressOf(id) }, title),
      element("span", { class: "row__says" }, ...stateOf(id, story, handbook, acts), story.saved ? ` Kept ${whenInWords(new Date(story.saved), now)}.` : ""),
      button("Delete", () => acts.remove(id), { class: "row__button", "aria-label": `Delete: ${title}` }),
    );
  });
  return element("div", { class: "rows bank__list" }, element("ol", {}, ...rows));
}

/** @param {string} id @param {import("../story/story.js").Kept} story @param {Handbook} handbook @param {Acts} acts @returns {(string | Node)[]} how far it is, how long, and the way to what is empty */
function stateOf(id, story, { editorial, parts }, acts) {
  const names = new Map(parts.map((part) => [part.id, part.name.toLowerCase()]));
  const words = editorial.wordsTold(story.parts);
  const length = words ? `${aloud(words, story.pace)} aloud. ` : "";
  if (isWhole(story)) return [`${length}Can be told in both lengths.`];
  const to = (/** @type {string} */ part) => (/** @type {Event} */ event) => {
    event.preventDefault();
    acts.write(id, part);
  };
  const left = emptyParts(story).map((part) => element("a", { href: acts.addressOf(id), click: to(part) }, names.get(part) ?? "thirty seconds"));
  return [`${length}Still empty: `, ...left.flatMap((link, at) => (at ? [", ", link] : [link])), "."];
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
