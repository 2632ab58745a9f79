/** Take in a copy: choose a file, see what it would change, and only then change it. */
import { button, element } from "../dom/element.js";
import { ImportError } from "./document.js";
import { changes } from "./inventory.js";

const LARGEST = 20_000_000;
const SHOWN = 100;

/** @typedef {"merge" | "replace"} Mode */

export class TakeIn {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.text = "";
    this.file = element("input", { type: "file", id: "data-file", accept: ".json,application/json", change: () => this.read() });
    this.merge = element("input", { type: "radio", name: "data-mode", value: "merge", checked: true, change: () => this.preview() });
    this.replace = element("input", { type: "radio", name: "data-mode", value: "replace", change: () => this.preview() });
    this.said = element("div", { class: "data__preview", role: "status" });
    this.act = element("div", { class: "tools" });
    this.section = element(
      "section",
      { class: "data__part" },
      element("h2", { id: "take-in" }, "Take in a copy"),
      element("p", {}, "From another browser, or from before. Nothing changes until you have seen what would."),
      element("p", { class: "data__file" }, element("label", { for: "data-file" }, "The file"), this.file),
      element(
        "fieldset",
        { class: "field" },
        element("legend", {}, "And what is here already?"),
        element("label", {}, this.merge, element("span", {}, "Keep it. Of two with the same name the one saved later stays.")),
        element("label", {}, this.replace, element("span", {}, "Put the copy in its place. What only is here will be erased.")),
      ),
      this.said,
      this.act,
    );
  }

  /** @returns {Mode} */
  get mode() {
    return this.replace.checked ? "replace" : "merge";
  }

  async read() {
    const file = this.file.files?.[0];
    this.text = "";
    if (!file) return this.say();
    if (file.size > LARGEST) return this.say(element("p", { class: "is-trouble" }, "The file must be smaller than this browser can keep."));
    try {
      this.text = await file.text();
    } catch {
      return this.say(element("p", { class: "is-trouble" }, "The file could not be read."));
    }
    this.preview();
  }

  preview() {
    if (!this.text) return;
    try {
      const { whole, differences } = this.store.preview(this.text, this.mode);
      const mine = this.store.read();
      const groups = changes(differences, this.mode, mine, whole);
      const nothing = groups.every((group) => group.says.endsWith("the same in both"));
      this.say(element("h3", {}, groups.length && !nothing ? "What will change" : "Nothing will change"), element("ul", {}, ...groups.map(groupItem)));
      if (!nothing) this.act.replaceChildren(button(this.mode === "merge" ? "Take it in" : "Put it in place of what is here", () => this.take(), { class: "is-main" }));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.say(element("p", { class: "is-trouble" }, error.message), element("p", {}, "Nothing was changed."));
    }
  }

  take() {
    const before = this.store.exportText();
    let kept = false;
    try {
      kept = this.store.take(this.text, this.mode);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
    }
    this.text = "";
    this.file.value = "";
    if (!kept) return this.say(element("p", { class: "is-trouble" }, "This browser has no room for it. Nothing was changed."));
    this.say(element("p", {}, "The copy is taken in."));
    this.act.replaceChildren(
      button("Undo", () => {
        const undone = this.store.take(before, "replace");
        this.say(element("p", {}, undone ? "Everything is as it was before." : "This browser has no room to undo it."));
        this.file.focus();
      }),
    );
    /** @type {HTMLElement} */ (this.act.firstElementChild)?.focus();
  }

  /** @param {...Node} said */
  say(...said) {
    this.said.replaceChildren(...said);
    this.act.replaceChildren();
  }
}

/** @param {import("./inventory.js").Group} group */
function groupItem(group) {
  const left = group.names.length - SHOWN;
  const names = element("ul", {}, ...group.names.slice(0, SHOWN).map((name) => element("li", {}, name)), left > 0 && element("li", {}, `and ${left} more`));
  return element("li", {}, group.names.length ? element("details", { class: "reveal" }, element("summary", {}, group.says), names) : group.says);
}
