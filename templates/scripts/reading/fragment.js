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
  let folded = part?.closest("details:not([open])");
  if (!part || !folded) return;
  while (folded) {
    /** @type {HTMLDetailsElement} */ (folded).open = true;
    folded = part.closest("details:not([open])");
  }
  part.scrollIntoView();
}

/** @returns {HTMLElement | null} */
function namedPart() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // a half-written address names nothing
  }
}
