/** Where this site is, its data and its one store. */
import { Store, storageKey } from "./store.js";

/** @typedef {{id: string, ask: string, kind: string, competency: string, levels: string[], intent: string, good: string[], trap: string, twins: string[], stories: string[], path: string}} Question */
/** @typedef {{questions: Question[]}} Data */

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

/**
 * The handbook's own data, loaded as a script so that it works from files, too.
 * @param {string} name such as "questions": practise/data/<name>.js
 * @returns {Promise<any>}
 */
export function siteData(name) {
  const place = /** @type {{handbookData?: Record<string, unknown>}} */ (globalThis);
  place.handbookData ??= {};
  const known = place.handbookData[name];
  if (known) return Promise.resolve(known);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`practise/data/${name}.js`, siteBase()).href;
    script.onload = () => resolve(place.handbookData?.[name]);
    script.onerror = () => reject(new Error("A part of this page could not be loaded. What you have written here is still kept. Load the page once more when you are online."));
    document.head.append(script);
  });
}
