/** What one reads, by its name: to be marked for later, or kept as the place where one was. */
import { isName } from "./document.js";
import { place } from "./reading.js";
import { siteBase, store } from "./site.js";

const LONGEST = 160; // letters of a title

/** @param {string} href @returns {string} what the page, or the part of it, that the address leads to is named by; nothing where it cannot be */
export function nameAt(href) {
  const { pathname, hash } = new URL(href, location.href);
  const path = pathname.slice(siteBase().pathname.length).replace(/(\/?index)?\.html$|\/$/, "");
  const name = `${path}${hash.replace("#", ":")}`;
  return isName(name) ? name : "";
}

/** Mark it to be seen again later. @param {string} name @param {string} title */
export function mark(name, title) {
  store().put("later", name, { title: short(title) });
}

/** Keep where one is reading, if one has moved on. @param {string} page @param {string} title @param {string} part the id of its heading @param {string} heading */
export function keepPlace(page, title, part, heading) {
  const was = place();
  if (was?.page !== page || was.part !== part) store().put("place", "reading", { page, title: short(title), part, heading: short(heading) });
}

/** @param {string} text */
function short(text) {
  return text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
}
