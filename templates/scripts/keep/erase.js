/** Erase everything, when asked twice. */
import { button, element } from "../dom/element.js";
import { contents } from "./inventory.js";
import { clear, list } from "./recordings.js";

export class Erase {
  /** @param {import("./store.js").Store} store @param {() => void} after */
  constructor(store, after) {
    this.store = store;
    this.after = after;
    this.said = element("p", { role: "status" });
    this.ask = button("Erase everything", () => this.confirm(), { class: "is-risk" });
    this.sure = element("div", { class: "is-trouble", role: "group", "aria-label": "Are you sure?", tabindex: "-1", hidden: true });
    this.section = element(
      "section",
      { class: "data__part" },
      element("h2", { id: "erase" }, "Erase everything"),
      element("p", {}, "All that is kept in this browser by this handbook, recordings and damaged data, too. Your saved copies stay where you put them."),
      this.ask,
      this.sure,
      this.said,
    );
  }

  async confirm() {
    const recordings = (await list()).length;
    const lines = [...contents(this.store.read()), ...(recordings ? [`${recordings} ${recordings === 1 ? "recording" : "recordings"} of your voice`] : [])];
    this.said.textContent = "";
    this.sure.replaceChildren(
      element("p", {}, lines.length ? "This will be gone, and nobody can bring it back:" : "There is nothing here to erase but settings."),
      element("ul", {}, ...lines.map((line) => element("li", {}, line))),
      element("div", { class: "tools" }, button("Keep it", () => this.close()), button("Erase it now", () => this.erase(), { class: "is-risk" })),
    );
    this.open(true);
    this.sure.focus();
  }

  async erase() {
    this.store.erase();
    let words = "Everything is erased.";
    try {
      await clear();
    } catch {
      words = "Your notes are erased. The recordings could not be: this browser does not let a page reach them.";
    }
    this.close();
    this.said.textContent = words;
    this.after();
  }

  close() {
    this.open(false);
    this.ask.focus();
  }

  /** @param {boolean} asking */
  open(asking) {
    this.sure.hidden = !asking;
    this.ask.hidden = asking;
  }
}
