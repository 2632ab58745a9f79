/** What the words of an answer show, by the rules of My stories: who acts in it, figures, reasons, and the words that only fill. */
import { sentences } from "../story/speech.js";
import { t, tn } from "../values/language.js";

/** @typedef {import("../story/editorial.js").Editorial} Editorial */
/** @typedef {{words: number, own: number, shared: number, figures: boolean, reasons: number, sentences: number, fillers: [string, number][]}} Shown */

const NAMED = 3;
/** Seconds of speech from which on a pace says anything. */
export const ENOUGH_SPEECH = 10;

/** @returns {string[]} the words of the language that only fill, in small letters */
function fillers() {
  return t("um; uh; er; erm; like; you know; i mean; basically; actually; literally; kind of; sort of; or something; and stuff").split("; ");
}

/** @param {string} text @param {Editorial} editorial @returns {Shown} */
export function shownBy(text, editorial) {
  const said = ` ${text.toLowerCase().replaceAll("\u2019", "'").replace(/[^\p{L}\p{N}']+/gu, " ")} `;
  const times = (/** @type {string} */ phrase) => said.split(` ${phrase} `).length - 1;
  const parts = sentences(text);
  const hasReason = (/** @type {string} */ one) => (editorial.guide.reasons ?? []).some((reason) => ` ${one.toLowerCase().replace(/[^\p{L}\p{N}']+/gu, " ")} `.includes(` ${reason} `));
  return {
    words: editorial.wordsIn(text),
    ...editorial.voices(text),
    figures: editorial.hasNumber(text),
    reasons: parts.filter(hasReason).length,
    sentences: parts.length,
    fillers: fillers()
      .map((phrase) => /** @type {[string, number]} */ ([phrase, times(phrase)]))
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1]),
  };
}

/** @param {Shown} shown @param {number} spoken seconds of speech, or 0 where they are not known @returns {string} in words */
export function shownInWords(shown, spoken) {
  const fillers = shown.fillers.reduce((sum, [, count]) => sum + count, 0);
  const named = shown.fillers.slice(0, NAMED).map(([phrase, count]) => `${t("“{words}”", { words: phrase })} ${count}`);
  return [
    spoken >= ENOUGH_SPEECH ? tn("{n} word, {pace_of} a minute", "{n} words, {pace_of} a minute", shown.words, { pace_of: paceOf(shown.words, spoken) }) : tn("{n} word", "{n} words", shown.words),
    shown.own <= shown.shared && shown.shared ? t("“I” {own}, “we” {shared}: say what you did yourself", { own: shown.own, shared: shown.shared }) : t("“I” {own}, “we” {shared}", { own: shown.own, shared: shown.shared }),
    shown.figures ? t("a figure is in it") : t("no figure in it"),
    t("a reason in {reasons} of {sentences} sentences", { reasons: shown.reasons, sentences: shown.sentences }),
    fillers ? tn("{n} filling word ({join})", "{n} filling words ({join})", fillers, { join: named.join(", ") }) : t("no filling words"),
  ].join("; ").concat(".");
}

/** @param {number} words @param {number} spoken seconds @returns {number} words a minute of speech */
export function paceOf(words, spoken) {
  return Math.round((60 * words) / spoken);
}
