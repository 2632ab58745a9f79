/**
 * The reader's own data: one versioned document in this browser, and nowhere else.
 *
 * Every write reads the document again first and changes one entry of it, so that two tabs do not overwrite one
 * another. What cannot be read is set aside, never thrown away; what cannot be written is reported.
 */

export const VERSION = 1;
const PARTS = /** @type {const} */ (["worksheets", "stories", "mocks", "cards", "ticks"]);
const MOST_CHARACTERS = 4_500_000;
const DEEPEST = 8;

/** @typedef {"worksheets" | "stories" | "mocks" | "cards" | "ticks"} Part */
/** @typedef {Record<string, unknown> & {saved?: string}} Item */
/** @typedef {{date: string, goal: number, set: string}} Interview the day, cards a day, and the day when the date was set */
/** @typedef {{version: 1, interview: Interview} & Record<Part, Record<string, Item>>} Document */
/** @typedef {{part: Part, id: string, change: "new" | "newer" | "older" | "same" | "gone"}} Difference */
/** @typedef {"fine" | "full" | "closed" | "damaged"} State */

/** A document that cannot be taken in, with a message for the reader. */
export class ImportError extends Error {}

/** @returns {Document} an empty document */
export function emptyDocument() {
  return { version: VERSION, interview: { date: "", goal: 10, set: "" }, worksheets: {}, stories: {}, mocks: {}, cards: {}, ticks: {} };
}

/**
 * The key under which this site keeps its data: sites of one owner may share an origin, so it holds the site's path.
 * @param {string} path the path of the site's first page
 * @returns {string}
 */
export function storageKey(path) {
  return `handbook:${path}:${VERSION}`;
}

/**
 * Give any JSON value as a document of today's version. Older versions are brought up to date.
 * @param {unknown} value
 * @returns {Document}
 * @throws {ImportError} with what is wrong, in words
 */
export function asDocument(value) {
  if (!isObject(value)) throw new ImportError("The file must hold an object with the notes of this handbook.");
  const version = value.version;
  if (version !== VERSION && version !== 0) {
    const found = typeof version === "number" ? `version ${version}` : "no version";
    throw new ImportError(`The file must be of version ${VERSION} or older, found ${found}.`);
  }
  const whole = emptyDocument();
  if (isObject(value.interview)) {
    const { date, goal, set } = value.interview;
    if (isDay(date)) whole.interview.date = date;
    if (isDay(set)) whole.interview.set = set;
    if (typeof goal === "number" && goal >= 1 && goal <= 200) whole.interview.goal = Math.round(goal);
  }
  for (const part of PARTS) {
    const items = value[part] ?? {};
    if (!isObject(items)) throw new ImportError(`"${part}" must be an object, found ${kindOf(items)}.`);
    for (const [id, item] of Object.entries(items)) {
      if (!/^[a-z0-9][a-z0-9:/-]{0,160}$/.test(id)) throw new ImportError(`"${part}" must hold names of lower-case letters, digits and hyphens, found "${id.slice(0, 40)}".`);
      if (!isObject(item)) throw new ImportError(`"${part}/${id}" must be an object, found ${kindOf(item)}.`);
      if (tooDeep(item)) throw new ImportError(`"${part}/${id}" must not be nested more than ${DEEPEST} levels deep.`);
      whole[part][id] = /** @type {Item} */ (plainCopy(item));
    }
  }
  return whole;
}

/**
 * What taking in a document would change.
 * @param {Document} mine @param {Document} theirs @param {"merge" | "replace"} mode
 * @returns {Difference[]}
 */
export function differences(mine, theirs, mode) {
  /** @type {Difference[]} */
  const found = [];
  for (const part of PARTS) {
    for (const [id, item] of Object.entries(theirs[part])) {
      const own = entry(mine[part], id);
      const change = !own ? "new" : JSON.stringify(own) === JSON.stringify(item) ? "same" : saved(item) > saved(own) ? "newer" : "older";
      found.push({ part, id, change });
    }
    if (mode === "replace") for (const id of Object.keys(mine[part])) if (!entry(theirs[part], id)) found.push({ part, id, change: "gone" });
  }
  return found;
}

/**
 * Both documents in one: of two entries with the same name the one saved later stays.
 * @param {Document} mine @param {Document} theirs
 * @returns {Document}
 */
export function merged(mine, theirs) {
  const whole = { ...mine, interview: mine.interview.date ? mine.interview : theirs.interview };
  for (const part of PARTS) {
    whole[part] = { ...mine[part] };
    for (const [id, item] of Object.entries(theirs[part])) {
      const own = entry(mine[part], id);
      if (!own || saved(item) > saved(own)) whole[part][id] = item;
    }
  }
  return whole;
}

/** The reader's data in this browser. Emits "change" when this tab or another changed it, and "state" when writing failed or works again. */
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
    this.gone = new Set();
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
    return /** @type {T | undefined} */ (entry(this.read()[part], id));
  }

  /**
   * Keep one entry, with the time it was saved.
   * @param {Part} part @param {string} id @param {Item} item
   * @returns {boolean} whether this browser kept it
   */
  put(part, id, item) {
    this.gone.delete(`${part}/${id}`);
    return this.#change((whole) => {
      whole[part][id] = { ...item, saved: this.now().toISOString() };
    });
  }

  /** @param {Part} part @param {string} id @returns {boolean} */
  remove(part, id) {
    this.gone.add(`${part}/${id}`);
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
    this.gone.clear();
    try {
      this.storage?.removeItem(this.key);
      for (const key of this.#asideKeys()) this.storage?.removeItem(key);
      this.#say(this.storage ? "fine" : "closed");
    } catch {
      this.#say("closed");
    }
    this.dispatchEvent(new Event("change"));
  }

  /** What is kept, with what there was no room for. @param {Document} kept @returns {Document} */
  #withUnkept(kept) {
    const whole = { ...merged(this.memory, kept), interview: this.memory.interview };
    for (const part of PARTS) for (const id of Object.keys(whole[part])) if (this.gone.has(`${part}/${id}`)) delete whole[part][id];
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
        this.gone.clear();
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

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function kindOf(value) {
  return Array.isArray(value) ? "a list" : value === null ? "nothing" : `a ${typeof value}`;
}

/** @param {unknown} value @returns {value is string} whether it is a day, or none */
function isDay(value) {
  return typeof value === "string" && (value === "" || (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))));
}

/** @param {Record<string, Item>} items @param {string} id @returns {Item | undefined} the entry, if it is there and not inherited */
function entry(items, id) {
  return Object.hasOwn(items, id) ? items[id] : undefined;
}

/** @param {Item} item */
function saved(item) {
  return typeof item.saved === "string" ? item.saved : "";
}

/** @param {unknown} value @param {number} [depth] @returns {boolean} */
function tooDeep(value, depth = 0) {
  if (typeof value !== "object" || value === null) return false;
  return depth > DEEPEST || Object.values(value).some((inner) => tooDeep(inner, depth + 1));
}

/** A copy without keys that could reach a prototype. @param {unknown} value @returns {unknown} */
function plainCopy(value) {
  if (Array.isArray(value)) return value.map(plainCopy);
  if (!isObject(value)) return value;
  const safe = Object.entries(value).filter(([key]) => !["__proto__", "constructor", "prototype"].includes(key));
  return Object.fromEntries(safe.map(([key, inner]) => [key, plainCopy(inner)]));
}
