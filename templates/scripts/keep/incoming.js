/** Texts from elsewhere, made one with what is here: a file that is taken in, what a former edition kept. */
import { t } from "../values/language.js";
import { emptyDocument, ImportError } from "./document.js";
import { differences, merged, savedAfter } from "./merge.js";
import { readMoved } from "./moves.js";
import { textOf } from "./written.js";

const MOST_CHARACTERS = 4_500_000;
const SAID = 3;

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./merge.js").Difference} Difference */
/** @typedef {import("./merge.js").Mode} Mode */
/** @typedef {import("./document.js").Found & {differences: Difference[]}} Preview what there would be, what of the file cannot be read, and what would change */

/**
 * @param {Document} mine @param {string} text of a file @param {Mode} mode @param {boolean} revives whether what was deleted here comes back
 * @returns {Preview}
 * @throws {ImportError} where nothing of the file can be read
 */
export function previewOf(mine, text, mode, revives) {
  if (text.length > MOST_CHARACTERS) throw new ImportError(t("The file must be smaller than this browser can keep."));
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ImportError(t("The file must be JSON as this handbook saves it, and could not be read."));
  }
  const { whole: theirs, unread } = readMoved(value);
  if (unread.length && textOf(theirs) === textOf(emptyDocument())) throw new ImportError(`${unread.slice(0, SAID).map(({ says }) => says).join(". ")}.`);
  const { erased: _, ...given } = theirs;
  const whole = mode === "merge" ? merged(mine, given, revives) : { ...given, ...(mine.erased ? { erased: mine.erased } : {}) };
  return { whole, unread, differences: differences(mine, given, mode, revives) };
}

/**
 * @param {string} former what a former edition kept @param {string} here
 * @returns {string} both in one
 * @throws {ImportError} where one of them cannot be read whole
 */
export function joined(former, here) {
  const [theirs, mine] = [former, here].map((text) => readMoved(JSON.parse(text)));
  if (!theirs || !mine || theirs.unread.length || mine.unread.length) throw new ImportError(t("It can be read only in part."));
  return textOf(merged(mine.whole, savedAfter(theirs.whole, mine.whole.erased)));
}
