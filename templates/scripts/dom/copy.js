/** A text to take away: on the clipboard, or, where the browser refuses it, in a field to copy from. */
import { t } from "../values/language.js";
import { button, element } from "./element.js";

/** The place that says what became of a copy, and holds the text where the clipboard was refused. */
export class CopyPlace {
  /** @param {string} label of the field */
  constructor(label) {
    this.says = element("p", { class: "facts", role: "status" });
    this.field = element("textarea", { class: "copy__text", rows: 8, readonly: true, "aria-label": label });
    this.field.hidden = true;
    this.root = element("div", { class: "copy" }, this.says, this.field);
  }

  /** @param {string} text @param {string} done what to say once it is copied @returns {Promise<boolean>} whether the clipboard took it */
  async copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      this.show(text, t("The clipboard was refused. Here is the text: copy it from the field."));
      return false;
    }
    this.field.hidden = true;
    this.says.textContent = done;
    return true;
  }

  /** @param {string} text @param {string} says */
  show(text, says) {
    this.says.textContent = says;
    this.field.value = text;
    this.field.hidden = false;
    this.field.focus();
    this.field.select();
  }
}

/** @param {string} label @param {() => string | Promise<string>} make @param {string} done @returns {HTMLElement[]} a button and the place below it */
export function copyTools(label, make, done) {
  const place = new CopyPlace(t("The text to copy"));
  const press = button(label, async () => {
    press.disabled = true;
    try {
      await place.copy(await make(), done);
    } catch (error) {
      place.says.textContent = error instanceof Error ? error.message : String(error);
    }
    press.disabled = false;
    if (place.field.hidden) press.focus();
  });
  return [element("p", { class: "tools" }, press), place.root];
}
