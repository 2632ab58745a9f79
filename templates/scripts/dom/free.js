/** What is redrawn waits while somebody's hands are on it: a field that is typed in stays, and a press ends where it began. */

const TYPED = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select";
/** @type {Map<HTMLElement, () => void>} */
const waiting = new Map();
let isPressed = false;
/**
 * What has the focus, by the events that tell so: a date is several fields in one, and while the focus goes from its month to its
 * day, `document.activeElement` is the page.
 * @type {EventTarget | null}
 */
let focused = null;

/** Draw now, or once the place is free; of several that wait, the last one. @param {HTMLElement} place @param {() => void} draw */
export function whenFree(place, draw) {
  waiting.delete(place);
  if (isBusy(place)) waiting.set(place, draw);
  else drawn(place, draw);
}

/** @param {Element} field @returns {boolean} whether it is being typed in */
export function isInUse(field) {
  return field === focused || field === document.activeElement;
}

/** Forget what waits, since something else stands there now. @param {HTMLElement} place */
export function forgetWaiting(place) {
  waiting.delete(place);
}

/** @param {HTMLElement} place @returns {boolean} */
function isBusy(place) {
  return isPressed || (focused instanceof Element && focused.matches(TYPED) && place.contains(focused));
}

/** Draw, and go back to what had the focus, where it has an id. @param {HTMLElement} place @param {() => void} draw */
function drawn(place, draw) {
  const id = place.contains(document.activeElement) ? document.activeElement?.id : "";
  draw();
  const again = id ? document.getElementById(id) : null;
  if (again && again !== document.activeElement) again.focus({ preventScroll: true });
}

function flush() {
  for (const [place, draw] of waiting) {
    if (isBusy(place)) continue;
    waiting.delete(place);
    if (place.isConnected) drawn(place, draw);
  }
}

if (typeof document !== "undefined") {
  const press = (/** @type {boolean} */ down) => () => {
    isPressed = down;
    // The click comes after the finger has left, and the focus is where it goes only after it has left where it was.
    if (!down) setTimeout(flush);
  };
  addEventListener("pointerdown", press(true), true);
  for (const end of ["pointerup", "pointercancel", "dragend"]) addEventListener(end, press(false), true);
  focused = document.activeElement;
  addEventListener("focusin", ({ target }) => (focused = target), true);
  addEventListener("focusout", () => {
    focused = null;
    setTimeout(flush);
  }, true);
}
