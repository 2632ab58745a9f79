/** The line that says whether what one writes was kept. */
import { timeOf } from "./days.js";
import { element } from "./element.js";

/** @typedef {import("./store.js").Store} Store */

/** @returns {HTMLParagraphElement} a line that says nothing yet */
export function keptLine() {
  return element("p", { class: "kept", role: "status" });
}

/** @param {HTMLElement} line @param {Store} store @param {boolean} kept whether the last write was kept @param {Date} now */
export function sayKept(line, store, kept, now) {
  const says = kept
    ? `kept in this browser, ${timeOf(now)}`
    : store.state === "full"
      ? "This browser has no room left. Nothing here is lost while the page stays open: save a copy under My notes."
      : "This browser keeps nothing for this site. It is all gone once the page is closed.";
  if (line.textContent !== says) line.textContent = says;
  line.classList.toggle("is-lost", !kept);
}
