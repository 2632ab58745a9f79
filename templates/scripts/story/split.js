/**
 * A whole telling as it stands in somebody's notes, taken apart: its title, and pieces that each belong to a part.
 *
 * What a heading names is honoured first; then what the sentences say, by the cues of the handbook's own parts; then
 * their order and the share that each part has of a telling. Nothing is lost but the headings that were honoured.
 */
import { visible } from "../values/words.js";
import { isOtherScript, sentencesOf } from "./spoken.js";
import { literal } from "./wanted.js";

/** @typedef {import("./editorial.js").PartId} PartId */
/** @typedef {{id: PartId, name: string, share: number, headings: string[], cues: string[]}} Part */
/** @typedef {{text: string, joint: string, at: number, block: number}} Unit a sentence or a bullet; joint: what stands between it and the one before */
/** @typedef {{part: PartId, units: Unit[]}} Piece what is moved at once */
/** @typedef {{title: string, pieces: Piece[], headings: string[]}} Split headings: those that were honoured */
/** @typedef {{parts: number[], units: Unit[]}} Section parts: those that its units may belong to, by their place */
/** @typedef {{place: number, before: Way | null}} Way */

/** Some twenty minutes aloud: eight times a full telling. */
export const LONGEST = 20_000;
const MOST_PIECES = 60;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const BULLET = /^\s*(?:[-*+\u2022\u2023\u25e6\u25aa\u25cf\u25cb\u00b7\u2013\u2014]|\[[ xX]?\])\s+(?=\S)/u;
const NUMBER = /^\s*\(?\d{1,2}[.)]\s+\S/;
const ENDED = /[.!?:;\u3002\uff01\uff1f\u2026]["'\u201d\u2019)]*\s*$/u;
const TITLE_LIMIT = 120;
const FAR = 3;
const WITHIN = 0.6;
const LEFT_OUT = 0.8;
const UNCUED = 0.5;

/** @param {string} text whatever was pasted @returns {{text: string, cut: number, dropped: number}} what is read of it; how many characters were too many, and how many nobody sees */
export function bounded(text) {
  const read = text.slice(0, LONGEST).replace(LINE_ENDS, "\n");
  const clean = visible(read);
  return { text: clean, cut: Math.max(0, text.length - LONGEST), dropped: read.length - clean.length };
}

/** @param {string} pasted @param {Part[]} parts in the order of a telling @returns {Split} */
export function split(pasted, parts) {
  const labels = labelled(parts);
  const { title, lines } = titled(bounded(pasted).text.split("\n"), labels);
  const { sections, headings } = sectionsOf(lines, parts, labels);
  const pieces = sections.flatMap(({ units, parts: allowed }) => piecesOf(units, assigned(units, allowed, parts, headings.length > 0), parts));
  const told = parts.flatMap(({ id }) => pieces.filter(({ part }) => part === id));
  return { title, pieces: told.length > MOST_PIECES ? joined(told) : told, headings };
}

/** @param {Piece[]} pieces @param {PartId[]} parts @returns {Record<PartId, string>} the telling that the pieces make */
export function toldOf(pieces, parts) {
  return /** @type {Record<PartId, string>} */ (Object.fromEntries(parts.map((part) => [part, textOf(pieces.filter((piece) => piece.part === part).flatMap(({ units }) => units))])));
}

/** @param {Unit[]} units @returns {string} as they stood, with a blank line where something between them went elsewhere */
export function textOf(units) {
  return units.map(({ text, joint, at }, place) => (place === 0 ? text : `${units[place - 1]?.at === at - 1 ? joint : "\n\n"}${text}`)).join("");
}

/**
 * @param {Piece[]} pieces in the order of the telling @param {Piece} piece @param {PartId} part @param {PartId[]} parts
 * @returns {Piece[]} with it at the end of an earlier part, or at the beginning of a later one
 */
export function moved(pieces, piece, part, parts) {
  const goesOn = parts.indexOf(part) > parts.indexOf(piece.part);
  const rest = pieces.filter((one) => one !== piece);
  const before = rest.filter((one) => (goesOn ? parts.indexOf(one.part) < parts.indexOf(part) : parts.indexOf(one.part) <= parts.indexOf(part)));
  piece.part = part;
  return [...before, piece, ...rest.slice(before.length)];
}

/** @param {Piece[]} pieces @param {Piece} piece @returns {Piece[]} with each of its sentences by itself */
export function apart(pieces, piece) {
  return pieces.flatMap((one) => (one === piece ? one.units.map((unit) => ({ part: one.part, units: [unit] })) : [one]));
}

/** @param {Part[]} parts @returns {{pattern: RegExp, part: (label: string) => number}} what a heading looks like, and the place of the part it names */
function labelled(parts) {
  const places = new Map(parts.flatMap(({ name, headings }, at) => [name, ...headings].map((label) => [label.toLowerCase(), at])));
  const any = [...places.keys()].sort((a, b) => b.length - a.length).map(literal).join("|");
  const list = `(?:${any})(?:\\s*(?:[/&+,\u3001]|and)\\s*(?:${any}))*`;
  const named = `(${list})(?:\\s*\\([^)]*\\))?\\s*`;
  const ends = "(?:[:\uff1a|]\\s*[*_]*|\\t|(?<=\\s)[-\u2013\u2014]+\\s+|$)";
  const pattern = new RegExp(`^\\s*(?:#{1,6}\\s*|\\d{1,2}[.)]\\s+|[-*\u2022]\\s+)?(?:[*_[\u3010]+${named}[:\uff1a]?\\s*[*_\\]\u3011]+\\s*[:\uff1a]?|${named}${ends})(.*)$`, "iu");
  return { pattern, part: (label) => places.get(label.trim().toLowerCase()) ?? -1 };
}

/** @param {string[]} lines @param {ReturnType<typeof labelled>} labels @returns {{title: string, lines: string[]}} the first line where it is one, and the others */
function titled(lines, { pattern }) {
  const at = lines.findIndex((line) => line.trim());
  const first = (lines[at] ?? "").trim();
  const next = lines[at + 1] ?? "";
  const isMarked = /^#{1,6}\s/.test(first);
  const stands = isMarked || !next.trim() || pattern.test(next);
  const rest = lines.slice(at + 1);
  if (!first || pattern.test(first) || !stands || first.length > TITLE_LIMIT || (!isMarked && (ENDED.test(first) || BULLET.test(first))) || !rest.some((line) => line.trim())) return { title: "", lines };
  return { title: first.replace(/^#{1,6}\s+/, "").replace(/^([*_]{1,3})(.+)\1$/, "$2"), lines: rest };
}

/** @param {string[]} lines @param {Part[]} parts @param {ReturnType<typeof labelled>} labels @returns {{sections: Section[], headings: string[]}} */
function sectionsOf(lines, parts, { pattern, part }) {
  const isLoose = !lines.join("\n").trim().match(/\n\s*\n/);
  /** @type {{named: number[], lines: string[]}[]} */
  const found = [{ named: [], lines: [] }];
  const headings = [];
  for (const line of lines) {
    const [, marked = "", plain = "", rest = ""] = pattern.exec(line) ?? [];
    const label = marked || plain;
    if (label) {
      headings.push(label);
      found.push({ named: label.split(/\s*(?:[/&+,\u3001]|\band\b)\s*/i).map(part).filter((at) => at >= 0), lines: rest.trim() ? [rest] : [] });
    } else found.at(-1)?.lines.push(line);
  }
  const has = new Set(found.flatMap(({ named }) => named));
  let at = 0;
  let block = 0;
  const sections = found.map(({ named, lines: own }) => {
    const units = unitsOf(own, isLoose).map((unit) => ({ ...unit, at: at++, block: block + unit.block }));
    block += own.length + 1;
    const parted = named.length ? named : headings.length ? [0] : parts.map((_, place) => place);
    const last = Math.max(...parted);
    const missing = parts.findIndex((_, place) => place > last && has.has(place));
    const allowed = parts.flatMap((_, place) => (parted.includes(place) || (place > last && !has.has(place) && (missing < 0 || place < missing)) ? [place] : []));
    return { parts: allowed, units };
  });
  return { sections: sections.filter(({ units }) => units.length), headings };
}

/** @param {string[]} lines @param {boolean} isLoose whether each line is a paragraph @returns {Omit<Unit, "at">[]} */
function unitsOf(lines, isLoose) {
  /** @type {Omit<Unit, "at">[]} */
  const units = [];
  let block = 0;
  let begins = true;
  /** @type {string[]} */
  let prose = [];
  const close = () => {
    for (const [at, { text, joint }] of sentencesOf(prose.join(" ")).entries()) units.push({ text, joint: at ? joint : begins ? "\n\n" : "\n", block });
    if (prose.length) begins = false;
    prose = [];
  };
  for (const line of lines) {
    const isItem = BULLET.test(line) || NUMBER.test(line);
    if (!line.trim() || isItem || (prose.length && ENDED.test(prose.at(-1) ?? ""))) close();
    if (!line.trim() || (isLoose && !isItem && !prose.length)) {
      begins = true;
      block++;
    }
    if (isItem) {
      units.push({ text: line.trim().replace(BULLET, "- "), joint: begins ? "\n\n" : "\n", block });
      begins = false;
    } else if (line.trim()) prose.push(line.trim());
  }
  close();
  return units;
}

/**
 * The part of each unit: the parts come in their order, and the sum of what speaks for each is the highest there is.
 * @param {Unit[]} units @param {number[]} allowed @param {Part[]} parts @param {boolean} isNamed whether headings say where they belong
 * @returns {number[]}
 */
function assigned(units, allowed, parts, isNamed) {
  const cues = allowed.map((place) => cued(parts[place]?.cues ?? []));
  const total = units.reduce((sum, { text }) => sum + text.length, 0) || 1;
  const skips = isNamed ? 0 : LEFT_OUT;
  let passed = 0;
  /** @type {{sum: number, way: Way | null}[]} the best way to have come to each part */
  let best = allowed.map((_, at) => ({ sum: at ? -Infinity : 0, way: null }));
  for (const [index, { text, block }] of units.entries()) {
    const middle = (passed + text.length / 2) / total;
    passed += text.length;
    const within = index > 0 && units[index - 1]?.block === block;
    best = allowed.map((place, at) => {
      const hits = Math.min(2, text.match(cues[at] ?? /$^/)?.length ?? 0);
      const fits = hits - (isNamed ? (at && !hits ? UNCUED : 0) : FAR * distance(middle, parts, place));
      if (isNamed && index === 0 && at) return { sum: -Infinity, way: null };
      const from = best.slice(0, at + 1).map(({ sum }, old) => sum - (old === at ? 0 : skips * (at - old - (index ? 1 : 0)) + (within ? WITHIN : 0)));
      const old = from.indexOf(Math.max(...from));
      return { sum: (from[old] ?? -Infinity) + fits, way: { place, before: best[old]?.way ?? null } };
    });
  }
  const ended = best.map(({ sum }, at) => sum - skips * (allowed.length - 1 - at));
  const places = [];
  for (let way = best[ended.indexOf(Math.max(...ended))]?.way ?? null; way; way = way.before) places.push(way.place);
  return places.reverse();
}

/** @param {number} middle of a sentence, from 0 to 1 @param {Part[]} parts @param {number} place @returns {number} how far it lies from where that part usually stands */
function distance(middle, parts, place) {
  const before = parts.slice(0, place).reduce((sum, { share }) => sum + share, 0) / 100;
  const after = before + (parts[place]?.share ?? 0) / 100;
  return Math.max(0, before - middle, middle - after);
}

/** @param {string[]} cues @returns {RegExp} */
function cued(cues) {
  const found = cues.map((cue) => (isOtherScript(cue) || !/^[\p{L}\p{N}]/u.test(cue) ? literal(cue) : `(?<![\\p{L}\\p{N}])${literal(cue)}(?![\\p{L}\\p{N}])`));
  return new RegExp(found.join("|") || "$^", "giu");
}

/** @param {Unit[]} units @param {number[]} places @param {Part[]} parts @returns {Piece[]} what stood in one paragraph and belongs to one part */
function piecesOf(units, places, parts) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const [at, unit] of units.entries()) {
    const part = /** @type {PartId} */ (parts[places[at] ?? 0]?.id);
    const last = pieces.at(-1);
    if (last?.part === part && last.units.at(-1)?.block === unit.block) last.units.push(unit);
    else pieces.push({ part, units: [unit] });
  }
  return pieces;
}

/** @param {Piece[]} pieces @returns {Piece[]} one for each part: more could not be looked through */
function joined(pieces) {
  return [...new Set(pieces.map(({ part }) => part))].map((part) => ({ part, units: pieces.filter((piece) => piece.part === part).flatMap(({ units }) => units) }));
}
