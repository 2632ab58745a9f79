/** A copy of everything as a file, from any page: what a browser did not keep is gone on the next one. */
import { download } from "../dom/download.js";
import { element } from "../dom/element.js";
import { dayOf, daysBetween } from "../values/days.js";
import { t } from "../values/language.js";
import { isTime } from "../values/shape.js";
import { address } from "./address.js";

const DATA_PAGE = "practise/my-data.md";
const COPIED = "copied";

/** @param {import("./store.js").Store} store @returns {string} the name of the file */
export function saveCopy(store) {
  const now = store.now();
  const name = `handbook-notes-${dayOf(now)}.json`;
  download(name, store.exportText());
  store.marks.set(COPIED, now.toISOString());
  store.dispatchEvent(new Event("state"));
  return name;
}

/** @param {import("./store.js").Store} store @returns {HTMLAnchorElement} */
export function saveLink(store) {
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    saveCopy(store);
  };
  return element("a", { href: address(DATA_PAGE), click: save }, t("Save a copy"));
}

/** @param {import("./store.js").Store} store @returns {string} how long ago a copy was saved, in words */
export function copiedInWords(store) {
  const copied = store.marks.get(COPIED);
  if (!isTime(copied)) return t("No copy was saved yet.");
  const days = daysBetween(dayOf(new Date(copied)), dayOf(store.now()));
  return days <= 0 ? t("A copy was saved today.") : days === 1 ? t("A copy was saved yesterday.") : t("A copy was saved {days} days ago.", { days });
}
