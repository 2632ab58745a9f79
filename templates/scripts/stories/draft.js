/** One story while it is written: what the browser keeps of it, and what was typed since. */
import { whole } from "../story/story.js";

/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {import("../keep/store.js").Store} Store */
/** @typedef {(story: Kept) => void} Edit */

const PAUSE = 300;

/** Emits "edit" when it was changed here, "kept" after each write, "other" when another tab changed it. */
export class StoryDraft extends EventTarget {
  /** @type {Map<string, Edit>} */ #edits = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {Store} store @param {string} id @param {number} pace words a minute where none was kept */
  constructor(store, id, pace) {
    super();
    this.store = store;
    this.id = id;
    this.pace = pace;
    /** What it was when it was last there. */
    this.last = whole(store.get("stories", id), pace);
    store.addEventListener("change", this.#look);
    addEventListener("pagehide", this.keep);
    document.addEventListener("visibilitychange", this.keep);
  }

  /** @returns {boolean} whether it is gone, deleted in another tab */
  get isGone() {
    return !this.store.get("stories", this.id);
  }

  /** @returns {Kept} the story as it is on the screen */
  get story() {
    const kept = this.store.get("stories", this.id);
    if (kept) this.last = whole(kept, this.pace);
    const story = structuredClone(this.last);
    for (const edit of this.#edits.values()) edit(story);
    return story;
  }

  /** @param {string} key @returns {boolean} whether it was changed here and is not kept yet */
  isPending(key) {
    return this.#edits.has(key);
  }

  /**
   * Change one thing of it: the rest stays as any tab left it.
   * @param {string} key names what is changed; a later edit of the same takes its place @param {Edit} edit
   */
  edit(key, edit) {
    this.#edits.set(key, edit);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.keep, PAUSE);
    this.dispatchEvent(new Event("edit"));
  }

  /** Write down what is not kept yet. */
  keep = () => {
    clearTimeout(this.#timer);
    if (!this.#edits.size) return;
    const story = this.story;
    this.#edits.clear();
    this.last = story;
    this.#put(story);
  };

  /** Keep it again after it was deleted elsewhere. */
  restore() {
    this.#put(this.story);
  }

  /** Keep what is left to keep, and listen no longer. */
  leave() {
    this.store.removeEventListener("change", this.#look);
    removeEventListener("pagehide", this.keep);
    document.removeEventListener("visibilitychange", this.keep);
    this.keep();
  }

  /** @param {Kept} story */
  #put(story) {
    this.writing = true;
    this.store.put("stories", this.id, /** @type {any} */ (story));
    this.writing = false;
    this.dispatchEvent(new Event("kept"));
  }

  #look = () => {
    if (!this.writing) this.dispatchEvent(new Event("other"));
  };
}
