/** Define the element that filters an index of links; without script the index is its grouped lists. */
import { chosenIn, written } from "./filter-address.js";

/** @typedef {import("./filter-address.js").Chosen} Chosen */
/** @typedef {{root: HTMLElement, text: string, has: (name: string, values: string[]) => boolean}} Item */

export function defineFilter() {
  if (!customElements.get("item-filter")) customElements.define("item-filter", ItemFilter);
}

class ItemFilter extends HTMLElement {
  /** @type {boolean | null} what was asked for last: something, nothing, or not seen yet */
  isAsked = null;

  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form) return;
    this.items = itemsOf(this.index);
    this.form.hidden = false;
    this.form.addEventListener("input", this.change);
    this.form.addEventListener("reset", this.clear);
    this.form.addEventListener("submit", this.stay);
    addEventListener("popstate", this.read);
    this.read();
  }

  disconnectedCallback() {
    this.form?.removeEventListener("input", this.change);
    this.form?.removeEventListener("reset", this.clear);
    this.form?.removeEventListener("submit", this.stay);
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
  };

  /** @returns {Chosen} what the form says now */
  get chosen() {
    /** @type {Chosen} */
    const chosen = new Map();
    for (const box of this.boxes) if (box.checked) chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value]);
    for (const select of this.selects) if (select.value) chosen.set(select.name, [select.value]);
    return chosen;
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
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.index.querySelectorAll(".group"))) group.hidden = !group.querySelector("li:not([hidden])");
    this.fold(chosen.size > 0 || words.length > 0);
    this.count(chosen, spoken);
    const output = this.querySelector("output");
    const { one = "", many = "" } = this.form?.dataset ?? {};
    if (output) output.textContent = `${fitting.size} ${fitting.size === 1 ? one : many}`;
    this.form?.classList.toggle("is-filtering", chosen.size > 0 || words.length > 0);
  }

  /** Fold long groups, and open them while something is asked for, since what fits may stand in them. @param {boolean} isAsked */
  fold(isAsked) {
    if (isAsked === this.isAsked) return;
    this.isAsked = isAsked;
    for (const more of /** @type {NodeListOf<HTMLDetailsElement>} */ (this.index.querySelectorAll(".group__more"))) {
      more.open = isAsked;
      more.classList.add("is-ready");
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
  return [.../** @type {NodeListOf<HTMLElement>} */ (index.querySelectorAll("li[data-competency]"))].map((root) => {
    const values = new Map(Object.entries(root.dataset).map(([name, value]) => [name, new Set((value ?? "").split(" "))]));
    return { root, text: (root.textContent ?? "").toLowerCase(), has: (name, wanted) => wanted.some((value) => values.get(name)?.has(value)) };
  });
}
