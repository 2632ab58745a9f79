/** Where the path of a page leads in the site that was built: folders behind a server, files where it is read from a disk. */
import { siteBase } from "./site.js";

/**
 * @param {string} path the path of a page as the handbook's data names it, such as "questions/conflict.md#first"
 * @returns {string} its address, whole
 */
export function address(path) {
  return new URL(placed(path, wayOfAddresses()), siteBase()).href;
}

/**
 * @param {string} path @param {"folders" | "files"} way
 * @returns {string} the address below the site's first folder
 */
export function placed(path, way) {
  const [, page = "", anchor = ""] = /^([^#]*)(.*)$/.exec(path) ?? [];
  if (!page.endsWith(".md")) return path;
  const stem = page.slice(0, -".md".length);
  if (way === "files") return `${stem}.html${anchor}`;
  return `${stem.replace(/(^|\/)index$/, "$1") || "."}${/(^|\/)index$/.test(stem) ? "" : "/"}${anchor}`;
}

/** @returns {"folders" | "files"} what the page says of itself */
function wayOfAddresses() {
  const meta = document.querySelector('meta[name="handbook-addresses"]');
  return meta?.getAttribute("content") === "files" ? "files" : "folders";
}

/** @param {string} text of an address @param {string} [otherwise] what stands for one that was cut within a letter @returns {string} as a person reads it */
export function decoded(text, otherwise = "") {
  try {
    return decodeURIComponent(text);
  } catch {
    return otherwise;
  }
}
