/** Marks that say how far something is by their shape, so that they hold on paper and in anybody's colours. */
import { element, svg } from "./element.js";

/** @typedef {"full" | "half" | "dash" | "main" | "also"} Mark a disc, half of one, nothing; a square for a tag, filled where it is the main one */

const SHAPES = /** @type {const} */ ({
  full: [["circle", { cx: 10, cy: 10, r: 8 }]],
  half: [["circle", { cx: 10, cy: 10, r: 7, fill: "none", "stroke-width": 2 }], ["path", { d: "M10 3a7 7 0 0 0 0 14z" }]],
  dash: [["path", { d: "M6 10h8", "stroke-width": 2 }]],
  main: [["path", { d: "M4 4h12v12h-12z" }]],
  also: [["path", { d: "M5 5h10v10h-10z", fill: "none", "stroke-width": 2 }]],
});

/** @param {Mark} kind @param {string} [words] heard in its place @returns {HTMLElement} */
export function mark(kind, words = "") {
  const shapes = SHAPES[kind].map(([tag, attributes]) => svg(tag, attributes));
  return element("span", { class: `mark mark--${kind}` }, svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" }, ...shapes), words && element("span", { class: "visually-hidden" }, words));
}

/** @param {readonly (readonly [Mark, string])[]} marks @returns {HTMLElement} what each mark means */
export function marksLegend(marks) {
  return element("ul", { class: "legend marks__legend" }, ...marks.map(([kind, means]) => element("li", {}, mark(kind), " ", means)));
}
