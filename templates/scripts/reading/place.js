/** Where one is reading, kept when the page is left: only of pages that can be marked, and only past their first part. */
import { keepPlace, nameAt } from "../keep/mark.js";

const LINE = 0.4; // of the screen: what begins above it is where one reads

/** Note the place whenever the page may be about to close. */
export function keepWhere() {
  const title = document.querySelector("h1");
  const page = nameAt(location.pathname);
  if (!title || !page || !document.querySelector(".md-content__inner > .again")) return;
  const note = () => {
    const heading = [...document.querySelectorAll("article :is(h2, h3)[id]")].findLast((one) => one.getClientRects().length && one.getBoundingClientRect().top < innerHeight * LINE);
    if (heading && scrollY > 0) keepPlace(page, title.textContent ?? "", heading.id, /** @type {HTMLElement} */ (heading).innerText);
  };
  addEventListener("pagehide", note);
  document.addEventListener("visibilitychange", () => document.hidden && note());
}
