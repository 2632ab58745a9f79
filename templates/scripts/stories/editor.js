/** One story on the page, one thing of it at a time: its telling, its thirty seconds, what it answers, what becomes of it. */
import { button, element } from "../dom/element.js";
import { Draft } from "../keep/draft.js";
import { earlierVersions } from "../keep/earlier.js";
import { showSaved } from "../keep/saved.js";
import { titleOf, whole } from "../story/story.js";
import { shortfalls, toldWhole } from "../story/told.js";
import { t, tn, withinSentence } from "../values/language.js";
import { line } from "../values/words.js";
import { tellAloud } from "./aloud.js";
import { Fields } from "./fields.js";
import { FromTemplate } from "./from-template.js";
import { Give } from "./give.js";
import { paper } from "./paper.js";
import { emptyParts, remarksOn } from "./remarks.js";
import { Steps } from "./steps.js";
import { TAGS, tagChoosers } from "./tags.js";
import { Telling } from "./telling.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {{back: () => void, brief: (story: () => Kept) => HTMLElement}} Then */

/** @type {Record<string, string>} */
const EARLIER = { title: t("Title"), thirty: t("Thirty seconds"), system: t("The system") };
const SLOWEST = 80;
const FASTEST = 240;
const STEP = 5;
const SETTLED = 1000;

/** The editor of one story; leave it before another view takes its place. */
export class Editor {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;

  /**
   * @param {import("../keep/store.js").Store} store @param {string} id @param {Handbook} handbook @param {() => Date} now @param {Then} then
   * @param {Kept} [start] what it begins as: it is kept with the first word
   */
  constructor(store, id, handbook, now, then, start) {
    this.store = store;
    this.handbook = handbook;
    this.now = now;
    /** @type {Draft<Kept>} */
    this.draft = new Draft(store, "stories", id, { read: (item) => whole(item, handbook.known.model, handbook.pace), texts: textsOf, restore, ...(start ? { start } : {}) });
    this.fields = new Fields(this.draft);
    /** @type {Map<string, string>} */
    this.names = new Map(handbook.parts.map((part) => [part.id, part.name]));
    this.heading = element("h2", { tabindex: -1 });
    this.asked = element("p", { class: "facts" });
    this.saved = element("p", { class: "sheet__saved", role: "status" });
    this.deleted = element("div", { class: "is-trouble", role: "alert" });
    this.spoken = element("p", { class: "visually-hidden own__spoken", role: "status" });
    this.paper = element("div", { class: "own__paper" });
    this.telling = new Telling(this.fields, handbook, this.#pace());
    this.tags = tagChoosers(this.draft, handbook);
    const template = handbook.templates.find((one) => one.id === this.draft.value.template);
    this.fill = template ? new FromTemplate(this.draft, this.fields, template, handbook.known.model.parts, this.names, () => this.#told()) : null;
    this.give = new Give(this.draft, handbook);
    const { full, short, side, bar } = this.telling;
    const desk = element("div", { class: "own__desk" }, bar, element("div", { class: "own__page" }, full), side);
    const tags = element("section", { "aria-labelledby": "own-tags" }, element("h3", { class: "visually-hidden", id: "own-tags" }, t("What it answers and proves")), element("p", { class: "field__hint" }, t("The tags decide what your stories cover, and which story is suggested for a question. A question brings its competency with it.")), ...this.tags.map((tag) => tag.root));
    const uses = element("section", { "aria-labelledby": "own-uses" }, element("h3", { class: "visually-hidden", id: "own-uses" }, t("Practise it, or give it to the handbook")), tellAloud(() => this.draft.value, handbook), then.brief(() => this.draft.value), this.give.root);
    this.steps = new Steps(t("The story, step by step"), [
      ...(this.fill ? [{ id: "blanks", name: t("The blanks"), root: this.fill.root }] : []),
      { id: "full", name: t("The full telling"), root: desk },
      { id: "thirty", name: t("Thirty seconds"), root: short },
      { id: "tags", name: t("What it answers"), root: tags },
      { id: "uses", name: t("Use it"), root: uses },
    ]);
    this.root = element(
      "div",
      { class: "own" },
      element("div", { class: "own__head" }, element("div", {}, this.heading, this.asked), element("p", { class: "tools" }, button(t("All my stories"), then.back), button(t("Print it"), () => print()))),
      this.saved,
      this.deleted,
      this.spoken,
      this.steps.root,
      ...this.steps.steps.map(({ root }) => root),
      earlierVersions(this.draft, (field) => this.names.get(field) ?? EARLIER[field] ?? field, now),
      this.paper,
    );
    this.draft.addEventListener("edit", this.#measure);
    this.draft.addEventListener("saved", this.#said);
    this.draft.addEventListener("other", this.show);
    store.addEventListener("state", this.#said);
    this.show();
  }

  /** Keep what is left, and stop listening. */
  leave() {
    clearTimeout(this.#settling);
    this.store.removeEventListener("state", this.#said);
    this.draft.leave();
  }

  /** Show the story as it is now. */
  show = () => {
    const { value: story } = this.draft;
    this.fields.show(story);
    for (const tag of this.tags) if (!tag.root.contains(document.activeElement)) tag.show();
    this.#measure();
    this.#said();
  };

  /** Go where one wants to write on. @param {string} part or "title", "thirty", "full", "tags" */
  go(part) {
    const blanks = part === "title" ? this.fill : null;
    this.steps.show(blanks ? "blanks" : part === "thirty" || part === "tags" ? part : "full");
    if (blanks) blanks.focus();
    else if (part === "tags") this.tags[0]?.summary.focus();
    else this.telling.focus(part === "full" ? "title" : part);
  }

  #pace() {
    const id = "story-pace";
    const input = element("input", {
      type: "number",
      id,
      min: SLOWEST,
      max: FASTEST,
      step: STEP,
      value: this.draft.value.pace,
      "aria-describedby": `${id}-hint`,
      input: () => {
        const pace = Math.round(Number(input.value));
        if (pace >= SLOWEST && pace <= FASTEST) this.draft.edit("pace", (story) => void (story.pace = pace));
      },
      change: () => void (input.value = String(this.draft.value.pace)),
    });
    return element("p", { class: "own__pace" }, element("label", { for: id }, this.handbook.editorial.guide.count === "characters" ? t("Characters a minute") : t("Words a minute")), input, element("span", { class: "field__hint", id: `${id}-hint` }, t("How fast you speak, {slowest} to {fastest}. Most people: {pace}.", { slowest: SLOWEST, fastest: FASTEST, pace: this.handbook.pace })));
  }

  #measure = () => {
    const { value: story } = this.draft;
    this.heading.textContent = titleOf(story);
    const asked = this.handbook.questions.find((one) => one.id === story.questions[0]);
    this.asked.textContent = asked ? t("Told for “{line}”", { line: line(asked.ask) }) : "";
    this.asked.hidden = !asked;
    const empty = emptyParts(story);
    const says = this.#standing(story, empty);
    this.telling.show(story, says);
    this.#sayOfSteps(story, empty);
    this.fill?.show();
    this.give.show(story);
    this.paper.replaceChildren(paper(story, this.handbook.parts));
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(says), this.spoken.textContent ? SETTLED : 0);
  };

  /** @param {Kept} story @param {string[]} empty @returns {string} how it stands, in words */
  #standing(story, empty) {
    const { editorial } = this.handbook;
    const remarks = remarksOn(story, editorial).length;
    const isFree = editorial.isAboutOneself(story) && empty.length < Object.keys(story.parts).length; // it has no parts that it must have
    const named = (/** @type {string[]} */ parts) => parts.map((part) => withinSentence(this.names.get(part) ?? t("thirty seconds"))).join(", ");
    const thin = shortfalls(story, editorial).filter(({ place, words }) => words && this.names.has(place)).map(({ place }) => place);
    return [
      remarks ? tn("{n} remark.", "{n} remarks.", remarks) : toldWhole(story, editorial) ? t("No remarks: it can be told.") : "",
      thin.length ? t("Not yet a sentence: {named}.", { named: named(thin) }) : "",
      empty.length && !isFree ? t("Still empty: {named}.", { named: named(empty) }) : "",
    ].filter(Boolean).join(" ");
  }

  /** @param {Kept} story @param {string[]} empty */
  #sayOfSteps(story, empty) {
    const { parts } = this.handbook.known.model;
    const written = parts.filter((part) => !empty.includes(part)).length;
    const tags = TAGS.reduce((sum, tag) => sum + story[tag].length, 0);
    this.steps.say("full", t("{written} of {parts} parts", { written, parts: parts.length }));
    this.steps.say("thirty", empty.includes("thirty") ? t("empty") : t("written"));
    this.steps.say("tags", tags ? tn("{n} tag", "{n} tags", tags) : t("no tag yet"));
    this.steps.say("uses", t("practise it, or give it away"));
    if (this.fill) this.steps.say("blanks", this.fill.left.textContent.split(".")[0] ?? "");
  }

  /** A screen reader is told how it stands once the typing rests, not at every letter. @param {string} says */
  #settle(says) {
    if (this.spoken.textContent !== says) this.spoken.textContent = says;
  }

  #said = () => {
    const { isDeleted } = this.draft;
    if (isDeleted !== Boolean(this.deleted.firstChild)) {
      this.deleted.replaceChildren(...(isDeleted ? [element("p", {}, t("This story was deleted in another tab. It is kept again as soon as you write on.")), element("p", { class: "tools" }, button(t("Keep it"), () => this.draft.write()))] : []));
    }
    showSaved(this.saved, this.store.state, isDeleted ? undefined : this.draft.value.saved, this.now());
  };

  /** The template became the telling: show it, and go there. */
  #told() {
    this.show();
    this.steps.show("full");
    /** @type {HTMLElement | null} */ (this.root.querySelector("#own-full"))?.focus();
  }
}

/** @param {Kept} story @returns {import("../keep/history.js").Texts} what was written in it, part by part */
function textsOf({ title, parts, thirty, system }) {
  return { title, ...parts, thirty, system };
}

/** Put an earlier version of its texts into a story. @param {Kept} story @param {import("../keep/history.js").Texts} texts */
function restore(story, texts) {
  const of = (/** @type {string} */ key, /** @type {string} */ otherwise) => (typeof texts[key] === "string" ? texts[key] : otherwise);
  for (const key of /** @type {const} */ (["title", "thirty", "system"])) story[key] = of(key, story[key]);
  for (const [part, words] of Object.entries(story.parts)) Object.assign(story.parts, { [part]: of(part, words) });
}

