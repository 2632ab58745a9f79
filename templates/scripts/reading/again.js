/** A mark on a question, a story or a page: to be seen again later. */
import { element, svg } from "../dom/element.js";
import { mark, nameAt } from "../keep/mark.js";
import { store } from "../keep/site.js";
import { t } from "../values/language.js";

const RIBBON = "M6 3h12v18l-6-4.5L6 21z"; // as templates/site/partials/actions.html draws it
/** What has a mark of its own beside the page: the rows of an index, and the questions of a page. */
const ROWS = ".index .item";
const PARTS = ".fold:not(.fold--door) > summary > h2"; // a door leads elsewhere

/** @typedef {{button: HTMLButtonElement, name: string, title: string}} Mark */

/** Let the mark of the page do what it says, and give one to whatever else may have one. */
export function offerMarks() {
  const own = /** @type {HTMLButtonElement | null} */ (document.querySelector(".md-content__inner > .again"));
  const marks = [
    ...(own ? [{ button: own, name: nameAt(location.pathname), title: document.querySelector("h1")?.textContent ?? "" }] : []),
    ...[...document.querySelectorAll(ROWS)].flatMap((row) => made(row.querySelector("a"), (button) => row.append(button))),
    ...[...document.querySelectorAll(PARTS)].flatMap((heading) => made(heading, (button) => heading.closest("summary")?.after(button))),
  ].filter(({ name }) => name);
  const show = () => {
    const { later } = store().read();
    for (const { button, name } of marks) button.setAttribute("aria-pressed", String(Object.hasOwn(later, name)));
  };
  for (const one of marks) one.button.addEventListener("click", () => press(one));
  store().addEventListener("change", show);
  show();
}

/** @param {Mark} of */
function press({ name, title }) {
  if (store().get("later", name)) store().remove("later", name);
  else mark(name, title);
}

/** @param {Element | null} named the link or the heading @param {(button: HTMLElement) => void} put @returns {Mark[]} */
function made(named, put) {
  const title = named?.textContent ?? "";
  const name = nameAt(named instanceof HTMLAnchorElement ? named.href : `#${named?.id}`);
  if (!named || !name) return [];
  const button = element("button", { type: "button", class: "again", title: t("Again later: {title}", { title }) }, svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: RIBBON })));
  put(button);
  return [{ button, name, title }];
}
