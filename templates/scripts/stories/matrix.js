/** What the stories cover: each competency and theme, and the stories that prove it. */
import { element } from "../dom/element.js";
import { mark, marksLegend } from "../dom/mark.js";
import { address } from "../keep/address.js";
import { coverage } from "../story/bank.js";
import { titleOf } from "../story/story.js";
import { t } from "../values/language.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {import("../story/bank.js").Cover} Cover */

const COVERS = /** @type {Record<Cover, string>} */ ({ covered: t("covered"), begun: t("begun"), none: t("none") });
const MARKS = /** @type {const} */ ({ covered: "full", begun: "half", none: "dash" });
const GROUPS = /** @type {const} */ ([
  ["competencies", t("Competencies")],
  ["themes", t("Themes")],
]);

/** @param {Bank} bank @param {Handbook} handbook @param {import("../story/bank.js").IsTold} isTold @param {(id: string) => string} addressOf a story @returns {{says: string, view: HTMLElement[]}} what is covered in words, and the table */
export function matrix(bank, handbook, isTold, addressOf) {
  const stories = Object.entries(bank);
  const bodies = GROUPS.map(([kind, title]) =>
    element(
      "tbody",
      {},
      element("tr", { class: "matrix__group" }, element("th", { colspan: 2 + stories.length, scope: "rowgroup" }, title)),
      ...coverage(bank, handbook[kind], kind, isTold).map((row) => {
        const path = handbook[kind].find(({ id }) => id === row.id)?.path ?? "";
        const id = `matrix-${kind}-${row.id}`;
        return element(
          "tr",
          { "data-cover": row.cover },
          element("th", { id, scope: "row" }, element("a", { href: address(path) }, row.name)),
          element("td", { headers: `${id} matrix-covered` }, mark(MARKS[row.cover], COVERS[row.cover])),
          ...stories.map(([, story], at) => element("td", { headers: `${id} matrix-story-${at}` }, cell(story[kind].indexOf(row.id), kind))),
        );
      }),
    ),
  );
  const view = [
    element("div", { class: "matrix", role: "region", "aria-label": t("Coverage of your stories"), tabindex: 0 }, element("table", { class: "marks" }, element("thead", {}, ...heads(stories, addressOf)), ...bodies)),
    marksLegend([
      ["full", t("covered: a story told whole, in both lengths")],
      ["half", t("begun")],
      ["dash", t("no story has this tag")],
      ["main", t("what a story is mainly about")],
      ["also", t("what it also proves")],
    ]),
  ];
  return { says: GROUPS.map(([kind, title]) => inWords(coverage(bank, handbook[kind], kind, isTold), title)).join(""), view };
}

/**
 * The titles of the stories, each on a line of its own that ends where its column begins, so that they read as any other line.
 * @param {[string, import("../story/story.js").Kept][]} stories @param {(id: string) => string} addressOf @returns {HTMLTableRowElement[]} the last story first: under its title goes its line
 */
function heads(stories, addressOf) {
  const rows = stories.map(([id, story], at) =>
    element(
      "tr",
      { class: "matrix__head" },
      element("th", { id: `matrix-story-${at}`, colspan: 3 + at }, element("a", { class: "matrix__story", href: addressOf(id) }, titleOf(story))),
      ...stories.slice(at + 1).map(() => element("td", { class: "matrix__line" })),
    ),
  );
  return [...rows.reverse(), element("tr", {}, element("th", {}, t("What it proves")), element("th", { id: "matrix-covered" }, t("Covered")), ...stories.map(() => element("td", { class: "matrix__line" })))];
}

/** @param {number} at its place among a story's tags, or -1 @param {string} kind */
function cell(at, kind) {
  if (at < 0) return null;
  return at === 0 && kind === "competencies" ? mark("main", t("mainly")) : mark("also", t("also"));
}

/** @param {import("../story/bank.js").Row[]} rows @param {string} title */
function inWords(rows, title) {
  const count = /** @param {Cover} cover */ (cover) => rows.filter((row) => row.cover === cover).length;
  return t("{title}: {covered} of {rows} covered, {begun} begun, {none} without a story. ", { title, covered: count("covered"), rows: rows.length, begun: count("begun"), none: count("none") });
}
