/** Take in a copy: choose a file, see what it would change, and only then change it. */
import { button, element } from "../dom/element.js";
import { t } from "../values/language.js";
import { ImportError } from "./document.js";
import { changes } from "./inventory.js";

const LARGEST = 20_000_000;
const SHOWN = 100;

/** @typedef {import("./merge.js").Mode} Mode */

export class TakeIn {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.text = "";
    this.file = element("input", { type: "file", id: "data-file", accept: ".json,application/json", change: () => this.read() });
    this.merge = element("input", { type: "radio", name: "data-mode", value: "merge", checked: true, change: () => this.preview() });
    this.replace = element("input", { type: "radio", name: "data-mode", value: "replace", change: () => this.preview() });
    this.revive = element("input", { type: "checkbox", change: () => this.preview() });
    this.reviving = element("p", { hidden: true }, element("label", {}, this.revive, element("span", {}, t("Bring back what was deleted here"))));
    this.said = element("div", { class: "data__preview", role: "status" });
    this.act = element("div", { class: "tools" });
    this.section = element(
      "section",
      { class: "data__part" },
      element("h2", { id: "take-in" }, t("Take in a copy")),
      element("p", {}, t("From another browser, or from before. Nothing changes until you have seen what would.")),
      element("p", { class: "data__file" }, element("label", { for: "data-file" }, t("The file")), this.file),
      element(
        "fieldset",
        { class: "field" },
        element("legend", {}, t("And what is here already?")),
        element("label", {}, this.merge, element("span", {}, t("Keep it. Of two with the same name the one saved later stays."))),
        element("label", {}, this.replace, element("span", {}, t("Put the copy in its place. What only is here will be erased."))),
      ),
      this.said,
      this.reviving,
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
    this.revive.checked = false;
    if (!file) return this.say();
    if (file.size > LARGEST) return this.say(element("p", { class: "is-trouble" }, t("The file must be smaller than this browser can keep.")));
    try {
      this.text = await file.text();
    } catch {
      return this.say(element("p", { class: "is-trouble" }, t("The file could not be read.")));
    }
    this.preview();
  }

  preview() {
    if (!this.text) return;
    try {
      const revives = this.revive.checked;
      const { whole, unread, differences } = this.store.preview(this.text, this.mode, revives);
      const mine = this.store.read();
      const groups = changes(differences, this.mode, mine, whole);
      const nothing = groups.every((group) => / (?:the same in both|will stay deleted|newer)$/.test(group.says));
      this.say(
        unread.length > 0 && element("div", { class: "is-trouble" }, element("p", {}, t("Not all of this file can be read. What cannot is left out:")), unreadList(unread)),
        element("h3", {}, nothing ? t("Nothing will change") : t("What will change")),
        element("ul", {}, ...groups.map(groupItem)),
      );
      this.reviving.hidden = !revives && !differences.some(({ change }) => change === "gone");
      if (!nothing) this.act.replaceChildren(button(this.mode === "merge" ? t("Take it in") : t("Put it in place of what is here"), () => this.take()));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.say(element("p", { class: "is-trouble" }, error.message), element("p", {}, t("Nothing was changed.")));
    }
  }

  take() {
    const before = this.store.exportText();
    let kept = false;
    try {
      kept = this.store.take(this.text, this.mode, this.revive.checked);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
    }
    this.text = "";
    this.file.value = "";
    if (!kept) return this.say(element("p", { class: "is-trouble" }, t("This browser has no room for it. Nothing was changed.")));
    this.say(element("p", {}, t("The copy is taken in.")));
    this.act.replaceChildren(
      button(t("Undo"), () => {
        const undone = this.store.take(before, "replace");
        this.say(element("p", {}, undone ? t("Everything is as it was before.") : t("This browser has no room to undo it.")));
        this.file.focus();
      }),
    );
    /** @type {HTMLElement} */ (this.act.firstElementChild)?.focus();
  }

  /** @param {...(Node | false)} said */
  say(...said) {
    this.said.replaceChildren(...said.filter((one) => one instanceof Node));
    this.reviving.hidden = true;
    this.act.replaceChildren();
  }
}

/** @param {readonly import("./document.js").Unread[]} unread @returns {HTMLUListElement} each by its name, with what is wrong */
export function unreadList(unread) {
  const left = unread.length - SHOWN;
  return element("ul", {}, ...unread.slice(0, SHOWN).map(({ says }) => element("li", {}, `${says.charAt(0).toUpperCase()}${says.slice(1)}.`)), left > 0 && element("li", {}, t("and {left} more", { left })));
}

/** @param {import("./inventory.js").Group} group */
function groupItem(group) {
  const left = group.names.length - SHOWN;
  const names = element("ul", {}, ...group.names.slice(0, SHOWN).map((name) => element("li", {}, name)), left > 0 && element("li", {}, t("and {left} more", { left })));
  return element("li", {}, group.names.length ? element("details", { class: "reveal" }, element("summary", {}, group.says), names) : group.says);
}
