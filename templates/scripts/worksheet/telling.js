/** A story that is told on a sheet: it can be taken over into one's own stories, once. */
import { button, element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { t } from "../values/language.js";

/** @typedef {import("./score.js").Answers} Answers */

/** The way of one sheet's telling into one's own stories. */
export class Telling {
  /** @type {Answers} */ #answers = {};
  /** @type {string | undefined} what is offered: nothing, a new story, or the one that was made of it */ #offers;

  /** @param {string} slug of the sheet @param {readonly string[]} parts of a telling, where each is a field of the sheet; else none */
  constructor(slug, parts) {
    this.slug = slug;
    this.parts = parts;
    this.root = element("p", { class: "tools", role: "status" });
  }

  /** @param {Answers} answers as they stand */
  show(answers) {
    this.#answers = answers;
    const made = Object.keys(store().read().stories).find((id) => id.endsWith(`-${this.slug}`));
    const offers = this.parts.some((part) => this.#said(part).trim()) ? (made ?? "new") : "";
    if (this.#offers === offers) return;
    this.#offers = offers;
    if (!offers) this.root.replaceChildren();
    else if (made) void this.#lead(made);
    else this.root.replaceChildren(button(t("Take this over into My stories"), () => void this.#take()));
  }

  async #take() {
    const { parts, slug } = this;
    const { sheets } = await siteData("guide").catch(() => ({ sheets: [] }));
    const own = sheets.find((/** @type {{id: string}} */ { id }) => id === slug);
    store().put("stories", `${Date.now().toString(36)}-${slug}`, { title: "", parts: Object.fromEntries(parts.map((part) => [part, this.#said(part)])), system: this.#said("system"), competencies: own?.competencies ?? [] });
    this.show(this.#answers);
  }

  /** @param {string} story that was made of it */
  async #lead(story) {
    const guide = await siteData("guide").catch(() => null);
    if (!guide) return this.root.replaceChildren();
    const page = `${address(guide.pages["my-stories"])}#my-${encodeURIComponent(story)}`;
    this.root.replaceChildren(t("It is among your stories: "), element("a", { href: page }, t("write on there")));
  }

  /** @param {string} field */
  #said(field) {
    const answer = this.#answers[field];
    return typeof answer === "string" ? answer : "";
  }
}
