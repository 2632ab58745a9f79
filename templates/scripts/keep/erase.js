/** Erase everything, when asked twice. */
import { button, element } from "../dom/element.js";
import { t, tn } from "../values/language.js";
import { contents } from "./inventory.js";
import { clear, list } from "./recordings.js";

export class Erase {
  /** @param {import("./store.js").Store} store @param {() => void} after */
  constructor(store, after) {
    this.store = store;
    this.after = after;
    this.said = element("p", { role: "status" });
    this.ask = button(t("Erase everything"), () => this.confirm(), { class: "is-risk" });
    this.sure = element("div", { class: "is-trouble", role: "group", "aria-label": t("Are you sure?"), tabindex: "-1", hidden: true, keydown: ({ key }) => key === "Escape" && this.close() });
    this.section = element(
      "section",
      { class: "data__part" },
      element("h2", { id: "erase" }, t("Erase everything")),
      element("p", {}, t("All that is kept in this browser by this handbook, recordings and damaged data, too. Your saved copies stay where you put them.")),
      this.ask,
      this.sure,
      this.said,
    );
  }

  async confirm() {
    const recordings = (await list()).length;
    const lines = [...contents(this.store.read()), ...(recordings ? [tn("{n} recording of your voice", "{n} recordings of your voice", recordings)] : [])];
    this.said.textContent = "";
    this.sure.replaceChildren(
      element("p", {}, lines.length ? t("This will be gone, and nobody can bring it back:") : t("There is nothing here to erase but settings.")),
      element("ul", {}, ...lines.map((line) => element("li", {}, line))),
      element("div", { class: "tools" }, button(t("Keep it"), () => this.close()), button(t("Erase it now"), () => this.erase(), { class: "is-risk" })),
    );
    this.open(true);
    this.sure.focus();
  }

  async erase() {
    this.store.erase();
    let words = t("Everything is erased.");
    try {
      await clear();
    } catch {
      words = t("Your notes are erased. The recordings could not be: this browser does not let a page reach them.");
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
