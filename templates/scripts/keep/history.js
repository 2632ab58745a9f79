/**
 * The last versions of what somebody wrote, so that words deleted by mistake can be had back: few, the newer the denser,
 * beside the document in this browser's storage, and the first to go when there is no room.
 */

/** @typedef {Readonly<Record<string, string | true>>} Texts what was written, field by field; true is a tick */
/** @typedef {{at: string, texts: Texts}} Version */

const MOST = 10;
const LONGEST = 100_000;
const GAP = 10 * 60 * 1000;
const LOSS = 40;

export class History {
  /** @param {import("./shelf.js").Shelf | null} shelf @param {() => Date} now */
  constructor(shelf, now) {
    this.shelf = shelf;
    this.now = now;
    this.began = now().getTime();
  }

  /** @param {string} entry as part/id @returns {Version[]} oldest first */
  versions(entry) {
    try {
      const kept = JSON.parse(this.shelf?.beside(entry) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isVersion) : [];
    } catch {
      return [];
    }
  }

  /**
   * An entry is about to be written over: remember what it was, where a pause, a while or many words lie between the two.
   * @param {string} entry @param {Version} before @param {Texts} after
   */
  note(entry, before, after) {
    const written = Date.parse(before.at) || this.began;
    const last = this.versions(entry).at(-1);
    const since = Math.max(this.began, Date.parse(last?.at ?? "") || 0);
    const now = this.now().getTime();
    if (now - written >= GAP || now - since >= GAP || lengthOf(before.texts) - lengthOf(after) >= LOSS) this.add(entry, before);
  }

  /** @param {string} entry @param {Version} version kept whatever lies between, but once */
  add(entry, version) {
    const versions = this.versions(entry);
    const text = JSON.stringify(version.texts);
    if (!lengthOf(version.texts) || versions.some(({ texts }) => JSON.stringify(texts) === text)) return;
    const kept = thinned([...versions, version], this.now().getTime());
    try {
      this.shelf?.putBeside(entry, JSON.stringify(kept));
    } catch {
      // A browser without room keeps the text itself; of its past nothing more.
    }
  }

  /** Keep what was kept of an entry under another name. @param {(entry: string) => string} nowCalled */
  follow(nowCalled) {
    try {
      for (const entry of this.shelf?.allBeside() ?? []) {
        const to = nowCalled(entry);
        if (to === entry) continue;
        const all = [...this.versions(entry), ...this.versions(to)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
        this.shelf?.putBeside(entry, "");
        this.shelf?.putBeside(to, JSON.stringify(thinned(all, this.now().getTime())));
      }
    } catch {
      // A browser without room keeps the text itself; of its past nothing more.
    }
  }

  /** Forget what was kept of entries that are no more. @param {(entry: string) => boolean} isThere */
  prune(isThere) {
    try {
      for (const entry of this.shelf?.allBeside() ?? []) if (!isThere(entry)) this.shelf?.putBeside(entry, "");
    } catch {
      // Without storage there is nothing to forget.
    }
  }
}

/** @param {import("./store.js").Store} store @returns {number} of how many texts there are earlier versions */
export function countEarlier({ shelf }) {
  try {
    return shelf?.allBeside().length ?? 0;
  } catch {
    return 0;
  }
}

/** @param {import("./store.js").Store} store */
export function forgetEarlier({ shelf }) {
  for (const entry of shelf?.allBeside() ?? []) shelf?.putBeside(entry, "");
}

/** @param {Version[]} versions oldest first @param {number} now @returns {Version[]} as many as are kept: the older, the further apart */
export function thinned(versions, now) {
  const kept = [...versions];
  const when = /** @param {number} at */ (at) => Date.parse(kept[at]?.at ?? "") || 0;
  while (kept.length > MOST) {
    const gaps = kept.slice(1, -1).map((_, at) => (when(at + 2) - when(at)) / Math.max(1, now - when(at + 1)));
    kept.splice(1 + gaps.indexOf(Math.min(...gaps)), 1);
  }
  while (kept.length > 1 && JSON.stringify(kept).length > LONGEST) kept.shift();
  return kept;
}

/** @param {Texts} texts @returns {number} how many characters were written */
export function lengthOf(texts) {
  return Object.values(texts).reduce((sum, one) => sum + (typeof one === "string" ? one.trim().length : 0), 0);
}

/** @param {any} one @returns {one is Version} */
function isVersion(one) {
  const { at, texts } = one ?? {};
  return typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof texts === "object" && texts !== null && Object.values(texts).every((text) => typeof text === "string" || text === true);
}
