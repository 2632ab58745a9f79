/** What one is told before an interview begins. */
import { element } from "../dom/element.js";
import { t } from "../values/language.js";

/** @typedef {import("./interview.js").Interview} Interview */

const FIRST = 2; // paragraphs: the place, and what happened there, without which the question asks about nothing

/** @param {Pick<Interview, "scenario" | "question">} interview @param {boolean} [isShort] its first paragraphs alone, the rest behind a door @returns {HTMLElement} */
export function scenario(interview, isShort = false) {
  const paragraphs = interview.scenario.map((text) => element("p", {}, text));
  const rest = isShort ? paragraphs.splice(FIRST) : [];
  return element(
    "div",
    { class: "mock__scenario" },
    ...paragraphs,
    rest.length > 0 && element("details", { class: "reveal" }, element("summary", {}, t("The rest of the scenario")), ...rest),
    interview.question && element("blockquote", { class: "worry" }, element("p", {}, interview.question)),
  );
}

/** @returns {boolean} whether a screen has room for little: one would scroll past what is asked, or what one presses */
export function isNarrow() {
  return matchMedia("(max-width: 44.9844em)").matches;
}
