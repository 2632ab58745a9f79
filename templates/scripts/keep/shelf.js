/** Where the document stands in the browser's storage, with what was set aside beside it, and what former editions left. */
import { formerKey } from "./document.js";

const BESIDE = ":earlier:";

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

  /** Write the document; where there is no room, what stands beside it goes. @param {string} text */
  write(text) {
    for (;;) {
      try {
        return this.storage.setItem(this.key, text);
      } catch (error) {
        const [entry] = this.allBeside();
        if (entry === undefined) throw error;
        this.putBeside(entry, "");
      }
    }
  }

  /** @param {string} name such as part/id @param {string} [place] @returns {string | null} what stands beside the document under that name */
  beside(name, place = BESIDE) {
    return this.storage.getItem(`${this.key}${place}${name}`);
  }

  /** @param {string} name @param {string} text nothing takes it away @param {string} [place] */
  putBeside(name, text, place = BESIDE) {
    if (text) this.storage.setItem(`${this.key}${place}${name}`, text);
    else this.storage.removeItem(`${this.key}${place}${name}`);
  }

  /** @returns {string[]} every entry whose past stands beside the document */
  allBeside() {
    const begin = `${this.key}${BESIDE}`;
    return this.#keys().filter((key) => key.startsWith(begin)).map((key) => key.slice(begin.length));
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
   * Take over what stands under the key of former editions, and forget it there once it is kept here; where that fails it
   * stays where it is, and is taken over another time.
   * @param {(former: string, here: string) => string} joined both in one, where both are there
   */
  takeOver(joined) {
    const { storage, key } = this;
    try {
      const text = storage.getItem(formerKey(key));
      if (text === null) return;
      const here = storage.getItem(key);
      this.#move(formerKey(key), text, here === null ? text : joined(text, here));
    } catch {
      // Nothing is lost.
    }
  }

  /** @param {string} former @param {string} text what stands there @param {string} both what shall stand here */
  #move(former, text, both) {
    const { storage, key } = this;
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
