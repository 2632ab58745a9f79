// What the tests ask of the story bank in the browser, with the guide at hand.
import * as contribution from "../../templates/scripts/story/contribution.js";
import { Editorial } from "../../templates/scripts/story/editorial.js";
import { remarksOn } from "../../templates/scripts/stories/remarks.js";
import { split, toldOf } from "../../templates/scripts/story/split.js";
import { Spoken } from "../../templates/scripts/story/spoken.js";
import { whole } from "../../templates/scripts/story/story.js";
import { shortfalls } from "../../templates/scripts/story/told.js";
import { yaml } from "../../templates/scripts/story/yaml.js";
import { line } from "../../templates/scripts/values/words.js";

let guide;
let editorial;
const PACE = 140;

/** Measure by this guide from now on. */
export function use(given) {
  guide = given;
  editorial = new Editorial(guide);
  return true;
}

/** The remarks on a story in plain words, under the names of an entry. */
export const remarks = (story) => editorial.remarks(story);

/** The words and the share of each part. */
export const measured = (told) => ({ words: editorial.wordsTold(told), shares: editorial.shares(told) });

/** What is said of an answer that was pasted for a question and taken over as it was proposed, by the guide of a handbook. */
export function pasted(handbook, question, text) {
  const { parts, model, wordsAMinute } = handbook;
  const { title, pieces } = split(text, parts);
  const story = whole({ title, parts: toldOf(pieces, model.parts), questions: [question] }, model, wordsAMinute);
  const spoken = new Spoken(handbook.editorial);
  return { remarks: remarksOn(story, spoken), lacks: shortfalls(story, spoken).map(({ place }) => place), words: spoken.wordsTold(story.parts) };
}

/** A kept story as a file, and what is left to say of it. */
export function contributed(kept, names, model) {
  const known = { ...Object.fromEntries(Object.entries(names).map(([kind, list]) => [kind, new Set(list)])), model };
  const story = whole(kept, model, PACE);
  return { yaml: yaml(contribution.entry(story, known)), issues: contribution.issues(story, known, editorial), file: contribution.fileName(story.title, known) };
}

/** Which of all characters the browser's words, digits and folded letters differ for. */
export function letters(points) {
  const word = new RegExp(guide.word, "gu");
  return points.filter((point) => String.fromCodePoint(point).match(word));
}

/** Which of all characters the browser drops from within a word. */
export function dropped(points) {
  return points.filter((point) => line(`a${String.fromCodePoint(point)}b`) === "ab");
}

export const page = contribution.newFilePage;
