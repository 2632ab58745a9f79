/** One entry of the reader's data while it is changed: what the browser keeps of it, what was changed since, and whoever else changes it. */
import { History } from "./history.js";

/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Part} Part */
/** @typedef {import("./history.js").Texts} Texts */
/** @typedef {import("./history.js").Version} Version */
/** @typedef {import("./store.js").Store} Store */
/**
 * @template T
 * @typedef {object} How
 * @property {(item: Record<string, unknown>) => T} read a whole value of whatever was kept, of nothing too
 * @property {T} [start] what it is before it is kept for the first time
 * @property {(value: T) => void} [stamp] what every write notes in it
 * @property {number} [pause] milliseconds of rest after which an edit is saved
 * @property {(value: T) => Texts} [texts] what was written in it; with that its earlier versions are kept
 * @property {(value: T, texts: Texts) => void} [restore] put what was written into it
 */
/**
 * @template T
 * @typedef {{edit: (value: T) => void, read: ((value: T) => string) | undefined, base: string | undefined}} Edit with the words that stood there when it began
 */

const PAUSE = 300;
/** What says that the page may be about to close; nothing outside a browser. */
const CLOSING = typeof document === "undefined" ? [] : /** @type {[EventTarget, string][]} */ ([[globalThis, "pagehide"], [document, "visibilitychange"]]);

/**
 * Emits "edit" when it was changed here, "saved" after each write, "other" when something else was changed, here or in
 * another tab, "both" when another tab wrote in the same field. What was deleted elsewhere stays as it was on the screen,
 * and is kept again only once one writes on.
 * @template {object} T
 */
export class Draft extends EventTarget {
  /** @type {Map<string, Edit<T>>} */ #edits = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #isKnown;
  #isWriting = false;
  /** Whether its deletion was seen, so that what is edited from now on is meant. */
  #isSeenDeleted = false;
  /** @type {string | undefined} when everything had been erased, as last seen */ #erased;

  /** @param {Store} store @param {Part} part @param {string} id @param {How<T>} how */
  constructor(store, part, id, how) {
    super();
    this.store = store;
    this.part = part;
    this.id = id;
    this.how = how;
    this.history = new History(how.texts ? store.shelf : null, store.now);
    /** @type {Map<string, string>} what another tab wrote in a field in which this one wrote too */
    this.others = new Map();
    const { gone = {} } = store.read();
    this.history.prune((entry) => !gone[entry]);
    const item = store.get(part, id);
    this.#isKnown = Boolean(item);
    this.#erased = store.read().erased;
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
    const value = structuredClone(this.last);
    for (const { edit } of this.#edits.values()) edit(value);
    return value;
  }

  /** @param {string} [key] @returns {boolean} whether it, or anything at all, was changed here and is not saved yet */
  isPending(key) {
    return key === undefined ? this.#edits.size > 0 : this.#edits.has(key);
  }

  /**
   * Change one thing of it: the rest stays as any tab left it.
   * @param {string} key names what is changed; a later edit of the same takes its place @param {(value: T) => void} edit
   * @param {(value: T) => string} [read] the words that it changes; with that nothing another tab writes there is lost
   */
  edit(key, edit, read) {
    const base = this.#edits.get(key)?.base ?? read?.(this.value);
    this.#edits.set(key, { edit, read, base });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.save, this.how.pause ?? PAUSE);
    this.dispatchEvent(new Event("edit"));
  }

  /** Write down what is not saved yet; not what was changed before one could see that it was deleted elsewhere. */
  save = () => {
    clearTimeout(this.#timer);
    this.#see();
    if (this.#edits.size) this.write();
  };

  /** Write it down as it is on the screen, though nothing was changed or it was deleted elsewhere. @returns {boolean} whether this browser kept it */
  write() {
    clearTimeout(this.#timer);
    const { value } = this;
    this.how.stamp?.(value);
    const isShared = this.#compare(value);
    this.#edits.clear();
    this.last = value;
    this.#isKnown = true;
    this.#isSeenDeleted = false;
    this.#isWriting = true;
    const isKept = this.store.put(this.part, this.id, /** @type {Item} */ (value));
    this.#isWriting = false;
    this.dispatchEvent(new Event("saved"));
    if (isShared) this.dispatchEvent(new Event("both"));
    return isKept;
  }

  /** @returns {Version[]} what was written in it before, the newest first */
  get earlier() {
    const now = JSON.stringify(this.how.texts?.(this.value));
    return this.history.versions(this.#entry).reverse().filter(({ texts }) => JSON.stringify(texts) !== now);
  }

  /** Put an earlier version in the place of what is written now, which stays among the versions. @param {Version} version */
  restore({ texts }) {
    this.save();
    this.remember();
    this.edit("restore", (value) => this.how.restore?.(value, texts));
    this.write();
    this.dispatchEvent(new Event("other"));
  }

  /** Keep what is written now among the versions. */
  remember() {
    const texts = this.how.texts?.(this.value);
    if (texts) this.history.add(this.#entry, { at: this.store.now().toISOString(), texts });
  }

  /** Listen no longer. @param {boolean} [save] whether to keep what is left to keep */
  leave(save = true) {
    this.store.removeEventListener("change", this.#look);
    for (const [place, event] of CLOSING) place.removeEventListener(event, this.save);
    if (save) this.save();
    clearTimeout(this.#timer);
    this.#edits.clear();
  }

  get #entry() {
    return `${this.part}/${this.id}`;
  }

  /** Note what is about to be written over: an earlier version, and what another tab wrote in the same field. @param {T} value @returns {boolean} whether another tab did */
  #compare(value) {
    const item = this.store.get(this.part, this.id);
    if (!item) return false;
    const there = this.how.read(item);
    const both = [...this.#edits].flatMap(([key, { read, base }]) => {
      const [theirs, mine] = [read?.(there) ?? "", read?.(value) ?? ""];
      return theirs.trim() && theirs !== base && !mine.includes(theirs) ? [/** @type {const} */ ([key, theirs])] : [];
    });
    for (const [key, theirs] of both) this.others.set(key, theirs);
    if (this.how.texts) {
      const before = { at: String(item.saved ?? ""), texts: this.how.texts(there) };
      if (both.length) this.history.add(this.#entry, before);
      else this.history.note(this.#entry, before, this.how.texts(value));
    }
    return both.length > 0;
  }

  /** Take what was changed before its deletion was seen for what is on the screen, not for something to write. */
  #see() {
    const { erased } = this.store.read();
    const isErased = erased !== this.#erased && this.#edits.size > 0;
    this.#erased = erased;
    if (this.store.get(this.part, this.id)) this.#isSeenDeleted = false;
    else if ((this.#isKnown || isErased) && !this.#isSeenDeleted) {
      this.last = this.value;
      this.#edits.clear();
      this.#isKnown = this.#isSeenDeleted = true;
    }
  }

  #look = () => {
    if (this.#isWriting) return;
    this.#see();
    this.dispatchEvent(new Event("other"));
  };
}
