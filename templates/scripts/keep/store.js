/**
 * The reader's own data, in this browser and nowhere else.
 *
 * Every write reads the document again first and changes one entry of it, and is written once more where another tab
 * wrote over it in that moment. What cannot be read is set aside, never thrown away; what cannot be written is reported.
 * Entries are never changed in place: what `read` and `get` give is everybody's.
 */
import { changed, momentAfter, Recent } from "./change.js";
import { emptyDocument, entryOf, formerKey, unreadText } from "./document.js";
import { joined, previewOf } from "./incoming.js";
import { Marks } from "./marks.js";
import { withUnkept } from "./merge.js";
import { published, readMoved, settled } from "./moves.js";
import { Shelf } from "./shelf.js";
import { NewerError } from "./versions.js";
import { textOf } from "./written.js";

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./document.js").Interview} Interview */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Part} Part */
/** @typedef {import("./merge.js").Mode} Mode */
/** @typedef {"fine" | "full" | "closed" | "damaged" | "newer"} State newer: kept by an edition yet to come, which nothing is written over */

/** The reader's data in this browser. Emits "change" when this tab or another changed it, "state" when writing failed or works again, and "erase" when all of it was erased here. */
export class Store extends EventTarget {
  /** @type {{text: string, whole: Document} | undefined} what was read last, so that it is read once */ #last;
  #isUnkept = false;
  #recent = new Recent();
  /** @type {string | undefined} what holds the place, so that writing would destroy it */ #stuck;

  /** @param {Storage | null} storage @param {string} key @param {() => Date} now @param {State} [state] what is known of the storage */
  constructor(storage, key, now = () => new Date(), state = "fine") {
    super();
    this.shelf = storage && new Shelf(storage, key);
    this.marks = new Marks(this.shelf);
    this.key = key;
    this.now = now;
    /** @type {State} */
    this.state = storage ? state : "closed";
    this.memory = emptyDocument();
    /** How writes of several tabs wait for one another, where the browser can. */
    this.locks = globalThis.navigator?.locks;
    this.shelf?.takeOver(joined);
    if (published()) this.read();
    if (typeof addEventListener === "function") addEventListener("storage", ({ key: changed }) => this.#heard(changed));
  }

  /** @returns {Document} everything, as it is now */
  read() {
    if (!this.shelf) return this.memory;
    let text = null;
    try {
      text = this.shelf.read();
    } catch {
      this.#say("closed");
      return this.memory;
    }
    if (this.#stuck !== undefined && this.#stuck === text) return this.memory;
    this.#stuck = undefined;
    if (text === null) return this.#isUnkept ? this.memory : emptyDocument();
    const whole = text === this.#last?.text ? this.#last.whole : this.#parsed(text);
    if (this.#stuck !== undefined) return this.memory;
    if (this.state === "newer") this.#say("fine");
    this.#recent.see(whole);
    return this.#isUnkept ? withUnkept(this.memory, whole) : whole;
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
    const whole = this.read();
    const at = momentAfter(this.now(), whole.erased, whole.gone?.[`${part}/${id}`]);
    /** @type {Item} */
    const kept = { ...structuredClone(item), saved: at };
    return this.#change(whole, { part, id, item: kept, at });
  }

  /** @param {Part} part @param {string} id @returns {boolean} */
  remove(part, id) {
    const whole = this.read();
    return this.#change(whole, { part, id, at: momentAfter(this.now(), whole.erased, entryOf(whole[part], id)?.saved) });
  }

  /** @param {Partial<Interview>} interview @returns {boolean} */
  setInterview(interview) {
    const whole = this.read();
    return this.#write({ ...whole, interview: { ...whole.interview, ...interview } });
  }

  /** @returns {string} everything as one JSON file */
  exportText() {
    const { erased: _, ...whole } = this.read();
    return `${JSON.stringify(whole, null, 1)}\n`;
  }

  /**
   * What a file holds, what of it cannot be read, and what taking it in would change. Changes nothing.
   * @param {string} text @param {Mode} mode @param {boolean} [revives] whether what was deleted here comes back
   * @returns {import("./incoming.js").Preview}
   * @throws {import("./versions.js").ImportError}
   */
  preview(text, mode, revives = false) {
    return previewOf(this.read(), text, mode, revives);
  }

  /**
   * Take in a document, whole or not at all.
   * @param {string} text @param {Mode} mode @param {boolean} [revives]
   * @returns {boolean} whether this browser kept it; if not, everything is as it was
   * @throws {import("./versions.js").ImportError}
   */
  take(text, mode, revives = false) {
    const { whole } = this.preview(text, mode, revives);
    if (this.#stuck !== undefined) return false;
    try {
      this.shelf?.write(textOf(whole));
    } catch {
      return false;
    }
    this.#recent.forget();
    return this.#write(whole) || !this.shelf;
  }

  /** Forget everything, what was set aside, too; other tabs see by the time of it that what they hold is erased. */
  erase() {
    const empty = { ...emptyDocument(), erased: momentAfter(this.now(), this.read().erased) };
    this.memory = empty;
    this.#stuck = this.#last = undefined;
    this.#isUnkept = !this.shelf;
    this.marks.clear();
    this.#recent.forget();
    this.#recent.see(empty);
    try {
      this.shelf?.clear();
      this.shelf?.write(textOf(empty));
      this.#say(this.shelf ? "fine" : "closed");
    } catch {
      this.#say("closed");
    }
    this.dispatchEvent(new Event("change"));
    this.dispatchEvent(new Event("erase"));
  }

  /** @returns {string[]} every text that was set aside because it could not be read, oldest first */
  aside() {
    try {
      const texts = this.shelf?.aside() ?? [];
      return this.#stuck === undefined || this.state === "newer" ? texts : [...texts, this.#stuck];
    } catch {
      return [];
    }
  }

  /** Forget what was set aside. */
  forgetAside() {
    this.shelf?.forgetAside();
    if (this.state === "newer") return;
    const unkept = this.#stuck === undefined ? this.read() : this.memory;
    this.#stuck = undefined;
    this.#write(unkept);
  }

  /** @param {Document} whole @param {import("./change.js").Change} change @returns {boolean} */
  #change(whole, change) {
    this.#recent.note(change);
    return this.#write(changed(whole, change, this.now()));
  }

  /** @param {Document} whole @returns {boolean} */
  #write(whole) {
    this.memory = whole;
    this.#isUnkept = true;
    if (this.shelf && this.#stuck === undefined) {
      try {
        const text = textOf(whole);
        this.shelf.write(text);
        this.#last = { text, whole };
        this.#isUnkept = false;
        this.#say("fine");
      } catch (error) {
        this.#say(error instanceof DOMException && error.name !== "SecurityError" ? "full" : "closed");
      }
    }
    this.dispatchEvent(new Event("change"));
    return !this.#isUnkept;
  }

  /** Another tab wrote. @param {string | null} key nothing when all of this origin was cleared */
  #heard(key) {
    if (key === formerKey(this.key)) this.shelf?.takeOver(joined);
    else if (key !== this.key && key !== null) return;
    if (key === this.key && this.#recent.mended(this.read(), this.now())) {
      const again = () => {
        const mended = this.#recent.mended(this.read(), this.now());
        if (mended) this.#write(mended);
      };
      if (this.locks) void this.locks.request(this.key, again);
      else again();
    }
    this.dispatchEvent(new Event("change"));
  }

  /** What fits of a text; the rest is set aside. @param {string} text @returns {Document} */
  #parsed(text) {
    try {
      const found = readMoved(JSON.parse(text));
      const { whole, unread } = found;
      if (unread.length) this.#setAside(text, unreadText(unread), whole);
      else this.#last = { text: found.isMoved && this.shelf ? settled(this.shelf, text, found, this.now) : text, whole };
      return whole;
    } catch (error) {
      if (error instanceof NewerError) {
        this.#stuck = text;
        this.#say("newer");
      } else this.#setAside(text, text, null);
      return emptyDocument();
    }
  }

  /** Keep a copy of what could not be read, so that nothing is lost. @param {string} text all of it @param {string} aside @param {Document | null} rest */
  #setAside(text, aside, rest) {
    if (!this.shelf?.setAside(text, aside, rest && textOf(rest), this.now())) {
      this.#stuck = text; // There is no room for it elsewhere: it stays, and nothing is written over it.
      if (rest) this.memory = rest;
    }
    this.#say("damaged");
  }

  /** @param {State} state */
  #say(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
