/** How far one is, as a thin bar; what it says stands beside it in words. */
import { svg } from "./element.js";

/** @param {number} done @param {number} of @returns {SVGElement} */
export function progressBar(done, of) {
  const width = `${Math.min(100, (100 * done) / Math.max(1, of))}%`;
  return svg("svg", { class: "pace", "aria-hidden": "true" }, svg("rect", { class: "pace__ground", width: "100%", height: "100%" }), svg("rect", { class: "pace__spent", width, height: "100%" }));
}
