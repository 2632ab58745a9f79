/** What is published of a story: each of its texts, in the words that the generator reads. */
import { escaped, line, paragraphs } from "../values/words.js";

/** @typedef {import("./editorial.js").Story} Story */

/**
 * Every text of a story that is published, in the order of the model.
 * @param {Story} story
 * @returns {Iterable<[(string | number)[], string]>} its path, and its words as the generator reads them
 */
export function* texts(story) {
  for (const name of /** @type {const} */ (["title", "summary"])) yield [[name], line(story[name] ?? "")];
  for (const name of /** @type {const} */ (["company", "team"])) yield [["narrator", name], line(story.narrator?.[name] ?? "")];
  for (const name of /** @type {const} */ (["thirty_seconds", "system"])) yield [[name], plain(story[name] ?? "")];
  for (const [part, words] of Object.entries(story.told)) yield [["told", part], plain(words)];
  yield [["if_they_want_more"], plain(story.if_they_want_more ?? "")];
  for (const [at, opening] of (story.openings ?? []).entries()) yield [["openings", at, "says"], plain(opening.says)];
  for (const [at, measure] of (story.measures ?? []).entries()) {
    for (const name of /** @type {const} */ (["what", "before", "after"])) yield [["measures", at, name], line(measure[name])];
  }
  for (const [at, note] of (story.notes ?? []).entries()) {
    yield [["notes", at, "quote"], escaped(line(note.quote))];
    yield [["notes", at, "says"], plain(note.says)];
  }
  for (const [at, follow] of (story.follow_ups ?? []).entries()) {
    for (const name of /** @type {const} */ (["asks", "checks"])) yield [["follow_ups", at, name], line(follow[name])];
    for (const name of /** @type {const} */ (["strong", "weak"])) yield [["follow_ups", at, name], plain(follow[name])];
  }
}

/** @param {string} text @returns {string} its words, on one line */
export function plain(text) {
  return paragraphs(text).join(" ");
}
