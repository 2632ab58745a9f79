/**
 * How a telling sounds to somebody who hears it once: the same rules as generator/rules/speech_rules.py, in the same words.
 */
import { t } from "../values/language.js";
import { fold, Wanted } from "./wanted.js";

/** @typedef {import("./editorial.js").Guide} Guide */
/** @typedef {import("./editorial.js").Rule} Rule */
/** @typedef {{path: (string | number)[], values: Record<string, string | number>}} Found */
/** @typedef {{opens: string, closes: string, within: string[]}} Marks the quotation marks of a language: double ones, and the single ones of either side */

const BEGINS = 40; // characters of a paragraph that say which it is
const LATIN = { opens: "\u201c", closes: "\u201d", within: ["\u2018", "\u2019"] };

/** @param {string} text @param {RegExp} [end] how a sentence ends @returns {string[]} its sentences: each ends where a blank and no small letter follow its full stop */
export function sentences(text, end = endOf(LATIN)) {
  const found = [];
  let at = 0;
  for (const one of text.matchAll(end)) {
    const { gap, wide, next = "" } = /** @type {Record<string, string | undefined>} */ (one.groups);
    if (next.toUpperCase() !== next && next.toLowerCase() === next) continue;
    const from = one.index + one[0].length;
    found.push(text.slice(at, from - (gap ?? wide ?? "").length));
    at = from;
  }
  return [...found, text.slice(at)].filter((one) => one.trim());
}

/** @param {Marks} marks @returns {RegExp} how a sentence ends among these quotation marks */
function endOf({ opens, closes, within: [inOpens = "", inCloses = ""] }) {
  const closing = `["'${closes}${inCloses})]*`;
  return new RegExp(`[.!?\u061f\u06d4\u0964]${closing}(?<gap>\\s+)(?=["'${opens}${inOpens}(]*(?<next>\\S))|[\u3002\uff01\uff1f\uff61]${closing}(?<wide>\\s*)(?=\\S)`, "gu");
}

/** @param {string} paragraph on one line @returns {string} its first words, by which somebody finds it */
function begins(paragraph) {
  const letters = Array.from(paragraph);
  if (letters.length <= BEGINS) return paragraph;
  const first = letters.slice(0, BEGINS).join("");
  return `${first.slice(0, Math.max(0, first.lastIndexOf(" "))) || first} ...`;
}

/** The rules on speech, by one guide. */
export class Speech {
  /** @param {Guide} guide @param {(text: string) => string[]} wordsOf */
  constructor(guide, wordsOf) {
    this.guide = guide;
    this.wordsOf = wordsOf;
    this.end = endOf(guide.speech);
    this.quotes = `"'${guide.speech.opens}${guide.speech.closes}${guide.speech.within.join("")}`;
    /** @type {Map<string, Wanted>} */
    this.lists = new Map();
    this.introductions = (guide.introduces ?? []).map(({ after, within, of }) => ({ after: typeof after === "string" ? this.list(after) : this.#wanted(after), within, of: this.list(of) }));
  }

  /** @param {string} name @returns {Wanted} the list of the guide; empty where its language has none */
  list(name) {
    const known = this.lists.get(name) ?? this.#wanted(/** @type {Record<string, string[] | undefined>} */ (/** @type {unknown} */ (this.guide))[name] ?? []);
    this.lists.set(name, known);
    return known;
  }

  /** @param {string} text @returns {string[]} */
  sentences(text) {
    return sentences(text, this.end);
  }

  /** @param {string} text @returns {string[]} its words, whatever their case and their apostrophes */
  low(text) {
    return this.wordsOf(text).map((word) => fold(word).replaceAll("\u2019", "'"));
  }

  /** @param {string} said context and challenge @param {number} [least] so many of its sentences count, where that is more than the rule's @returns {Found[]} */
  opening(said, least = 0) {
    const rule = this.#rule("opening");
    const words = this.low(this.sentences(said).slice(0, Math.max(least, rule.sentences ?? Infinity)).join(" "));
    const few = words.filter((word) => this.isNumber(word)).length < (rule.numbers ?? 0);
    const missing = [this.#role(words) || t("role"), this.#people(words) || t("number of people"), !few || t("further figure")].filter((name) => name !== true);
    return missing.length ? [{ path: ["told", "context"], values: { found: missing.join(t(", no ")), missing: missing.join(", ") } }] : [];
  }

  /** @param {string} said context and challenge @returns {Found[]} */
  riddle(said) {
    const first = this.low(this.sentences(said)[0] ?? "").slice(0, this.#rule("riddle").words);
    const found = first.find((word) => this.list("pronouns").has(word));
    return found ? [{ path: ["told", "context"], values: { found } }] : [];
  }

  /** @param {string[]} paragraphs of the actions @returns {Found[]} */
  reasons(paragraphs) {
    const without = paragraphs.find((words) => !this.list("reasons").within(this.low(words)));
    return without === undefined ? [] : [{ path: ["told", "actions"], values: { found: begins(without) } }];
  }

  /** @param {string} told @returns {number} the percentage of its sentences that are short, to be rounded */
  short(told) {
    const lengths = this.sentences(told).map((one) => this.wordsOf(one).length);
    return (100 * lengths.filter((words) => words <= (this.#rule("fragments").words ?? 0)).length) / (lengths.length || 1);
  }

  /** Source: T. Amstad, as in generator/rules/measures.py. @param {string} told @returns {number} how easy it is to read, to be rounded */
  ease(told) {
    const { base, words: perWord, syllables: perSyllable, syllable } = /** @type {NonNullable<Guide["ease"]>} */ (this.guide.ease);
    const words = this.low(told);
    const vowels = new RegExp(syllable, "gu");
    const syllables = words.reduce((sum, word) => sum + Math.max(1, word.match(vowels)?.length ?? 0), 0);
    return base - perWord * ((words.length || 1) / (this.sentences(told).length || 1)) - perSyllable * (syllables / (words.length || 1));
  }

  /** @param {string} learnings @returns {Found[]} */
  dryEnd(learnings) {
    const last = this.sentences(learnings).at(-1) ?? "";
    const said = this.low(last);
    const dry = said.length < (this.#rule("dry-end").least ?? 0) || this.list("doubts").within(said) || this.quotes.includes([...last].at(-1) ?? "");
    return dry ? [{ path: ["told", "learnings"], values: { found: last } }] : [];
  }

  /** @param {string} strong @param {string} weak @param {number} at @returns {Found[]} */
  pair(strong, weak, at) {
    const [one = 0, other = 0] = [strong, weak].map((reply) => this.wordsOf(reply).length);
    const found = this.#lengths(one, other) || (this.guide.numbers && this.#figures(strong) !== this.#figures(weak) && t("a figure in one of them only")) || (this.#quotes(strong) !== this.#quotes(weak) && t("a quotation in one of them only"));
    return found ? [{ path: ["follow_ups", at, "weak"], values: { found } }] : [];
  }

  /** @param {string} word in lower case @returns {boolean} whether it is a number, in figures or in words */
  isNumber(word) {
    return /\p{Nd}/u.test(word) || this.list("numbers").among(word);
  }

  /** @param {number} one @param {number} other @returns {string} both lengths where they are too far apart, or nothing */
  #lengths(one, other) {
    if (100 * Math.max(one, other) <= (100 + (this.#rule("pair").most ?? 0)) * Math.min(one, other)) return "";
    return this.guide.count === "characters" ? t("{one} and {other} characters", { one, other }) : t("{one} and {other} words", { one, other });
  }

  /** @param {string[]} entries */
  #wanted(entries) {
    return new Wanted(entries, (text) => this.low(text));
  }

  /** @param {string} code @returns {Rule} */
  #rule(code) {
    return /** @type {Rule} */ (this.guide.rules[code]);
  }

  /** @param {string[]} said */
  #people(said) {
    const far = (this.#rule("opening").near ?? 0) + 1;
    return said.some((word, at) => this.isNumber(word) && said.slice(at, at + far).some((one) => this.list("people").among(one)));
  }

  /** @param {string[]} said */
  #role(said) {
    return this.introductions.some(({ after, within, of }) => said.some((word, at) => after.has(word) && said.slice(at + 1, at + 1 + within).some((one) => of.among(one))));
  }

  /** @param {string} text */
  #figures(text) {
    return this.low(text).some((word) => !this.list("one").has(word) && this.isNumber(word));
  }

  /** @param {string} text */
  #quotes(text) {
    const rest = text.replace(new RegExp(this.guide.word, "gu"), "");
    return [`"`, ...this.guide.speech.opens].some((sign) => rest.includes(sign));
  }
}
