/** Where one was reading, in a line, and what one wanted to see again: on the first page, and where one practises. */
import { button, element } from "../dom/element.js";
import { addressOf, marked, place } from "../keep/reading.js";
import { store } from "../keep/site.js";
import { t } from "../values/language.js";

/** Define the element; it is hidden while there is nothing to go on with. */
export function defineGoOn() {
  if (!customElements.get("go-on")) customElements.define("go-on", GoOn);
}

class GoOn extends HTMLElement {
  connectedCallback() {
    this.isOpen = this.hasAttribute("data-open");
    store().addEventListener("change", this.show);
    this.show();
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.show);
  }

  show = () => {
    const [was, again] = [place(), marked()];
    this.isOpen = this.querySelector("details")?.open ?? this.isOpen ?? false;
    this.hidden = !was && !again.length;
    this.replaceChildren();
    if (was) this.append(element("p", {}, t("Go on: "), element("a", { href: addressOf(was.part ? `${was.page}:${was.part}` : was.page) }, was.title), was.heading && `, ${was.heading}`));
    if (again.length) this.append(element("details", { class: "reveal", open: this.isOpen }, element("summary", {}, t("Again later: {again}", { again: again.length })), element("ul", {}, ...again.map((one) => this.row(...one)))));
  };

  /** @param {string} name @param {string} title */
  row(name, title) {
    const off = () => {
      store().remove("later", name);
      /** @type {HTMLElement | null} */ (this.querySelector("summary"))?.focus();
    };
    return element("li", {}, element("a", { href: addressOf(name) }, title), button(t("Remove"), off, { "aria-label": t("Remove: {name}", { name: title }) }));
  }
}
