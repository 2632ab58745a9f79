/** A browser's storage with room for so many characters. */
export class Shelf {
  /** @param {number} [room] */
  constructor(room = 1_000_000) {
    this.room = room;
    /** @type {Map<string, string>} */
    this.kept = new Map();
  }
  get length() {
    return this.kept.size;
  }
  /** @param {number} at */
  key(at) {
    return [...this.kept.keys()][at] ?? null;
  }
  /** @param {string} key */
  getItem(key) {
    return this.kept.get(key) ?? null;
  }
  /** @param {string} key */
  removeItem(key) {
    this.kept.delete(key);
  }
  clear() {
    this.kept.clear();
  }
  /** @param {string} key @param {string} text */
  setItem(key, text) {
    const others = [...this.kept].filter(([name]) => name !== key).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    if (others + key.length + text.length > this.room) throw new DOMException("no room", "QuotaExceededError");
    this.kept.set(key, text);
  }
}
