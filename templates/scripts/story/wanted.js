/** A list of words to look for, as the generator has it (generator/rules/tokens.py): words, endings, phrases, and phrases that other words may part. */

/** Letters and digits of any script, as the inside of a character class. */
export const LETTER = "\\p{L}\\p{N}";
const GAP = " \u2026 ";
const GAP_WORDS = 8;

/** One list of the guide. */
export class Wanted {
  /** @param {string[]} entries @param {(text: string) => string[]} low the words of a text in lower case */
  constructor(entries, low) {
    this.endings = entries.filter((entry) => entry.startsWith("-")).map((entry) => low(entry.slice(1)).join(""));
    const said = entries.filter((entry) => !entry.startsWith("-")).map((entry) => entry.split(GAP).map((piece) => low(piece).join(" ")));
    this.phrases = said.flatMap((pieces) => (pieces.length === 1 ? [` ${pieces[0]} `] : []));
    this.single = new Set(this.phrases.map((phrase) => phrase.trim()));
    this.parted = said.filter((pieces) => pieces.length > 1).map((pieces) => new RegExp(` ${pieces.map(literal).join(`(?: \\S+){0,${GAP_WORDS}} `)} `, "u"));
  }

  /** @param {string} word in lower case @returns {boolean} whether it is in the list, or ends as one that may */
  has(word) {
    return this.single.has(word) || this.endings.some((ending) => word.endsWith(ending));
  }

  /** @param {string} word in lower case @returns {boolean} whether it or one of its pieces is in the list */
  among(word) {
    return this.has(word) || word.split("-").some((piece) => this.has(piece));
  }

  /** @param {string[]} low @returns {boolean} whether one of the list stands among these words */
  within(low) {
    const said = ` ${low.join(" ")} `;
    return this.phrases.some((phrase) => said.includes(phrase)) || this.parted.some((phrase) => phrase.test(said));
  }
}

/** @param {string} text @returns {string} a pattern that finds just this text */
export function literal(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** Python's `casefold`, as far as it reaches the letters of the guide's lists. @param {string} text */
export function fold(text) {
  return Array.from(text, (char) => (char === "\u0131" ? char : char.toUpperCase().toLowerCase())).join("");
}

/** @param {string} pattern @returns {string} the pattern, only as whole words in any script */
export function whole(pattern) {
  return `(?<![${LETTER}_])${pattern}(?![${LETTER}_])`;
}

/** A pattern of the guide as this language writes it: letters and digits of any script. @param {string} pattern */
export function translated(pattern) {
  let inside = false;
  return pattern.replace(/\\.|[[\]]/g, (token) => {
    if (token === "[" || token === "]") inside = token === "[";
    if (token === "\\w") return inside ? `${LETTER}_` : `[${LETTER}_]`;
    return token === "\\d" ? "\\p{Nd}" : token;
  });
}
