/** What the stories cover: each competency and theme, and the stories that prove it. */
import { element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { coverage } from "../story/bank.js";
import { titleOf } from "../story/story.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {import("../story/bank.js").Cover} Cover */

const SHAPES = { covered: "\u25a0", thin: "\u25e7", missing: "\u25a1" };

/** @param {Bank} bank @param {Handbook} handbook @returns {HTMLElement[]} what is covered in words, and the table */
export function matrix(bank, handbook) {
  const stories = Object.entries(bank);
  const groups = /** @type {const} */ ([
    ["competencies", "Competencies"],
    ["themes", "Themes"],
  ]);
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, "What it proves"),
    element("th", { scope: "col" }, "Cover"),
    ...stories.map(([, story], at) => element("th", { scope: "col" }, element("span", { "aria-hidden": "true", title: titleOf(story) }, String(at + 1)), element("span", { class: "visually-hidden" }, `${at + 1} ${titleOf(story)}`))),
  );
  const bodies = groups.map(([kind, title]) =>
    element(
      "tbody",
      {},
      element("tr", { class: "matrix__group" }, element("th", { colspan: 2 + stories.length, scope: "rowgroup" }, title)),
      ...coverage(bank, handbook[kind], kind).map((row) => {
        const path = handbook[kind].find(({ id }) => id === row.id)?.path ?? "";
        return element(
          "tr",
          { "data-cover": row.cover },
          element("th", { scope: "row" }, element("a", { href: address(path) }, row.name)),
          element("td", { class: `cover cover--${row.cover}` }, coverSign(row.cover), " ", row.cover),
          ...stories.map(([, story]) => element("td", { class: "matrix__cell" }, ...cell(story[kind].indexOf(row.id), kind))),
        );
      }),
    ),
  );
  return [
    element("p", {}, ...groups.map(([kind, title]) => inWords(coverage(bank, handbook[kind], kind), title))),
    element("div", { class: "matrix", role: "region", "aria-label": "Coverage of your stories", tabindex: 0 }, element("table", { class: "matrix__table" }, element("thead", {}, head), ...bodies)),
    element(
      "p",
      { class: "facts" },
      coverSign("covered"),
      " covered: a story that can be told in both lengths. ",
      coverSign("thin"),
      " thin: a story that is only begun. ",
      coverSign("missing"),
      " missing: no story has this tag. \u25cf is what a story is mainly about, \u25cb what it also proves. The numbers are those of the list above.",
    ),
  ];
}

/** @param {Cover} cover */
function coverSign(cover) {
  return element("span", { class: "cover__sign", "aria-hidden": "true" }, SHAPES[cover]);
}

/** @param {number} at its place among a story's tags, or -1 @param {string} kind */
function cell(at, kind) {
  if (at < 0) return [];
  const isMain = at === 0 && kind === "competencies";
  return [element("span", { "aria-hidden": "true" }, isMain ? "\u25cf" : "\u25cb"), element("span", { class: "visually-hidden" }, isMain ? "mainly" : "also")];
}

/** @param {import("../story/bank.js").Row[]} rows @param {string} title */
function inWords(rows, title) {
  const count = /** @param {Cover} cover */ (cover) => rows.filter((row) => row.cover === cover).length;
  return `${title}: ${count("covered")} of ${rows.length} covered, ${count("thin")} thin, ${count("missing")} missing. `;
}
