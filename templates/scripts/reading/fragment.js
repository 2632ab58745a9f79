import { decoded } from "../keep/address.js";

/** Unfold the part of the page that the address names, and whatever it lies in: now, and whenever the address changes. */
export function openNamedPart() {
  unfold();
  addEventListener("hashchange", unfold);
  // with the theme's instant navigation, another page comes without either
  /** @type {{ document$?: { subscribe(next: () => void): unknown } }} */ (/** @type {unknown} */ (window)).document$?.subscribe(unfold);
}

/** A browser shows by itself what it finds unfolded; only what it could not show is scrolled to. */
function unfold() {
  const part = namedPart();
  choose(part?.closest(".grade") ?? null);
  let folded = part?.closest("details:not([open])");
  if (!part || !folded) return;
  while (folded) {
    /** @type {HTMLDetailsElement} */ (folded).open = true;
    folded = part.closest("details:not([open])");
  }
  part.scrollIntoView();
}

/** Of several columns of which a phone shows one, show this one. @param {Element | null} column */
function choose(column) {
  if (!column || column.getClientRects().length) return;
  const columns = [...(column.parentElement?.querySelectorAll(":scope > .grade") ?? [])];
  const box = column.parentElement?.querySelectorAll("input")[columns.indexOf(column)];
  if (box) box.checked = true;
  column.scrollIntoView();
}

/** @returns {HTMLElement | null} */
function namedPart() {
  return document.getElementById(decoded(location.hash.slice(1)));
}
