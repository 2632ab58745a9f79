/** Fold what a narrow screen shows only when asked; it stands open where there is room, on paper and without script. An index folds its own groups. */

const NARROW = "(max-width: 59.9844em)"; // as in the style sheets

/** @returns {boolean} whether columns have no room beside each other */
export function isNarrow() {
  return matchMedia(NARROW).matches;
}

export function foldWhereNarrow() {
  fold();
  // with the theme's instant navigation, another page comes without being loaded
  /** @type {{ document$?: { subscribe(next: () => void): unknown } }} */ (/** @type {unknown} */ (window)).document$?.subscribe(fold);
}

function fold() {
  for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.narrow:not(.is-ready, .group)"))) {
    if (isNarrow()) details.open = false;
    details.classList.add("is-ready");
  }
}
