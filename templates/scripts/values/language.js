/**
 * The language of the page: its words, counts, dates and numbers.
 *
 * English is what the messages themselves say. A site in another language loads assets/language.js before every other
 * script, which sets `handbookLanguage`; `handbook language` finds every message by the names `t` and `tn`.
 */

/** @typedef {{code: string, plural: (n: number) => number | boolean, words: Record<string, string | string[]>}} Language */

const ENGLISH = /** @type {Language} */ ({ code: "en", plural: (n) => n !== 1, words: {} });
/** @type {Map<string, Intl.NumberFormat>} one for each language: to make one takes a hundred times as long as to ask it */
const FORMATS = new Map();
const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** @returns {Language} */
function spoken() {
  return /** @type {{handbookLanguage?: Language}} */ (globalThis).handbookLanguage ?? ENGLISH;
}

/** @returns {string} the code of the language (BCP 47), as Intl wants it */
export function language() {
  return spoken().code;
}

/** @returns {string} the language as dates and numbers want it: days come before months in English, too */
export function locale() {
  return language() === "en" ? "en-GB" : language();
}

/**
 * @param {string} message with its places in braces, as in "Kept at {time}"
 * @param {Record<string, unknown>} [values] what stands in them
 * @returns {string} the message in the language of the page
 */
export function t(message, values = {}) {
  const said = spoken().words[message];
  return filled((Array.isArray(said) ? said[0] : said) || message, values);
}

/**
 * @param {string} one @param {string} many what is said of one, and of any other number; {n} is the number itself
 * @param {number} n @param {Record<string, unknown>} [values]
 * @returns {string} the face of the message that fits the number
 */
export function tn(one, many, n, values = {}) {
  const { plural, words } = spoken();
  const forms = words[one];
  const said = Array.isArray(forms) && forms.every(Boolean) ? forms[Math.min(Number(plural(n)), forms.length - 1)] : n === 1 ? one : many;
  return filled(/** @type {string} */ (said), { n: number(n), ...values });
}

/** @param {number} value @returns {string} as people of this language write it */
export function number(value) {
  const code = language();
  if (code === "en" && Number.isInteger(value) && value >= 0 && value < 1000) return String(value); // so it is written, and most are
  const format = FORMATS.get(code) ?? new Intl.NumberFormat(code);
  FORMATS.set(code, format);
  return format.format(value);
}

/** @param {number} value @returns {string} a small number in words where English is spoken: its readers expect "two stories" */
export function spelled(value) {
  return (language() === "en" && SMALL[value]) || number(value);
}

/** @param {readonly string[]} names @returns {string} them as a list in a sentence: a, b and c */
export function listing(names) {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);
}

/** @param {string} name @returns {string} a name as it stands within a sentence: German keeps its capitals */
export function withinSentence(name) {
  return language().startsWith("de") ? name : name.toLowerCase();
}

/** @param {string} message @param {Record<string, unknown>} values */
function filled(message, values) {
  return message.replace(/\{([a-z_]+)\}/g, (place, name) => String(values[name] ?? place));
}
