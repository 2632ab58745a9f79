/** Where one is reading, kept when the page is left: only of pages that can be marked, only past their first part, and of no sheet that is finished. */
import { keepPlace, nameAt } from "../keep/mark.js";
import { leavePlace } from "../keep/reading.js";
import { partRead } from "./here.js";

/** Note the place whenever the page may be about to close. */
export function keepWhere() {
  const title = document.querySelector("h1");
  const page = nameAt(location.pathname);
  if (!title || !page || !document.querySelector(".md-content__inner > .again")) return;
  const note = () => {
    const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")];
    const heading = headings[partRead(headings)];
    if (document.querySelector("work-sheet.is-finished")) leavePlace(page);
    else if (heading && scrollY > 0) keepPlace(page, title.textContent ?? "", heading.id, /** @type {HTMLElement} */ (heading).innerText);
  };
  addEventListener("pagehide", note);
  document.addEventListener("visibilitychange", () => document.hidden && note());
}
