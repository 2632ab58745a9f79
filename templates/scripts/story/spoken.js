/**
 * What can be measured of a telling in any script. A language without blanks between its words is counted in characters;
 * in the midst of another, a word of Chinese or Thai is found by the browser, which has a dictionary. What the generator's
 * check would say is the `Editorial`'s.
 */
import { t } from "../values/language.js";
import { Editorial } from "./editorial.js";
import { sentences } from "./speech.js";

/** @typedef {import("./editorial.js").Told} Told */

const OTHER = /(?!\p{Script=Latin})\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Words without blanks between them are found by a dictionary; a browser that has none counts what stands between blanks. */
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("en", { granularity: "word" }) : null;

/** @param {string} text @returns {boolean} whether most of its letters are of another script than ours */
export function isOtherScript(text) {
  return (text.match(OTHER)?.length ?? 0) > (text.match(LATIN)?.length ?? 0);
}

/** @param {string} text on one line @returns {{text: string, joint: string}[]} its sentences in any script, each with what stands before it */
export function sentencesOf(text) {
  if (!isOtherScript(text)) return sentences(text).map((one) => ({ text: one.trim(), joint: " " }));
  const found = text.match(/[^\u3002\uff01\uff1f.!?]+[\u3002\uff01\uff1f.!?]*["'\u201d\u2019\u300d)]*\s*|\S+/gu) ?? [];
  return found.map((one, at) => ({ text: one.trim(), joint: /\s$/u.test(found[at - 1] ?? "") ? " " : "" }));
}

/** The measures of one guide, as they fit the script of what was typed. */
export class Spoken extends Editorial {
  /** @override @param {string} words @returns {string[]} */
  wordsOf(words) {
    if (!segmenter || this.guide.count === "characters" || !isOtherScript(words) || !UNSPACED.test(words)) return super.wordsOf(words);
    return Array.from(segmenter.segment(words)).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
  }

  /** @param {Told} told @returns {string} what is not measured of it, and why; nothing where all is */
  leftOut(told) {
    if (this.isForeign(told)) return t("This is written in other letters than this handbook: its length and its shares are measured, and whatever counts words of the handbook\u2019s language is left out.");
    const off = this.guide.off.flatMap((code) => this.guide.rules[code]?.title ?? []);
    return off.length ? t("Not measured in this handbook: {rules}.", { rules: off.join("; ") }) : "";
  }
}
