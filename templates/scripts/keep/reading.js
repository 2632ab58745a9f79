/** What is kept of reading: where one was, and what is to be seen again later; each named by its page and, behind a colon, its part. */
import { address } from "./address.js";
import { isName } from "./document.js";
import { store } from "./site.js";

/** @typedef {import("./document.js").Item & {page: string, title: string, part: string, heading: string}} Place */

/** @param {string} name @returns {string} its address */
export function addressOf(name) {
  const [page, part] = name.split(":");
  return address(`${page}.md${part ? `#${part}` : ""}`);
}

/** @returns {[name: string, title: string][]} what is marked to be seen again later, the latest first */
export function marked() {
  const all = Object.entries(store().read().later).sort(([, one], [, other]) => String(other.saved).localeCompare(String(one.saved)));
  return all.map(([name, { title }]) => [name, String(title ?? name)]);
}

/** @returns {Place | undefined} where one was reading */
export function place() {
  const found = /** @type {Place | undefined} */ (store().get("place", "reading"));
  return found && isName(String(found.page)) ? found : undefined;
}

/** There is nothing to go on with on this page. @param {string} page */
export function leavePlace(page) {
  if (place()?.page === page) store().remove("place", "reading");
}
