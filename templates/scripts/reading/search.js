/** The search box, in the header and where a page has one: nothing is fetched before the first key. */
import { element, svg } from "../dom/element.js";
import { script } from "../keep/data.js";
import { t } from "../values/language.js";

/** @typedef {{said: string, items: HTMLElement[], rest?: () => Promise<HTMLElement[]>}} Answer */
/** @typedef {{answer: (typed: string) => Promise<Answer>, steer: (input: HTMLInputElement, list: HTMLElement) => void}} Panel */

const LENS = "M9.5 3a6.5 6.5 0 0 1 5.16 10.45l5.45 5.44-1.42 1.42-5.44-5.45A6.5 6.5 0 1 1 9.5 3m0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9";
const LONGEST = 200; // letters of a search
let boxes = 0;

/** Define the element, and let a key lead to it from anywhere. */
export function defineSearch() {
  if (customElements.get("site-search")) return;
  customElements.define("site-search", SiteSearch);
  document.addEventListener("keydown", (event) => {
    // Never a key alone: who speaks to the machine, or hits a wrong key, would be taken away from the page.
    if (event.key !== "k" || event.ctrlKey === event.metaKey || event.altKey) return;
    event.preventDefault();
    nearest()?.open();
  });
  const words = new URLSearchParams(location.search).get("q")?.trim().slice(0, LONGEST);
  if (words) nearest()?.open(words);
}

/** @returns {SiteSearch | undefined} the page's own box, or the header's */
function nearest() {
  const all = [.../** @type {NodeListOf<SiteSearch>} */ (document.querySelectorAll("site-search"))];
  return all.find((box) => !box.closest("header") && box.getBoundingClientRect().bottom > 0) ?? all[0];
}

/** @type {Promise<Panel> | undefined} */
let panel;

/** @returns {Promise<Panel>} what answers, loaded once */
function thePanel() {
  const modules = () => /** @type {{handbookModules?: Record<string, any>}} */ (globalThis).handbookModules?.["search/panel.js"];
  panel ??= Promise.all([script("assets/search.js"), script("search/start.js").catch(() => {})]).then(modules);
  panel.catch(() => (panel = undefined));
  return panel;
}

class SiteSearch extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    const id = `search-${++boxes}`;
    this.input = element("input", { type: "search", id, "aria-label": t("Search the handbook"), "aria-controls": `${id}-found`, "aria-keyshortcuts": "Control+K Meta+K", placeholder: this.dataset.asks ?? t("Search"), autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", maxlength: LONGEST, input: this.ask, click: this.again });
    this.status = element("p", { class: "search__status", role: "status" });
    this.list = element("ol", { class: "search__found", id: `${id}-found`, tabindex: -1, hidden: true }); // its links are stops enough
    this.button = element("button", { type: "button", class: "search__open", "aria-label": t("Search"), "aria-expanded": "false", click: () => (this.hasAttribute("data-open") ? this.close() : this.open()) }, svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: LENS })));
    this.form = element("form", { role: "search", class: "search__box", submit: this.go }, this.input, this.status, this.list);
    this.prepend(this.button, this.form);
    this.addEventListener("keydown", this.leave);
    this.addEventListener("focusout", (event) => event.relatedTarget instanceof Node && !this.contains(event.relatedTarget) && this.close());
    document.addEventListener("pointerdown", (event) => event.target instanceof Node && !this.contains(event.target) && this.close());
  }

  /** Go to the box; with words, search for them. @param {string} [words] */
  open(words) {
    this.toggleAttribute("data-open", true);
    this.button?.setAttribute("aria-expanded", "true");
    this.input?.focus();
    if (words && this.input) {
      this.input.value = words;
      this.ask();
    } else this.input?.select();
  }

  close() {
    this.toggleAttribute("data-open", false);
    this.button?.setAttribute("aria-expanded", "false");
    if (this.list) this.list.hidden = true;
  }

  again = () => {
    if (this.list?.childElementCount && this.input?.value.trim()) this.list.hidden = false;
  };

  ask = () => {
    this.answered = this.search();
  };

  async search() {
    const words = this.input?.value ?? "";
    if (!words.trim()) return this.say("", []);
    const { said, items, rest } = await thePanel().then(
      /** @returns {Promise<Answer>} */
      (found) => {
        if (this.input && this.list && !this.steered) found.steer(this.input, this.list);
        this.steered = true;
        return found.answer(words);
      },
      /** @returns {Answer} */
      () => ({ said: t("The search could not be loaded. Try once more when you are online."), items: [] }),
    );
    const current = () => words === this.input?.value;
    if (current()) this.say(said, items);
    const more = await rest?.().catch(() => []);
    if (more && current()) this.list?.append(...more);
  }

  /** @param {string} said @param {HTMLElement[]} items */
  say(said, items) {
    if (!this.list || !this.status) return;
    if (this.status.textContent !== said) this.status.textContent = said; // what is said again is read out again
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
  }

  /** @param {Event} event */
  go = async (event) => {
    event.preventDefault();
    await this.answered;
    if (!this.list?.hidden) this.list?.querySelector("a")?.click();
  };

  /** @param {KeyboardEvent} event */
  leave = (event) => {
    if (event.key !== "Escape" || (this.list?.hidden && !this.hasAttribute("data-open"))) return;
    event.preventDefault();
    this.close();
    (this.button?.offsetParent ? this.button : this.input)?.focus();
  };
}
