/** Whether a story is told whole, by the guide's own limits: a letter in every part is none. */

/** @typedef {import("./story.js").Kept} Kept */
/** @typedef {import("./editorial.js").PartId} PartId */
/** @typedef {Pick<import("./editorial.js").Editorial, "guide" | "wordsIn" | "wordsTold">} Measure what counts words */
/** @typedef {{place: PartId | "told" | "thirty", words: number, least: number, most: number}} Short what is not as long as it must be */

const PART = 8; // words that a part has at least

/**
 * @param {Kept} story @param {Measure} editorial
 * @returns {boolean} whether it can be told in both lengths: every part has a sentence at least, and both lengths keep the guide's limits
 */
export function toldWhole(story, editorial) {
  return shortfalls(story, editorial).length === 0;
}

/** @param {Kept} story @param {Measure} editorial @returns {Short[]} what is too short or too long: parts, then both lengths */
export function shortfalls(story, editorial) {
  const { guide } = editorial;
  const parts = Object.entries(story.parts).map(([part, text]) => ({ place: /** @type {PartId} */ (part), words: editorial.wordsIn(text), least: guide.part ?? PART, most: Infinity }));
  const told = { place: /** @type {const} */ ("told"), words: editorial.wordsTold(story.parts), ...limits(guide.rules["length-aloud"]) };
  const thirty = { place: /** @type {const} */ ("thirty"), words: editorial.wordsIn(story.thirty), ...limits(guide.rules["thirty-seconds"]) };
  return [...parts, told, thirty].filter(({ words, least, most }) => words < least || words > most);
}

/** @param {import("./editorial.js").Rule | undefined} rule */
function limits({ least = 0, most = Infinity } = { title: "", says: "", why: "", mend: "" }) {
  return { least, most };
}
