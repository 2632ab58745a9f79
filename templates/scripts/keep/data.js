/** The handbook's own data: one file of practise/data/ for each thing a page asks about. */
import { siteBase } from "./site.js";

/** @typedef {{id: string, ask: string, names?: string, kind: string, competency: string, levels: string[], intent: string, good: string[], trap: string, twins: string[], stories: string[], path: string}} Question */

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
