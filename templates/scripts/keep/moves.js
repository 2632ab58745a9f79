/**
 * What the handbook calls otherwise now: what is kept under a former name is kept under the name of today, and whatever
 * names it names it so. `generator/content/moves.py` says what moved; `MOVED` says where each part of the data names anything.
 */
import { entryOf, readDocument } from "./document.js";
import { History } from "./history.js";
import { withGone } from "./merge.js";
import { MIX, PARTS } from "./parts.js";
import { textOf } from "./written.js";

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./parts.js").Part} Part */
/** @typedef {Record<string, Record<string, string>>} Moves today's name by kind and former name; pages and their parts are of the kind "place" */
/** @typedef {(kind: string, name: string) => string} Now what is called so is called so today */
/** @typedef {{id?: (id: string, now: Now) => string, item?: (item: any, now: Now) => Record<string, unknown>}} Names how the name of an entry moves, and the fields of it that name something */
/** @typedef {{entry: string, at: string, texts: Record<string, string | true>}} Over words that a later entry of the same name stands over */

/** @returns {Moves | undefined} what this edition of the handbook says, where it renamed anything */
export function published() {
  return /** @type {{handbookData?: {moves?: Moves}}} */ (globalThis).handbookData?.moves;
}

/** @param {Moves} [moves] @returns {Now} through any number of names, to the last that leads on no further */
export function nowCalled(moves = published()) {
  return (kind, name) => {
    const of = moves && Object.hasOwn(moves, kind) ? moves[kind] : undefined;
    const seen = new Set();
    while (of && Object.hasOwn(of, name) && !seen.has(name)) {
      seen.add(name);
      name = String(of[name]);
    }
    return name;
  };
}

/** @param {unknown} walkthrough which interview it is @param {Now} now @returns {{turn: (id: string) => string, point: (id: string) => string}} what its questions, and their points to tick, are called: in a mix they are the handbook's */
export function namesWithin(walkthrough, now) {
  const turn = (/** @type {string} */ id) => (walkthrough === MIX ? now("question", id) : id);
  return { turn, point: (id) => id.replace(/^(.*)(-\d+)$/, (_, phase, number) => `${turn(phase)}${number}`) };
}

/** @type {Record<Part, Names>} */
const MOVED = {
  worksheets: { id: (id, now) => now("worksheet", id) },
  stories: {
    item: ({ questions, competencies, principles, template }, now) => ({
      questions: listed(questions, (id) => now("question", id)),
      competencies: listed(competencies, (id) => now("competency", id)),
      principles: listed(principles, (id) => now("principle", id)),
      template: template && now("framework", template),
    }),
  },
  mocks: {
    item: (mock, now) => {
      const { turn, point } = namesWithin(mock.walkthrough, now);
      const { questions, dictated, mistakes, ticks, friends, wish, phase } = mock;
      const walkthrough = mock.walkthrough === MIX ? MIX : mock.walkthrough && now("walkthrough", mock.walkthrough);
      const byQuestion = ["asked", "notes", "told", "voice", "transcripts"].map((field) => [field, keyed(mock[field], turn)]);
      return {
        ...Object.fromEntries(byQuestion),
        walkthrough,
        phase: phase && turn(phase),
        questions: listed(questions, turn),
        dictated: listed(dictated, turn),
        mistakes: listed(mistakes, turn),
        ticks: listed(ticks, point),
        wish: wish?.competency ? { ...wish, competency: now("competency", wish.competency) } : wish,
        friends: friends?.map((/** @type {any} */ one) => ({ ...one, ...friendNow(one, turn, point) })),
      };
    },
  },
  cards: { id: (id, now) => id.replace(/^([a-z]+):([^:]+)/, (_, deck, name) => `${deck}:${now({ flag: "competency", framework: "framework" }[/** @type {"flag"} */ (deck)] ?? "question", name)}`) },
  ticks: { id: (id, now) => id.replace(/^[^:]+/, (plan) => now("plan", plan)) },
  rounds: { id: (id, now) => id.replace(/^[^/]+/, (loop) => now("loop", loop)), item: ({ loop }, now) => ({ loop: loop && now("loop", loop) }) },
  later: { id: placeNow },
  place: {
    item: ({ page, part }, now) => {
      const [to, ...within] = page ? placeNow(part ? `${page}:${part}` : page, now).split(":") : [page];
      return { page: to, part: page && part ? within.join(":") : part };
    },
  },
};

/**
 * @param {Document} whole @param {Moves} [moves]
 * @returns {{whole: Document, isMoved: boolean, over: Over[]}} the same where nothing of it moved; of two that have one name now the one saved later, with what only the other holds
 */
export function brought(whole, moves = published()) {
  if (!moves) return { whole, isMoved: false, over: [] };
  const now = nowCalled(moves);
  /** @type {Over[]} */
  const over = [];
  let isMoved = false;
  const brings = { ...whole };
  for (const part of PARTS) {
    /** @type {Record<string, Item>} */
    const items = {};
    for (const [id, item] of Object.entries(whole[part])) {
      const [to, moved] = [MOVED[part].id?.(id, now) ?? id, itemNow(item, MOVED[part], now)];
      isMoved ||= to !== id || moved !== item;
      const other = entryOf(items, to);
      items[to] = other ? bothOf(other, moved, `${part}/${to}`, over) : moved;
    }
    brings[part] = items;
  }
  const gone = Object.entries(whole.gone ?? {}).map(([key, at]) => /** @type {[string, string]} */ ([entryNow(key, now), at]));
  isMoved ||= gone.some(([key]) => !Object.hasOwn(whole.gone ?? {}, key));
  return isMoved ? { whole: withGone(brings, gone), isMoved, over } : { whole, isMoved, over };
}

/**
 * Any JSON value as a document of today's version, in the names of today.
 * @param {unknown} value @returns {import("./document.js").Found & {isMoved: boolean, over: Over[]}}
 * @throws {import("./versions.js").ImportError} as `readDocument`
 */
export function readMoved(value) {
  const { whole, unread } = readDocument(value);
  return { unread, ...brought(whole) };
}

/**
 * Keep by the names of today what was kept by others, with the earlier versions of it, and the words that stand in no entry any more.
 * @param {import("./shelf.js").Shelf} shelf @param {string} text as it stands there @param {{whole: Document, over: Over[]}} found @param {() => Date} now
 * @returns {string} what stands there now
 */
export function settled(shelf, text, { whole, over }, now) {
  const history = new History(shelf, now);
  history.follow(entryNow);
  for (const { entry, ...version } of over) history.add(entry, version);
  try {
    const moved = textOf(whole);
    shelf.write(moved);
    return moved;
  } catch {
    return text; // It is read so each time, until there is room.
  }
}

/** @param {string} entry as part/id @param {Now} [now] @returns {string} what it is called today */
export function entryNow(entry, now = nowCalled()) {
  const slash = entry.indexOf("/");
  const [part, id] = [/** @type {Part} */ (entry.slice(0, slash)), entry.slice(slash + 1)];
  return PARTS.includes(part) ? `${part}/${MOVED[part].id?.(id, now) ?? id}` : entry;
}

/** @param {{ticks?: string[], says?: Record<string, string>}} friend what a friend heard @param {(id: string) => string} turn @param {(id: string) => string} point */
export function friendNow({ ticks, says }, turn, point) {
  return { ...(ticks && { ticks: listed(ticks, point) }), ...(says && { says: keyed(says, turn) }) };
}

/** @param {Item} item @param {Names} names @param {Now} now @returns {Item} the very same where nothing in it moved */
function itemNow(item, { item: fields }, now) {
  const differing = Object.entries(fields?.(item, now) ?? {}).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(item[key]));
  return differing.length ? { ...item, ...Object.fromEntries(differing) } : item;
}

/** @param {string} name a page, and behind a colon its part @param {Now} now */
function placeNow(name, now) {
  const [page = "", ...part] = name.split(":");
  return now("place", [now("place", page), ...part].join(":"));
}

/** @template {string[] | undefined} T @param {T} names @param {(id: string) => string} to @returns {T} each once */
function listed(names, to) {
  return names && /** @type {T} */ ([...new Set(names.map(to))]);
}

/** @template {Record<string, any> | undefined} T @param {T} table @param {(id: string) => string} to @returns {T} where two names are one now, what both hold */
function keyed(table, to) {
  if (!table) return table;
  /** @type {Record<string, any>} */
  const found = {};
  for (const [id, value] of Object.entries(table)) found[to(id)] = Object.hasOwn(found, to(id)) ? together(found[to(id)], value) : value;
  return /** @type {T} */ (found);
}

/** @param {any} one @param {any} other @returns {any} */
function together(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) return [...new Set([...one, ...other])];
  if (typeof one !== "string" || typeof other !== "string") return one;
  return [...new Set([one, other].filter((text) => text.trim()))].join("\n\n");
}

/** @param {Item} one @param {Item} other @param {string} entry @param {Over[]} over takes the words that do not stand in what is given @returns {Item} */
function bothOf(one, other, entry, over) {
  const when = (/** @type {Item} */ item) => Date.parse(item.saved ?? "") || 0;
  const [before, after] = /** @type {Record<string, any>[]} */ (when(one) > when(other) ? [other, one] : [one, other]);
  /** @type {Record<string, any>} */
  const both = { ...before, ...after };
  if (before.answers) {
    both.answers = { ...before.answers, ...after.answers };
    if (Object.entries(before.answers).some(([key, text]) => both.answers[key] !== text)) over.push({ entry, at: before.saved ?? "", texts: before.answers });
  }
  for (const list of ["attempts", "log"]) {
    if (!before[list] || !after[list]) continue;
    const all = new Map([...before[list], ...after[list]].map((row) => [row.at, row]));
    both[list] = [...all.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  }
  return both;
}
