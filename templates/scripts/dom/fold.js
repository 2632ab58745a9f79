/** A door with a name: one line that says what is behind it, and all of it once it is opened. */
import { element } from "./element.js";

/**
 * @param {string} id of its heading @param {string} title @param {string} says the one thing to know while it is shut, if there is one
 * @param {import("./element.js").Child[]} behind @returns {HTMLDetailsElement}
 */
export function fold(id, title, says, ...behind) {
  return element("details", { class: "reveal fold fold--door" }, element("summary", {}, element("h2", { id }, title), says && element("span", { class: "row__says" }, says)), ...behind);
}
