/** Where one stands, read at a glance: a sentence, a bar of three parts, and a field for each thing of each competency. */
import { element, svg } from "../dom/element.js";
import { tickLabel } from "../dom/fields.js";
import { mark, marksLegend } from "../dom/mark.js";
import { address } from "../keep/address.js";
import { inLoop } from "../loop/wants.js";
import { t, tn } from "../values/language.js";
import { ENOUGH_CARDS, GOOD, SAID } from "./verdict.js";

/** @typedef {import("./verdict.js").Row} Row */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {import("./verdict.js").Part} Part */

let isSaying = false; // what each rests on; the table is drawn anew whenever something is kept
const WORDS = /** @type {const} */ ({ ready: t("ready"), begun: t("begun"), none: t("not begun") });
const MARKS = /** @type {const} */ ({ ready: "full", begun: "half" });
const VERDICTS = /** @type {const} */ (["ready", "begun", "none"]);
const PARTS = /** @type {const} */ ({ story: t("Story"), sheet: t("Work\u00ADsheet"), mock: t("Mock inter\u00ADview"), cards: t("Cards") });

/** @param {readonly Row[]} rows @returns {[string, string]} the verdict on all of them, and the rest of the sentence */
export function summary(rows) {
  const [ready = 0, begun = 0, none = 0] = VERDICTS.map((verdict) => of(rows, verdict).length);
  const rest = [begun && t("{begun} begun", { begun }), none && t("{none} not begun", { none })].filter(Boolean).join(", ");
  if (ready === rows.length) return [t("All {ready} are ready", { ready }), "."];
  if (!ready && begun) return [tn("{n} of {rows} is begun", "{n} of {rows} are begun", begun, { rows: rows.length }), t(", and none is ready yet.")];
  return [ready ? tn("{n} of {rows} is ready", "{n} of {rows} are ready", ready, { rows: rows.length }) : t("Nothing is ready yet"), `${ready ? "," : ":"} ${rest}.`];
}

/** @param {readonly Row[]} rows @returns {SVGElement} how many are ready, begun and not begun, side by side */
export function shares(rows) {
  let begin = 0;
  const parts = VERDICTS.map((verdict) => {
    const width = (100 * of(rows, verdict).length) / Math.max(1, rows.length);
    const part = width > 0 && svg("rect", { class: `shares--${verdict}`, x: begin, y: 0, width, height: 8 });
    begin += width;
    return part;
  });
  return svg("svg", { class: "strip", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, ...parts);
}

/** @param {readonly Row[]} rows @param {Map<string, string[]>} [wants] what one’s own loop asks for @returns {HTMLElement} what is not begun first, then what is begun, then what is ready; in each, what the loop asks for, then the fewest marks */
export function table(rows, wants = new Map()) {
  const sorted = [...rows].sort((a, b) => Number(wants.has(b.id)) - Number(wants.has(a.id)) || marksOf(a) - marksOf(b));
  const columns = Object.values(PARTS);
  const root = element(
    "div",
    { class: "ready__table" },
    element(
      "table",
      { class: "marks marks--fields" },
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, t("Competency")), ...columns.map((name) => element("th", { scope: "col" }, name)))),
      ...[...VERDICTS].reverse().flatMap((verdict) => {
        const found = of(sorted, verdict);
        const heading = `${WORDS[verdict].charAt(0).toUpperCase()}${WORDS[verdict].slice(1)}: ${found.length}`;
        return found.length
          ? [element("tbody", { "data-verdict": verdict }, element("tr", { class: "marks__group" }, element("th", { colspan: 1 + columns.length, scope: "rowgroup" }, heading)), ...found.flatMap((row) => lines(row, inLoop(wants, row.id))))]
          : [];
      }),
    ),
    marksLegend(/** @type {const} */ (["ready", "begun"]).map((verdict) => [MARKS[verdict], WORDS[verdict]])),
    element("p", { class: "field--tick" }, tickLabel(t("Say under each what it rests on"), isSaying, (on) => root.classList.toggle("is-saying", (isSaying = on)))),
    element(
      "details",
      { class: "reveal" },
      element("summary", {}, t("When something is ready")),
      element("p", { class: "facts" }, t("A story is ready when it is told whole, by the measures that the handbook’s own stories are held to. A worksheet and a mock interview are ready after two attempts, the last with a score of {good} or more and {said} of 10 points said; cards, when {enough_cards} are known that came right more than once. A competency is ready with a whole story and a mock interview, or with a story, a worksheet and the cards.", { good: GOOD, said: SAID, enough_cards: ENOUGH_CARDS })),
    ),
  );
  root.classList.toggle("is-saying", isSaying);
  return root;
}

/** @param {Row} row @param {string} wanted @returns {HTMLTableRowElement[]} its fields, and below them what they rest on */
function lines(row, wanted) {
  const says = [wanted && `${wanted}.`, row.rests].filter(Boolean).join(" ");
  const parts = /** @type {Part[]} */ (Object.keys(PARTS));
  const fields = parts.map((part) => element("td", { class: `is-${row[part]}` }, row[part] === "none" ? element("span", { class: "visually-hidden" }, WORDS.none) : mark(MARKS[row[part]], WORDS[row[part]]), row.figures[part] && element("span", { class: "marks__figure" }, ` ${row.figures[part]}`)));
  return [
    element("tr", { class: "marks__row" }, element("th", { scope: "row" }, element("a", { href: address(row.path) }, row.title)), ...fields),
    ...(says ? [element("tr", { class: "marks__rests" }, element("td", { colspan: 1 + parts.length }, says))] : []),
  ];
}

/** @param {Row} row */
function marksOf(row) {
  return Object.keys(PARTS).reduce((sum, part) => sum + { ready: 2, begun: 1, none: 0 }[row[/** @type {Part} */ (part)]], 0);
}

/** @param {readonly Row[]} rows @param {Verdict} verdict */
function of(rows, verdict) {
  return rows.filter((row) => row.verdict === verdict);
}
