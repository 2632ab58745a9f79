/** Where to begin: one block to press that says why, and beside it what comes then. */
import { t } from "../values/language.js";
import { element } from "./element.js";

/** @typedef {{does: string, why: string, href: string}} Way */

/** @param {Way} way @returns {HTMLAnchorElement} the one thing to do, as one block */
export function beginLink({ does, why, href }) {
  return element("a", { class: "begin is-main", href }, element("span", { class: "begin__title" }, does), element("span", {}, why));
}

/** @param {readonly Way[]} ways @returns {HTMLElement | false} the others, a line for each; nothing where there are none */
export function thenList(ways) {
  return ways.length > 0 && element("div", { class: "go__then" }, element("h2", { id: "then" }, t("Then")), element("ul", {}, ...ways.map(({ does, why, href }) => element("li", {}, element("a", { href }, does), element("span", { class: "row__says" }, why)))));
}
