/** Where one stands, read at a glance: a sentence, a bar of three parts, and a mark for each thing of each competency. */
import { element, svg } from "../dom/element.js";
import { mark, marksLegend } from "../dom/mark.js";
import { address } from "../keep/address.js";
import { inLoop } from "../loop/wants.js";
import { ENOUGH_CARDS, GOOD } from "./verdict.js";

/** @typedef {import("./verdict.js").Row} Row */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {import("./verdict.js").Part} Part */

const WORDS = /** @type {const} */ ({ ready: "ready", begun: "begun", none: "not begun" });
const MARKS = /** @type {const} */ ({ ready: "full", begun: "half", none: "dash" });
const VERDICTS = /** @type {const} */ (["ready", "begun", "none"]);
const PARTS = /** @type {const} */ ({ story: "Story", sheet: "Sheet", mock: "Mock", cards: "Cards" });

/** @param {readonly Row[]} rows @returns {[string, string]} the verdict on all of them, and the rest of the sentence */
export function summary(rows) {
  const [ready = 0, begun = 0, none = 0] = VERDICTS.map((verdict) => counted(rows, verdict));
  const rest = [begun && `${begun} begun`, none && `${none} not begun`].filter(Boolean).join(", ");
  if (ready === rows.length) return [`All ${ready} are ready`, "."];
  return [ready ? `${ready} of ${rows.length} ${ready === 1 ? "is" : "are"} ready` : "Nothing is ready yet", `${ready ? "," : ":"} ${rest}.`];
}

/** @param {readonly Row[]} rows @returns {SVGElement} how many are ready, begun and not begun, side by side */
export function shares(rows) {
  let begin = 0;
  const parts = VERDICTS.map((verdict) => {
    const width = (100 * counted(rows, verdict)) / Math.max(1, rows.length);
    const part = width > 0 && svg("rect", { class: `shares--${verdict}`, x: begin, y: 0, width, height: 8 });
    begin += width;
    return part;
  });
  return svg("svg", { class: "strip", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, ...parts);
}

/** @param {readonly Row[]} rows @param {Map<string, string[]>} [wants] what one’s own loop asks for @returns {HTMLElement} a row for each competency: those of the loop first, then those with the fewest marks */
export function table(rows, wants = new Map()) {
  const sorted = [...rows].sort((a, b) => Number(wants.has(b.id)) - Number(wants.has(a.id)) || marksOf(a) - marksOf(b));
  const columns = /** @type {[Part, string][]} */ (Object.entries(PARTS));
  const head = ["Competency", ...columns.map(([, name]) => name), "Together"];
  return element(
    "div",
    { class: "ready__table" },
    element(
      "table",
      { class: "marks" },
      element("thead", {}, element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, name)))),
      element(
        "tbody",
        {},
        ...sorted.map((row) =>
          element(
            "tr",
            { "data-verdict": row.verdict },
            element("th", { scope: "row" }, element("a", { href: address(row.path) }, row.title), wants.has(row.id) && element("span", { class: "row__says" }, inLoop(wants, row.id))),
            ...columns.map(([part]) => cell(row[part], row.figures[part])),
            element("td", {}, WORDS[row.verdict]),
          ),
        ),
      ),
    ),
    marksLegend(VERDICTS.map((verdict) => [MARKS[verdict], WORDS[verdict]])),
    element("p", { class: "facts" }, `Ready is a story told whole, a score of ${GOOD} or more, ${ENOUGH_CARDS} cards known; together, a whole story and one of the others.`),
  );
}

/** @param {Verdict} verdict @param {string} figure */
function cell(verdict, figure) {
  return element("td", {}, mark(MARKS[verdict], WORDS[verdict]), figure && element("span", { class: "marks__figure" }, ` ${figure}`));
}

/** @param {Row} row */
function marksOf(row) {
  return Object.keys(PARTS).reduce((sum, part) => sum + { ready: 2, begun: 1, none: 0 }[row[/** @type {Part} */ (part)]], 0);
}

/** @param {readonly Row[]} rows @param {Verdict} verdict */
function counted(rows, verdict) {
  return rows.filter((row) => row.verdict === verdict).length;
}
