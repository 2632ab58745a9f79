/** A story of the reader's as an entry of content/stories/: its record, its file's name, and what `handbook check` would say. */
import { escaped, line, paragraphs, slug } from "../values/words.js";
import { Prose, TODO } from "./yaml.js";

const LONGEST_NAME = 70; // characters of a title's slug, which a number or a word may follow

/** @typedef {import("./editorial.js").Editorial} Editorial */
/** @typedef {import("./editorial.js").Measure} Measure */
/** @typedef {import("./editorial.js").Note} Note */
/** @typedef {import("./editorial.js").FollowUp} FollowUp */
/** @typedef {import("./story.js").Kept} Kept */
/** @typedef {{questions: Set<string>, competencies: Set<string>, themes: Set<string>, traits: Set<string>, principles: Set<string>, stories: Set<string>, model: import("./story.js").Model}} Known the names that the handbook has, and what it takes */
/** @typedef {import("./yaml.js").Mapping} Mapping */
/** @typedef {import("./yaml.js").Value} Value */
/** @typedef {{code: string, message: string}} Issue */

const SHOWN = 80;
const LONGEST_ADDRESS = 7000;

/**
 * @param {Kept} story @param {Known} known
 * @returns {Mapping} the entry, in the order of the skeleton, with TODO where something is still to be written
 */
export function entry(story, known) {
  const { give } = story;
  const [question, ...others] = only(story.questions, known.questions);
  const principles = only(story.principles, known.principles);
  return {
    title: text(story.title),
    summary: text(give.summary),
    question: question ?? TODO,
    ...(others.length ? { also_answers: others } : {}),
    competencies: named(story.competencies, known.competencies),
    themes: named(story.themes, known.themes),
    traits: named(story.traits, known.traits),
    ...(principles.length ? { principles } : {}),
    narrator: { level: text(give.level), ...(line(give.company) ? { company: line(give.company) } : {}), team: text(give.team) },
    outcome: text(give.outcome),
    ending: text(give.ending),
    ...(give.turns ? { turns_on: give.turns } : {}),
    ...(give.scale ? { scale: give.scale } : {}),
    provenance: "contributed",
    ...after(give.after),
    contributor: { name: text(give.name), ...(line(give.link) ? { link: line(give.link) } : {}) },
    thirty_seconds: new Prose(story.thirty),
    system: new Prose(story.system),
    told: Object.fromEntries(Object.entries(story.parts).map(([part, words]) => [part, new Prose(words)])),
    if_they_want_more: new Prose(give.more),
    ...listed("measures", given(give.measures).map((m) => ({ what: text(m.what), before: text(m.before), after: text(m.after) }))),
    ...listed("notes", given(give.notes).map((n) => ({
      in: n.in,
      quote: escaped(line(n.quote)) || TODO,
      kind: n.kind,
      says: new Prose(n.says),
    }))),
    ...listed("follow_ups", given(give.followUps).map((f) => ({
      asks: text(f.asks),
      checks: text(f.checks),
      strong: new Prose(f.strong),
      weak: new Prose(f.weak),
    }))),
  };
}

/**
 * What `handbook check` would still say of the file.
 * @param {Kept} story @param {Known} known @param {Editorial} editorial
 * @returns {Issue[]} what keeps the file from being read first, then the remarks on the telling
 */
export function issues(story, known, editorial) {
  return [...unreadable(entry(story, known), known.model), ...unquoted(story), ...uncounted(story), ...editorial.remarks(asEntry(story))];
}

/** @param {Mapping} whole @param {import("./story.js").Model} model @returns {Issue[]} what keeps the generator from reading the entry */
function unreadable(whole, model) {
  /** @type {Issue[]} */
  const found = [];
  for (const [path, value] of leaves(whole, [])) {
    const limit = value instanceof Prose ? model.proseLimit : model.textLimit;
    const words = String(value);
    const length = [...words].length;
    if (words.startsWith(TODO)) found.push({ code: "unfinished", message: `${nameOf(path)} must be written, found "${shown(words)}"` });
    else if (length > limit) found.push({ code: "size", message: `${nameOf(path)} must be at most ${limit} characters, found ${length}` });
    else if (path.at(-1) === "link" && !new RegExp(model.link).test(words)) {
      found.push({ code: "value", message: `"link" must be a web address that begins with https://, found "${shown(words)}"` });
    }
  }
  return found;
}

/** @param {Kept} story @returns {Issue[]} each note that quotes other words than the telling's */
function unquoted(story) {
  const told = Object.entries(story.parts).map(([part, words]) => ({ part, words: paragraphs(words).join(" ") }));
  return given(story.give.notes).flatMap((note) => {
    const quote = line(note.quote);
    const holding = told.filter(({ words }) => words.includes(quote));
    if (!quote || holding.some(({ part }) => part === note.in)) return [];
    const hint = holding[0] ? `; they stand in "${holding[0].part}"` : "; copy them exactly";
    return [{ code: "quote", message: `the words of a note must stand in the part "${note.in}", found "${shown(escaped(quote))}"${hint}` }];
  });
}

/** @param {Kept} story @returns {Issue[]} what is asked of a story without figures */
function uncounted({ give }) {
  return given(give.measures).length ? [] : [{ code: "no-figures", message: 'a story should have figures, or say why it has none, found neither; add "unmeasured: Why not"' }];
}

/** @param {Kept} story @returns {import("./editorial.js").Story} all that would be published, under the names of an entry */
function asEntry({ title, thirty, system, parts, give }) {
  return {
    title,
    summary: give.summary,
    narrator: give,
    thirty_seconds: thirty,
    system,
    told: parts,
    if_they_want_more: give.more,
    measures: given(give.measures),
    notes: given(give.notes),
    follow_ups: given(give.followUps),
  };
}

/**
 * @param {string} title @param {Known} known
 * @returns {string} a file name that no story has yet
 */
export function fileName(title, known) {
  const base = slug(line(title), known.model.letters, LONGEST_NAME) || "my-story";
  let name = known.model.reserved.includes(base) ? `${base}-story` : base;
  for (let at = 2; known.stories.has(name); at++) name = `${base}-${at}`;
  return `${name}.yaml`;
}

/**
 * The page on GitHub that begins a pull request with this file.
 * @param {string} repository its web address @param {string} branch @param {string} file @param {string} text
 * @returns {{address: string, whole: boolean} | null} null elsewhere than on GitHub; not whole where the text is too long for an address
 */
export function newFilePage(repository, branch, file, text) {
  const found = /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(repository);
  if (!found) return null;
  const page = `https://github.com/${found[1]}/${found[2]}/new/${encodeURIComponent(branch)}?filename=${encodeURIComponent(`content/stories/${file}`)}`;
  const address = `${page}&value=${encodeURIComponent(text)}`;
  return address.length <= LONGEST_ADDRESS ? { address, whole: true } : { address: page, whole: false };
}

/** @param {string} said who | title | address @returns {Mapping} whom the story follows, or nothing */
function after(said) {
  const [who = "", work = "", link = ""] = said.split("|").map(line);
  return who ? { after: { who, work: text(work), ...(link ? { link } : {}) } } : {};
}

/** @param {string} words */
function text(words) {
  return line(words) || TODO;
}

/** @param {string[]} names @param {Set<string>} known @returns {string[]} each that the handbook has, once */
function only(names, known) {
  return [...new Set(names)].filter((name) => known.has(name));
}

/** @param {string[]} names @param {Set<string>} known */
function named(names, known) {
  const found = only(names, known);
  return found.length ? found : [TODO];
}

/** @template {Measure | Note | FollowUp} T @param {T[]} rows @returns {T[]} the rows in which something is written */
function given(rows) {
  return rows.filter((row) => Object.entries(row).some(([name, words]) => !["id", "in", "kind"].includes(name) && line(words)));
}

/** @param {string} name @param {Mapping[]} rows @returns {Mapping} the list under its name, or nothing */
function listed(name, rows) {
  return rows.length ? { [name]: rows } : {};
}

/** @param {Value} value @param {(string | number)[]} path @returns {Iterable<[(string | number)[], string | Prose]>} */
function* leaves(value, path) {
  if (typeof value === "string" || value instanceof Prose) yield [path, value];
  else if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* leaves(item, [...path, at]);
  else for (const [name, item] of Object.entries(value)) yield* leaves(item, [...path, name]);
}

/** @param {(string | number)[]} path */
function nameOf(path) {
  const last = path.at(-1);
  return typeof last === "number" ? `item ${last + 1} of "${path.at(-2)}"` : `"${last}"`;
}

/** @param {string} words @returns {string} cut, with what cannot be printed as its code point */
function shown(words) {
  const all = [...words];
  const safe = all
    .slice(0, SHOWN + 1)
    .map((char) => (/[\p{C}\p{Z}]/u.test(char) && char !== " " ? `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>` : char))
    .join("");
  return all.length > SHOWN ? `${[...safe].slice(0, SHOWN).join("")}...` : safe;
}
