/**
 * Words as a reader types them: every character is meant as typed, a blank line begins a paragraph.
 *
 * What could hide or reorder text is dropped, since the generator refuses it (generator/text/characters.py, `hostile`).
 */

const SUSPECT =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\u{d800}-\u{dfff}\u{e000}-\u{f8ff}\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{e0000}-\u{10ffff}]/gu;
const JOINERS = /[\u200c\u200d]/g;
const JOINED = /[\p{L}\p{M}\p{S}]/u;

/** @param {string} text @returns {string} the text without characters that nobody sees */
export function visible(text) {
  const kept = text.replace(/\r\n?/g, "\n").replace(SUSPECT, "");
  return kept.replace(JOINERS, (joiner, at) => (joins(kept, at) ? joiner : ""));
}

/** Joiners pass where a script or an emoji needs them. @param {string} text @param {number} at */
function joins(text, at) {
  const [before = ""] = Array.from(text.slice(Math.max(at - 2, 0), at)).slice(-1);
  const [after = ""] = Array.from(text.slice(at + 1, at + 3));
  return [before, after].every((char) => char > "\x7f" && JOINED.test(char));
}

/** @param {string} text @returns {string} the text on one line */
export function line(text) {
  return visible(text).replace(/\s+/g, " ").trim();
}

/** @param {string} text @returns {string[]} its paragraphs, each on one line */
export function paragraphs(text) {
  return visible(text)
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

/**
 * Words so that inline Markdown reads them as typed.
 * @param {string} words one line
 * @returns {string}
 */
export function escaped(words) {
  return words
    .replace(/[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/^([-+])(?=\s|$)/, "\\$1")
    .replace(/^([0-9]{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/**
 * @param {string} name @param {Record<string, string>} letters how those of other alphabets are written in Latin
 * @param {number} longest in characters; it is cut between words
 * @returns {string} a file name's letters, digits and single hyphens; empty where a letter cannot be written so
 */
export function slug(name, letters, longest) {
  const bare = name.toLowerCase().normalize("NFKD").replace(/\p{Mn}+|['\u2019\u02bc]/gu, "");
  const latin = Array.from(bare, (sign) => letters[sign] ?? sign).join("");
  if (/[^\P{L}a-z]/u.test(latin)) return "";
  const words = latin.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return words.length <= longest ? words : words.slice(0, longest + 1).replace(/-[^-]*$/, "").slice(0, longest);
}
