/**
 * The reader's own voice: recordings in this browser's IndexedDB, and nowhere else.
 *
 * One database for each site (its name holds the site's path, as the storage key does), one object store, keyed by id.
 */
import { recordingsKey } from "./document.js";
import { siteBase } from "./site.js";

const STORE = "recordings";
const DATABASE_VERSION = 1;

/** @typedef {{id: string, mock: string, made: string, seconds: number, blob: Blob, label?: string}} Recording */

/** @returns {string} the name of this site's database */
function databaseName() {
  return recordingsKey(siteBase().pathname);
}

/** @returns {Promise<IDBDatabase>} the database, made where there was none; rejected where the browser has none */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName(), DATABASE_VERSION);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains(STORE)) request.result.createObjectStore(STORE, { keyPath: "id" });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("Another tab holds the recordings open."));
  });
}

/**
 * Keep one recording.
 * @param {Recording} recording
 * @returns {Promise<boolean>} whether this browser kept it; false where there is no room or no database
 */
export async function put(recording) {
  try {
    await within("readwrite", (recordings) => recordings.put(recording));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} [mock] only those of one mock interview @returns {Promise<Recording[]>} oldest first; none where there is no database */
export async function list(mock) {
  try {
    const all = /** @type {Recording[]} */ (await within("readonly", (recordings) => recordings.getAll()));
    return all.filter((one) => !mock || one.mock === mock).sort((a, b) => (a.made < b.made ? -1 : 1));
  } catch {
    return [];
  }
}

/** @param {string} id @returns {Promise<void>} */
export async function remove(id) {
  await within("readwrite", (recordings) => recordings.delete(id));
}

/** Erase every recording of this site. @returns {Promise<void>} */
export async function clear() {
  await within("readwrite", (recordings) => recordings.clear());
}

/**
 * Do one thing within a transaction, and wait until it is written.
 * @param {IDBTransactionMode} mode @param {(recordings: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<any>} what the request gave
 */
async function within(mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error ?? request.error);
      transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  } finally {
    database.close();
  }
}
