/** The reader's own data as one versioned document: what it holds, and what of a file may be taken for it. */

const VERSION = 1;
export const PARTS = /** @type {const} */ (["worksheets", "stories", "mocks", "cards", "ticks", "rounds", "later", "place"]);
const DEEPEST = 8;
const NAME = /^[a-z0-9][a-z0-9:/-]{0,160}$/;

/** @typedef {"worksheets" | "stories" | "mocks" | "cards" | "ticks" | "rounds" | "later" | "place"} Part */
/** @typedef {Record<string, unknown> & {saved?: string}} Item */
/** @typedef {{date: string, goal: number, set: string}} Interview the day, cards a day, and the day when the date was set */
/** @typedef {{version: 1, interview: Interview} & Record<Part, Record<string, Item>>} Document */

/** A document that cannot be taken in, with a message for the reader. */
export class ImportError extends Error {}

/** @returns {Document} an empty document */
export function emptyDocument() {
  return { version: VERSION, interview: { date: "", goal: 10, set: "" }, worksheets: {}, stories: {}, mocks: {}, cards: {}, ticks: {}, rounds: {}, later: {}, place: {} };
}

/**
 * The key under which this site keeps its data: sites of one owner may share an origin, so it holds the site's path.
 * @param {string} path the path of the site's first page
 * @returns {string}
 */
export function storageKey(path) {
  return `handbook:${path}:${VERSION}`;
}

/**
 * Give any JSON value as a document of today's version. Older versions are brought up to date.
 * @param {unknown} value
 * @returns {Document}
 * @throws {ImportError} with what is wrong, in words
 */
export function asDocument(value) {
  if (!isObject(value)) throw new ImportError("The file must hold an object with the notes of this handbook.");
  const version = value.version;
  if (version !== VERSION && version !== 0) {
    const found = typeof version === "number" ? `version ${version}` : "no version";
    throw new ImportError(`The file must be of version ${VERSION} or older, found ${found}.`);
  }
  const whole = emptyDocument();
  if (isObject(value.interview)) {
    const { date, goal, set } = value.interview;
    if (isDay(date)) whole.interview.date = date;
    if (isDay(set)) whole.interview.set = set;
    if (typeof goal === "number" && goal >= 1 && goal <= 200) whole.interview.goal = Math.round(goal);
  }
  for (const part of PARTS) {
    const items = value[part] ?? {};
    if (!isObject(items)) throw new ImportError(`"${part}" must be an object, found ${kindOf(items)}.`);
    for (const [id, item] of Object.entries(items)) {
      if (!isName(id)) throw new ImportError(`"${part}" must hold names of lower-case letters, digits and hyphens, found "${id.slice(0, 40)}".`);
      if (!isObject(item)) throw new ImportError(`"${part}/${id}" must be an object, found ${kindOf(item)}.`);
      if (tooDeep(item)) throw new ImportError(`"${part}/${id}" must not be nested more than ${DEEPEST} levels deep.`);
      whole[part][id] = /** @type {Item} */ (plainCopy(item));
    }
  }
  return whole;
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
  return Array.isArray(value) ? "a list" : value === null ? "nothing" : `a ${typeof value}`;
}

/** @param {unknown} value @returns {value is string} whether it is a day, or none */
function isDay(value) {
  return typeof value === "string" && (value === "" || (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))));
}

/** @param {unknown} value @param {number} [depth] @returns {boolean} */
function tooDeep(value, depth = 0) {
  if (typeof value !== "object" || value === null) return false;
  return depth > DEEPEST || Object.values(value).some((inner) => tooDeep(inner, depth + 1));
}

/** A copy without keys that could reach a prototype. @param {unknown} value @returns {unknown} */
function plainCopy(value) {
  if (Array.isArray(value)) return value.map(plainCopy);
  if (!isObject(value)) return value;
  const safe = Object.entries(value).filter(([key]) => !["__proto__", "constructor", "prototype"].includes(key));
  return Object.fromEntries(safe.map(([key, inner]) => [key, plainCopy(inner)]));
}
