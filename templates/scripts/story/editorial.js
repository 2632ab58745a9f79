/**
 * The rules on how a story is told, as the generator has them (generator/rules/style_rules.py): limits, word lists and wording
 * come from the guide, and a test holds both to the same codes and messages. Rules on what a story has not (follow-ups,
 * notes, other stories) are left out.
 */
import { t, tn } from "../values/language.js";
import { paragraphs } from "../values/words.js";
import { fitted } from "./fitted.js";
import { plain, texts } from "./published.js";
import { Speech } from "./speech.js";
import { fold, LETTER, literal, translated, whole } from "./wanted.js";

/** @typedef {{title: string, says: string, why: string, mend: string, least?: number, most?: number, letters?: number, words?: number, sentences?: number, numbers?: number, near?: number, about?: number, leaves?: string[], anyLetters?: boolean, event?: boolean, oneself?: {says: string, least?: number, most?: number}}} Rule event: whether it asks for one; oneself: what it asks of an answer about oneself in its place */
/** @typedef {{after: string | string[], within: number, of: string}} Introduction where a role is heard: after these words or those of a list, within so many more, one of another list */
/**
 * The guide of one handbook in its language; a list that the language lacks is not there, and the rules that need it are off.
 * @typedef {{word: string, alphabet: string, count?: "characters", pace?: number, part?: number, speech: import("./speech.js").Marks, own?: string[], shared?: string[], numbers?: string[], one?: string[], reasons?: string[], pronouns?: string[], people?: string[], doubts?: string[], generic?: string[], introduces?: Introduction[], ease?: {base: number, words: number, syllables: number, syllable: string}, employers: string[], personal: string[], off: string[], oneself?: string[], rules: Record<string, Rule>}} Guide oneself: the questions whose answer is no event
 */
/** @typedef {"context" | "challenge" | "actions" | "results" | "learnings"} PartId */
/** @typedef {Record<PartId, string>} Told the words of each part, in the order of the telling */
/** @typedef {{what: string, before: string, after: string}} Measure */
/** @typedef {{in: PartId, quote: string, kind: string, says: string}} Note */
/** @typedef {{asks: string, checks: string, strong: string, weak: string}} FollowUp */
/**
 * A story in plain words, under the names of content/stories/.
 * @typedef {{title?: string, summary?: string, narrator?: {company?: string, team: string}, thirty_seconds?: string, system?: string, told: Told, if_they_want_more?: string, openings?: {says: string}[], measures?: Measure[], notes?: Note[], follow_ups?: FollowUp[]}} Story
 */
/** @typedef {{code: string, path: (string | number)[], message: string, values: Record<string, unknown>}} Remark message: as the generator says it; values: the rule and what was found, for who says it otherwise */
/** @typedef {{own: number, shared: number}} Voices */
/** @typedef {{questions: readonly string[]}} Answering the questions that it is told for, the main one first */

/** What can be measured of a telling, by one guide. */
export class Editorial {
  /** @type {Map<string, Editorial>} */ #fitting = new Map();

  /** @param {Guide} guide */
  constructor(guide) {
    this.guide = guide;
    this.word = new RegExp(guide.word, "gu");
    this.letter = new RegExp(`[${guide.alphabet}]`, "gu");
    this.speech = new Speech(guide, (text) => this.wordsOf(text));
    const names = guide.employers.map(literal).join("|");
    this.personal = new RegExp([...guide.personal.map(translated), guide.count === "characters" ? `(?<![A-Za-z0-9_])(?:${names})(?![A-Za-z0-9_])` : whole(`(?:${names})`)].join("|"), "gu");
    this.generic = (guide.generic ?? []).map((phrase) => ({ phrase, found: new RegExp(whole(literal(fold(phrase))), "u") }));
  }

  /** @param {Answering} story @returns {boolean} whether it is mainly told for a question that asks for no event */
  isAboutOneself({ questions }) {
    return Boolean(questions[0] && this.guide.oneself?.includes(questions[0]));
  }

  /** @param {Answering & {pace: number}} story @returns {Editorial} the rules that fit it: at its pace, since two minutes are two minutes, and of an answer about oneself without those that ask for an event */
  fitting(story) {
    const { pace } = story;
    const about = this.isAboutOneself(story);
    if ((!this.guide.pace || pace === this.guide.pace) && !about) return this;
    const key = `${pace} ${about}`;
    const known = this.#fitting.get(key);
    if (known) return known;
    const Kind = /** @type {typeof Editorial} */ (this.constructor);
    const other = new Kind(fitted(this.guide, pace, about));
    this.#fitting.set(key, other);
    return other;
  }

  /** @param {string} text @returns {number} the words as said aloud */
  wordsIn(text) {
    return this.wordsOf(plain(text)).length;
  }

  /** @param {number} count @returns {string} so many words, or characters where the language is counted in them */
  counted(count) {
    return this.guide.count === "characters" ? tn("{n} character", "{n} characters", count) : tn("{n} word", "{n} words", count);
  }

  /** @param {Told} told @returns {number} the words of the full telling */
  wordsTold(told) {
    return Object.values(told).reduce((sum, words) => sum + this.wordsIn(words), 0);
  }

  /** @param {Told} told @returns {Record<PartId, number>} each part's share in whole percent */
  shares(told) {
    const total = this.wordsTold(told) || 1;
    return /** @type {Record<PartId, number>} */ (Object.fromEntries(Object.entries(told).map(([part, words]) => [part, whole100(this.wordsIn(words), total)])));
  }

  /** @param {string} text @returns {Voices} how often "I, my, me" and "we, our, us" are said */
  voices(text) {
    const said = this.speech.low(plain(text));
    const among = /** @param {string} name */ (name) => said.filter((word) => this.speech.list(name).has(word)).length;
    return { own: among("own"), shared: among("shared") };
  }

  /** @param {string} code @returns {boolean} whether the rule is kept in this handbook */
  isOn(code) {
    return !this.guide.off.includes(code);
  }

  /** @param {Told} told @returns {boolean} whether most of it is written in other letters than the handbook's language has */
  isForeign(told) {
    const text = Object.values(told).map(plain).join("\n");
    return 2 * (text.match(this.letter)?.length ?? 0) < (text.match(/\p{L}/gu)?.length ?? 0);
  }

  /** @param {string} text @returns {boolean} whether a number is named, in figures or in words */
  hasNumber(text) {
    const words = plain(text);
    const pieces = [...fold(words).split(new RegExp(`[^${LETTER}]+`, "u")), ...this.speech.low(words)];
    return /\p{Nd}/u.test(words) || pieces.some((word) => this.speech.list("numbers").has(word));
  }

  /** @param {string} text @returns {number} the percentage of its words that are long */
  longWords(text) {
    const words = this.wordsOf(text);
    const letters = this.#rule("long-words").letters ?? 6;
    return whole100(words.filter((word) => [...word].length > letters).length, words.length || 1);
  }

  /** @param {Story} story @param {boolean} [isOwn] whether it is for its teller alone: who speaks, and how large it is, may then be said anywhere in the context @returns {Remark[]} every remark, in the order of the guide */
  remarks(story, isOwn = false) {
    const isForeign = this.isForeign(story.told);
    const found = [...this.#lengths(story), ...this.#manner(story), ...this.#heard(story, isOwn), ...this.#extras(story), ...this.#personalData(story), ...this.#reading(story)];
    return this.#unedited(story, found.filter(({ code }) => !isForeign || this.#rule(code).anyLetters));
  }

  /** @param {Story} story @param {Remark[]} found @returns {Remark[]} of a story that no editor has seen, in one what an editor does */
  #unedited(story, found) {
    if (!this.isOn("unedited") || !isUnedited(story)) return found;
    const leaves = this.#rule("unedited").leaves ?? [];
    const rules = Object.entries(this.guide.rules).filter(([code]) => leaves.includes(code) && found.some((one) => one.code === code)).map(([, { title }]) => title).join("; ");
    return [...found.filter(({ code }) => !leaves.includes(code)), this.#remark("unedited", ["notes"], { found: rules && t("; to look at, too: {rules}", { rules }) })];
  }

  /** @param {Story} story @returns {Iterable<Remark>} */
  *#lengths(story) {
    const shares = this.shares(story.told);
    yield* this.#between("length-aloud", this.wordsTold(story.told), ["told"]);
    if (story.thirty_seconds !== undefined) yield* this.#between("thirty-seconds", this.wordsIn(story.thirty_seconds), ["thirty_seconds"]);
    yield* this.#between("balance", shares.context + shares.challenge, ["told", "context"]);
    yield* this.#between("actions", shares.actions, ["told", "actions"]);
  }

  /** @param {Story} story @returns {Iterable<Remark>} */
  *#manner(story) {
    const voices = this.voices(story.told.actions);
    if (this.isOn("own-part") && voices.own <= voices.shared) yield this.#remark("own-part", ["told", "actions"], voices);
    if (this.isOn("figures") && story.measures?.length !== 0 && !this.hasNumber(story.told.results)) yield this.#remark("figures", ["told", "results"], {});
    if (!this.isOn("generic-learning")) return;
    const learnings = fold(plain(story.told.learnings));
    for (const { phrase, found } of this.generic) {
      if (found.test(learnings)) yield this.#remark("generic-learning", ["told", "learnings"], { found: phrase });
    }
  }

  /** @param {Story} story @param {boolean} isOwn @returns {Iterable<Remark>} what is lost on somebody who hears it once */
  *#heard(story, isOwn) {
    const begins = [story.told.context, story.told.challenge].map(plain).join(" ");
    const told = Object.values(story.told).map(plain).join(" ");
    /** @type {Record<string, () => import("./speech.js").Found[]>} */
    const heard = {
      opening: () => this.speech.opening(begins, isOwn ? this.speech.sentences(plain(story.told.context)).length : 0),
      riddle: () => this.speech.riddle(begins),
      reasons: () => this.speech.reasons(paragraphs(story.told.actions)),
      fragments: () => this.#fragments(even(this.speech.short(told))),
      "dry-end": () => this.speech.dryEnd(plain(story.told.learnings)),
      pair: () => (story.follow_ups ?? []).flatMap((follow, at) => this.speech.pair(plain(follow.strong), plain(follow.weak), at)),
    };
    for (const [code, remarks] of Object.entries(heard)) {
      if (!this.isOn(code)) continue;
      for (const { path, values } of remarks()) yield this.#remark(code, path, values);
    }
  }

  /** @param {number} found @returns {import("./speech.js").Found[]} */
  #fragments(found) {
    return found > (this.#rule("fragments").most ?? found) ? [{ path: ["told"], values: { found } }] : [];
  }

  /** @param {Story} story @returns {Iterable<Remark>} */
  *#extras(story) {
    for (const [at, follow] of (story.follow_ups ?? []).entries()) {
      yield* this.#between("tempting", this.wordsIn(follow.weak), ["follow_ups", at, "weak"]);
    }
    if (isUnedited(story)) return;
    if (story.notes) yield* this.#between("few-notes", story.notes.length, ["notes"]);
    if (story.follow_ups) yield* this.#between("few-follow-ups", story.follow_ups.length, ["follow_ups"]);
  }

  /** @param {Story} story @returns {Iterable<Remark>} */
  *#personalData(story) {
    if (!this.isOn("personal-data")) return;
    for (const [path, words] of texts(story)) {
      for (const match of words.matchAll(this.personal)) yield this.#remark("personal-data", path, { found: match[0].trim() });
    }
  }

  /** @param {Story} story @returns {Iterable<Remark>} */
  *#reading(story) {
    if (!this.isOn("long-words")) return;
    const told = Object.values(story.told).map(plain).join(" ");
    yield* this.#between("long-words", this.guide.ease ? even(this.speech.ease(told)) : this.longWords(told), ["told"]);
  }

  /** @param {string} code @param {number} found @param {(string | number)[]} path @returns {Iterable<Remark>} */
  *#between(code, found, path) {
    if (!this.isOn(code)) return;
    const { least = 0, most = found } = this.#rule(code);
    if (found < least || found > most) yield this.#remark(code, path, { found });
  }

  /** @param {string} code @param {(string | number)[]} path @param {Record<string, string | number>} values @returns {Remark} */
  #remark(code, path, values) {
    const rule = this.#rule(code);
    const known = /** @type {Record<string, unknown>} */ ({ ...rule, ...values });
    return { code, path, message: rule.says.replace(/\{(\w+)\}/g, (_, name) => String(known[name])), values: known };
  }

  /** @param {string} code @returns {Rule} */
  #rule(code) {
    const rule = this.guide.rules[code];
    if (!rule) throw new Error(`The guide has no rule "${code}".`);
    return rule;
  }

  /** @param {string} words @returns {string[]} */
  wordsOf(words) {
    return words.match(this.word) ?? [];
  }
}

/** @param {Story} story @returns {boolean} whether it is as its contributor told it: given with neither notes nor follow-ups */
function isUnedited({ notes, follow_ups: followUps }) {
  return notes?.length === 0 && followUps?.length === 0;
}

/** Python's `round`: halves go to the even neighbour. @param {number} value */
function even(value) {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
}

/** @param {number} count @param {number} total */
function whole100(count, total) {
  return even((100 * count) / total);
}
