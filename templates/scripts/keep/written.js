/** The document as text, quickly: an entry that did not change is not written anew. */
import { PARTS } from "./document.js";

/** @typedef {import("./document.js").Document} Document */

/** @type {WeakMap<object, string>} */
const texts = new WeakMap();

/** @param {Document} whole @returns {string} what JSON.stringify gives, in the same order */
export function textOf(whole) {
  const lines = Object.entries(whole).filter(([, value]) => value !== undefined).map(([key, value]) => {
    const isPart = PARTS.some((part) => part === key);
    return `${JSON.stringify(key)}:${isPart ? itemsText(/** @type {Record<string, object>} */ (value)) : JSON.stringify(value)}`;
  });
  return `{${lines.join()}}`;
}

/** @param {Record<string, object>} items */
function itemsText(items) {
  return `{${Object.entries(items).map(([id, item]) => `"${id}":${itemText(item)}`).join()}}`;
}

/** @param {object} item an entry, which nobody changes in place */
function itemText(item) {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(item);
  texts.set(item, text);
  return text;
}
