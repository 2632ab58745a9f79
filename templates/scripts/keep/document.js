/** The reader's own data as one versioned document: what it holds, and what of a file may be taken for it. */
import { t } from "../values/language.js";
import { isTimeWithLater, misfitInWords } from "../values/shape.js";
import { interviewShape, PARTS, parts, shapes } from "./parts.js";
import { broughtUpToDate, ImportError, VERSION } from "./versions.js";

export { ImportError, PARTS };

const DEEPEST = 8;
const NAME = /^[a-z0-9][a-z0-9:/-]{0,160}$/;
const SHOWN = 120;
const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);

/** @typedef {import("./parts.js").Part} Part */
/** @typedef {Readonly<Record<string, unknown>> & {readonly saved?: string}} Item what everybody shares, so nobody changes it in place */
/** @typedef {{date: string, goal: number, set: string}} Interview the day, cards a day, and the day when the date was set */
/** @typedef {{erased?: string, gone?: Record<string, string>}} Memory when everything was erased last, and when each entry that was deleted, as part/id */
/** @typedef {{version: number, interview: Readonly<Interview>} & Record<Part, Readonly<Record<string, Item>>> & Memory} Document */
/** @typedef {{part: string, id: string | null, item: unknown, says: string}} Unread what of a document does not fit, and why, in words; no id where it is the whole part */
/** @typedef {{whole: Document, unread: Unread[]}} Found */

/** @returns {Document} an empty document */
export function emptyDocument() {
  const items = /** @type {Record<Part, Record<string, Item>>} */ (Object.fromEntries(PARTS.map((part) => [part, {}])));
  return { version: VERSION, interview: { date: "", goal: 10, set: "" }, ...items };
}

/**
 * The key under which this site keeps its data: sites of one owner may share an origin, so it holds the site's path. It
 * holds no version, which stands within: a new version must find what an older one kept.
 * @param {string} path the path of the site's first page
 * @returns {string}
 */
export function storageKey(path) {
  return `handbook:${path}`;
}

/** @param {string} key @returns {string} the key that held the data while the version stood in the key */
export function formerKey(key) {
  return `${key}:1`;
}

/** @param {string} path @returns {string} the name of the database of the recordings; the 1 is a name like any other, and stays so that they are found */
export function recordingsKey(path) {
  return `handbook:${path}:1:recordings`;
}

/**
 * Any JSON value as a document of today's version: what fits of it, and what does not. Older versions are brought up to date.
 * @param {unknown} value
 * @returns {Found}
 * @throws {ImportError} where nothing of it can be read, with what is wrong, in words
 */
export function readDocument(value) {
  if (!isObject(value)) throw new ImportError(t("The file must hold an object with the notes of this handbook."));
  const given = broughtUpToDate(value);
  const whole = emptyDocument();
  /** @type {Unread[]} */
  const unread = [];
  const { erased, gone, interview = {} } = given;
  if (isTimeWithLater(erased)) whole.erased = erased;
  const deleted = Object.entries(isObject(gone) ? gone : {}).filter(([key, at]) => isTimeWithLater(at) && PARTS.some((part) => key.startsWith(`${part}/`)));
  if (deleted.length) whole.gone = /** @type {Record<string, string>} */ (Object.fromEntries(deleted));
  if (isObject(interview)) {
    for (const [key, shape] of Object.entries(interviewShape)) {
      if (!Object.hasOwn(interview, key)) continue;
      const misfit = shape(interview[key]);
      if (misfit) unread.push({ part: "interview", id: key, item: interview[key], says: `${FIELDS[/** @type {"date"} */ (key)]} ${misfitInWords(misfit)}` });
      else Object.assign(whole.interview, { [key]: interview[key] });
    }
  } else unread.push({ part: "interview", id: null, item: interview, says: t("“interview” must be an object, found {kind_of}", { kind_of: kindOf(interview) }) });
  for (const part of PARTS) {
    const items = given[part] ?? {};
    if (!isObject(items)) {
      unread.push({ part, id: null, item: items, says: t("“{part}” must be an object, found {kind_of}", { part, kind_of: kindOf(items) }) });
      continue;
    }
    const entries = Object.entries(items).filter(([id, item]) => {
      const wrong = wrongIn(part, id, item);
      if (wrong) unread.push({ part, id, item, says: `${callOf(part, id, item)}: ${wrong}` });
      return !wrong;
    });
    whole[part] = /** @type {Record<string, Item>} */ (Object.fromEntries(entries.map(([id, item]) => [id, plain(item)])));
  }
  return { whole, unread };
}

const FIELDS = { date: t("The date of your interview"), goal: t("The number of cards a day"), set: t("The day when the date was set") };

/**
 * What was set aside, as a document of its own, which can be mended and taken in again.
 * @param {readonly Unread[]} unread @returns {string}
 */
export function unreadText(unread) {
  /** @type {Record<string, any>} */
  const whole = { version: VERSION };
  for (const { part, id, item } of unread) {
    if (id === null) whole[part] = item;
    else Object.defineProperty((whole[part] ??= {}), id, { value: item, enumerable: true, configurable: true, writable: true });
  }
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** @param {string} text what was set aside @returns {Unread[]} what of it cannot be read; nothing of a text that is no document */
export function unreadIn(text) {
  try {
    return readDocument(JSON.parse(text)).unread;
  } catch {
    return [];
  }
}

/** @param {Part} part @param {string} id @param {unknown} item @returns {string} what is wrong with it, in words, or nothing */
function wrongIn(part, id, item) {
  if (!NAME.test(id)) return t("its name must be of lower-case letters, digits and hyphens");
  if (tooDeep(item)) return t("it must not be nested more than {deepest} levels deep", { deepest: DEEPEST });
  const misfit = shapes[part](item);
  return misfit ? misfitInWords(misfit) : "";
}

/** @param {Part} part @param {string} id @param {unknown} item @returns {string} what a reader knows it by */
function callOf(part, id, item) {
  const title = isObject(item) && typeof item.title === "string" && item.title ? item.title : id;
  return `${parts[part].name} ${t("“{words}”", { words: title.slice(0, SHOWN) })}`;
}

/** @param {Record<string, Item>} items @param {string} id @returns {Item | undefined} the entry, if it is there and not inherited */
export function entryOf(items, id) {
  return Object.hasOwn(items, id) ? items[id] : undefined;
}

/** @param {string} id @returns {boolean} whether an entry may be kept under it */
export function isName(id) {
  return NAME.test(id);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function kindOf(value) {
  return Array.isArray(value) ? t("a list") : value === null ? t("nothing") : typeof value === "object" ? t("an object") : typeof value === "string" ? t("a text") : typeof value === "number" ? t("a number") : t("yes or no");
}

/** @param {unknown} value @param {number} [depth] @returns {boolean} */
function tooDeep(value, depth = 0) {
  if (typeof value !== "object" || value === null) return false;
  return depth > DEEPEST || Object.values(value).some((inner) => tooDeep(inner, depth + 1));
}

/** A value without keys that could reach a prototype; the same value where it has none. @param {unknown} value @returns {unknown} */
function plain(value) {
  if (!hasUnsafe(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  const safe = Object.entries(/** @type {object} */ (value)).filter(([key]) => !UNSAFE.has(key));
  return Object.fromEntries(safe.map(([key, inner]) => [key, plain(inner)]));
}

/** @param {unknown} value @returns {boolean} */
function hasUnsafe(value) {
  if (typeof value !== "object" || value === null) return false;
  return Object.keys(value).some((key) => UNSAFE.has(key) || hasUnsafe(/** @type {Record<string, unknown>} */ (value)[key]));
}
