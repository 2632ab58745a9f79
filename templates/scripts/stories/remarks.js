/** What the guide says of a story that is being written, once there is enough of it to be judged. */
import { element } from "../dom/element.js";
import { said } from "./said.js";
import { line } from "../values/words.js";

/** @typedef {import("../story/editorial.js").Editorial} Editorial */
/** @typedef {import("../story/editorial.js").PartId} PartId */
/** @typedef {import("../story/editorial.js").Remark} Remark */
/** @typedef {import("../story/story.js").Kept} Kept */

const OF_THE_WHOLE = ["length-aloud", "balance", "actions", "opening"];
/** Style that the handbook's own samples are held to: how somebody talks is theirs. */
const OF_SAMPLES = ["fragments", "long-words"];

/**
 * @param {Kept} story @param {Editorial} editorial
 * @returns {Remark[]} the remarks, each once, without those on parts that nobody has written yet
 */
export function remarksOn(story, editorial) {
  const told = story.parts;
  const paced = editorial.fitting(story);
  const all = paced.remarks({ title: story.title, told, system: story.system, ...(line(story.thirty) ? { thirty_seconds: story.thirty } : {}) }, true).filter(({ code }) => !OF_SAMPLES.includes(code));
  const isTold = editorial.isAboutOneself(story) ? Object.values(told).some(line) : Object.values(told).every(line);
  const isLong = paced.wordsTold(told) > (paced.guide.rules["length-aloud"]?.most ?? Infinity);
  const first = all.filter((one, at) => all.findIndex((other) => other.message === one.message && placeOf(other) === placeOf(one)) === at);
  return first.filter(({ code, path }) => {
    if (code === "length-aloud" && isLong) return true;
    if (OF_THE_WHOLE.includes(code)) return isTold;
    const part = partOf(path);
    return part ? Boolean(line(told[part])) : true;
  });
}

/** @param {Remark} remark @returns {string} what it stands at: a part, "thirty", or "whole" */
export function placeOf({ code, path }) {
  if (path[0] === "thirty_seconds") return "thirty";
  const part = partOf(path);
  return part && code !== "balance" ? part : "whole";
}

/** @param {Remark["path"]} path @returns {PartId | undefined} the part of the telling that it leads to */
function partOf([field, part]) {
  return field === "told" ? /** @type {PartId | undefined} */ (part) : undefined;
}

/** @param {Kept} story @returns {string[]} what of the two lengths has no words yet: parts, and "thirty" */
export function emptyParts(story) {
  return [...Object.keys(story.parts).filter((part) => !line(story.parts[/** @type {PartId} */ (part)])), ...(line(story.thirty) ? [] : ["thirty"])];
}

/**
 * @param {Remark[]} remarks @param {Editorial} editorial @param {string} page where each rule is explained
 * @returns {HTMLElement[]}
 */
export function remarkNotes(remarks, editorial, page) {
  return remarks.map((remark) => {
    const { code } = remark;
    const title = editorial.guide.rules[code]?.title ?? code;
    return element("p", { class: "remark", "data-code": code }, element("a", { href: `${page}#${code}` }, title), element("span", { class: "remark__says" }, said(remark, editorial)));
  });
}
