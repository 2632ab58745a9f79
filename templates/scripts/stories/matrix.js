/** What the stories cover: each competency and theme, and the stories that prove it. */
import { element } from "../dom/element.js";
import { mark, marksLegend } from "../dom/mark.js";
import { address } from "../keep/address.js";
import { coverage } from "../story/bank.js";
import { titleOf } from "../story/story.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {import("../story/bank.js").Cover} Cover */

const MARKS = /** @type {const} */ ({ covered: "full", begun: "half", none: "dash" });
const GROUPS = /** @type {const} */ ([
  ["competencies", "Competencies"],
  ["themes", "Themes"],
]);

/** @param {Bank} bank @param {Handbook} handbook @param {import("../story/bank.js").IsTold} isTold @param {(id: string) => string} addressOf a story @returns {HTMLElement[]} what is covered in words, and the table */
export function matrix(bank, handbook, isTold, addressOf) {
  const stories = Object.entries(bank);
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, "What it proves"),
    element("th", { scope: "col" }, "Covered"),
    ...stories.map(([id, story]) => element("th", { scope: "col" }, element("a", { class: "matrix__story", href: addressOf(id) }, titleOf(story)))),
  );
  const bodies = GROUPS.map(([kind, title]) =>
    element(
      "tbody",
      {},
      element("tr", { class: "matrix__group" }, element("th", { colspan: 2 + stories.length, scope: "rowgroup" }, title)),
      ...coverage(bank, handbook[kind], kind, isTold).map((row) => {
        const path = handbook[kind].find(({ id }) => id === row.id)?.path ?? "";
        return element(
          "tr",
          { "data-cover": row.cover },
          element("th", { scope: "row" }, element("a", { href: address(path) }, row.name)),
          element("td", {}, mark(MARKS[row.cover], row.cover)),
          ...stories.map(([, story]) => element("td", {}, cell(story[kind].indexOf(row.id), kind))),
        );
      }),
    ),
  );
  return [
    element("p", {}, ...GROUPS.map(([kind, title]) => inWords(coverage(bank, handbook[kind], kind, isTold), title))),
    element("div", { class: "matrix", role: "region", "aria-label": "Coverage of your stories", tabindex: 0 }, element("table", { class: "marks" }, element("thead", {}, head), ...bodies)),
    marksLegend([
      ["full", "covered: a story told whole, in both lengths"],
      ["half", "begun"],
      ["dash", "no story has this tag"],
      ["main", "what a story is mainly about"],
      ["also", "what it also proves"],
    ]),
  ];
}

/** @param {number} at its place among a story's tags, or -1 @param {string} kind */
function cell(at, kind) {
  if (at < 0) return null;
  return at === 0 && kind === "competencies" ? mark("main", "mainly") : mark("also", "also");
}

/** @param {import("../story/bank.js").Row[]} rows @param {string} title */
function inWords(rows, title) {
  const count = /** @param {Cover} cover */ (cover) => rows.filter((row) => row.cover === cover).length;
  return `${title}: ${count("covered")} of ${rows.length} covered, ${count("begun")} begun, ${count("none")} without a story. `;
}
