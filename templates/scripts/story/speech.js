/**
 * How a telling sounds to somebody who hears it once: the same rules as generator/rules/speech_rules.py, in the same words.
 */

/** @typedef {import("./editorial.js").Guide} Guide */
/** @typedef {import("./editorial.js").Rule} Rule */
/** @typedef {{path: (string | number)[], values: Record<string, string | number>}} Found */

const END = /[.!?]["'\u201d\u2019)]*(\s+)(?=["'\u201c\u2018(]*(\S))/gu;

/** @param {string} text @returns {string[]} its sentences: each ends where a blank and no small letter follow its full stop */
export function sentences(text) {
  const found = [];
  let at = 0;
  for (const end of text.matchAll(END)) {
    const next = end[2] ?? "";
    if (next.toUpperCase() !== next && next.toLowerCase() === next) continue;
    const from = end.index + end[0].length;
    found.push(text.slice(at, from - (end[1] ?? "").length));
    at = from;
  }
  return [...found, text.slice(at)].filter((one) => one.trim());
}

/** The rules on speech, by one guide. */
export class Speech {
  /** @param {Guide} guide @param {(text: string) => string[]} wordsOf */
  constructor(guide, wordsOf) {
    this.guide = guide;
    this.wordsOf = wordsOf;
  }

  /** @param {string} said context and challenge @returns {Found[]} */
  opening(said) {
    const rule = this.#rule("opening");
    const words = this.#low(sentences(said).slice(0, rule.sentences).join(" "));
    const few = words.filter((word) => this.#number(word)).length < (rule.numbers ?? 0);
    const missing = [this.#role(words) || "role", this.#people(words) || "number of people", !few || "further figure"].filter((name) => name !== true);
    return missing.length ? [{ path: ["told", "context"], values: { found: missing.join(", no ") } }] : [];
  }

  /** @param {string} said context and challenge @returns {Found[]} */
  riddle(said) {
    const first = this.#low(sentences(said)[0] ?? "").slice(0, this.#rule("riddle").words);
    const found = first.find((word) => this.guide.pronouns.includes(word));
    return found ? [{ path: ["told", "context"], values: { found } }] : [];
  }

  /** @param {string[]} paragraphs of the actions @returns {Found[]} */
  reasons(paragraphs) {
    const without = paragraphs.findIndex((words) => {
      const said = ` ${this.#low(words).join(" ")} `;
      return !this.guide.reasons.some((reason) => said.includes(` ${reason} `));
    });
    return without < 0 ? [] : [{ path: ["told", "actions"], values: { found: without + 1 } }];
  }

  /** @param {string} told @returns {number} the percentage of its sentences that are short, to be rounded */
  short(told) {
    const lengths = sentences(told).map((one) => this.wordsOf(one).length);
    return (100 * lengths.filter((words) => words <= (this.#rule("fragments").words ?? 0)).length) / (lengths.length || 1);
  }

  /** @param {string} learnings @returns {Found[]} */
  dryEnd(learnings) {
    const last = sentences(learnings).at(-1) ?? "";
    const said = ` ${this.#low(last).join(" ")} `;
    const dry = this.wordsOf(last).length < (this.#rule("dry-end").least ?? 0);
    const doubts = this.guide.doubts.some((doubt) => said.includes(` ${doubt} `));
    return dry || doubts || /["'\u201c\u201d\u2018\u2019]$/u.test(last) ? [{ path: ["told", "learnings"], values: { found: last } }] : [];
  }

  /** @param {string} strong @param {string} weak @param {number} at @returns {Found[]} */
  pair(strong, weak, at) {
    const [one = 0, other = 0] = [strong, weak].map((reply) => this.wordsOf(reply).length);
    const lengths = 100 * Math.max(one, other) > (100 + (this.#rule("pair").most ?? 0)) * Math.min(one, other) && `${one} and ${other} words`;
    const only = this.#figures(strong) !== this.#figures(weak) ? "figure" : quotes(strong) !== quotes(weak) && "quotation";
    const found = lengths || (only && `a ${only} in one of them only`);
    return found ? [{ path: ["follow_ups", at, "weak"], values: { found } }] : [];
  }

  /** @param {string} code @returns {Rule} */
  #rule(code) {
    return /** @type {Rule} */ (this.guide.rules[code]);
  }

  /** @param {string} what @returns {number} how many words may stand between */
  #near(what) {
    return this.#rule("opening").near?.[what] ?? 0;
  }

  /** @param {string} text */
  #low(text) {
    return this.wordsOf(text).map((word) => word.toLowerCase().replaceAll("\u2019", "'"));
  }

  /** @param {string} word */
  #number(word) {
    return /[0-9]/.test(word) || word.split("-").some((piece) => this.guide.numbers.includes(piece));
  }

  /** @param {string[]} said */
  #people(said) {
    return said.some((word, at) => this.#number(word) && said.slice(at, at + this.#near("people") + 1).some((one) => among(one, this.guide.people)));
  }

  /** @param {string[]} said */
  #role(said) {
    /** @type {Record<string, [number, string[]]>} */
    const within = {
      i: [this.#near("lead"), this.guide.lead],
      we: [this.#near("lead"), this.guide.lead],
      my: [this.#near("mine"), this.guide.people],
      "i'm": [this.#near("roles"), this.guide.roles],
      as: [this.#near("roles"), this.guide.roles],
    };
    return said.some((word, at) => {
      const [far, names] = Object.hasOwn(within, word) ? /** @type {[number, string[]]} */ (within[word]) : [0, []];
      return said.slice(at + 1, at + 1 + far).some((one) => among(one, names));
    });
  }

  /** @param {string} text */
  #figures(text) {
    return this.#low(text).some((word) => !this.guide.one.includes(word) && this.#number(word));
  }
}

/** @param {string} word @param {string[]} names */
function among(word, names) {
  return names.includes(word) || word.split("-").some((piece) => names.includes(piece));
}

/** @param {string} text */
function quotes(text) {
  return /["\u201c]/.test(text);
}
