/** Giving a story to the handbook: what only a handbook asks, who could be recognised, and the file. */
import { element } from "../dom/element.js";
import { fold } from "../dom/fold.js";
import { proving } from "../story/bank.js";
import { issues } from "../story/contribution.js";
import { t, tn } from "../values/language.js";
import { Fields } from "./fields.js";
import { contributionFile } from "./file.js";
import { Rows } from "./rows.js";

/** @typedef {import("../keep/draft.js").Draft<import("../story/story.js").Kept>} StoryDraft */
/** @typedef {import("./handbook.js").Handbook} Handbook */

/** The folded end of the editor. */
export class Give {
  /** @param {StoryDraft} draft @param {Handbook} handbook */
  constructor(draft, handbook) {
    this.draft = draft;
    this.handbook = handbook;
    this.fields = new Fields(draft, "give");
    this.rows = tables(handbook).map((table) => new Rows(draft, table));
    this.agreed = handbook.known.model.agreements.map(([id, asks]) => {
      const box = element("input", { type: "checkbox", value: id, change: () => this.#agree(id, box.checked) });
      return { id, box, root: element("label", {}, box, element("span", {}, asks)) };
    });
    this.left = element("ul", { class: "give__left" });
    this.count = element("p", { class: "facts", role: "status" });
    this.file = contributionFile(() => proving(this.draft.value, handbook.competencies), handbook, () => this.#unanswered());
    this.root = fold(
      "give",
      t("Contribute this story"),
      "",
      element("p", {}, t("Your story becomes a file as the handbook keeps its stories. Nothing leaves this browser until you send that file, or open it on GitHub.")),
      ...this.#own(),
      ...this.rows.map((rows) => rows.root),
      element("fieldset", { class: "field give__agreed" }, element("legend", {}, t("Can anybody be recognised?")), ...this.agreed.map(({ root }) => root)),
      element("h3", {}, t("What the handbook’s check would still say")),
      this.count,
      this.left,
      this.file.root,
    );
    this.root.classList.add("give");
    this.root.addEventListener("toggle", () => this.show(this.draft.value));
    this.show(draft.value);
  }

  /** @param {import("../story/story.js").Kept} story */
  show(story) {
    this.fields.show(story);
    for (const rows of this.rows) rows.show(story);
    for (const { id, box } of this.agreed) box.checked = story.give.agreed.includes(id);
    if (!this.root.open) return;
    const { known, check, rulesPage, competencies } = this.handbook;
    const found = issues(proving(story, competencies), known, check);
    const says = found.length ? tn("{n} thing to mend.", "{n} things to mend.", found.length) : t("Nothing: the check would take it as it is.");
    if (this.count.textContent !== says) this.count.textContent = says;
    const unwritten = found.filter(({ code }) => code === "unfinished");
    this.left.replaceChildren(
      ...(unwritten.length ? [element("li", { "data-code": "unfinished" }, t("{parts} must be written, found “{found}”.", { parts: [...new Set(unwritten.map(({ message }) => message.split(" must ")[0]))].join(", "), found: "TODO" }))] : []),
      ...found.filter((one) => !unwritten.includes(one)).map(({ code, message }) => {
        const rule = check.guide.rules[code];
        return element("li", { "data-code": code }, `${message.charAt(0).toUpperCase()}${message.slice(1)}. `, rule && element("a", { href: `${rulesPage}#${code}` }, rule.title));
      }),
    );
  }

  /** @returns {HTMLElement[]} the fields of what only a handbook asks */
  #own() {
    const { levels, known } = this.handbook;
    const { textLimit, outcomes, endings, turns, scales } = known.model;
    const choices = /** @param {string[]} ids @returns {[string, string][]} */ (ids) => [["", t("Choose")], ...ids.map((id) => /** @type {[string, string]} */ ([id, id.replaceAll("-", " ")]))];
    /** @type {[Exclude<keyof import("../story/story.js").Give, "measures" | "notes" | "followUps" | "agreed">, import("./fields.js").Look][]} */
    const looks = [
      ["summary", { label: t("In one sentence"), hint: t("For the list of stories, at most {text_limit} characters.", { text_limit: textLimit }) }],
      ["level", { label: t("Your level then"), options: [["", t("Choose")], ...levels.map(({ id, name }) => /** @type {[string, string]} */ ([id, name]))] }],
      ["company", { label: t("The company"), hint: t("Its size and what it makes, never its name: a payroll tool, 90 people.") }],
      ["team", { label: t("Your team"), hint: t("For example: six engineers in two cities.") }],
      ["outcome", { label: t("How it came out"), options: choices(outcomes) }],
      ["ending", { label: t("How it ended"), hint: t("What you did in the end."), options: choices(endings) }],
      ["turns", { label: t("What it turns on"), hint: t("If you can say it."), options: choices(turns) }],
      ["scale", { label: t("At what scale"), hint: t("Large is more than 1,000 people, or millions of users or of money."), options: choices(scales) }],
      ["more", { label: t("If they want more"), hint: t("What you leave out at first and tell when asked."), rows: 3 }],
      ["after", { label: t("The published example it follows, if it does"), hint: t("Who published it | its title | its address.") }],
      ["name", { label: t("The name to thank"), hint: t("Your own, or an invented one.") }],
      ["link", { label: t("A page of yours, if you like"), hint: t("It begins with https://.") }],
    ];
    return looks.map(([key, look]) => this.fields.field({ key: `give-${key}`, read: (story) => story.give[key], write: (story, words) => void (story.give[key] = words) }, look));
  }

  /** @param {string} id @param {boolean} yes */
  #agree(id, yes) {
    this.draft.edit(`agreed-${id}`, (story) => {
      story.give.agreed = [...story.give.agreed.filter((one) => one !== id), ...(yes ? [id] : [])];
    });
  }

  /** @returns {boolean} whether a question is still open; the first of them gets the focus */
  #unanswered() {
    const open = this.agreed.find(({ box }) => !box.checked);
    open?.box.focus();
    return Boolean(open);
  }
}

/** @param {Handbook} handbook @returns {import("./rows.js").Table[]} */
function tables({ parts, known }) {
  const names = known.model.parts.map((id) => /** @type {[string, string]} */ ([id, parts.find((part) => part.id === id)?.name ?? id]));
  return [
    {
      kind: "measures",
      title: t("The figures"),
      one: t("a figure"),
      says: t("What changed, from what to what."),
      empty: { what: "", before: "", after: "" },
      columns: [
        { name: "what", label: t("What was counted") },
        { name: "before", label: t("Before") },
        { name: "after", label: t("After") },
      ],
    },
    {
      kind: "notes",
      title: t("Notes in the margin"),
      one: t("a note"),
      says: t("Words of your telling that earn trust, or could lose it, and why. Three to six."),
      empty: { in: "actions", quote: "", kind: "strength", says: "" },
      columns: [
        { name: "in", label: t("In the part"), options: names },
        { name: "quote", label: t("Its exact words") },
        { name: "kind", label: t("What it is"), options: [["strength", t("Why this works")], ["risk", t("A risk here")]] },
        { name: "says", label: t("What there is to say"), rows: 2 },
      ],
    },
    {
      kind: "followUps",
      title: t("What they ask next"),
      one: t("a follow-up"),
      says: t("Three to five questions that a doubting listener would ask."),
      empty: { asks: "", checks: "", strong: "", weak: "" },
      columns: [
        { name: "asks", label: t("They ask") },
        { name: "checks", label: t("It checks"), hint: t("whether ...") },
        { name: "strong", label: t("A strong reply"), rows: 2 },
        { name: "weak", label: t("A tempting, weaker reply"), rows: 2 },
      ],
    },
  ];
}
