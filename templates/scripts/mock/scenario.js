/** What one is told before an interview begins. */
import { element } from "../dom/element.js";
import { t } from "../values/language.js";

/** @typedef {import("./interview.js").Interview} Interview */

/** @param {Interview} interview @param {boolean} [isShort] its first paragraph alone, the rest behind a door @returns {HTMLElement} */
export function scenario(interview, isShort = false) {
  const paragraphs = interview.scenario.map((text) => element("p", {}, text));
  const rest = isShort ? paragraphs.splice(1) : [];
  return element(
    "div",
    { class: "mock__scenario" },
    ...paragraphs,
    rest.length > 0 && element("details", { class: "reveal" }, element("summary", {}, t("The rest of the scenario")), ...rest),
    interview.question && element("blockquote", { class: "worry" }, element("p", {}, interview.question)),
  );
}
