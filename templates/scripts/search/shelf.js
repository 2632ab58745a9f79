/** The index on the shelf: what is there, fetched piece by piece, each piece once. */

/** @typedef {[names: number[], using: number[]]} Postings */
/** @typedef {Record<string, Postings>} Words */
/** @typedef {[title: string, path: string, summary: string, ...names: string[]]} Entry */
/**
 * @typedef {{parts: [string, number][], silent: string, faint: string, kinds: [string, number, number][], starts: string, words: string,
 *   each: number, entries: string, spelling: string, indexes: [string, string][]}} Start
 */
/** @typedef {(name: string) => Promise<any>} Take */

export class Shelf {
  /** @param {Start} start @param {Take} take */
  constructor(start, take) {
    this.take = take;
    this.parts = start.parts;
    this.indexes = start.indexes;
    this.silent = new Set(start.silent.split(" "));
    this.faint = new Set(start.faint.split(" "));
    this.starts = start.starts.split(" ");
    this.wordScripts = start.words.split(" ");
    this.entryScripts = start.entries.split(" ");
    this.each = start.each;
    this.spelling = start.spelling;
    /** @type {{kind: string, times: number, end: number}[]} */
    this.kinds = [];
    for (const [kind, times, count] of start.kinds) this.kinds.push({ kind, times: times / 100, end: count + (this.kinds.at(-1)?.end ?? 0) });
    this.size = this.kinds.at(-1)?.end ?? 0;
  }

  /** @param {number} at an entry's place @returns {{kind: string, times: number}} */
  kindOf(at) {
    return this.kinds.find(({ end }) => at < end) ?? { kind: "", times: 1 };
  }

  /** Give the words that begin as this one does. @param {string} word @param {boolean} unfinished whether more letters may follow @returns {Promise<Words[]>} */
  async around(word, unfinished) {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? "") <= word) low = middle + 1;
      else high = middle;
    }
    const wanted = [this.wordScripts[Math.max(low - 1, 0)]];
    if (unfinished && word.length > 2 && this.starts[low]?.startsWith(word)) wanted.push(this.wordScripts[low]);
    return Promise.all(wanted.filter((name) => name !== undefined && name !== "").map((name) => this.take(String(name))));
  }

  /** @returns {Promise<string[]>} the words that a mistyped one is compared with */
  async spelled() {
    return (await this.take(this.spelling)).split(" ");
  }

  /** @param {number} at @returns {Promise<Entry>} */
  async entry(at) {
    const script = this.entryScripts[Math.floor(at / this.each)];
    return (await this.take(String(script)))[at % this.each];
  }
}
