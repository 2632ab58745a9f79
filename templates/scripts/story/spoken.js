/**
 * What can be measured of a telling in any script: a word of Chinese or Thai is found by the browser, and what counts
 * English words is left out. The generator reads English alone: what its check would say is the `Editorial`'s.
 */
import { t } from "../values/language.js";
import { Editorial } from "./editorial.js";
import { sentences } from "./speech.js";

/** @typedef {import("./editorial.js").Story} Story */
/** @typedef {import("./editorial.js").Told} Told */
/** @typedef {import("./editorial.js").Remark} Remark */

/** The rules that ask of any language the same: lengths, shares, and what gives somebody away. */
const ANY = ["length-aloud", "thirty-seconds", "balance", "actions", "personal-data", "few-notes", "few-follow-ups"];
const OTHER = /(?!\p{Script=Latin})\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
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
    if (!segmenter || !isOtherScript(words)) return super.wordsOf(words);
    return Array.from(segmenter.segment(words)).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
  }

  /** @override @param {Story} story @returns {Remark[]} */
  remarks(story) {
    const found = super.remarks(story);
    return this.isEnglish(story.told) ? found : found.filter(({ code }) => ANY.includes(code));
  }

  /** @param {Told} told @returns {boolean} whether the rules on words can read it, as far as its letters say */
  isEnglish(told) {
    return !isOtherScript(Object.values(told).join("\n"));
  }
}

export const LEFT_OUT = t("This is not written in Latin letters: its length and its shares are measured, and whatever counts English words is left out.");
