/** Fields that several pages have: a scale whose five steps are sentences, a box to tick, a list to choose one from. */
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

/** @param {string} text @param {boolean} checked @param {(checked: boolean) => void} change @param {string} [says] a line below it @returns {HTMLLabelElement} */
export function tickLabel(text, checked, change, says = "") {
  const input = element("input", { type: "checkbox", checked, change: () => change(input.checked) });
  return element("label", {}, input, element("span", {}, text, says && element("span", { class: "row__says" }, says)));
}

/**
 * @param {string} label @param {readonly (readonly [string, string])[]} options value and text
 * @param {{id?: string, chosen?: string, change?: (value: string) => void}} [more]
 * @returns {{root: HTMLLabelElement, select: HTMLSelectElement}}
 */
export function selectField(label, options, { id, chosen, change } = {}) {
  const select = element("select", { id, change: change && (() => change(select.value)) }, ...options.map(([value, text]) => element("option", { value, selected: value === chosen }, text)));
  return { root: element("label", { for: id }, element("span", {}, label), select), select };
}
