/** A scale whose five steps are sentences: one chooses what happened, not a number. */
import { element } from "./element.js";

/**
 * @param {string} name unique on the page @param {string} legend @param {readonly string[]} anchors lowest first
 * @param {number} chosen from 1, or 0 @param {(score: number) => void} choose @param {string} [hint]
 * @returns {HTMLFieldSetElement}
 */
export function anchorScale(name, legend, anchors, chosen, choose, hint = "") {
  return element(
    "fieldset",
    { class: "field field--scale" },
    element("legend", {}, legend),
    hint && element("p", { class: "field__hint" }, hint),
    ...anchors.map((text, at) =>
      element(
        "label",
        {},
        element("input", { type: "radio", name, value: at + 1, checked: chosen === at + 1, change: () => choose(at + 1) }),
        element("span", {}, text),
      ),
    ),
  );
}

/** @param {string} text @param {boolean} checked @param {(checked: boolean) => void} change @returns {HTMLLabelElement} */
export function tickLabel(text, checked, change) {
  const input = element("input", { type: "checkbox", checked, change: () => change(input.checked) });
  return element("label", {}, input, element("span", {}, text));
}
