/** A story as it prints: its words, and nothing to press. */
import { element } from "../dom/element.js";
import { titleOf } from "../story/story.js";
import { t } from "../values/language.js";
import { line, paragraphs } from "../values/words.js";

/** @typedef {import("../story/story.js").Kept} Kept */

/** @param {Kept} story @returns {boolean} whether there is anything to print */
export function hasWords(story) {
  return [story.thirty, story.system, ...Object.values(story.parts)].some((words) => line(words));
}

/** @param {Kept} story @param {{id: string, name: string}[]} parts @returns {HTMLElement} */
export function paper(story, parts) {
  const blocks = [
    ...(line(story.thirty) ? [section(t("In thirty seconds"), story.thirty)] : []),
    ...(line(story.system) ? [section(t("My system"), story.system)] : []),
    ...parts.flatMap(({ id, name }) => {
      const words = /** @type {Record<string, string>} */ (story.parts)[id] ?? "";
      return line(words) ? [section(name, words)] : [];
    }),
  ];
  return element("article", { class: "paper" }, element("h2", {}, titleOf(story)), ...blocks);
}

/** @param {string} title @param {string} words */
function section(title, words) {
  return element("section", {}, element("h3", {}, title), element("div", { class: "said" }, ...blocks(words)));
}

/** @param {string} words @returns {HTMLElement[]} its paragraphs, and its bullets as lists */
function blocks(words) {
  return words.split(/\n\s*\n|\n(?=- )|(?<=(?:^|\n)- .*)\n/).reduce((/** @type {HTMLElement[]} */ made, block) => {
    const [text = ""] = paragraphs(block);
    if (!text) return made;
    if (!text.startsWith("- ")) return [...made, element("p", {}, text)];
    const last = made.at(-1);
    const list = last?.localName === "ul" ? last : element("ul", {});
    list.append(element("li", {}, text.slice(2)));
    return list === last ? made : [...made, list];
  }, []);
}
