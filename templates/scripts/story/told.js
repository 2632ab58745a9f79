/** Whether a story is told whole, by the guide's own limits: a letter in every part is none. */
import { t } from "../values/language.js";
import { aloud } from "./story.js";

/** @typedef {import("./story.js").Kept} Kept */
/** @typedef {import("./editorial.js").PartId} PartId */
/** @typedef {Pick<import("./editorial.js").Editorial, "fitting" | "isAboutOneself" | "wordsIn" | "wordsTold">} Measure what counts words */
/** @typedef {{id: string, name: string, share: number}} Part with the share of the telling it is meant to have, in percent */
/** @typedef {{place: PartId | "told" | "thirty", words: number, least: number, most: number}} Short what is not as long as it must be */

const PART = 8; // words that a part has at least

/**
 * @param {Kept} story @param {Measure} editorial
 * @returns {boolean} whether it can be told in both lengths: every part has a sentence at least, and both lengths keep the guide's limits; an answer about oneself needs one length, and no parts
 */
export function toldWhole(story, editorial) {
  return shortfalls(story, editorial).length === 0;
}

/** @param {Kept} story @param {Measure} editorial @returns {Short[]} what is too short or too long: parts, then both lengths */
export function shortfalls(story, editorial) {
  const { guide } = editorial.fitting(story);
  const isFree = editorial.isAboutOneself(story);
  const parts = Object.entries(story.parts).map(([part, text]) => ({ place: /** @type {PartId} */ (part), words: editorial.wordsIn(text), least: isFree ? 0 : (guide.part ?? PART), most: Infinity }));
  const told = { place: /** @type {const} */ ("told"), words: editorial.wordsTold(story.parts), ...limits(guide.rules["length-aloud"]) };
  const thirty = { place: /** @type {const} */ ("thirty"), words: editorial.wordsIn(story.thirty), ...limits(guide.rules["thirty-seconds"]) };
  const asked = isFree && !thirty.words ? [told] : [told, thirty];
  return [...parts, ...asked].filter(({ words, least, most }) => words < least || words > most);
}

/** @param {import("./editorial.js").Rule | undefined} rule */
function limits({ least = 0, most = Infinity } = { title: "", says: "", why: "", mend: "" }) {
  return { least, most };
}

/**
 * @param {Kept} story @param {Measure} editorial @param {readonly {id: string, name: string}[]} parts
 * @returns {string[]} what is still to do before it is told whole, in words; nothing where it is
 */
export function lacking(story, editorial, parts) {
  const names = new Map([...parts.map(({ id, name }) => /** @type {[string, string]} */ ([id, lowered(name)])), ["told", t("the full telling")], ["thirty", t("the thirty seconds")]]);
  const found = shortfalls(story, editorial);
  const named = (/** @type {Short[]} */ some) => some.map(({ place }) => names.get(place) ?? place).join(", ");
  const under = found.filter(({ words, least }) => words < least);
  const short = under.some(({ place }) => place !== "told" && place !== "thirty") ? under.filter(({ place }) => place !== "told") : under;
  const long = found.filter(({ words, most }) => words > most);
  return [...(short.length ? [t("more words in {named}", { named: named(short) })] : []), ...(long.length ? [t("fewer words in {named}", { named: named(long) })] : [])];
}

/** @param {string} name */
function lowered(name) {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** @param {Kept} story @param {Measure} editorial @returns {string} how long its full telling is aloud, such as "2:40" */
export function lengthOf(story, editorial) {
  return aloud(editorial.wordsTold(story.parts), story.pace);
}
