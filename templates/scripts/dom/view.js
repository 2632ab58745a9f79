/** One view in the place of another. */
import { element } from "./element.js";
import { forgetWaiting } from "./free.js";

/**
 * @typedef {object} How
 * @property {boolean} [focus] whether to go to its heading
 * @property {string | null} [only] what is practised, or "" where the view says it itself: nothing else is on the page then, and its title is a line that ends in this
 */

/** @param {HTMLElement} place @param {HTMLElement} view @param {How} [how] */
export function showView(place, view, { focus = true, only = null } = {}) {
  forgetWaiting(place);
  place.replaceChildren(view);
  document.body.classList.toggle("is-practising", only !== null);
  const title = document.querySelector("h1");
  title?.querySelector(".practised")?.remove();
  if (only) title?.append(element("span", { class: "practised" }, ` \u00b7 ${only}`));
  if (!focus) return;
  /** @type {HTMLElement | null} */ (view.querySelector("h2[tabindex]"))?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** @param {HTMLElement} place @param {unknown} error why nothing else can be shown there */
export function showError(place, error) {
  place.replaceChildren(element("p", { role: "alert" }, error instanceof Error ? error.message : String(error)));
}
