/** The page where readers see, save, move and erase what this handbook keeps of them. */
import { download } from "../dom/download.js";
import { bullets, button, element } from "../dom/element.js";
import { whenFree } from "../dom/free.js";
import { unreadIn } from "../keep/document.js";
import { Erase } from "../keep/erase.js";
import { countEarlier, forgetEarlier } from "../keep/history.js";
import { contents, sized } from "../keep/inventory.js";
import { clear, list } from "../keep/recordings.js";
import { copiedInWords, saveCopy } from "../keep/save-copy.js";
import { store } from "../keep/site.js";
import { TakeIn, unreadList } from "../keep/take-in.js";
import { t, tn } from "../values/language.js";

const STATES = {
  fine: "",
  damaged: "",
  full: t("This browser has no room left. What you see here includes what could not be kept: save a copy before you close the page, then erase recordings or stories you no longer need."),
  newer: t("What is kept here was kept by a newer edition of this handbook than this page. Load the page again; until then nothing is changed, and what you write here is not kept."),
  closed: t("This browser keeps nothing here: a private window, or storage is switched off. What you write is gone when you close the page, so save a copy first."),
};

class MyData extends HTMLElement {
  connectedCallback() {
    if (this.state) return;
    this.state = element("p", { class: "is-trouble", role: "status", hidden: true });
    this.kept = element("div", { class: "data__kept", tabindex: "-1" });
    this.copied = element("p", { role: "status" });
    this.when = element("p", { class: "facts" });
    this.damaged = element("section", { class: "data__part", hidden: true });
    this.append(
      this.state,
      element("section", { class: "data__part" }, element("h2", { id: "kept" }, t("What is kept here")), this.kept),
      element(
        "section",
        { class: "data__part" },
        element("h2", { id: "save" }, t("Save a copy")),
        element("p", {}, t("One file with all of it but the recordings and the earlier versions of your texts. Some browsers, such as Safari, clear what you wrote after seven days without a visit.")),
        this.when,
        button(t("Save a copy"), () => this.save(), { class: "is-main" }),
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
    if (this.when) this.when.textContent = copiedInWords(store());
    if (this.kept && !this.kept.firstChild) this.kept.replaceChildren(element("div", {}, element("p", {}, t("Nothing yet."))));
    const recordings = await list();
    const { state, kept, damaged } = this;
    if (!state || !kept || !damaged) return;
    state.textContent = STATES[store().state];
    state.hidden = !state.textContent;
    if (this.when) this.when.textContent = copiedInWords(store());
    const lines = contents(whole);
    const earlier = countEarlier(store());
    const spoken = recordings.reduce((sum, one) => sum + one.blob.size, 0);
    const inside =
      element(
        "div",
        {},
        lines.length ? bullets(lines) : element("p", {}, t("Nothing yet.")),
        lines.length > 0 && element("p", { class: "facts" }, t("{sized} in all. Browsers allow about 5 MB.", { sized: sized(new Blob([store().exportText()]).size) })),
        recordings.length > 0 &&
          element(
            "div",
            { class: "tools" },
            element("span", {}, tn("{n} recording of your voice, {sized}", "{n} recordings of your voice, {sized}", recordings.length, { sized: sized(spoken) })),
            button(t("Erase the recordings"), (event) => void this.eraseRecordings(event)),
          ),
        earlier > 0 &&
          element(
            "div",
            { class: "tools" },
            element("span", {}, tn("Earlier versions of {n} text", "Earlier versions of {n} texts", earlier)),
            button(t("Erase the earlier versions"), () => {
              forgetEarlier(store());
              void this.show();
              kept.focus();
            }),
          ),
      );
    whenFree(kept, () => kept.replaceChildren(inside));
    this.showDamaged(damaged, store().aside());
  }

  /** @param {HTMLElement} place @param {string[]} texts */
  showDamaged(place, texts) {
    place.hidden = !texts.length;
    const key = texts.join("\n");
    if (place.dataset.holds === key) return;
    place.dataset.holds = key;
    const of = (/** @type {number} */ at) => (texts.length > 1 ? t(", {at} of {texts}", { at: at + 1, texts: texts.length }) : "");
    place.replaceChildren(
      element("h2", { id: "damaged" }, t("Damaged data")),
      element("p", {}, t("What was kept here could not be read, so it was set aside, and the rest is shown. Save it: somebody may be able to mend it. Then take it in again.")),
      ...texts.map((text, at) =>
        element(
          "div",
          {},
          unreadList(unreadIn(text)),
          element("p", { class: "tools" }, button(t("Save the damaged data{of}", { of: of(at) }), () => download(`handbook-damaged-${at + 1}.txt`, text, "text/plain"))),
        ),
      ),
      element(
        "p",
        { class: "tools" },
        button(t("Erase the damaged data"), () => {
          store().forgetAside();
          this.kept?.focus();
        }),
      ),
    );
  }

  save() {
    const name = saveCopy(store());
    if (this.copied) this.copied.textContent = t("Saved as {name}, where your browser puts its downloads.", { name });
  }

  /** @param {MouseEvent} event */
  async eraseRecordings(event) {
    const asked = /** @type {HTMLButtonElement} */ (event.currentTarget);
    if (!asked.dataset.sure) {
      asked.dataset.sure = "yes";
      asked.textContent = t("Really erase them");
      return;
    }
    await clear();
    await this.show();
    this.kept?.focus();
  }
}

if (!customElements.get("my-data")) customElements.define("my-data", MyData);
