/** The page where readers see, save, move and erase what this handbook keeps of them. */
import { download } from "../dom/download.js";
import { bullets, button, element } from "../dom/element.js";
import { whenFree } from "../dom/free.js";
import { Erase } from "../keep/erase.js";
import { contents, sized } from "../keep/inventory.js";
import { clear, list } from "../keep/recordings.js";
import { store } from "../keep/site.js";
import { TakeIn } from "../keep/take-in.js";
import { dayOf } from "../values/days.js";

const STATES = {
  fine: "",
  damaged: "",
  full: "This browser has no room left. What you see here includes what could not be kept: save a copy before you close the page, then erase recordings or stories you no longer need.",
  closed: "This browser keeps nothing here: a private window, or storage is switched off. What you write is gone when you close the page, so save a copy first.",
};

class MyData extends HTMLElement {
  connectedCallback() {
    if (this.state) return;
    this.state = element("p", { class: "is-trouble", role: "status", hidden: true });
    this.kept = element("div", { class: "data__kept", tabindex: "-1" });
    this.copied = element("p", { role: "status" });
    this.damaged = element("section", { class: "data__part", hidden: true });
    this.append(
      this.state,
      element("section", { class: "data__part" }, element("h2", { id: "kept" }, "What is kept here"), this.kept),
      element(
        "section",
        { class: "data__part" },
        element("h2", { id: "save" }, "Save a copy"),
        element("p", {}, "One file with all of it but the recordings. Some browsers clear a page that was not visited for a week."),
        button("Save a copy", () => this.save(), { class: "is-main" }),
        this.copied,
      ),
      this.damaged,
      new TakeIn(store()).section,
      new Erase(store(), () => void this.show()).section,
    );
    store().addEventListener("change", () => void this.show());
    store().addEventListener("state", () => void this.show());
    void this.show();
  }

  async show() {
    const whole = store().read();
    const recordings = await list();
    const { state, kept, damaged } = this;
    if (!state || !kept || !damaged) return;
    state.textContent = STATES[store().state];
    state.hidden = !state.textContent;
    const lines = contents(whole);
    const spoken = recordings.reduce((sum, one) => sum + one.blob.size, 0);
    const inside = element(
      "div",
      {},
      lines.length ? bullets(lines) : element("p", {}, "Nothing yet."),
      lines.length > 0 && element("p", { class: "facts" }, `${sized(new Blob([store().exportText()]).size)} in all. Browsers allow about 5 MB.`),
      recordings.length > 0 &&
        element(
          "div",
          { class: "tools" },
          element("span", {}, `${recordings.length} ${recordings.length === 1 ? "recording" : "recordings"} of your voice, ${sized(spoken)}`),
          button("Erase the recordings", (event) => void this.eraseRecordings(event)),
        ),
    );
    whenFree(kept, () => kept.replaceChildren(inside));
    this.showDamaged(damaged, store().aside());
  }

  /** @param {HTMLElement} place @param {string[]} texts */
  showDamaged(place, texts) {
    place.hidden = !texts.length;
    place.replaceChildren(
      element("h2", { id: "damaged" }, "Damaged data"),
      element("p", {}, "What was kept here could not be read, so it was set aside and you began anew. Save it: somebody may be able to mend it."),
      element(
        "div",
        { class: "tools" },
        ...texts.map((text, at) => button(`Save the damaged data${texts.length > 1 ? `, ${at + 1} of ${texts.length}` : ""}`, () => download(`handbook-damaged-${at + 1}.txt`, text, "text/plain"))),
        button("Forget the damaged data", () => {
          store().forgetAside();
          this.kept?.focus();
        }),
      ),
    );
  }

  save() {
    const name = `handbook-notes-${dayOf(new Date())}.json`;
    download(name, store().exportText());
    if (this.copied) this.copied.textContent = `Saved as ${name}, where your browser puts its downloads.`;
  }

  /** @param {MouseEvent} event */
  async eraseRecordings(event) {
    const asked = /** @type {HTMLButtonElement} */ (event.currentTarget);
    if (!asked.dataset.sure) {
      asked.dataset.sure = "yes";
      asked.textContent = "Really erase them";
      return;
    }
    await clear();
    await this.show();
    this.kept?.focus();
  }
}

if (!customElements.get("my-data")) customElements.define("my-data", MyData);
