/** The list at the side of a narrow screen: behind a button that has a name, is pressed by any key or voice, and says whether it is open. */
import { element } from "../dom/element.js";

const WIDE = matchMedia("(min-width: 76.25em)"); // as in the theme's sheet

export function followDrawer() {
  const drawer = /** @type {HTMLInputElement | null} */ (document.querySelector("#__drawer"));
  const label = document.querySelector("header label[for=__drawer]");
  const list = /** @type {HTMLElement | null} */ (document.querySelector(".md-sidebar--primary"));
  if (!drawer || !label || !list) return;
  const opener = element("button", { type: "button", class: label.className, "aria-label": list.querySelector("nav")?.getAttribute("aria-label"), click: () => drawer.click() }, ...label.childNodes);
  label.replaceWith(opener);
  const tell = () => {
    opener.hidden = WIDE.matches;
    opener.setAttribute("aria-expanded", String(drawer.checked));
    const isLeft = !drawer.checked && list.contains(document.activeElement);
    list.inert = !WIDE.matches && !drawer.checked; // what nobody sees is no stop on the way
    if (isLeft) opener.focus();
    else if (drawer.checked) list.querySelector("a")?.focus();
  };
  const close = () => {
    if (drawer.checked) drawer.click();
  };
  drawer.addEventListener("change", tell);
  list.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  list.addEventListener("focusout", ({ relatedTarget }) => relatedTarget instanceof Node && !list.contains(relatedTarget) && relatedTarget !== opener && close());
  addEventListener("hashchange", close); // whoever went to a part of the page has done with the list
  WIDE.addEventListener("change", tell);
  tell();
}
