/** The page "My stories": one's own stories, what they cover, and which to tell. Everything stays in this browser. */
import { button, element } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { whenFree } from "../dom/free.js";
import { showError, showView } from "../dom/view.js";
import { address, decoded } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { showSaved } from "../keep/saved.js";
import { store } from "../keep/site.js";
import { chosenRounds } from "../loop/rounds.js";
import { interviewOf } from "../mock/interview.js";
import { toldInWords } from "../mock/told.js";
import { allStories } from "../stories/all.js";
import { Editor } from "../stories/editor.js";
import { eveningSheet } from "../stories/evening.js";
import { handbook } from "../stories/handbook.js";
import { Paste } from "../stories/paste.js";
import { offerFor } from "../stories/ways.js";
import { bankOf } from "../story/bank.js";
import { briefOf, briefPanel, storyChoice } from "../story/brief-panel.js";
import { isBlank, titleOf, whole } from "../story/story.js";
import { dayOf } from "../values/days.js";
import { t } from "../values/language.js";

/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {import("../story/bank.js").Bank} Bank */

const MARK = "#my-";
const PASTE = "#paste"; // and, behind a hyphen, the question that it answers
const EVENING = "#evening";
const FOR = "#for-"; // and a question or a competency: a story for it is to be begun
const now = () => new Date();

class StoryBank extends HTMLElement {
  /** @type {Editor | null} */ editor = null;
  /** @type {Paste | null} what was pasted stays until it is taken over */ paste = null;
  /** @type {{id: string, start: Kept} | null} a new story, kept with its first word */ begun = null;
  /** @type {{id: string, item: import("../keep/document.js").Item, title: string}[]} the last one last */ deleted = [];
  /** @type {import("../loop/rounds.js").Loop[]} */ loops = [];

  async connectedCallback() {
    try {
      const [known, walkthroughs] = await Promise.all([handbook(), siteData("walkthroughs")]);
      this.handbook = known;
      /** @type {any[]} */
      this.walkthroughs = walkthroughs.walkthroughs;
      if (Object.keys(store().read().rounds).length) this.loops = (await siteData("loops").catch(() => ({ loops: [] }))).loops;
    } catch (error) {
      return showError(this, error);
    }
    if (!this.isConnected) return;
    const sheets = document.querySelector(".bank__sheets");
    if (sheets instanceof HTMLDetailsElement) sheets.open = Boolean(sheets.querySelector(":target"));
    this.#route(false);
    addEventListener("hashchange", this.#follow);
    store().addEventListener("change", this.#changed);
    store().addEventListener("state", this.#state);
  }

  disconnectedCallback() {
    this.#leave();
    removeEventListener("hashchange", this.#follow);
    store().removeEventListener("change", this.#changed);
    store().removeEventListener("state", this.#state);
  }

  /** @returns {Bank} the stories that are kept, the oldest first */
  get bank() {
    return this.handbook ? bankOf(store().read().stories, { model: this.handbook.known.model, wordsAMinute: this.handbook.pace, competencies: this.handbook.competencies, editorial: this.handbook.editorial.guide }) : {};
  }

  #follow = () => this.#route(true);

  /** Show what the address names: one story, a box for a pasted one, the sheet for the evening before, or all. @param {boolean} focus */
  #route(focus) {
    const { hash } = location;
    const id = hash.startsWith(MARK) ? decoded(hash.slice(MARK.length)) : "";
    if (this.editor && this.editor.draft.id === id) return;
    this.#leave();
    if (id && (store().get("stories", id) || this.begun?.id === id)) this.#edit(id, focus);
    else if (hash.startsWith(PASTE)) this.#pasting(decoded(hash.slice(PASTE.length + 1)), focus);
    else if (hash === EVENING && this.handbook) showView(this, eveningSheet(this.bank, this.handbook, () => this.#go("")), { focus, only: "" });
    else {
      this.#all(focus && !hash);
      if (hash.startsWith(FOR) && this.handbook) offerFor(decoded(hash.slice(FOR.length)), this.handbook, this);
    }
  }

  /** Keep what the editor has, but no story without a word in it that was begun here. */
  #leave() {
    const { editor } = this;
    editor?.leave();
    this.editor = null;
    const left = editor && this.begun?.id === editor.draft.id ? this.bank[editor.draft.id] : undefined;
    if (editor && left && isBlank(left)) store().remove("stories", editor.draft.id);
  }

  /** @param {string} hash of the address, or none for all stories */
  #go(hash) {
    location.hash = hash;
    if (!hash) history.replaceState(history.state, "", location.pathname + location.search);
    this.#route(true);
  }

  /** Open a story where one wants to write on. @param {string} id @param {string} part or "title" or "thirty" */
  #write(id, part) {
    this.#go(addressOf(id));
    this.editor?.go(part);
  }

  /** @param {string} id @param {boolean} focus */
  #edit(id, focus) {
    if (!this.handbook) return;
    const brief = (/** @type {() => Kept} */ story) => this.#brief(story);
    this.editor = new Editor(store(), id, this.handbook, now, { back: () => this.#go(""), brief }, this.begun?.id === id ? this.begun.start : undefined);
    showView(this, this.editor.root, { focus, only: "" });
  }

  /** @param {string} question or none @param {boolean} focus */
  #pasting(question, focus) {
    const known = this.handbook;
    if (!known) return;
    const take = (/** @type {Partial<Kept>} */ start) => {
      this.paste = null;
      const id = newId();
      store().put("stories", id, /** @type {any} */ (whole(start, known.known.model, known.pace)));
      this.#go(addressOf(id));
    };
    this.paste ??= new Paste(known, { take, back: () => this.#go("") });
    this.paste.answer(question);
    showView(this, this.paste.root, { focus, only: "" });
    if (focus && !this.paste.first.hidden) this.paste.box.focus();
  }

  /** @param {boolean} focus */
  #all(focus) {
    const known = this.handbook;
    if (!known) return;
    const { bank } = this;
    const acts = {
      addressOf,
      ask: (/** @type {string} */ question) => this.#begin({ questions: question ? [question] : [] }),
      paste: (/** @type {string} */ question) => this.#go(question ? `${PASTE}-${encodeURIComponent(question)}` : PASTE),
      evening: () => this.#go(EVENING),
      write: (/** @type {string} */ id, /** @type {string} */ part) => this.#write(id, part),
      fill: (/** @type {string} */ template) => this.#begin({ template }),
      remove: (/** @type {string} */ id) => this.#remove(id),
      toldOf: (/** @type {string} */ id) => toldInWords(store().read().mocks, id),
    };
    this.saved = element("p", { class: "sheet__saved", role: "status" });
    this.undo = element("p", { class: "bank__undo is-said", role: "status" });
    const today = dayOf(now());
    const chosen = chosenRounds(store().read().rounds, this.loops).filter(({ date }) => !date || date >= today);
    const loop = known.loop ? element("p", {}, t("Choose the rounds that are ahead of you, and see which story to tell in each: "), element("a", { href: address(known.loop) }, t("My loop")), ".") : null;
    showView(this, allStories(bank, known, acts, { saved: this.saved, undo: this.undo, brief: this.#brief(), loop, chosen }), { focus });
    this.#state();
    this.#offerUndo();
  }

  /** @param {Partial<Kept>} start */
  #begin(start) {
    if (!this.handbook) return;
    const id = newId();
    this.begun = { id, start: whole(start, this.handbook.known.model, this.handbook.pace) };
    this.#write(id, "title");
  }

  /** @param {string} id */
  #remove(id) {
    const item = store().get("stories", id);
    const story = this.bank[id];
    if (!item || !story) return;
    this.deleted.push({ id, item, title: titleOf(story) });
    store().remove("stories", id);
    this.#all(false);
    /** @type {HTMLElement | null | undefined} */ (this.undo?.querySelector("button"))?.focus();
  }

  #offerUndo() {
    const deleted = this.deleted.at(-1);
    if (!deleted || !this.undo) return;
    const back = () => {
      this.deleted.pop();
      store().put("stories", deleted.id, deleted.item);
      this.#all(false);
      /** @type {HTMLElement | null} */ (this.querySelector(`[data-id="${CSS.escape(deleted.id)}"] a`))?.focus();
    };
    this.undo.replaceChildren(t("“{title}” is deleted. ", { title: deleted.title }), button(t("Bring it back"), back));
  }

  /** @param {() => Kept} [own] the story that is open; without it one may be chosen @returns {HTMLElement} */
  #brief(own) {
    const known = this.handbook;
    const walks = this.walkthroughs ?? [];
    if (!known || !walks.length) return element("div", {});
    const walk = selectField(t("The interview"), walks.map((one) => [one.id, one.title]), { id: own ? "brief-walk-own" : "brief-walk" });
    const told = own ? selectField(t("With"), [["own", t("this story")], ["", t("no story of mine")]], { id: "brief-with" }) : storyChoice("brief-story", Object.entries(this.bank));
    const make = async () => {
      const record = walks.find(({ id }) => id === walk.select.value);
      const story = told.select.value ? (own?.() ?? this.bank[told.select.value]) : undefined;
      const level = known.levels.find(({ id }) => id === record.level)?.name ?? "";
      return briefOf({ interview: interviewOf(record), level }, story, known);
    };
    return briefPanel(make, walk.root, told.root);
  }

  /** Another tab, or an import, changed the stories. */
  #changed = () => whenFree(this, () => this.#redraw());

  #redraw() {
    if (this.editor || location.hash.startsWith(PASTE) || location.hash === EVENING) return;
    const open = [...this.querySelectorAll("details")].map((one) => one.open);
    const chosen = [...this.querySelectorAll("select")].map(({ id, value }) => ({ id, value }));
    const held = this.contains(document.activeElement) ? nameOf(document.activeElement) : "";
    this.#all(false);
    for (const [at, one] of [...this.querySelectorAll("details")].entries()) one.open = open[at] ?? false;
    for (const select of this.querySelectorAll("select")) {
      const before = chosen.find(({ id }) => id === select.id)?.value;
      if ([...select.options].some(({ value }) => value === before)) select.value = before ?? "";
    }
    if (held) /** @type {HTMLElement | undefined} */ ([...this.querySelectorAll("a, button, select, summary, [tabindex]")].find((one) => nameOf(one) === held))?.focus({ preventScroll: true });
  }

  #state = () => {
    const latest = Object.values(this.bank).map(({ saved = "" }) => saved).sort().at(-1);
    if (this.saved) showSaved(this.saved, store().state, latest, now());
  };
}

/** @param {string} id of a story @returns {string} the address of its editor */
function addressOf(id) {
  return MARK + encodeURIComponent(id);
}

/** @returns {string} the id of a new story: it begins with the moment */
function newId() {
  const chance = crypto.getRandomValues(new Uint16Array(1))[0]?.toString(36) ?? "0";
  return `${now().getTime().toString(36)}-${chance}`;
}

/** @param {Element | null} one @returns {string} what names a control across two drawings of the page */
function nameOf(one) {
  return one ? `${one.localName} ${one.id || one.getAttribute("aria-label") || one.textContent}` : "";
}

if (!customElements.get("story-bank")) customElements.define("story-bank", StoryBank);
