/** One story on the page: its title, its two lengths, what there is to say of them, and what it is tagged with. */
import { button, element } from "../dom/element.js";
import { Draft } from "../keep/draft.js";
import { earlierVersions } from "../keep/earlier.js";
import { showSaved } from "../keep/saved.js";
import { aloud, titleOf, whole } from "../story/story.js";
import { line } from "../values/words.js";
import { Chooser } from "./chooser.js";
import { Fields } from "./fields.js";
import { FromTemplate } from "./from-template.js";
import { Give } from "./give.js";
import { paper } from "./paper.js";
import { figures, lengthInWords, picture, strip } from "./picture.js";
import { emptyParts, placeOf, remarkNotes, remarksOn } from "./remarks.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {"questions" | "competencies" | "themes" | "traits" | "principles"} Tag */

/** @type {Record<string, string>} */
const EARLIER = { title: "Title", thirty: "Thirty seconds", system: "The system" };
const SLOWEST = 80;
const FASTEST = 240;
const STEP = 5;
const SETTLED = 1000;

/** The editor of one story; leave it before another view takes its place. */
export class Editor {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;

  /**
   * @param {import("../keep/store.js").Store} store @param {string} id @param {Handbook} handbook @param {() => Date} now
   * @param {{back: () => void, brief: (story: () => Kept) => HTMLElement}} then
   */
  constructor(store, id, handbook, now, then) {
    this.store = store;
    this.handbook = handbook;
    this.now = now;
    /** @type {Draft<Kept>} */
    this.draft = new Draft(store, "stories", id, { read: (item) => whole(item, handbook.known.model, handbook.pace), texts: textsOf, restore });
    this.fields = new Fields(this.draft);
    this.names = new Map(handbook.parts.map((part) => [part.id, part.name]));
    this.heading = element("h2", { tabindex: -1 });
    this.asked = element("p", { class: "facts" });
    this.saved = element("p", { class: "sheet__saved", role: "status" });
    this.deleted = element("div", { class: "is-trouble", role: "alert" });
    this.length = element("p", { class: "own__length" });
    this.picture = element("div", {});
    this.bar = element("div", { class: "own__bar", "aria-hidden": "true" });
    this.figures = element("ul", { class: "plain facts" });
    this.count = element("p", { class: "facts", role: "status" });
    /** @type {Map<string, HTMLElement>} */
    this.remarks = new Map([...handbook.known.model.parts, "thirty", "whole"].map((place) => [place, element("div", { class: "remarks", id: `remarks-${place}` })]));
    /** @type {Map<string, HTMLElement>} */
    this.words = new Map([...handbook.known.model.parts, "thirty"].map((place) => [place, element("p", { class: "facts own__words", id: `words-${place}` })]));
    this.paper = element("div", { class: "own__paper" });
    this.tags = tagsOf(handbook).map(
      ([tag, choice]) => new Chooser({ ...choice, key: tag, chosen: () => this.draft.value[tag], choose: (ids) => this.draft.edit(tag, (story) => void (story[tag] = ids)) }),
    );
    const template = handbook.templates.find((one) => one.id === this.draft.value.template);
    this.fill = template ? new FromTemplate(this.draft, this.fields, template, handbook.known.model.parts, this.names, () => this.#told()) : null;
    this.give = new Give(this.draft, handbook);
    this.root = element(
      "div",
      { class: "own" },
      element("p", { class: "tools" }, button("All my stories", then.back), button("Print it", () => print())),
      this.heading,
      this.asked,
      this.saved,
      this.deleted,
      element(
        "div",
        { class: "own__desk" },
        this.bar,
        element("div", { class: "own__page" }, this.#title(), this.fill?.root, this.#full(), this.#short()),
        element("aside", { class: "own__side", "aria-label": "What can be measured" }, this.length, this.picture, this.#pace(), this.figures, this.count, this.#remarksAt("whole")),
      ),
      element("section", { class: "own__tags", "aria-labelledby": "own-tags" }, element("h3", { id: "own-tags" }, "What it answers and proves"), element("p", { class: "field__hint" }, "The tags decide what your stories cover, and which story is suggested for a question."), ...this.tags.map((tag) => tag.root)),
      then.brief(() => this.draft.value),
      this.give.root,
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

  #title() {
    return this.fields.field({ key: "title", read: (story) => story.title, write: (story, words) => void (story.title = words) }, { label: "Title", hint: "So that you know it again: The launch I called off." });
  }

  #full() {
    const parts = this.handbook.parts.flatMap(({ id, name, asks }) => {
      const part = this.handbook.known.model.parts.find((one) => one === id);
      if (!part) return [];
      const place = { key: `part-${part}`, read: (/** @type {Kept} */ story) => story.parts[part], write: (/** @type {Kept} */ story, /** @type {string} */ words) => void (story.parts[part] = words) };
      const field = this.fields.field(place, { label: name, hint: asks.join(" "), rows: part === "actions" ? 9 : 4, describe: `words-${part} remarks-${part}` });
      return [element("div", { class: "own__part", "data-part": part }, field, this.words.get(part), this.#remarksAt(part))];
    });
    return element("section", { "aria-labelledby": "own-full" }, element("h3", { id: "own-full", tabindex: -1 }, "The full telling"), ...parts);
  }

  #short() {
    return element(
      "section",
      { "aria-labelledby": "own-short" },
      element("h3", { id: "own-short" }, "In thirty seconds"),
      this.fields.field(
        { key: "thirty", read: (story) => story.thirty, write: (story, words) => void (story.thirty = words) },
        { label: "Thirty seconds", hint: "The trouble, what you did, what it came to, what it cost. One sentence each.", rows: 4, describe: "words-thirty remarks-thirty" },
      ),
      this.words.get("thirty"),
      this.#remarksAt("thirty"),
      this.fields.field(
        { key: "system", read: (story) => story.system, write: (story, words) => void (story.system = words) },
        { label: "My system", hint: "What you do in general, in a sentence or two, ready to be said before the story.", rows: 2 },
      ),
    );
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
    return element("p", { class: "own__pace" }, element("label", { for: id }, "Words a minute"), input, element("span", { class: "field__hint", id: `${id}-hint` }, `How fast you speak, ${SLOWEST} to ${FASTEST}. Most people: ${this.handbook.pace}.`));
  }

  /** @param {string} place */
  #remarksAt(place) {
    return /** @type {HTMLElement} */ (this.remarks.get(place));
  }

  #measure = () => {
    const { value: story } = this.draft;
    const { editorial, parts, rulesPage } = this.handbook;
    this.heading.textContent = titleOf(story);
    const asked = this.handbook.questions.find((one) => one.id === story.questions[0]);
    this.asked.textContent = asked ? `Told for “${line(asked.ask)}”` : "";
    this.asked.hidden = !asked;
    this.length.textContent = lengthInWords(story, editorial);
    this.picture.replaceChildren(picture(story, editorial, parts));
    this.bar.replaceChildren(element("span", {}, lengthInWords(story, editorial)), strip(story, editorial, parts));
    this.figures.replaceChildren(...figures(story, editorial, parts).map((says) => element("li", {}, says)));
    const found = remarksOn(story, editorial);
    for (const [place, root] of this.remarks) put(root, remarkNotes(found.filter((one) => placeOf(one) === place), editorial, rulesPage));
    for (const [place, root] of this.words) {
      const words = editorial.wordsIn(place === "thirty" ? story.thirty : story.parts[/** @type {import("../story/editorial.js").PartId} */ (place)]);
      root.textContent = words ? `${words} ${words === 1 ? "word" : "words"}, ${aloud(words, story.pace)} aloud` : "";
    }
    this.fill?.show();
    this.give.show(story);
    this.paper.replaceChildren(paper(story, parts));
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(found.length, emptyParts(story)), this.count.textContent ? SETTLED : 0);
  };

  /** Say once the typing rests how it stands: a screen reader is not told at every letter. @param {number} remarks @param {string[]} empty */
  #settle(remarks, empty) {
    const left = empty.map((part) => (this.names.get(part) ?? "thirty seconds").toLowerCase());
    const says = [remarks ? `${remarks} ${remarks === 1 ? "remark" : "remarks"}.` : empty.length ? "" : "No remarks: it can be told.", left.length ? `Still empty: ${left.join(", ")}.` : ""].filter(Boolean).join(" ");
    if (this.count.textContent !== says) this.count.textContent = says;
  }

  #said = () => {
    const { isDeleted } = this.draft;
    if (isDeleted !== Boolean(this.deleted.firstChild)) {
      this.deleted.replaceChildren(...(isDeleted ? [element("p", {}, "This story was deleted in another tab. It is kept again as soon as you write on."), element("p", { class: "tools" }, button("Keep it", () => this.draft.write()))] : []));
    }
    showSaved(this.saved, this.store.state, isDeleted ? undefined : this.draft.value.saved, this.now());
  };

  /** The template became the telling: show it, and go there. */
  #told() {
    this.show();
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

/** @param {HTMLElement} root @param {HTMLElement[]} notes what it holds from now on; unchanged where it says the same */
function put(root, notes) {
  const says = notes.map((note) => note.textContent).join("\n");
  if (root.dataset.says === says) return;
  root.dataset.says = says;
  root.replaceChildren(...notes);
}

/** @param {Handbook} handbook @returns {[Tag, Omit<import("./chooser.js").Choice, "key" | "chosen" | "choose">][]} */
function tagsOf({ questions, competencies, themes, traits, principles }) {
  const names = new Map(competencies.map(({ id, name }) => [id, name]));
  return [
    ["questions", { title: "Questions", one: "question", first: "Mainly told for", options: questions.map(({ id, ask, competency, names: others = "" }) => ({ id, name: line(ask), says: names.get(competency) ?? "", names: others })) }],
    ["competencies", { title: "Competencies", one: "competency", first: "Mainly about", options: competencies }],
    ["themes", { title: "Themes", one: "theme", options: themes }],
    ["traits", { title: "Traits", one: "trait", options: traits }],
    ["principles", { title: "Company principles", one: "principle", options: principles.map(({ id, name, group, names: others = "" }) => ({ id, name, says: group, names: others })) }],
  ];
}
