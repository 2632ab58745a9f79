/** What is noted of this browser and is no part of the reader's data, such as when a copy was saved. */

const PLACE = ":mark:";

export class Marks {
  /** @type {Map<string, string>} */ #marks = new Map();

  /** @param {import("./shelf.js").Shelf | null} shelf */
  constructor(shelf) {
    this.shelf = shelf;
  }

  /** @param {string} name @returns {string} what was noted, or nothing */
  get(name) {
    try {
      return this.shelf?.beside(name, PLACE) ?? this.#marks.get(name) ?? "";
    } catch {
      return this.#marks.get(name) ?? "";
    }
  }

  /** @param {string} name @param {string} text known until the page is left where there is no room for it */
  set(name, text) {
    this.#marks.set(name, text);
    try {
      this.shelf?.putBeside(name, text, PLACE);
    } catch {
      // It is only noted here.
    }
  }

  clear() {
    this.#marks.clear();
  }
}
