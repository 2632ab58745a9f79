/** Where this site is, and the one store of the reader's data in it. */
import { storageKey } from "./document.js";
import { Store } from "./store.js";

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

/** @type {Store | undefined} */
let one;

/** @returns {Store} the reader's data of this site */
export function store() {
  one ??= new Store(openStorage(), storageKey(siteBase().pathname));
  return one;
}

/** @returns {Storage | null} */
function openStorage() {
  try {
    const probe = "handbook:probe";
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    return localStorage;
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? localStorage : null;
  }
}
