/**
 * The reader's own voice: recordings in this browser's IndexedDB, and nowhere else.
 *
 * One database for each site. What is known of a recording is one record, what was heard is many: a slice is written once,
 * under [id, at], and joined to the others when it is asked for. The name of the database never changes: IndexedDB counts
 * its versions itself.
 */
import { recordingsKey } from "./document.js";
import { openDB } from "./idb.js";
import { namesWithin, nowCalled } from "./moves.js";
import { siteBase } from "./site.js";

const STORE = "recordings";
const SLICES = "slices";
const DATABASE_VERSION = 2;

/** @typedef {{id: string, mock: string, made: string, seconds: number, label?: string, turn?: string, type?: string}} About what is known of a recording */
/** @typedef {About & {blob: Blob}} Recording */
/** @typedef {"kept" | "gone" | "full"} Kept what became of a slice: gone, where its recording was erased meanwhile */

/** @returns {Promise<import("idb").IDBPDatabase>} the database, made where there was none; rejected where the browser has none */
function open() {
  return openDB(recordingsKey(siteBase().pathname), DATABASE_VERSION, {
    async upgrade(database, old, _, transaction) {
      const about = old < 1 ? database.createObjectStore(STORE, { keyPath: "id" }) : transaction.objectStore(STORE);
      about.createIndex("mock", "mock");
      const slices = database.createObjectStore(SLICES);
      // Until version 2 a recording held its own sound.
      for (let cursor = await about.openCursor(); cursor; cursor = await cursor.continue()) {
        const { blob, ...rest } = cursor.value;
        if (!(blob instanceof Blob)) continue;
        await slices.put(blob, [rest.id, 0]);
        await cursor.update({ ...rest, type: blob.type });
      }
    },
    blocking: (_, __, event) => /** @type {IDBDatabase} */ (event.target).close(),
  });
}

/**
 * @template T
 * @param {"readonly" | "readwrite"} mode @param {(about: any, slices: any) => Promise<T>} act with both stores, in one transaction
 * @returns {Promise<T>} once it is written
 */
async function within(mode, act) {
  const database = await open();
  try {
    const transaction = database.transaction([STORE, SLICES], mode);
    const done = transaction.done.catch((/** @type {unknown} */ error) => Promise.reject(error));
    const [found] = await Promise.all([act(transaction.objectStore(STORE), transaction.objectStore(SLICES)), done]);
    return found;
  } finally {
    database.close();
  }
}

/** @param {string} id @returns {IDBKeyRange} every slice of one recording */
function slicesOf(id) {
  return IDBKeyRange.bound([id], [id, []]);
}

/** Begin a recording, to which slices will be added. @param {About} about @returns {Promise<boolean>} whether this browser takes it */
export async function begin(about) {
  try {
    await within("readwrite", (recordings) => recordings.put(about));
    return true;
  } catch {
    return false;
  }
}

/**
 * Keep what was heard since the last slice. What was erased meanwhile is not brought back.
 * @param {string} id @param {number} at its place among the slices @param {Blob} slice @param {number} seconds how long the recording is with it
 * @returns {Promise<Kept>}
 */
export async function add(id, at, slice, seconds) {
  try {
    return await within("readwrite", async (recordings, slices) => {
      const about = await recordings.get(id);
      if (!about) return "gone";
      await Promise.all([slices.put(slice, [id, at]), recordings.put({ ...about, seconds, type: slice.type || about.type })]);
      return "kept";
    });
  } catch {
    return "full";
  }
}

/**
 * Keep one whole recording.
 * @param {Recording} recording
 * @returns {Promise<boolean>} whether this browser kept it; false where there is no room or no database
 */
export async function put({ blob, ...about }) {
  return (await begin({ ...about, type: blob.type })) && (await add(about.id, 0, blob, about.seconds)) === "kept";
}

/** @param {string} [mock] only those of one mock interview @returns {Promise<Recording[]>} oldest first; none where there is no database */
export async function list(mock) {
  try {
    return await within("readonly", async (recordings, slices) => {
      const all = /** @type {About[]} */ (await (mock === undefined ? recordings.getAll() : recordings.index("mock").getAll(mock)));
      const heard = await Promise.all(all.map(async (one) => ({ ...one, parts: await slices.getAll(slicesOf(one.id)) })));
      return heard
        .filter(({ parts }) => parts.length)
        .map(({ parts, ...one }) => ({ ...one, ...turnNow(one), blob: new Blob(parts, { type: one.type ?? parts[0].type }) }))
        .sort((a, b) => (a.made < b.made ? -1 : 1));
    });
  } catch {
    return [];
  }
}

/** @param {About} about @returns {{turn?: string}} the question that was answered, as the handbook calls it today */
function turnNow({ mock, turn }) {
  return turn === undefined ? {} : { turn: namesWithin(mock.split(":")[0], nowCalled()).turn(turn) };
}

/** @param {string} id @returns {Promise<void>} */
export async function remove(id) {
  await within("readwrite", (recordings, slices) => Promise.all([recordings.delete(id), slices.delete(slicesOf(id))]));
}

/** Erase what was recorded of one mock interview. @param {string} mock @returns {Promise<void>} */
export async function removeOf(mock) {
  await within("readwrite", async (recordings, slices) => {
    const ids = /** @type {string[]} */ (await recordings.index("mock").getAllKeys(mock));
    return Promise.all(ids.flatMap((id) => [recordings.delete(id), slices.delete(slicesOf(id))]));
  });
}

/** Erase every recording of this site. @returns {Promise<void>} */
export async function clear() {
  await within("readwrite", (recordings, slices) => Promise.all([recordings.clear(), slices.clear()]));
}
