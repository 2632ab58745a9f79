/** The handbook's own data: one file of practise/data/ for each thing a page asks about. */
import { t } from "../values/language.js";
import { siteBase } from "./site.js";

/** @typedef {{id: string, ask: string, names?: string, kind: string, competency: string, levels: string[], intent: string, good: string[], trap: string, twins: string[], follows?: string, followUps?: string[], spoken?: {speaker: string, says: string[], because: string, tempting: string[], costs: string}, stories: string[], path: string}} Question */

/**
 * The handbook's own data, loaded as a script so that it works from files, too.
 * @param {string} name such as "questions": practise/data/<name>.js
 * @returns {Promise<any>}
 */
export async function siteData(name) {
  const place = /** @type {{handbookData?: Record<string, unknown>}} */ (globalThis);
  place.handbookData ??= {};
  if (place.handbookData[name]) return place.handbookData[name];
  try {
    await script(`practise/data/${name}.js`);
  } catch {
    throw new Error(t("A part of this page could not be loaded. What you have written here is still kept. Load the page once more when you are online."));
  }
  return place.handbookData?.[name];
}

/**
 * Run a script of this site.
 * @param {string} path below the site's first folder
 * @returns {Promise<void>} kept once it has run, broken where it cannot be had
 */
export function script(path) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL(path, siteBase()).href;
    element.onload = () => inNextTask(resolve);
    element.onerror = () => reject(new Error(t("{path} could not be loaded", { path })));
    document.head.append(element);
  });
}

/**
 * Have this page wear one more style sheet of this site.
 * @param {string} path below the site's first folder
 * @returns {Promise<void>} kept once it is worn, broken where it cannot be had
 */
export function sheet(path) {
  const href = new URL(path, siteBase()).href;
  if ([...document.styleSheets].some((worn) => worn.href === href)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const element = document.createElement("link");
    element.rel = "stylesheet";
    element.href = href;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(t("{path} could not be loaded", { path })));
    document.head.append(element);
  });
}

/** What follows a script that was long to read waits for the page to answer its reader. @param {() => void} go */
function inNextTask(go) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    go();
  };
  port2.postMessage(null);
}
