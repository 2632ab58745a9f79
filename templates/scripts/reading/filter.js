/** Define the element that filters an index of links; without script the index is its grouped lists. */
export function defineFilter() {
  if (!customElements.get("item-filter")) customElements.define("item-filter", ItemFilter);
}

class ItemFilter extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form) return;
    this.form.hidden = false;
    this.form.addEventListener("input", this.apply);
    this.form.addEventListener("reset", this.clear);
    this.form.addEventListener("submit", this.stay);
    this.read();
    this.apply();
  }

  disconnectedCallback() {
    this.form?.removeEventListener("input", this.apply);
    this.form?.removeEventListener("reset", this.clear);
    this.form?.removeEventListener("submit", this.stay);
  }

  /** @returns {Element} the index whose items are filtered */
  get index() {
    return this.closest(".index") ?? this;
  }

  /** @param {Event} event */
  stay = (event) => event.preventDefault();

  clear = () => requestAnimationFrame(this.apply);

  /** Take the state from the address, so that a filtered index can be sent to a friend. */
  read() {
    const wanted = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    for (const input of this.inputs()) {
      if (input.type === "checkbox") input.checked = wanted.getAll(input.name).includes(input.value);
      else input.value = wanted.get(input.name) ?? "";
    }
    for (const select of this.selects()) select.value = wanted.get(select.name) ?? "";
    const facets = this.querySelector("details");
    const chosen = this.inputs().some((input) => input.checked) || this.selects().some((select) => select.value);
    if (facets && chosen) facets.open = true;
  }

  /** @returns {HTMLInputElement[]} */
  inputs() {
    return [...(this.form?.querySelectorAll("input") ?? [])];
  }

  /** @returns {HTMLSelectElement[]} */
  selects() {
    return [...(this.form?.querySelectorAll("select") ?? [])];
  }

  apply = () => {
    /** @type {Map<string, string[]>} */
    const chosen = new Map();
    for (const input of this.inputs()) {
      if (input.type === "checkbox" && input.checked) chosen.set(input.name, [...(chosen.get(input.name) ?? []), input.value]);
    }
    for (const select of this.selects()) if (select.value) chosen.set(select.name, [select.value]);
    const words = (this.inputs().find((input) => input.type === "search")?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.index.querySelectorAll("li[data-competency]"))) {
      const fits =
        [...chosen].every(([name, values]) => (item.dataset[name] ?? "").split(" ").some((value) => values.includes(value))) &&
        words.every((word) => (item.textContent ?? "").toLowerCase().includes(word));
      item.hidden = !fits;
      count += Number(fits);
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.index.querySelectorAll(".group"))) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    this.say(count, chosen, words);
  };

  /** @param {number} count @param {Map<string, string[]>} chosen @param {string[]} words */
  say(count, chosen, words) {
    const output = this.querySelector("output");
    const { one = "", many = "" } = this.form?.dataset ?? {};
    if (output) output.textContent = `${count} ${count === 1 ? one : many}`;
    const state = new URLSearchParams([...chosen].flatMap(([name, values]) => values.map((value) => [name, value])));
    if (words.length) state.set("words", words.join(" "));
    const wanted = state.toString() ? `#?${state}` : "";
    const now = location.hash.startsWith("#?") ? location.hash : "";
    if (wanted !== now) history.replaceState(history.state, "", wanted || location.pathname + location.search);
  }
}
