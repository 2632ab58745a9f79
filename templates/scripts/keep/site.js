/** Where this site is, and the one store of the reader's data in it. */
import { storageKey } from "./document.js";
import { countToNext } from "./next-round.js";
import { Store } from "./store.js";
import { eachDay } from "./today.js";

/** @returns {URL} the address of the site's first folder, from the theme's own configuration */
export function siteBase() {
  const config = document.getElementById("__config")?.textContent ?? "{}";
  let base = ".";
  try {
    base = JSON.parse(config).base ?? ".";
  } catch {
    // Without it, the page's own folder is as good as any.
  }
  return new URL(base.endsWith("/") ? base : `${base}/`, location.href);
}

/** As much as somebody writes in a minute: without room for that a browser is full. */
const ROOM = "x".repeat(500);

/** @type {Store | undefined} */
let one;

/** @returns {Store} the reader's data of this site, which counts to the next round on whatever page it is asked for */
export function store() {
  one ??= counting(new Store(...opened()));
  return one;
}

/** @param {Store} made @returns {Store} */
function counting(made) {
  const count = () => countToNext(made);
  count();
  made.addEventListener("change", count);
  eachDay(count);
  return made;
}

/** @returns {[Storage | null, string, () => Date, import("./store.js").State]} the storage, with what a first try says of it */
function opened() {
  const key = storageKey(siteBase().pathname);
  const now = () => new Date();
  const probe = `${key}:probe`;
  try {
    localStorage.setItem(probe, ROOM);
    localStorage.removeItem(probe);
    return [localStorage, key, now, "fine"];
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? [localStorage, key, now, "full"] : [null, key, now, "closed"];
  }
}
