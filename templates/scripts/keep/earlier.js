/** The earlier versions of a text, to look at and to put back. */
import { button, element } from "../dom/element.js";
import { whenInWords } from "../values/days.js";
import { t, tn } from "../values/language.js";

/** @typedef {import("./history.js").Version} Version */
/** @typedef {Pick<import("./draft.js").Draft<any>, "addEventListener" | "earlier" | "restore">} Draft */

/**
 * @param {Draft} draft one whose earlier versions are kept @param {(field: string) => string} labelOf what a field is called
 * @param {() => Date} now
 * @returns {HTMLDivElement} nothing to see while there are none
 */
export function earlierVersions(draft, labelOf, now) {
  const said = element("p", { role: "status" });
  const list = element("ul", { class: "earlier__list" });
  const summary = element("summary", {}, t("Earlier versions"));
  const says = element("p", { class: "facts" }, t("The last few, as far as this browser has room. They are not part of a saved copy."));
  const root = element("div", { class: "earlier", hidden: true }, element("details", { class: "reveal" }, summary, says, said, list));
  const show = () => {
    const versions = draft.earlier;
    root.hidden = !versions.length;
    const key = versions.map(({ at }) => at).join();
    if (list.dataset.holds === key) return;
    list.dataset.holds = key;
    list.replaceChildren(...versions.map((version) => row(version, labelOf, now(), () => back(version))));
  };
  const back = (/** @type {Version} */ version) => {
    draft.restore(version);
    said.textContent = t("It is put back. What stood there is now an earlier version.");
    summary.focus();
  };
  draft.addEventListener("saved", show);
  draft.addEventListener("other", show);
  show();
  return root;
}

/** @param {Version} version @param {(field: string) => string} labelOf @param {Date} now @param {() => void} back @returns {HTMLLIElement} */
function row({ at, texts }, labelOf, now, back) {
  const when = whenInWords(new Date(at), now);
  const words = Object.values(texts).reduce((sum, text) => sum + (typeof text === "string" ? (text.match(/\S+/g) ?? []).length : 0), 0);
  const shown = element("div", { class: "earlier__text", hidden: true });
  const show = button(
    t("Show it"),
    () => {
      shown.hidden = !shown.hidden;
      show.setAttribute("aria-expanded", String(!shown.hidden));
      shown.replaceChildren(...(shown.hidden ? [] : Object.entries(texts).flatMap(([field, text]) => (text ? [element("p", {}, element("strong", {}, labelOf(field)), element("br"), text === true ? t("ticked") : text)] : []))));
    },
    { class: "row__button", "aria-expanded": "false", "aria-label": t("Show the version of {when}", { when }) },
  );
  return element(
    "li",
    {},
    element("span", { class: "attempt__when" }, when),
    element("span", { class: "attempt__score" }, tn("{n} word", "{n} words", words)),
    element("span", { class: "attempt__acts" }, show, button(t("Put it back"), back, { class: "row__button", "aria-label": t("Put back the version of {when}", { when }) })),
    shown,
  );
}
