const STOPS = ":not(details) > [href], summary, details[open] [href]";

/** Let Tab walk through what was found, and go on after it; the theme would close the search. */
export function tabThroughResults() {
  const search = document.querySelector(".md-search");
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  search?.addEventListener("keydown", (event) => {
    const { key, shiftKey } = /** @type {KeyboardEvent} */ (event);
    if (key === "Shift") event.stopPropagation();
    if (key !== "Tab" || !toggle?.checked) return;
    const found = search.querySelector(".md-search-result__list");
    const stops = /** @type {(HTMLElement | null)[]} */ ([search.querySelector(".md-search__input"), ...(found?.querySelectorAll(STOPS) ?? [])]);
    const next = stops[stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + (shiftKey ? -1 : 1)];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  });
}
