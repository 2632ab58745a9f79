/** The element that filters an index, on pages that have one; without script the index is its groups. */
import { element } from "../dom/element.js";
import { script } from "../keep/data.js";
import { t, tn } from "../values/language.js";
import { chosenIn, written } from "./filter-address.js";
import { isNarrow } from "./narrow.js";

const AT_ONCE = 60; // so many are shown unfolded

/** @typedef {import("./filter-address.js").Chosen} Chosen */
/** @typedef {{root: HTMLElement, name: string, text: string, has: (name: string, values: string[]) => boolean}} Item */

class ItemFilter extends HTMLElement {
  /** @type {Element | null} the first group that was open the last time */
  first = null;
  /** @type {boolean | null} whether few were left the last time; null before the first */
  areFew = null;
  isLearning = false;

  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form) return;
    this.items = itemsOf(this.index);
    this.makeLine();
    this.form.hidden = false;
    this.form.addEventListener("input", this.change);
    this.form.addEventListener("reset", this.clear);
    this.form.addEventListener("submit", this.stay);
    this.form.addEventListener("focusin", this.begin);
    addEventListener("popstate", this.read);
    this.read();
  }

  disconnectedCallback() {
    this.form?.removeEventListener("input", this.change);
    this.form?.removeEventListener("reset", this.clear);
    this.form?.removeEventListener("submit", this.stay);
    this.form?.removeEventListener("focusin", this.begin);
    removeEventListener("popstate", this.read);
  }

  /** @returns {Element} the index whose items are filtered */
  get index() {
    return this.closest(".index") ?? this;
  }

  /** @returns {HTMLInputElement[]} */
  get boxes() {
    return [...(this.form?.querySelectorAll("input") ?? [])].filter(({ type }) => type === "checkbox");
  }

  /** @returns {HTMLSelectElement[]} */
  get selects() {
    return [...(this.form?.querySelectorAll("select") ?? [])];
  }

  /** @returns {HTMLInputElement | null | undefined} */
  get words() {
    return this.form?.querySelector("input[type=search]");
  }

  /** Where facets have no room beside the list, each is a chip that opens it, behind the chips of what is chosen. */
  makeLine() {
    this.line = this.querySelector(".filter__line");
    const facets = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".filter__facet")]);
    const chips = facets.map((facet) => {
      const chip = element("button", { type: "button", "aria-controls": facet.id, "aria-expanded": "false" }, facet.querySelector("legend, label")?.textContent);
      chip.addEventListener("click", () => {
        for (const [at, other] of facets.entries()) {
          const isOpen = other === facet && !other.classList.contains("is-open");
          other.classList.toggle("is-open", isOpen);
          chips[at]?.setAttribute("aria-expanded", String(isOpen));
        }
      });
      return chip;
    });
    this.line?.replaceChildren(element("span", { class: "filter__chosen" }), ...chips);
  }

  /** @param {Chosen} chosen */
  showChosen(chosen) {
    const chips = [...chosen].flatMap(([name, values]) => values.map((value) => element("button", { type: "button", class: "is-chosen", "aria-label": t("{called}: take it back", { called: this.called(name, value) }), click: () => this.takeBack(name, value) }, this.called(name, value))));
    this.line?.querySelector(".filter__chosen")?.replaceChildren(...chips);
  }

  /** @param {string} name @param {string} value @returns {string} the words of a choice */
  called(name, value) {
    const box = this.boxes.find((one) => one.name === name && one.value === value);
    const select = this.selects.find((one) => one.name === name); // its options are whole questions: too long for a chip
    return (box?.nextElementSibling?.firstChild ?? select?.labels?.[0])?.textContent?.trim() ?? value;
  }

  /** @param {string} name @param {string} value */
  takeBack(name, value) {
    for (const box of this.boxes) if (box.name === name && box.value === value) box.checked = false;
    for (const select of this.selects) if (select.name === name) select.value = "";
    this.keep(true);
    this.line?.querySelector("button")?.focus();
  }

  /** @param {Event} event */
  stay = (event) => event.preventDefault();

  clear = () => requestAnimationFrame(() => this.keep(true));

  /** A choice is a step that Back takes back; what is typed is one step, however many letters it has. @param {Event} event */
  change = (event) => this.keep(event.target !== this.words);

  /** Take the state from the address, so that a filtered index can be sent to a friend, and come back to. */
  read = () => {
    const { chosen, words } = chosenIn(location);
    for (const box of this.boxes) box.checked = (chosen.get(box.name) ?? []).includes(box.value);
    for (const select of this.selects) select.value = (chosen.get(select.name) ?? [""])[0] ?? "";
    if (this.words) this.words.value = words;
    this.apply();
    if (words) void this.learn();
  };

  /** @returns {Chosen} what the form says now */
  get chosen() {
    /** @type {Chosen} */
    const chosen = new Map();
    for (const box of this.boxes) if (box.checked) chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value]);
    for (const select of this.selects) if (select.value) chosen.set(select.name, [select.value]);
    return chosen;
  }

  /** @param {Event} event */
  begin = ({ target }) => target === this.words && void this.learn();

  /** Load what else the items are found by, once somebody looks for words: nobody reads it. Without it, what is seen is found. */
  async learn() {
    const path = this.form?.dataset.foundBy;
    if (!path || this.isLearning) return;
    this.isLearning = true;
    this.form?.setAttribute("aria-busy", "true");
    try {
      await script(path);
    } catch {
      this.isLearning = false; // whoever comes back to the field asks again
    }
    this.form?.removeAttribute("aria-busy");
    const said = /** @type {{handbookData?: Record<string, Record<string, string>>}} */ (globalThis).handbookData?.[path] ?? {};
    for (const item of this.items ?? []) item.text += ` ${said[item.name] ?? ""}`.toLowerCase();
    if (this.words?.value) this.apply();
  }

  /** Show what fits, and write the choice into the address. @param {boolean} isStep */
  keep(isStep) {
    this.apply();
    const wanted = written(location, new Set([...this.boxes, ...this.selects].map(({ name }) => name)), this.chosen, this.words?.value ?? "");
    if (wanted === location.pathname + location.search + location.hash) return;
    try {
      if (isStep) history.pushState(history.state, "", wanted);
      else history.replaceState(history.state, "", wanted);
    } catch {
      // A page read from a disk may not change its address in every browser; it is filtered all the same.
    }
  }

  apply() {
    const { chosen, items = [] } = this;
    const words = (this.words?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const spoken = items.filter(({ text }) => words.every((word) => text.includes(word)));
    const fitting = new Set(spoken.filter((item) => [...chosen].every(([name, values]) => item.has(name, values))));
    for (const item of items) item.root.hidden = !fitting.has(item);
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.index.querySelectorAll(".group"))) {
      const fit = group.querySelectorAll(".item:not([hidden])").length;
      group.hidden = !fit;
      for (const count of group.querySelectorAll(".group__count")) count.textContent = String(fit);
    }
    const isAsked = chosen.size > 0 || words.length > 0;
    this.fold(isAsked && fitting.size <= AT_ONCE);
    this.count(chosen, spoken);
    this.showChosen(chosen);
    const output = this.querySelector("output");
    const said = isAsked ? shownOf(this.form?.dataset.of ?? "", fitting.size, items.length) : "";
    if (output && output.textContent !== said) output.textContent = said; // what is said again is read out again
    this.form?.classList.toggle("is-filtering", isAsked);
    const none = /** @type {HTMLElement | null} */ (this.index.querySelector(".index__none"));
    if (none) none.hidden = fitting.size > 0 || !isAsked;
  }

  /** Fold all groups but the first, and what is long in it; open them while few are left, since those may stand there. @param {boolean} areFew */
  fold(areFew) {
    const first = this.index.querySelector("details.group:not([hidden])");
    if (areFew === this.areFew && first === this.first) return;
    [this.areFew, this.first] = [areFew, first];
    this.index.classList.toggle("is-open", areFew);
    for (const folded of /** @type {NodeListOf<HTMLDetailsElement>} */ (this.index.querySelectorAll("details:is(.group, .group__more)"))) {
      folded.open = areFew || folded === first || (folded.classList.contains("narrow") && !isNarrow());
      folded.classList.add("is-ready");
    }
  }

  /** Say at each box how many it would show beside the choices of the other facets. @param {Chosen} chosen @param {Item[]} spoken */
  count(chosen, spoken) {
    for (const box of this.boxes) {
      const others = [...chosen].filter(([name]) => name !== box.name);
      const number = spoken.filter((item) => item.has(box.name, [box.value]) && others.every(([name, values]) => item.has(name, values))).length;
      const label = box.closest("label");
      const place = label?.querySelector(".filter__count");
      if (place) place.textContent = String(number);
      label?.classList.toggle("is-none", number === 0);
    }
  }
}

/** @param {Element} index @returns {Item[]} */
function itemsOf(index) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (index.querySelectorAll(".item"))].map((root) => {
    const values = new Map(Object.entries(root.dataset).map(([name, value]) => [name, new Set((value ?? "").split(" "))]));
    return { root, name: root.querySelector("a")?.hash.slice(1) ?? "", text: (root.textContent ?? "").toLowerCase(), has: (name, wanted) => wanted.some((value) => values.get(name)?.has(value)) };
  });
}

/** @param {string} of what the list holds @param {number} shown @param {number} n @returns {string} how many of them are shown */
function shownOf(of, shown, n) {
  if (of === "question") return tn("{shown} of {n} question", "{shown} of {n} questions", n, { shown });
  return of === "story" ? tn("{shown} of {n} story", "{shown} of {n} stories", n, { shown }) : tn("{shown} of {n} word", "{shown} of {n} words", n, { shown });
}

if (!customElements.get("item-filter")) customElements.define("item-filter", ItemFilter);
