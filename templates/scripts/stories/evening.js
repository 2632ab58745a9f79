/** One sheet of all one's stories, for the evening before: what each begins with, its figures, and what was learned. */
import { button, element } from "../dom/element.js";
import { gist } from "../story/gist.js";
import { titleOf } from "../story/story.js";
import { t } from "../values/language.js";
import { line } from "../values/words.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */

const FIT = 10;

/** @param {Bank} bank @param {Handbook} handbook @param {() => void} back @returns {HTMLElement} */
export function eveningSheet(bank, handbook, back) {
  const rows = Object.values(bank).map((story) => {
    const { first, figures, learning } = gist(story, handbook.editorial);
    const asked = handbook.questions.find(({ id }) => id === story.questions[0]);
    return element(
      "li",
      {},
      element("div", {}, element("h3", {}, titleOf(story)), element("p", { class: "evening__asked" }, asked ? line(asked.ask) : t("No question yet"))),
      element("dl", {}, ...entry(t("Begins"), first), ...entry(t("Figures"), figures.join(" \u00b7 ")), ...entry(t("Learned"), learning)),
    );
  });
  return element(
    "div",
    { class: "own evening" },
    element("div", { class: "own__head" }, element("h2", { tabindex: -1 }, t("The evening before")), element("p", { class: "tools" }, button(t("All my stories"), back), button(t("Print the sheet"), () => print(), { class: "is-main" }))),
    element("p", { class: "evening__says" }, rows.length > FIT ? t("{fit} stories fit on one sheet of paper, and you have {rows}: the others go on a second.", { fit: FIT, rows: rows.length }) : t("All your stories on one sheet of paper, to look at once more.")),
    element("ol", { class: "plain" }, ...rows),
  );
}

/** @param {string} name @param {string} says */
function entry(name, says) {
  return [element("dt", {}, name), element("dd", says ? { class: "said" } : { class: "is-empty" }, says || t("not written yet"))];
}
