/** A telling as a picture: how long each part takes aloud, who carries it, and where its numbers are. */
import { element, svg } from "../dom/element.js";
import { aloud } from "../story/story.js";
import { t, withinSentence } from "../values/language.js";

/** @typedef {import("../story/editorial.js").Editorial} Editorial */
/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {{id: string, name: string, share: number}} Part */

const WIDTH = 100;

/** @param {Kept} story @param {Editorial} editorial @param {Part[]} parts their names and the share each should have @returns {HTMLElement} */
export function picture(story, editorial, parts) {
  const told = story.parts;
  const shares = editorial.shares(told);
  const rows = parts.map(({ id, name, share }, at) => {
    const part = /** @type {import("../story/editorial.js").PartId} */ (id);
    const words = editorial.wordsIn(told[part]);
    const says = words ? t("{aloud}, {shares} % (aim for about {share} %)", { aloud: aloud(words, story.pace), shares: shares[part], share }) : t("empty (aim for about {share} %)", { share });
    return element("li", { "data-part": id }, element("span", { class: `swatch shade-${at + 1}` }), name, " ", element("span", { class: "legend__value" }, says));
  });
  return element(
    "figure",
    { class: "figure ribbon" },
    strip(story, editorial, parts),
    element("figcaption", { class: "visually-hidden" }, t("The five parts of the telling, and how long each takes aloud")),
    element("ol", { class: "legend" }, ...rows),
  );
}

/** @param {Kept} story @param {Editorial} editorial @param {Pick<Part, "id">[]} parts in the order in which they are shown @returns {SVGElement} the parts side by side, each as wide as it is long */
export function strip(story, editorial, parts) {
  return stripOf(parts.map(({ id }) => editorial.wordsIn(story.parts[/** @type {import("../story/editorial.js").PartId} */ (id)] ?? "")));
}

/** @param {number[]} counts the words of each part @returns {SVGElement} */
export function stripOf(counts) {
  const total = counts.reduce((sum, words) => sum + words, 0);
  let begin = 0;
  const rects = counts.map((words, at) => {
    const width = total ? (WIDTH * words) / total : 0;
    const rect = svg("rect", { class: `shade-${at + 1}`, x: begin.toFixed(2), y: 0, width: width.toFixed(2), height: 8 });
    begin += width;
    return rect;
  });
  const ground = svg("rect", { class: "bar__ground", width: WIDTH, height: 8 });
  return svg("svg", { class: "strip", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" }, ground, ...rects);
}

/** @param {Kept} story @param {import("../story/spoken.js").Spoken} editorial @param {Part[]} parts @returns {string[]} the figures of a telling, in words; what reads words is left out of another script */
export function figures(story, editorial, parts) {
  const short = editorial.wordsIn(story.thirty);
  const thirty = short ? t("Thirty seconds: {words}, {time} aloud.", { words: editorial.counted(short), time: aloud(short, story.pace) }) : t("Thirty seconds: not written yet.");
  if (editorial.isForeign(story.parts)) return [thirty];
  const all = Object.values(story.parts).join("\n\n");
  const { own, shared } = editorial.voices(all);
  const actions = editorial.voices(story.parts.actions);
  const numbered = parts.filter(({ id }) => editorial.hasNumber(story.parts[/** @type {import("../story/editorial.js").PartId} */ (id)] ?? ""));
  const voices = [t("“I, my, me”: {own}. “We, our, us”: {shared}.", { own, shared }), t("In the actions: {mine} and {ours}.", { mine: actions.own, ours: actions.shared })];
  const numbers = numbered.length ? t("Numbers in: {map}.", { map: numbered.map(({ name }) => withinSentence(name)).join(", ") }) : t("No number yet.");
  return [...(editorial.isOn("own-part") ? voices : []), ...(editorial.isOn("figures") ? [numbers] : []), thirty];
}

/** @param {Kept} story @param {Editorial} editorial @returns {string} how long the full telling takes, in words */
export function lengthInWords(story, editorial) {
  const words = editorial.wordsTold(story.parts);
  return words ? t("{time} aloud, {words}", { time: aloud(words, story.pace), words: editorial.counted(words) }) : t("Nothing told yet");
}
