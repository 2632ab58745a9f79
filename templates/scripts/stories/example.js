/** What a story looks like once it is told: one of the handbook's, its parts as wide as they are long, and how each begins. */
import { element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { aloud } from "../story/story.js";
import { t } from "../values/language.js";
import { stripOf } from "./picture.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */

/** @param {Handbook} handbook @returns {HTMLElement | null} */
export function exampleStory({ example, parts, pace }) {
  if (!example) return null;
  const rows = example.parts.map(({ id, words, says }, at) =>
    element("li", {}, element("p", { class: "facts" }, element("span", { class: `swatch shade-${at + 1}` }), parts.find((one) => one.id === id)?.name ?? id, " ", element("span", { class: "legend__value" }, aloud(words, pace))), element("p", { class: "said" }, says)),
  );
  const words = example.parts.reduce((sum, part) => sum + part.words, 0);
  return element(
    "section",
    { class: "bank__example", "aria-labelledby": "bank-example" },
    element("h3", { id: "bank-example" }, t("What a story looks like")),
    element("p", {}, element("a", { href: address(example.path) }, example.title), " ", element("span", { class: "facts" }, t("{aloud} aloud, for “{ask}”", { aloud: aloud(words, pace), ask: example.ask }))),
    stripOf(example.parts.map((part) => part.words)),
    element("ol", { class: "plain" }, ...rows),
  );
}
