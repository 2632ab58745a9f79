/** One entry of the reader's data while it is changed: what the browser keeps of it, what was changed since, and whoever else changes it. */

/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Part} Part */
/** @typedef {import("./store.js").Store} Store */
/**
 * @template T
 * @typedef {object} How
 * @property {(item: Record<string, unknown>) => T} read a whole value of whatever was kept, of nothing too
 * @property {T} [start] what it is before it is kept for the first time
 * @property {boolean} [outlives] whether it stays as it was, to be written on, once it was deleted elsewhere; else it is empty
 * @property {(value: T) => void} [stamp] what every write notes in it
 * @property {number} [pause] milliseconds of rest after which an edit is saved
 */

const PAUSE = 300;
/** What says that the page may be about to close; nothing outside a browser. */
const CLOSING = typeof document === "undefined" ? [] : /** @type {[EventTarget, string][]} */ ([[globalThis, "pagehide"], [document, "visibilitychange"]]);

/**
 * Emits "edit" when it was changed here, "saved" after each write, "other" when something else was changed, here or in another tab.
 * @template {object} T
 */
export class Draft extends EventTarget {
  /** @type {Map<string, (value: T) => void>} */ #edits = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #isKnown;
  #isWriting = false;

  /** @param {Store} store @param {Part} part @param {string} id @param {How<T>} how */
  constructor(store, part, id, how) {
    super();
    this.store = store;
    this.part = part;
    this.id = id;
    this.how = how;
    const item = store.get(part, id);
    this.#isKnown = Boolean(item);
    /** What it was when it was last there. */
    this.last = item || !how.start ? how.read(item ?? {}) : how.start;
    store.addEventListener("change", this.#look);
    for (const [place, event] of CLOSING) place.addEventListener(event, this.save);
  }

  /** @returns {boolean} whether it was kept, and was then deleted elsewhere */
  get isDeleted() {
    return this.#isKnown && !this.store.get(this.part, this.id);
  }

  /** @returns {T} it as it is on the screen: as it is kept, with what was changed here since */
  get value() {
    const item = this.store.get(this.part, this.id);
    if (item) this.last = this.how.read(item);
    else if (this.#isKnown && !this.how.outlives) this.last = this.how.read({});
    const value = structuredClone(this.last);
    for (const edit of this.#edits.values()) edit(value);
    return value;
  }

  /** @param {string} [key] @returns {boolean} whether it, or anything at all, was changed here and is not saved yet */
  isPending(key) {
    return key === undefined ? this.#edits.size > 0 : this.#edits.has(key);
  }

  /**
   * Change one thing of it: the rest stays as any tab left it.
   * @param {string} key names what is changed; a later edit of the same takes its place @param {(value: T) => void} edit
   */
  edit(key, edit) {
    this.#edits.set(key, edit);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.save, this.how.pause ?? PAUSE);
    this.dispatchEvent(new Event("edit"));
  }

  /** Write down what is not saved yet. */
  save = () => {
    clearTimeout(this.#timer);
    if (this.#edits.size) this.write();
  };

  /** Write it down as it is on the screen, though nothing was changed or it was deleted elsewhere. @returns {boolean} whether this browser kept it */
  write() {
    clearTimeout(this.#timer);
    const { value } = this;
    this.how.stamp?.(value);
    this.#edits.clear();
    this.last = value;
    this.#isKnown = true;
    this.#isWriting = true;
    const isKept = this.store.put(this.part, this.id, /** @type {Item} */ (value));
    this.#isWriting = false;
    this.dispatchEvent(new Event("saved"));
    return isKept;
  }

  /** Listen no longer. @param {boolean} [save] whether to keep what is left to keep */
  leave(save = true) {
    this.store.removeEventListener("change", this.#look);
    for (const [place, event] of CLOSING) place.removeEventListener(event, this.save);
    if (save) this.save();
    clearTimeout(this.#timer);
    this.#edits.clear();
  }

  #look = () => {
    if (!this.#isWriting) this.dispatchEvent(new Event("other"));
  };
}
