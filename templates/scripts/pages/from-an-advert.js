/** The page "From an advert": a pasted job advert, what it asks for, and what one's own stories do not cover yet. Nothing is sent or kept. */
import { button, element } from "../dom/element.js";
import { whenFree } from "../dom/free.js";
import { showError } from "../dom/view.js";
import { address } from "../keep/address.js";
import { script, siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { asked, levelOf, places, withoutWords } from "../loop/advert.js";
import { Vocabulary } from "../loop/vocabulary.js";
import { bankOf, coverage } from "../story/bank.js";
import { Spoken } from "../story/spoken.js";
import { toldWhole } from "../story/told.js";
import { listing, t, tn, withinSentence } from "../values/language.js";

const MOST_LETTERS = 40_000;
const MOST_QUESTIONS = 6;
const EXAMPLES = 3;
const ENOUGH = 2; // what is said of a competency weighs so much, or it is said only in passing
const GIFTS = t("benefits; perks; we offer; compensation; salary; pension; holiday; insurance; parental leave; equal opportunity; equal opportunities; regardless of; accommodation").split("; "); // a line with one of these is about what one gets
const COVERED = { covered: t("You have a story for it."), begun: t("Your story for it is begun."), none: t("You have no story for it yet.") };

class JobAdvert extends HTMLElement {
  /** @type {Vocabulary | undefined} made with the first word that is pasted */
  vocabulary;

  async connectedCallback() {
    try {
      const [guide, questions, words] = await Promise.all([...["guide", "questions"].map(siteData), language()]);
      this.guide = guide;
      this.questions = questions.questions;
      this.language = words;
    } catch (error) {
      return showError(this, error);
    }
    this.text = element("textarea", { id: "advert", rows: 6, maxlength: MOST_LETTERS, input: this.#show });
    this.says = element("p", { class: "facts", role: "status" });
    this.found = element("div", { class: "advert__rows" });
    this.marked = element("div", { class: "advert__marked", "aria-hidden": "true" });
    this.replaceChildren(
      element(
        "div",
        { class: "advert" },
        element("div", { class: "advert__ask" }, element("label", { for: "advert" }, t("The advert, as you copied it")), element("div", { class: "advert__box" }, this.marked, this.text)),
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
    const { competencies } = this.guide;
    /** @type {{id: string, name: string}[]} */
    const levels = this.guide.levels;
    if (text.trim()) this.vocabulary ??= new Vocabulary(competencies, this.questions, /** @type {import("../loop/vocabulary.js").Language} */ (this.language));
    const found = this.vocabulary ? places(withoutWords(text, GIFTS, levels), this.vocabulary) : [];
    const rows = asked(text, found);
    const level = levelOf(text, levels);
    const says = !text.trim()
      ? t("What it asks for stands here. It stays in this page: nothing is sent, and nothing is kept.")
      : rows.length
        ? [t("It asks for {rows} of {competencies} competencies.", { rows: rows.length, competencies: competencies.length }), level && t("It names the level: {level}.", { level: level.name })].filter(Boolean).join(" ")
        : t("None of its words is a name that this handbook knows. Try the part on what you will do.");
    if (this.says && this.says.textContent !== says) this.says.textContent = says;
    const most = Math.max(ENOUGH, rows[0]?.weight ?? 0);
    const plain = rows.filter(({ weight }) => weight >= ENOUGH || most === ENOUGH).sort((a, b) => b.times - a.times);
    const passing = rows.filter((row) => !plain.includes(row));
    const { found: place } = this;
    const shown = () => [
      ...plain.map((row) => this.#row(row, plain.length === 1, level?.id)),
      ...(passing.length ? [element("p", { class: "facts" }, t("Only in passing: {names}.", { names: passing.map((row) => `${this.#competency(row.id).title} (${cited(row.said)})`).join(", ") }))] : []),
    ];
    if (place) whenFree(place, () => place.replaceChildren(...(text.trim() ? shown() : [this.#example()])));
    this.marked?.replaceChildren(...marks(text, found));
  };

  /** @param {string} id @returns {any} */
  #competency(id) {
    return this.guide.competencies.find((/** @type {any} */ one) => one.id === id);
  }

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

  /** @param {import("../loop/advert.js").Asked} row @param {boolean} isOpen @param {string} [level] @returns {HTMLElement} */
  #row(row, isOpen, level) {
    const competency = this.#competency(row.id);
    const bank = bankOf(store().read().stories, this.guide);
    const spoken = new Spoken(this.guide.editorial);
    const cover = coverage(bank, [{ id: row.id, name: competency.title }], "competencies", (story) => toldWhole(story, spoken))[0]?.cover ?? "none";
    const trunk = this.questions.filter((/** @type {any} */ one) => one.competency === row.id && one.kind === "trunk").map((/** @type {any} */ one) => one.id);
    const fits = (/** @type {any} */ one) => Number(Boolean(level && one.levels.includes(level)));
    const likely = [...new Set([...row.questions, ...trunk])].map((id) => this.questions.find((/** @type {any} */ one) => one.id === id)).sort((a, b) => fits(b) - fits(a)).slice(0, MOST_QUESTIONS);
    return element(
      "section",
      { class: "advert__row" },
      element("h2", {}, element("span", { class: "amount" }, tn("named {n} time", "named {n} times", row.times)), element("a", { href: address(competency.path) }, competency.title)),
      element("p", { class: "facts" }, t("It says: {map}. {covered}", { map: cited(row.said), covered: COVERED[/** @type {keyof typeof COVERED} */ (cover)] ?? COVERED.none })),
      element(
        "details",
        { class: "reveal", open: isOpen },
        element("summary", {}, tn("{n} likely question", "{n} likely questions", likely.length)),
        element("div", { class: "rows" }, element("ul", {}, ...likely.map((one) => element("li", {}, element("a", { href: address(one.path) }, one.ask))))),
      ),
    );
  }
}

/** @param {readonly string[]} said @returns {string} */
function cited(said) {
  return said.map((words) => t("“{words}”", { words })).join(", ");
}

/** @param {string} text @param {readonly import("../loop/advert.js").Place[]} found @returns {(Node | string)[]} the text with its words marked, to lie under the field it is typed into */
function marks(text, found) {
  /** @type {(Node | string)[]} */
  const said = [];
  let at = 0;
  for (const { start, end } of found) {
    said.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...said, `${text.slice(at)}\n`];
}

/** @returns {Promise<import("../loop/vocabulary.js").Language>} words as the search of this site takes them apart */
async function language() {
  await Promise.all([script("assets/search.js"), script("search/start.js").catch(() => {})]);
  const { handbookModules: modules, handbookSearch: search } = /** @type {{handbookModules?: Record<string, any>, handbookSearch?: Record<string, {silent: string, faint: string}>}} */ (globalThis);
  const listed = (/** @type {"silent" | "faint"} */ of) => new Set((search?.start?.[of] ?? "").split(" "));
  return { words: modules?.["search/words.js"].wordsOf, stem: modules?.["search/stem.js"].stem, silent: listed("silent"), faint: listed("faint") };
}

if (!customElements.get("job-advert")) customElements.define("job-advert", JobAdvert);
