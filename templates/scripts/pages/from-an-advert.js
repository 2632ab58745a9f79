/** The page "From an advert": a pasted job advert, what it asks for, and what one's own stories do not cover yet. Nothing is sent or kept. */
import { button, element } from "../dom/element.js";
import { whenFree } from "../dom/free.js";
import { showError } from "../dom/view.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { asked, phrasesOf, places } from "../loop/advert.js";
import { bankOf, coverage } from "../story/bank.js";
import { Spoken } from "../story/spoken.js";
import { toldWhole } from "../story/told.js";
import { listing, t, withinSentence } from "../values/language.js";

const MOST_LETTERS = 40_000;
const MOST_QUESTIONS = 6;
const EXAMPLES = 3;
const COVERED = { covered: t("You have a story for it."), begun: t("Your story for it is begun."), none: t("You have no story for it yet.") };

class JobAdvert extends HTMLElement {
  async connectedCallback() {
    try {
      const [guide, questions] = await Promise.all(["guide", "questions"].map(siteData));
      this.guide = guide;
      this.questions = questions.questions;
    } catch (error) {
      return showError(this, error);
    }
    this.phrases = phrasesOf(this.guide.competencies, this.questions);
    this.text = element("textarea", { id: "advert", rows: 10, maxlength: MOST_LETTERS, input: this.#show });
    this.says = element("p", { class: "facts", role: "status" });
    this.found = element("div", {});
    this.marked = element("div", {});
    this.replaceChildren(
      element(
        "div",
        { class: "advert" },
        element("div", { class: "advert__ask" }, element("label", { for: "advert" }, t("The advert, as you copied it")), this.text, this.marked),
        element("div", { class: "advert__found" }, this.says, this.found),
      ),
    );
    this.#show();
    store().addEventListener("change", this.#show);
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#show);
  }

  #show = () => {
    const text = this.text?.value ?? "";
    const found = places(text, this.phrases ?? new Map());
    const rows = asked(text, found);
    const says = !text.trim() ? t("What it asks for stands here. It stays in this page: nothing is sent, and nothing is kept.") : rows.length ? t("It asks for {rows} of {competencies} competencies.", { rows: rows.length, competencies: this.guide.competencies.length }) : t("None of its words is a name that this handbook knows. Try the part on what you will do.");
    if (this.says && this.says.textContent !== says) this.says.textContent = says;
    const { found: place, marked } = this;
    if (place) whenFree(place, () => place.replaceChildren(...(text.trim() ? rows.map((row) => this.#row(row)) : [this.#example()])));
    marked?.replaceChildren(...(rows.length ? this.#marked(text, found) : []));
  };

  /** @returns {HTMLElement} an advert of three names that the handbook knows, to see what comes of one */
  #example() {
    const text = t("You will lead a team. What we look for: {names}.", { names: listing(this.guide.competencies.slice(0, EXAMPLES).map((/** @type {any} */ one) => withinSentence(one.title))) });
    const take = () => {
      if (!this.text) return;
      this.text.value = text;
      this.text.focus();
      this.#show();
    };
    return element("section", { class: "advert__example" }, element("h2", {}, t("An example")), element("p", { class: "advert__text" }, text), button(t("See what it asks for"), take));
  }

  /** @param {import("../loop/advert.js").Asked} row @returns {HTMLElement} */
  #row(row) {
    const competency = this.guide.competencies.find((/** @type {any} */ one) => one.id === row.id);
    const bank = bankOf(store().read().stories, this.guide.model, this.guide.wordsAMinute);
    const spoken = new Spoken(this.guide.editorial);
    const cover = coverage(bank, [{ id: row.id, name: competency.title }], "competencies", (story) => toldWhole(story, spoken))[0]?.cover ?? "none";
    const trunk = this.questions.filter((/** @type {any} */ one) => one.competency === row.id && one.kind === "trunk").map((/** @type {any} */ one) => one.id);
    const likely = [...new Set([...row.questions, ...trunk])].slice(0, MOST_QUESTIONS).map((id) => this.questions.find((/** @type {any} */ one) => one.id === id));
    return element(
      "section",
      { class: "advert__row" },
      element("h2", {}, element("a", { href: address(competency.path) }, competency.title)),
      element("p", { class: "facts" }, t("It says: {map}. {covered}", { map: row.said.map((words) => `“${words}”`).join(", "), covered: COVERED[/** @type {keyof typeof COVERED} */ (cover)] ?? COVERED.none })),
      element("div", { class: "rows" }, element("ul", {}, ...likely.map((one) => element("li", {}, element("a", { href: address(one.path) }, one.ask))))),
    );
  }

  /** @param {string} text @param {import("../loop/advert.js").Place[]} found @returns {HTMLElement[]} the advert with its words marked */
  #marked(text, found) {
    /** @type {(Node | string)[]} */
    const said = [];
    let at = 0;
    for (const { start, end } of found) {
      said.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [element("h2", {}, t("Its words")), element("p", { class: "advert__text" }, ...said, text.slice(at))];
  }
}

if (!customElements.get("job-advert")) customElements.define("job-advert", JobAdvert);
