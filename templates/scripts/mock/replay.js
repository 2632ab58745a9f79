/** What was recorded of one session, to be heard or deleted, question by question. */
import { button, element } from "../dom/element.js";
import * as recordings from "../keep/recordings.js";
import { t } from "../values/language.js";
import { spoken } from "./clock.js";
import { seekable, turnOf } from "./hearing.js";

/** The recordings of a session while they are shown; end it before another view takes its place. */
export class Replay {
  /** @type {Set<string>} */ #addresses = new Set();
  #isOver = false;

  /** @param {string} mock */
  constructor(mock) {
    /** What was found, the oldest first. */
    this.all = recordings.list(mock);
  }

  /** @param {string} turn @returns {Promise<boolean>} whether anything was recorded of this question */
  async has(turn) {
    return (await this.all).some((one) => turnOf(one) === turn);
  }

  /** @param {string} turn @returns {HTMLElement} a list that fills itself with what was recorded of one question; empty where nothing was */
  of(turn) {
    const place = element("ul", { class: "plain voices" });
    place.hidden = true;
    void this.all.then(async (all) => {
      const found = all.filter((one) => turnOf(one) === turn);
      const rows = await Promise.all(found.map((one) => this.#row(one)));
      if (this.#isOver) return this.end();
      place.replaceChildren(...rows);
      place.hidden = !rows.length;
    });
    return place;
  }

  /** Let the addresses of all recordings go. */
  end() {
    this.#isOver = true;
    for (const one of this.#addresses) URL.revokeObjectURL(one);
    this.#addresses.clear();
  }

  /** @param {recordings.Recording} one @returns {Promise<HTMLLIElement>} */
  async #row(one) {
    const address = URL.createObjectURL(await seekable(one));
    this.#addresses.add(address);
    const label = one.label ?? t("An answer");
    const li = element(
      "li",
      { class: "voice" },
      element("p", {}, t("Recorded "), element("span", { class: "amount" }, spoken(one.seconds * 1000))),
      element("audio", { controls: true, src: address, preload: "metadata", "aria-label": label }),
      button(
        t("Erase"),
        async () => {
          await recordings.remove(one.id);
          URL.revokeObjectURL(address);
          this.#addresses.delete(address);
          const next = li.nextElementSibling ?? li.previousElementSibling;
          const turn = li.closest(".turn");
          li.remove();
          /** @type {HTMLElement | null | undefined} */ (next?.querySelector("button") ?? turn?.querySelector("h3"))?.focus();
        },
        { class: "row__button", "aria-label": t("Erase the recording: {label}", { label }) },
      ),
    );
    return li;
  }
}
