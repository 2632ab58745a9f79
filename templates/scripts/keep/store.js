/**
 * The reader's own data, in this browser and nowhere else.
 *
 * Every write reads the document again first and changes one entry of it, so that two tabs do not overwrite one
 * another. What cannot be read is set aside, never thrown away; what cannot be written is reported.
 */
import { asDocument, emptyDocument, entryOf, ImportError, PARTS } from "./document.js";
import { differences, merged } from "./merge.js";

const MOST_CHARACTERS = 4_500_000;

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./document.js").Interview} Interview */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Part} Part */
/** @typedef {import("./merge.js").Difference} Difference */
/** @typedef {"fine" | "full" | "closed" | "damaged"} State */

/** The reader's data in this browser. Emits "change" when this tab or another changed it, "state" when writing failed or works again, and "erase" when all of it was erased here. */
export class Store extends EventTarget {
  /** @param {Storage | null} storage @param {string} key @param {() => Date} now */
  constructor(storage, key, now = () => new Date()) {
    super();
    this.storage = storage;
    this.key = key;
    this.now = now;
    /** @type {State} */
    this.state = storage ? "fine" : "closed";
    this.memory = emptyDocument();
    /** Whether damaged data holds the place, so that writing would destroy it. */
    this.stuck = false;
    /** @type {Set<string>} removed, but not yet kept so */
    this.deleted = new Set();
    if (typeof addEventListener === "function") {
      addEventListener("storage", (event) => {
        if (event.key === this.key || event.key === null) this.dispatchEvent(new Event("change"));
      });
    }
  }

  /** @returns {Document} everything, as it is now */
  read() {
    if (!this.storage || this.stuck) return this.memory;
    let text = null;
    try {
      text = this.storage.getItem(this.key);
    } catch {
      this.#say("closed");
      return this.memory;
    }
    if (text === null) return this.state === "full" || this.state === "closed" ? this.memory : emptyDocument();
    try {
      const whole = asDocument(JSON.parse(text));
      return this.state === "full" ? this.#withUnkept(whole) : whole;
    } catch {
      this.#setAside(text);
      return emptyDocument();
    }
  }

  /**
   * @template {Item} [T=Item]
   * @param {Part} part @param {string} id
   * @returns {T | undefined} one entry
   */
  get(part, id) {
    return /** @type {T | undefined} */ (entryOf(this.read()[part], id));
  }

  /**
   * Keep one entry, with the time it was saved.
   * @param {Part} part @param {string} id @param {Item} item
   * @returns {boolean} whether this browser kept it
   */
  put(part, id, item) {
    this.deleted.delete(`${part}/${id}`);
    return this.#change((whole) => {
      whole[part][id] = { ...item, saved: this.now().toISOString() };
    });
  }

  /** @param {Part} part @param {string} id @returns {boolean} */
  remove(part, id) {
    this.deleted.add(`${part}/${id}`);
    return this.#change((whole) => {
      delete whole[part][id];
    });
  }

  /** @param {Partial<Interview>} interview @returns {boolean} */
  setInterview(interview) {
    return this.#change((whole) => {
      whole.interview = { ...whole.interview, ...interview };
    });
  }

  /** @returns {string} everything as one JSON file */
  exportText() {
    return `${JSON.stringify(this.read(), null, 1)}\n`;
  }

  /**
   * What a file holds, and what taking it in would change. Changes nothing.
   * @param {string} text @param {"merge" | "replace"} mode
   * @returns {{whole: Document, differences: Difference[]}}
   * @throws {ImportError}
   */
  preview(text, mode) {
    if (text.length > MOST_CHARACTERS) throw new ImportError("The file must be smaller than this browser can keep.");
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      throw new ImportError("The file must be JSON as this handbook saves it, and could not be read.");
    }
    const theirs = asDocument(value);
    const mine = this.read();
    return { whole: mode === "merge" ? merged(mine, theirs) : theirs, differences: differences(mine, theirs, mode) };
  }

  /**
   * Take in a document, whole or not at all.
   * @param {string} text @param {"merge" | "replace"} mode
   * @returns {boolean} whether this browser kept it; if not, everything is as it was
   * @throws {ImportError}
   */
  take(text, mode) {
    const { whole } = this.preview(text, mode);
    if (this.stuck) return false;
    try {
      this.storage?.setItem(this.key, JSON.stringify(whole));
    } catch {
      return false;
    }
    return this.#write(whole) || !this.storage;
  }

  /** Forget everything, what was set aside, too. */
  erase() {
    this.memory = emptyDocument();
    this.stuck = false;
    this.deleted.clear();
    try {
      this.storage?.removeItem(this.key);
      for (const key of this.#asideKeys()) this.storage?.removeItem(key);
      this.#say(this.storage ? "fine" : "closed");
    } catch {
      this.#say("closed");
    }
    this.dispatchEvent(new Event("change"));
    this.dispatchEvent(new Event("erase"));
  }

  /** What is kept, with what there was no room for. @param {Document} kept @returns {Document} */
  #withUnkept(kept) {
    const whole = { ...merged(this.memory, kept), interview: this.memory.interview };
    for (const part of PARTS) for (const id of Object.keys(whole[part])) if (this.deleted.has(`${part}/${id}`)) delete whole[part][id];
    return whole;
  }

  /** @param {(whole: Document) => void} edit @returns {boolean} */
  #change(edit) {
    const whole = this.read();
    edit(whole);
    return this.#write(whole);
  }

  /** @param {Document} whole @returns {boolean} */
  #write(whole) {
    this.memory = whole;
    let kept = false;
    if (this.storage && !this.stuck) {
      try {
        this.storage.setItem(this.key, JSON.stringify(whole));
        kept = true;
        this.deleted.clear();
        this.#say("fine");
      } catch (error) {
        this.#say(error instanceof DOMException && error.name !== "SecurityError" ? "full" : "closed");
      }
    }
    this.dispatchEvent(new Event("change"));
    return kept;
  }

  /** Keep a copy of what could not be read, so that nothing is lost. @param {string} text */
  #setAside(text) {
    const storage = /** @type {Storage} */ (this.storage);
    try {
      storage.removeItem(this.key);
      storage.setItem(`${this.key}:aside:${this.now().getTime()}`, text);
    } catch {
      // There is no room for its new name: it stays under the old one, and nothing is written over it.
      this.stuck = true;
      storage.setItem(this.key, text);
    }
    this.#say("damaged");
  }

  /** @returns {string[]} every text that was set aside because it could not be read, oldest first */
  aside() {
    const texts = this.#asideKeys().map((key) => this.storage?.getItem(key) ?? "");
    return this.stuck ? [...texts, this.storage?.getItem(this.key) ?? ""] : texts;
  }

  /** Forget what was set aside. */
  forgetAside() {
    for (const key of this.#asideKeys()) this.storage?.removeItem(key);
    if (this.stuck) this.storage?.removeItem(this.key);
    const unkept = this.stuck ? this.memory : this.read();
    this.stuck = false;
    this.#write(unkept);
  }

  /** @returns {string[]} */
  #asideKeys() {
    if (!this.storage) return [];
    try {
      const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage?.key(at) ?? "");
      return keys.filter((key) => key.startsWith(`${this.key}:aside`)).sort();
    } catch {
      return [];
    }
  }

  /** @param {State} state */
  #say(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
