/** Rows of a story that one may add and take away: figures, notes, follow-up questions. */
import { button, element } from "../dom/element.js";
import { t } from "../values/language.js";
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
    this.add = button(t("Add {one}", { one: table.one }), () => this.#add());
    this.root = element("section", { "aria-label": table.title }, element("h3", {}, table.title), element("p", { class: "field__hint" }, table.says), this.list, element("p", { class: "tools" }, this.add));
    this.#draw();
  }

  /** @param {import("../story/story.js").Kept} story */
  show(story) {
    const ids = rowsOf(story.give, this.table.kind).map(({ id }) => id).join();
    if (ids !== this.drawn && !this.list.contains(document.activeElement)) this.#draw();
    else this.fields.show(story);
  }

  #draw() {
    this.fields = new Fields(this.draft, "give");
    const rows = rowsOf(this.draft.value.give, this.table.kind);
    /** The rows that are shown, by their ids. */
    this.drawn = rows.map(({ id }) => id).join();
    this.list.replaceChildren(...rows.map(({ id = "" }, at) => this.#row(id, at)));
  }

  /** @param {string} id @param {number} at */
  #row(id, at) {
    const { kind, one, empty, columns } = this.table;
    const name = `${one.replace(/^an? /, "")} ${at + 1}`;
    return element(
      "fieldset",
      { class: "give__row" },
      element("legend", {}, name.charAt(0).toUpperCase() + name.slice(1)),
      ...columns.map(({ name: column, ...look }) =>
        this.fields.field(
          {
            key: `${kind}-${id}-${column}`,
            read: (story) => rowsOf(story.give, kind).find((row) => row.id === id)?.[column] ?? "",
            write: (story, words) => {
              const rows = rowsOf(story.give, kind);
              const row = rows.find((found) => found.id === id);
              if (row) row[column] = words;
              else rows.push({ ...empty, id, [column]: words }); // another tab took the row away while one wrote in it
            },
          },
          look,
        ),
      ),
      button(t("Remove"), () => this.#remove(id), { "aria-label": t("Remove: {name}", { name }) }),
    );
  }

  #add() {
    const { kind, empty } = this.table;
    const id = `row-${Date.now().toString(36)}`;
    this.draft.save();
    this.draft.edit(kind, (story) => rowsOf(story.give, kind).push({ ...empty, id }));
    this.draft.save();
    this.#draw();
    /** @type {HTMLElement | null | undefined} */ (this.list.lastElementChild?.querySelector("input, select, textarea"))?.focus();
  }

  /** @param {string} id */
  #remove(id) {
    const { kind } = this.table;
    this.draft.save();
    this.draft.edit(kind, (story) => {
      const rows = rowsOf(story.give, kind);
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) rows.splice(at, 1);
    });
    this.draft.save();
    this.#draw();
    this.add.focus();
  }
}

/** @param {Give} give @param {Kind} kind @returns {Record<string, string>[]} */
function rowsOf(give, kind) {
  return /** @type {Record<string, string>[]} */ (/** @type {unknown} */ (give[kind]));
}
