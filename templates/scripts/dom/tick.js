/** A plan's task as a box to tick. */
import { element } from "./element.js";

/**
 * Where ticks are kept, such as the store.
 * @typedef {EventTarget & {get(part: "ticks", id: string): {done?: unknown} | undefined, put(part: "ticks", id: string, item: {done: string}): boolean, remove(part: "ticks", id: string): boolean}} Ticks
 */

/**
 * A box that is ticked where the task is done, and follows what other tabs do to it.
 * @param {Ticks} store @param {string} id @param {() => Date} now @param {HTMLElement} says what the task is, whose words name the box: by its id, a browser would say the meanings of explained terms in their place
 * @param {(done: boolean) => void} [after]
 * @returns {HTMLLabelElement} the box with room to touch it
 */
export function tickBox(store, id, now, says, after = () => {}) {
  const input = element("input", { type: "checkbox", "aria-label": says.textContent?.trim().replace(/\s+/g, " ") });
  const read = () => {
    const done = Boolean(store.get("ticks", id)?.done);
    if (input.checked !== done) input.checked = done;
    after(done);
  };
  input.addEventListener("change", () => {
    if (input.checked) store.put("ticks", id, { done: now().toISOString() });
    else store.remove("ticks", id);
  });
  const follow = () => (input.isConnected ? read() : store.removeEventListener("change", follow));
  store.addEventListener("change", follow);
  read();
  return element("label", { class: "tick" }, input);
}
