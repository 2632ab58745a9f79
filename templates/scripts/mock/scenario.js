/** What one is told before an interview begins. */
import { element } from "../dom/element.js";

/** @typedef {import("./interview.js").Interview} Interview */

/** @param {Interview} interview @returns {HTMLElement} */
export function scenario(interview) {
  return element(
    "div",
    { class: "mock__scenario" },
    ...interview.scenario.map((text) => element("p", {}, text)),
    interview.question && element("blockquote", { class: "worry" }, element("p", {}, interview.question)),
  );
}
