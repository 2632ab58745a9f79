/** A fill-in template beside the telling that its blanks make. */
import { button, element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { sentences, telling } from "../story/template.js";
import { t, tn } from "../values/language.js";
import { line } from "../values/words.js";

/** @typedef {import("../keep/draft.js").Draft<import("../story/story.js").Kept>} StoryDraft */
/** @typedef {import("./fields.js").Fields} Fields */
/** @typedef {import("../story/template.js").Template} Template */

/** The blanks of one template. */
export class FromTemplate {
  /** @param {StoryDraft} draft @param {Fields} fields @param {Template} template @param {import("../story/editorial.js").PartId[]} parts in the order of the telling @param {Map<string, string>} names of the parts @param {() => void} then once the telling is made */
  constructor(draft, fields, template, parts, names, then) {
    this.draft = draft;
    this.template = template;
    this.parts = parts;
    this.names = names;
    this.then = then;
    this.made = element("div", { class: "said fill__made", role: "group", "aria-label": t("The telling so far") });
    this.left = element("p", { class: "facts", role: "status" });
    this.tools = element("p", { class: "tools" });
    this.root = element(
      "section",
      { class: "fill", "aria-labelledby": "fill-title" },
      element("h3", { id: "fill-title" }, t("{title}, to fill in", { title: template.title })),
      element("p", { class: "field__hint" }, t("Write what fits each blank, as you would say it. "), element("a", { href: address(template.path) }, t("The template and an example"))),
      ...template.slots.map((slot) =>
        fields.field(
          { key: `slot-${slot.id}`, read: (story) => story.slots[slot.id] ?? "", write: (story, words) => void (story.slots[slot.id] = words) },
          { label: slot.label, hint: [slot.hint, slot.example && t("For example: {example}", { example: slot.example })].filter(Boolean).join(" "), rows: Math.max(1, slot.lines) },
        ),
      ),
      element("h4", {}, t("What it says so far")),
      this.made,
      this.left,
      this.tools,
    );
    this.show();
    this.#ask();
  }

  /** Go to the first blank. */
  focus() {
    /** @type {HTMLElement | null} */ (this.root.querySelector("input, textarea"))?.focus();
  }

  show() {
    const said = sentences(this.template, this.draft.value.slots, this.parts);
    const blanks = new Set(said.flatMap((one) => one.missing));
    this.made.replaceChildren(...said.map((one) => element("p", {}, element("span", { class: "facts fill__part" }, this.names.get(one.part) ?? one.part), " ", ...withBlanks(one.words, one.missing))));
    this.left.textContent = blanks.size ? tn("{n} blank is left. A sentence with a blank is not taken over.", "{n} blanks are left. A sentence with a blank is not taken over.", blanks.size) : t("Every blank is filled.");
  }

  #ask() {
    this.tools.replaceChildren(button(t("Make this my telling"), () => this.#make(), { class: "is-main" }));
  }

  #make() {
    const { parts } = this.draft.value;
    const next = telling(sentences(this.template, this.draft.value.slots, this.parts), this.parts);
    if (!this.parts.some((part) => next[part])) {
      this.left.textContent = t("Fill in the blanks of one sentence first.");
      return;
    }
    const isLost = this.parts.some((part) => line(parts[part]) && line(parts[part]) !== line(next[part]));
    if (!isLost) return this.#write(next);
    const keep = button(t("Keep my telling"), () => {
      this.#ask();
      /** @type {HTMLElement} */ (this.tools.firstElementChild).focus();
    });
    this.tools.replaceChildren(element("span", { role: "status" }, t("Your telling has words already. ")), button(t("Replace them"), () => this.#write(next), { class: "is-risk" }), keep);
    keep.focus();
  }

  /** @param {import("../story/editorial.js").Told} next */
  #write(next) {
    for (const part of this.parts) this.draft.edit(`part-${part}`, (story) => void (story.parts[part] = next[part]));
    this.draft.save();
    this.#ask();
    this.then();
  }
}

/** @param {string} words @param {string[]} missing labels of blanks @returns {(string | HTMLElement)[]} the words, each blank marked */
function withBlanks(words, missing) {
  return missing.reduce(
    (pieces, label) =>
      pieces.flatMap((piece) => {
        const mark = `[${label}]`;
        const at = typeof piece === "string" ? piece.indexOf(mark) : -1;
        if (typeof piece !== "string" || at < 0) return [piece];
        return [piece.slice(0, at), element("span", { class: "blank" }, label), piece.slice(at + mark.length)];
      }),
    /** @type {(string | HTMLElement)[]} */ ([words]),
  );
}
