/** Fields that hold one thing of a story: they keep what is typed, and show what another tab typed. */
import { element } from "../dom/element.js";
import { offerBoth } from "../keep/both.js";

/** @typedef {import("../keep/draft.js").Draft<import("../story/story.js").Kept>} StoryDraft */
/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/** @typedef {{label: string, hint?: string | undefined, rows?: number, describe?: string, options?: [string, string][]}} Look rows: a field of several lines; options: a choice */
/** @typedef {{key: string, read: (story: Kept) => string, write: (story: Kept, words: string) => void}} Place where in a story it stands */

/** The fields of one draft. */
export class Fields {
  /** @type {{control: Control, place: Place}[]} */ #bound = [];

  /** @param {StoryDraft} draft @param {string} prefix of the ids of its controls */
  constructor(draft, prefix = "story") {
    this.draft = draft;
    this.prefix = prefix;
  }

  /** @param {Place} place @param {Look} look @returns {HTMLElement} a labelled field */
  field(place, look) {
    const id = `${this.prefix}-${place.key}`;
    const describedby = [look.hint && `${id}-hint`, look.describe].filter(Boolean).join(" ") || undefined;
    const control = controlOf(id, look, describedby);
    control.value = place.read(this.draft.value);
    fit(control);
    control.addEventListener(look.options ? "change" : "input", () => {
      fit(control);
      const words = control.value;
      this.draft.edit(place.key, (story) => place.write(story, words), look.options ? undefined : place.read);
    });
    this.#bound.push({ control, place });
    this.draft.addEventListener("both", () => {
      if (!this.draft.others.has(place.key) || !control.isConnected) return;
      const take = (/** @type {string} */ words) => {
        this.draft.edit(place.key, (story) => place.write(story, `${place.read(story)}${look.rows ? words : words.replace(/\s+/g, " ")}`), place.read);
        this.draft.save();
        this.show(this.draft.value);
      };
      control.parentElement?.querySelector(".both")?.remove();
      control.after(offerBoth(this.draft, place.key, take, control));
    });
    return element(
      "div",
      { class: `field ${look.rows ? "field--lines" : "field--text"}` },
      element("label", { for: id }, look.label),
      look.hint && element("p", { class: "field__hint", id: `${id}-hint` }, look.hint),
      control,
    );
  }

  /** Show what is kept now, but never over what is being typed. @param {Kept} story */
  show(story) {
    for (const { control, place } of this.#bound) {
      const words = place.read(story);
      if (this.draft.isPending(place.key) || control.value === words) continue;
      control.value = words;
      fit(control);
    }
  }
}

/** @param {string} id @param {Look} look @param {string | undefined} describedby @returns {Control} */
function controlOf(id, look, describedby) {
  if (look.options) return element("select", { id, "aria-describedby": describedby }, ...look.options.map(([value, text]) => element("option", { value }, text)));
  if (look.rows) return element("textarea", { id, rows: look.rows, "aria-describedby": describedby });
  return element("input", { type: "text", id, autocomplete: "off", "aria-describedby": describedby });
}

/** A field with words in it prints as high as they are. @param {Control} control */
function fit(control) {
  control.classList.toggle("is-filled", control.value !== "");
}
