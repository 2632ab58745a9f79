/** The page "My stories": one's own stories, what they cover, and which to tell. Everything stays in this browser. */
import { button, element } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { whenFree } from "../dom/free.js";
import { showError, showView } from "../dom/view.js";
import { siteData } from "../keep/data.js";
import { showSaved } from "../keep/saved.js";
import { store } from "../keep/site.js";
import { interviewOf } from "../mock/interview.js";
import { askedView } from "../stories/asked.js";
import { Editor } from "../stories/editor.js";
import { handbook } from "../stories/handbook.js";
import { beginTools, storyList } from "../stories/list.js";
import { matrix } from "../stories/matrix.js";
import { hasWords, paper } from "../stories/paper.js";
import { bankOf } from "../story/bank.js";
import { briefOf, briefPanel, storyChoice } from "../story/brief-panel.js";
import { titleOf, whole } from "../story/story.js";

/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {import("../story/bank.js").Bank} Bank */

const MARK = "#my-";
const now = () => new Date();

class StoryBank extends HTMLElement {
  /** @type {Editor | null} */ editor = null;
  /** @type {{id: string, item: import("../keep/document.js").Item, title: string} | null} what was deleted last */ deleted = null;

  async connectedCallback() {
    try {
      const [known, walkthroughs] = await Promise.all([handbook(), siteData("walkthroughs")]);
      this.handbook = known;
      /** @type {any[]} */
      this.walkthroughs = walkthroughs.walkthroughs;
    } catch (error) {
      return showError(this, error);
    }
    if (!this.isConnected) return;
    this.#route(false);
    addEventListener("hashchange", this.#follow);
    store().addEventListener("change", this.#changed);
    store().addEventListener("state", this.#state);
  }

  disconnectedCallback() {
    this.editor?.leave();
    this.editor = null;
    removeEventListener("hashchange", this.#follow);
    store().removeEventListener("change", this.#changed);
    store().removeEventListener("state", this.#state);
  }

  /** @returns {Bank} the stories that are kept, the oldest first */
  get bank() {
    return this.handbook ? bankOf(store().read().stories, this.handbook.known.model, this.handbook.pace) : {};
  }

  #follow = () => this.#route(true);

  /** Show what the address names: one story, or all. @param {boolean} focus */
  #route(focus) {
    const id = location.hash.startsWith(MARK) ? decoded(location.hash.slice(MARK.length)) : "";
    if (this.editor && this.editor.draft.id === id) return;
    this.editor?.leave();
    this.editor = null;
    if (id && store().get("stories", id)) this.#edit(id, focus);
    else this.#all(focus && !location.hash);
  }

  /** @param {string} id */
  #go(id) {
    location.hash = id ? addressOf(id) : "";
    if (!id) history.replaceState(history.state, "", location.pathname + location.search);
    this.#route(true);
  }

  /** Open a story where one wants to write on. @param {string} id @param {string} part or "thirty" */
  #write(id, part) {
    this.#go(id);
    const field = /** @type {HTMLElement | null} */ (this.querySelector(part === "thirty" ? "#story-thirty" : `#story-part-${CSS.escape(part)}`));
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  }

  /** @param {string} id @param {boolean} focus */
  #edit(id, focus) {
    if (!this.handbook) return;
    const brief = (/** @type {() => Kept} */ story) => this.#brief(story);
    this.editor = new Editor(store(), id, this.handbook, now, { back: () => this.#go(""), brief });
    showView(this, this.editor.root, { focus, only: "" });
  }

  /** @param {boolean} focus */
  #all(focus) {
    const known = this.handbook;
    if (!known) return;
    const { bank } = this;
    const stories = Object.entries(bank);
    const acts = { addressOf, write: (/** @type {string} */ id, /** @type {string} */ part) => this.#write(id, part), begin: (/** @type {string} */ template) => this.#begin({ template }), remove: (/** @type {string} */ id) => this.#remove(id) };
    const write = (/** @type {string} */ question) => {
      const competency = known.questions.find(({ id }) => id === question)?.competency;
      this.#begin({ questions: [question], competencies: competency ? [competency] : [] });
    };
    this.saved = element("p", { class: "sheet__saved", role: "status" });
    this.undo = element("p", { class: "bank__undo is-said", role: "status" });
    const asked = [element("p", { class: "facts" }, `The ${known.asked.length} asked most, each with the story to tell. Tags decide, and no story is told too often.`), ...askedView(bank, known, { addressOf, begin: write })];
    showView(
      this,
      element(
        "div",
        { class: "own bank" },
        element("h2", { tabindex: -1 }, stories.length ? "Your stories" : "Your first story"),
        stories.length ? this.saved : element("p", {}, "Begin with the one you would tell tomorrow. What you write is kept in this browser and sent nowhere; you see at once how long it is aloud, and which part is missing."),
        this.undo,
        stories.length > 0 ? element("div", { class: "beside" }, storyList(bank, known, acts, now()), beginTools(known, acts, false)) : beginTools(known, acts, true),
        ...(stories.length ? [element("h2", { id: "cover" }, "What your stories cover"), ...matrix(bank, known, addressOf), element("h2", { id: "asked" }, "Which story to tell"), ...asked] : []),
        !stories.length && element("details", { class: "reveal bank__asked" }, element("summary", {}, `The ${known.asked.length} questions asked most`), ...asked),
        this.#brief(),
        element("div", { class: "own__paper" }, ...stories.filter(([, story]) => hasWords(story)).map(([, story]) => paper(story, known.parts))),
      ),
      { focus },
    );
    this.#state();
    this.#offerUndo();
  }

  /** @param {Partial<Kept>} start */
  #begin(start) {
    if (!this.handbook) return;
    const moment = now().getTime().toString(36);
    const chance = crypto.getRandomValues(new Uint16Array(1))[0]?.toString(36) ?? "0";
    const id = `${moment}-${chance}`;
    store().put("stories", id, /** @type {any} */ (whole(start, this.handbook.known.model, this.handbook.pace)));
    this.#go(id);
    /** @type {HTMLElement | null} */ (this.querySelector("#story-title"))?.focus();
  }

  /** @param {string} id */
  #remove(id) {
    const item = store().get("stories", id);
    const story = this.bank[id];
    if (!item || !story) return;
    this.deleted = { id, item, title: titleOf(story) };
    store().remove("stories", id);
    this.#all(false);
    /** @type {HTMLElement | null | undefined} */ (this.undo?.querySelector("button"))?.focus();
  }

  #offerUndo() {
    const { deleted } = this;
    if (!deleted || !this.undo) return;
    const back = () => {
      this.deleted = null;
      store().put("stories", deleted.id, deleted.item);
      this.#all(false);
      /** @type {HTMLElement | null} */ (this.querySelector(`[data-id="${CSS.escape(deleted.id)}"] a`))?.focus();
    };
    this.undo.replaceChildren(`“${deleted.title}” is deleted. `, button("Bring it back", back));
  }

  /** @param {() => Kept} [own] the story that is open; without it one may be chosen @returns {HTMLElement} */
  #brief(own) {
    const known = this.handbook;
    const walks = this.walkthroughs ?? [];
    if (!known || !walks.length) return element("div", {});
    const walk = selectField("The interview", walks.map((one) => [one.id, one.title]), { id: own ? "brief-walk-own" : "brief-walk" });
    const told = own ? selectField("With", [["own", "this story"], ["", "no story of mine"]], { id: "brief-with" }) : storyChoice("brief-story", Object.entries(this.bank));
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
    if (this.editor) return;
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

/** @param {Element | null} one @returns {string} what names a control across two drawings of the page */
function nameOf(one) {
  return one ? `${one.localName} ${one.id || one.getAttribute("aria-label") || one.textContent}` : "";
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

if (!customElements.get("story-bank")) customElements.define("story-bank", StoryBank);
