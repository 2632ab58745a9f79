/** A list to choose several from: searched where it is long, and one of the chosen comes first. */
import { element } from "../dom/element.js";
import { t, tn } from "../values/language.js";

/** @typedef {{id: string, name: string, says?: string, names?: string}} Option names: what else it is called, and found by */
/**
 * @typedef {object} Choice
 * @property {string} key of the controls
 * @property {string} title
 * @property {string} [find] what its search is called, such as "Find a question"
 * @property {string} [first] what the first of the chosen is for the story; without it their order means nothing
 * @property {Option[]} options
 * @property {() => string[]} chosen
 * @property {(ids: string[]) => void} choose
 */

const FEW = 16;
const SHOWN = 16; // as many as the principles of one company

/** A folded group of boxes to tick. */
export class Chooser {
  /** @param {Choice} choice */
  constructor(choice) {
    this.choice = choice;
    this.summary = element("summary", {});
    this.search = element("input", { type: "search", id: `find-${choice.key}`, autocomplete: "off", input: () => this.#list() });
    this.found = element("p", { class: "facts", role: "status" });
    this.list = element("div", { class: "choose__list", role: "group", "aria-label": choice.title, change: this.#tick });
    this.first = element("select", { id: `first-${choice.key}`, change: () => this.#lead(this.first.value) });
    this.leading = element("p", { class: "choose__first" }, element("label", { for: this.first.id }, choice.first ?? ""), " ", this.first);
    const isLong = choice.options.length > FEW;
    this.root = element(
      "details",
      { class: "reveal choose" },
      this.summary,
      isLong && element("p", { class: "choose__find" }, element("label", { for: this.search.id }, choice.find ?? ""), this.search),
      this.list,
      isLong && this.found,
      this.leading,
    );
    this.show();
  }

  /** Show what is chosen now. */
  show() {
    const chosen = this.#known();
    this.summary.textContent = chosen.length ? tn("{title}: {n} chosen", "{title}: {n} chosen", chosen.length, { title: this.choice.title }) : t("{title}: none yet", { title: this.choice.title });
    this.leading.hidden = !this.choice.first || chosen.length < 2;
    this.first.replaceChildren(...chosen.map(({ id, name }) => element("option", { value: id }, name)));
    this.#list();
  }

  /** @returns {Option[]} the chosen that the handbook still has, in their order */
  #known() {
    return this.choice.chosen().flatMap((id) => this.choice.options.find((one) => one.id === id) ?? []);
  }

  #list() {
    const chosen = this.#known();
    const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const others = this.choice.options.filter((one) => !chosen.includes(one));
    const isLong = this.choice.options.length > FEW;
    const fitting = others.filter(({ name, says = "", names = "" }) => words.every((word) => `${name} ${says} ${names}`.toLowerCase().includes(word)));
    const shown = isLong ? [...chosen, ...(words.length ? fitting.slice(0, SHOWN) : [])] : this.choice.options;
    const held = document.activeElement?.getAttribute("value") ?? "";
    const within = this.list.contains(document.activeElement);
    this.list.replaceChildren(...shown.map((one) => this.#box(one, chosen.includes(one))));
    const same = /** @type {HTMLElement | null} */ (this.list.querySelector(`input[value="${CSS.escape(held)}"]`));
    if (within) (same ?? this.search).focus();
    const more = fitting.length - SHOWN;
    this.found.textContent = !words.length ? t("Type a word or two to find one.") : !fitting.length ? t("None fits.") : more > 0 ? t("{fitting} fit, the first {shown} are shown.", { fitting: fitting.length, shown: SHOWN }) : tn("{n} fits.", "{n} fit.", fitting.length);
  }

  /** @param {Option} one @param {boolean} isChosen */
  #box({ id, name, says }, isChosen) {
    return element("label", { class: "choose__one" }, element("input", { type: "checkbox", value: id, checked: isChosen }), element("span", {}, name, says ? element("span", { class: "row__says" }, says) : null));
  }

  #tick = (/** @type {Event} */ event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    const others = this.choice.chosen().filter((id) => id !== box.value);
    this.choice.choose(box.checked ? [...others, box.value] : others);
    this.show();
  };

  /** @param {string} id */
  #lead(id) {
    this.choice.choose([id, ...this.choice.chosen().filter((one) => one !== id)]);
    this.show();
  }
}
