/** One view in the place of another. */
import { element } from "./element.js";

/** @param {HTMLElement} place @param {HTMLElement} view @param {boolean} [focus] whether to go to its heading */
export function showView(place, view, focus = true) {
  place.replaceChildren(view);
  if (!focus) return;
  /** @type {HTMLElement | null} */ (view.querySelector("h2[tabindex]"))?.focus({ preventScroll: true });
  view.scrollIntoView({ block: "start" });
}

/** @param {HTMLElement} place @param {unknown} error why nothing else can be shown there */
export function showError(place, error) {
  place.replaceChildren(element("p", { role: "alert" }, error instanceof Error ? error.message : String(error)));
}
