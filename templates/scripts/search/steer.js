/** The ways through what was found: arrows from result to result, and the way back to them from the page that was chosen. */

/** @param {HTMLInputElement} input @param {HTMLElement} list what was found, hidden while it is closed */
export function steer(input, list) {
  list.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("a, button") : null;
    if (target instanceof HTMLButtonElement) retype(input, target.dataset.words ?? "");
    else if (target) keepInAddress(input.value.trim());
  });
  input.form?.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    if (list.childElementCount) list.hidden = false;
    const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("a, button"))];
    const next = stops[stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** @param {HTMLInputElement} input @param {string} words */
function retype(input, words) {
  input.value = words;
  input.focus();
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** So that the way back leads to what was found. @param {string} words */
function keepInAddress(words) {
  const here = new URL(location.href);
  here.searchParams.set("q", words);
  try {
    history.replaceState(history.state, "", here);
  } catch {
    // From a disk, some browsers let no page change its address.
  }
}
