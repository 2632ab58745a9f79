/** What is redrawn waits while somebody's hands are on it: a field that is typed in stays, and a press ends where it began. */

const TYPED = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select";
/** @type {Map<HTMLElement, () => void>} */
const waiting = new Map();
let isPressed = false;

/** Draw now, or once the place is free; of several that wait, the last one. @param {HTMLElement} place @param {() => void} draw */
export function whenFree(place, draw) {
  listen();
  waiting.delete(place);
  if (isBusy(place)) waiting.set(place, draw);
  else drawn(place, draw);
}

/** Forget what waits, since something else stands there now. @param {HTMLElement} place */
export function forgetWaiting(place) {
  waiting.delete(place);
}

/** @param {HTMLElement} place @returns {boolean} */
function isBusy(place) {
  const field = document.activeElement;
  return isPressed || Boolean(field && place.contains(field) && field.matches(TYPED));
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

let isListening = false;
function listen() {
  if (isListening) return;
  isListening = true;
  const press = (/** @type {boolean} */ down) => () => {
    isPressed = down;
    // The click comes after the finger has left, and the focus is where it goes only after it has left where it was.
    if (!down) setTimeout(flush);
  };
  addEventListener("pointerdown", press(true), true);
  for (const end of ["pointerup", "pointercancel", "dragend"]) addEventListener(end, press(false), true);
  addEventListener("focusout", () => setTimeout(flush), true);
}
