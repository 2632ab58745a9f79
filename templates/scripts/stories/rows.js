/** Rows of a story that one may add and take away: figures, notes, follow-up questions. */
import { button, element } from "../dom/element.js";
import { Fields } from "./fields.js";

/** @typedef {import("../keep/draft.js").Draft<import("../story/story.js").Kept>} StoryDraft */
/** @typedef {import("../story/story.js").Give} Give */
/** @typedef {"measures" | "notes" | "followUps"} Kind */
/** @typedef {{name: string, label: string, hint?: string, rows?: number, options?: [string, string][]}} Column */
/** @typedef {{kind: Kind, title: string, one: string, says: string, empty: Record<string, string>, columns: Column[]}} Table */

/** A group of rows. */
export class Rows {
  /** @param {StoryDraft} draft @param {Table} table */
  constructor(draft, table) {
    this.draft = draft;
    this.table = table;
    this.fields = new Fields(draft, "give");
    this.list = element("div", { class: "give__rows" });
    this.add = button(`Add ${table.one}`, () => this.#add());
    this.root = element("section", { "aria-label": table.title }, element("h4", {}, table.title), element("p", { class: "field__hint" }, table.says), this.list, element("p", { class: "tools" }, this.add));
    this.#draw();
  }

  /** @param {import("../story/story.js").Kept} story */
  show(story) {
    if (story.give[this.table.kind].length !== this.list.childElementCount && !this.list.contains(document.activeElement)) this.#draw();
    else this.fields.show(story);
  }

  #draw() {
    this.fields = new Fields(this.draft, "give");
    this.list.replaceChildren(...this.draft.value.give[this.table.kind].map((_, at) => this.#row(at)));
  }

  /** @param {number} at */
  #row(at) {
    const { kind, one, columns } = this.table;
    const name = `${one.replace(/^an? /, "")} ${at + 1}`;
    return element(
      "fieldset",
      { class: "give__row" },
      element("legend", {}, name.charAt(0).toUpperCase() + name.slice(1)),
      ...columns.map(({ name: column, ...look }) =>
        this.fields.field(
          {
            key: `${kind}-${at}-${column}`,
            read: (story) => rowsOf(story.give, kind)[at]?.[column] ?? "",
            write: (story, words) => {
              const row = rowsOf(story.give, kind)[at];
              if (row) row[column] = words;
            },
          },
          look,
        ),
      ),
      button("Take it away", () => this.#remove(at), { "aria-label": `Take away ${name}` }),
    );
  }

  #add() {
    const { kind, empty } = this.table;
    this.draft.save();
    this.draft.edit(kind, (story) => rowsOf(story.give, kind).push({ ...empty }));
    this.draft.save();
    this.#draw();
    /** @type {HTMLElement | null | undefined} */ (this.list.lastElementChild?.querySelector("input, select, textarea"))?.focus();
  }

  /** @param {number} at */
  #remove(at) {
    const { kind } = this.table;
    this.draft.save();
    this.draft.edit(kind, (story) => rowsOf(story.give, kind).splice(at, 1));
    this.draft.save();
    this.#draw();
    this.add.focus();
  }
}

/** @param {Give} give @param {Kind} kind @returns {Record<string, string>[]} */
function rowsOf(give, kind) {
  return /** @type {Record<string, string>[]} */ (/** @type {unknown} */ (give[kind]));
}
