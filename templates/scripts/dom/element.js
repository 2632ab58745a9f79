/** Elements made in one expression. What is data becomes text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {string | number | boolean | undefined | null | ((event: any) => void)} Value */
/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, Value>} [attributes] a function listens to the event of its name @param {Child[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  dress(made, attributes, children);
  return made;
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag @param {Record<string, Value>} [attributes] @param {Child[]} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  dress(made, attributes, children);
  return made;
}

/** @param {string} text @param {(event: MouseEvent) => void} onclick @param {Record<string, Value>} [attributes] @returns {HTMLButtonElement} */
export function button(text, onclick, attributes = {}) {
  return element("button", { type: "button", click: onclick, ...attributes }, text);
}

/** @param {readonly string[]} texts @param {Record<string, Value>} [attributes] @returns {HTMLUListElement} */
export function bullets(texts, attributes = {}) {
  return element("ul", attributes, ...texts.map((text) => element("li", {}, text)));
}

/** @param {Element} made @param {Record<string, Value>} attributes @param {Child[]} children */
function dress(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(name, String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) made.append(child instanceof Node ? child : String(child));
}
