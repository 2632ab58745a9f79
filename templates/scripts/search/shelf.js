/** The index on the shelf: what is there, fetched piece by piece, each piece once. */

/** @typedef {[names: number[], using: number[]]} Postings */
/** @typedef {Record<string, Postings>} Words */
/** @typedef {[title: string, path: string, summary: string, ...names: string[]]} Entry */
/**
 * @typedef {{parts: [string, number][], silent: string, faint: string, kinds: [kind: string, times: number, count: number, said: string][], starts: string, words: string,
 *   each: number, entries: string, letters: string, spelling: string, indexes: [string, string][]}} Start
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
    this.wordScripts = numbered("w", start.words);
    this.entryScripts = numbered("e", start.entries);
    this.each = start.each;
    this.letters = start.letters.split(" ");
    this.spellingScripts = numbered("s", start.spelling);
    /** @type {{kind: string, said: string, times: number, end: number}[]} */
    this.kinds = [];
    for (const [kind, times, count, said] of start.kinds) this.kinds.push({ kind, said, times: times / 100, end: count + (this.kinds.at(-1)?.end ?? 0) });
    this.size = this.kinds.at(-1)?.end ?? 0;
  }

  /** @param {number} at an entry's place @returns {{kind: string, said: string, times: number}} its kind, for scripts and as readers are told */
  kindOf(at) {
    return this.kinds.find(({ end }) => at < end) ?? { kind: "", said: "", times: 1 };
  }

  /** Give the words that begin as this one does. @param {string} word @param {boolean} unfinished whether more letters may follow @returns {Promise<Words[]>} */
  async around(word, unfinished) {
    const after = follower(this.starts, word);
    const wanted = [this.wordScripts[Math.max(after - 1, 0)]];
    if (unfinished && word.length > 2 && this.starts[after]?.startsWith(word)) wanted.push(this.wordScripts[after]);
    return Promise.all(wanted.filter((name) => name !== undefined).map((name) => this.take(name)));
  }

  /**
   * Give the words that a mistyped one is compared with.
   * @param {string} [word] if given, only those that begin with its first letter, and some more
   * @returns {Promise<string[]>}
   */
  async spelled(word) {
    const named = word === undefined ? this.spellingScripts : this.spellingScripts.slice(Math.max(follower(this.letters, word) - 1, 0)).slice(0, 1);
    const lists = await Promise.all(named.map((name) => this.take(name)));
    return lists.flatMap((list) => list.split(" "));
  }

  /** @param {number} at @returns {Promise<Entry>} */
  async entry(at) {
    const script = this.entryScripts[Math.floor(at / this.each)];
    return (await this.take(String(script)))[at % this.each];
  }
}

/** @param {string} kind @param {string} prints four letters of each @returns {string[]} the names of the scripts of a kind, in their order */
function numbered(kind, prints) {
  return (prints.match(/.{4}/g) ?? []).map((print, at) => `${kind}${at}-${print}`);
}

/** @param {readonly string[]} sorted @param {string} word @returns {number} the place of the first that comes after the word */
function follower(sorted, word) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}
