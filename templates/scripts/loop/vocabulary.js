/** The words by which a handbook's competencies are known: their names, those of their questions, and the words that hardly anything else is said with. */

/** @typedef {{id: string, title: string, names: string[]}} Competency */
/** @typedef {{id: string, ask: string, names?: string, kind: string, competency: string, path: string, levels?: string[], intent?: string}} Question */
/** @typedef {{words: (text: string) => string[], stem: (word: string) => string, silent: ReadonlySet<string>, faint: ReadonlySet<string>}} Language how a text becomes words, what their forms share, which say nothing, and which say little alone */
/** @typedef {{stems: string[], weight: number, competencies: string[], questions: string[], isSign?: boolean}} Phrase a sign is written in capitals, as PIP is */

export const OWN = 4; // what a name of the competency weighs
const ASKED = 2; // a name of one of its questions
const WORD = 2; // a word of its names that is hardly in those of others
const LEARNT = 1; // a word that its questions are asked with, and hardly others
const FEWEST_LETTERS = 4;
const FEWEST_TIMES = 5;
const MOST_SHARED = 2;
const MOSTLY = 0.5; // from this share on, a word is said of one competency
const HEFT = 0.75; // of what a word seen once says: fewer, and a name must be written as it is

export class Vocabulary {
  /** @param {readonly Competency[]} competencies @param {readonly Question[]} questions @param {Language} language */
  constructor(competencies, questions, language) {
    this.language = language;
    this.faint = new Set([...language.faint].map(language.stem));
    /** @type {Map<string, Phrase>} every name, word for word */
    this.exact = new Map();
    /** @type {Map<string, {heavy: string[], phrase: Phrase}[]>} by its first word that says something, each name of several such words, in whatever order */
    this.loose = new Map();
    this.competencies = competencies;
    this.questions = questions;
    this.stemsSaid = new Shares();
    this.wordsSaid = new Shares();
    for (const { id, title, names } of competencies) for (const name of [title, ...names]) this.#count(name, id, OWN);
    for (const { ask, names = "", competency } of questions) this.#count(`${ask} ${names}`, competency, 1);
    for (const { id, title, names } of competencies) for (const name of [title, ...names]) this.#name(name, OWN, id);
    for (const { id, names = "", competency } of questions) for (const name of names.split(", ")) this.#name(name, ASKED, competency, id);
    this.#dropVague();
    this.#addWords();
    this.#loosen();
  }

  /** Drop what is said of many, or in one word of others as much. */
  #dropVague() {
    for (const [key, one] of this.exact) {
      const isWord = one.stems.length === 1 && one.weight < OWN;
      if (isWord && one.questions.length < 2) one.weight = LEARNT;
      if (one.competencies.length > MOST_SHARED || (isWord && this.stemsSaid.of(key).share < MOSTLY)) this.exact.delete(key);
    }
  }

  /** Take the words that hardly another competency is spoken of with. */
  #addWords() {
    const whole = new Shares();
    for (const { competency, ask, names = "", intent = "" } of this.questions) whole.add(new Set(this.stems(`${ask} ${names} ${intent}`)), competency, 1);
    /** @type {Map<string, number>} in how many names of one competency a word stands; in its title, in enough */
    const own = new Map();
    for (const { title, names } of this.competencies) for (const name of [title, ...names]) for (const stem of new Set(this.stems(name))) own.set(stem, (own.get(stem) ?? 0) + (name === title ? 2 : 1));
    for (const [word, { competency, share, times }] of this.stemsSaid) {
      if (word.length < FEWEST_LETTERS || share < MOSTLY || this.faint.has(word) || this.exact.has(word)) continue;
      const all = whole.of(word);
      if (all.times && all.share < 0.3) continue;
      const isOwn = (own.get(word) ?? 0) > 1 || (own.has(word) && share >= 0.8 && (!all.times || all.share >= 0.45));
      const isLearnt = times >= FEWEST_TIMES && share >= 0.6 && all.share >= MOSTLY && all.times >= FEWEST_TIMES && all.competency === competency;
      if (isOwn || isLearnt) this.exact.set(word, { stems: [word], weight: isOwn ? WORD : LEARNT, competencies: [competency], questions: [] });
    }
  }

  /** Let a name be found in whatever order, if it is a competency's own or its words say enough. */
  #loosen() {
    const every = Math.log2(this.questions.length || 1);
    for (const one of this.exact.values()) {
      const heavy = [...new Set(one.stems.filter((stem) => !this.language.silent.has(stem)))];
      const weighs = heavy.reduce((sum, stem) => sum + every - Math.log2(Math.max(1, this.stemsSaid.of(stem).times)), 0);
      const [first] = heavy;
      if (first && heavy.length > 1 && (one.weight >= OWN || weighs >= every * HEFT)) this.loose.set(first, [...(this.loose.get(first) ?? []), { heavy, phrase: one }]);
    }
  }

  /** @param {Phrase} phrase @param {string} word as it is written @returns {boolean} whether this form of it says the same: an executive is not an execution */
  isMeant(phrase, word) {
    if (phrase.isSign) return /^\P{Ll}+s?$/u.test(word);
    if (phrase.stems.length > 1) return true;
    const { competency, times } = this.wordsSaid.of(this.language.words(word)[0] ?? "");
    return times < FEWEST_TIMES || phrase.competencies.includes(competency);
  }

  /** @param {string} text @returns {string[]} what its words share with their other forms, without those that say nothing */
  stems(text) {
    const { words, stem, silent } = this.language;
    return words(text).filter((word) => !silent.has(word)).map(stem);
  }

  /** @param {string} text @param {string} competency @param {number} weight */
  #count(text, competency, weight) {
    this.stemsSaid.add(new Set(this.stems(text)), competency, weight);
    this.wordsSaid.add(new Set(this.language.words(text)), competency, weight);
  }

  /** @param {string} name @returns {string} */
  #key(name) {
    return this.language.words(name).map((word) => (this.language.silent.has(word) ? word : this.language.stem(word))).join(" ");
  }

  /** @param {string} name @param {number} weight @param {string} competency @param {string} [question] */
  #name(name, weight, competency, question) {
    const key = this.#key(name);
    const stems = key.split(" ").filter(Boolean);
    const isSign = stems.length === 1 && name.length > 1 && name === name.toUpperCase();
    if (!stems.length || (stems.length === 1 && !isSign && (name.length < FEWEST_LETTERS || this.faint.has(key)))) return;
    const found = this.exact.get(key) ?? { stems, weight, competencies: [], questions: [], isSign };
    if (found.weight > weight && !found.competencies.includes(competency)) return;
    if (!found.competencies.includes(competency)) found.competencies.push(competency);
    if (question) found.questions.push(question);
    this.exact.set(key, found);
  }
}

/** How often each word is said of each competency. */
class Shares {
  /** @type {Map<string, Map<string, number>>} */
  #times = new Map();

  /** @param {Iterable<string>} words @param {string} competency @param {number} weight */
  add(words, competency, weight) {
    for (const word of words) {
      const of = this.#times.get(word) ?? new Map();
      of.set(competency, (of.get(competency) ?? 0) + weight);
      this.#times.set(word, of);
    }
  }

  /** @param {string} word @returns {{competency: string, share: number, times: number}} of whom it is said most, and how much of all that is */
  of(word) {
    const found = [...(this.#times.get(word) ?? [])].sort(([, a], [, b]) => b - a);
    const times = found.reduce((sum, [, one]) => sum + one, 0);
    return { competency: found[0]?.[0] ?? "", share: times ? (found[0]?.[1] ?? 0) / times : 0, times };
  }

  *[Symbol.iterator]() {
    for (const word of this.#times.keys()) yield /** @type {const} */ ([word, this.of(word)]);
  }
}
