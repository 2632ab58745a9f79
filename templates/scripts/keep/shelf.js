/** Where the document stands in the browser's storage, with what was set aside beside it, and what former editions left. */
import { formerKey } from "./document.js";

export class Shelf {
  /** @param {Storage} storage @param {string} key */
  constructor(storage, key) {
    this.storage = storage;
    this.key = key;
  }

  /** @returns {string | null} the document, as it was written */
  read() {
    return this.storage.getItem(this.key);
  }

  /** @param {string} text */
  write(text) {
    this.storage.setItem(this.key, text);
  }

  /**
   * Keep a copy of what could not be read, and the rest in its place.
   * @param {string} text all of it @param {string} aside what could not be read @param {string | null} rest what could @param {Date} now
   * @returns {boolean} whether there was room for both; if not, all of it stays as it was
   */
  setAside(text, aside, rest, now) {
    const { storage, key } = this;
    let name = now.getTime();
    while (storage.getItem(`${key}:aside:${name}`) !== null) name += 1;
    try {
      storage.removeItem(key);
      storage.setItem(`${key}:aside:${name}`, aside);
      if (rest !== null) storage.setItem(key, rest);
      return true;
    } catch {
      storage.removeItem(`${key}:aside:${name}`);
      storage.setItem(key, text);
      return false;
    }
  }

  /** @returns {string[]} what was set aside, oldest first, each once though two tabs did it */
  aside() {
    return [...new Set(this.#keys().filter(isAside).map((key) => this.storage.getItem(key) ?? ""))];
  }

  forgetAside() {
    for (const key of this.#keys().filter(isAside)) this.storage.removeItem(key);
  }

  /** Forget everything of this site. */
  clear() {
    for (const key of [...this.#keys(), this.key]) this.storage.removeItem(key);
  }

  /**
   * Take over what stands under the key of former editions, and forget it there once it is kept here.
   * @param {(former: string, here: string) => string} joined both in one, where both are there
   */
  takeOver(joined) {
    const { storage, key } = this;
    const former = formerKey(key);
    const text = storage.getItem(former);
    if (text === null) return;
    const here = storage.getItem(key);
    const both = here === null ? text : joined(text, here);
    try {
      storage.setItem(key, both);
      storage.removeItem(former);
    } catch {
      storage.removeItem(former); // there is no room for it twice
      try {
        storage.setItem(key, both);
      } catch (error) {
        storage.setItem(former, text);
        throw error;
      }
    }
  }

  /** @returns {string[]} every key of this site but the document's own */
  #keys() {
    const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at) ?? "");
    return keys.filter((key) => key.startsWith(`${this.key}:`)).sort();
  }
}

/** @param {string} key */
function isAside(key) {
  return /:aside:\d+$/.test(key);
}
