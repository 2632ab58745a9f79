/** The fields of a telling in both lengths, with what is measured of each, and what the guide says of it. */
import { element } from "../dom/element.js";
import { aloud } from "../story/story.js";
import { t } from "../values/language.js";
import { figures, lengthInWords, picture, strip } from "./picture.js";
import { placeOf, remarkNotes, remarksOn } from "./remarks.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("./fields.js").Fields} Fields */
/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {import("../story/editorial.js").PartId} PartId */

/** Both lengths of one story. */
export class Telling {
  /** @param {Fields} fields @param {Handbook} handbook @param {HTMLElement} pace the field for it */
  constructor(fields, handbook, pace) {
    this.fields = fields;
    this.handbook = handbook;
    const { parts } = handbook.known.model;
    /** @type {Map<string, HTMLElement>} */
    this.remarks = new Map([...parts, "thirty", "whole"].map((place) => [place, element("div", { class: "remarks", id: `remarks-${place}` })]));
    /** @type {Map<string, HTMLElement>} */
    this.words = new Map([...parts, "thirty"].map((place) => [place, element("p", { class: "facts own__words", id: `words-${place}` })]));
    this.length = element("p", { class: "own__length" });
    this.picture = element("div", {});
    this.bar = element("div", { class: "own__bar", "aria-hidden": "true" });
    this.figures = element("ul", { class: "plain facts" });
    this.script = element("p", { class: "facts" });
    this.count = element("p", { class: "facts own__count" });
    this.side = element("aside", { class: "own__side", "aria-label": t("What can be measured") }, this.length, this.picture, pace, this.figures, this.script, this.count, this.remarks.get("whole"));
    this.full = element("section", { "aria-labelledby": "own-full" }, element("h3", { class: "visually-hidden", id: "own-full", tabindex: -1 }, t("The full telling")), this.#title(), this.#system(), ...this.#parts());
    this.short = this.#short();
  }

  /** @param {Kept} story as it is now @param {string} left what is still empty, in words */
  show(story, left) {
    const { editorial, parts, rulesPage } = this.handbook;
    this.length.textContent = lengthInWords(story, editorial);
    this.picture.replaceChildren(picture(story, editorial, parts));
    this.bar.replaceChildren(element("span", {}, lengthInWords(story, editorial)), strip(story, editorial, parts));
    this.figures.replaceChildren(...figures(story, editorial, parts).map((says) => element("li", {}, says)));
    this.script.textContent = editorial.leftOut(story.parts);
    this.script.hidden = !this.script.textContent;
    this.count.textContent = left;
    const found = remarksOn(story, editorial);
    for (const [place, root] of this.remarks) put(root, remarkNotes(found.filter((one) => placeOf(one) === place), editorial, rulesPage));
    for (const [place, root] of this.words) {
      const words = editorial.wordsIn(place === "thirty" ? story.thirty : story.parts[/** @type {PartId} */ (place)]);
      root.textContent = words ? t("{words}, {time} aloud", { words: editorial.counted(words), time: aloud(words, story.pace) }) : "";
    }
  }

  /** Go to a part's field. @param {string} part or "thirty" */
  focus(part) {
    const root = part === "thirty" ? this.short : this.full;
    const field = /** @type {HTMLElement | null} */ (root.querySelector(part === "title" ? "#story-title" : part === "thirty" ? "#story-thirty" : `#story-part-${CSS.escape(part)}`));
    field?.focus();
    if (part !== "title") field?.scrollIntoView({ block: "center" });
  }

  #title() {
    return this.fields.field({ key: "title", read: (story) => story.title, write: (story, words) => void (story.title = words) }, { label: t("Title"), hint: t("So that you know it again: The launch I called off.") });
  }

  #system() {
    return this.fields.field(
      { key: "system", read: (story) => story.system, write: (story, words) => void (story.system = words) },
      { label: t("My system"), hint: t("What you do in general, in a sentence or two, ready to be said before the story."), rows: 2 },
    );
  }

  #parts() {
    return this.handbook.parts.flatMap(({ id, name, asks }) => {
      const part = this.handbook.known.model.parts.find((one) => one === id);
      if (!part) return [];
      const place = { key: `part-${part}`, read: (/** @type {Kept} */ story) => story.parts[part], write: (/** @type {Kept} */ story, /** @type {string} */ words) => void (story.parts[part] = words) };
      const field = this.fields.field(place, { label: name, hint: asks.join(" "), rows: part === "actions" ? 9 : 4, describe: `words-${part} remarks-${part}` });
      return [element("div", { class: "own__part", "data-part": part }, field, this.words.get(part), this.remarks.get(part))];
    });
  }

  #short() {
    return element(
      "section",
      { class: "own__short", "aria-labelledby": "own-short" },
      element("h3", { class: "visually-hidden", id: "own-short" }, t("In thirty seconds")),
      element(
        "div",
        {},
        this.fields.field(
          { key: "thirty", read: (story) => story.thirty, write: (story, words) => void (story.thirty = words) },
          { label: t("Thirty seconds"), hint: t("The trouble, what you did, what it came to, what it cost. One sentence each."), rows: 4, describe: "words-thirty remarks-thirty" },
        ),
        this.words.get("thirty"),
        this.remarks.get("thirty"),
      ),
    );
  }
}

/** @param {HTMLElement} root @param {HTMLElement[]} notes what it holds from now on; unchanged where it says the same */
function put(root, notes) {
  const says = notes.map((note) => note.textContent).join("\n");
  if (root.dataset.says === says) return;
  root.dataset.says = says;
  root.replaceChildren(...notes);
}
