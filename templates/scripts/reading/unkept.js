/** Say on the page that stands for one that is not kept which was asked for, and what was read lately. */
import { element } from "../dom/element.js";
import { decoded } from "../keep/address.js";
import { siteBase } from "../keep/site.js";
import { askWorker } from "../keep/worker.js";

export function tellUnkept() {
  const said = /** @type {HTMLElement | null} */ (document.querySelector(".unkept"));
  const [code, link] = [said?.querySelector("code"), said?.querySelector("a")];
  const lately = /** @type {HTMLElement | null} */ (document.querySelector(".unkept__lately"));
  if (!said || !code || !link || !lately) return;
  const asked = new URLSearchParams(location.search).get("asked") ?? "";
  const place = URL.canParse(asked, location.origin) ? new URL(asked, location.origin) : null;
  if (asked && place?.origin === location.origin) {
    code.textContent = decoded(place.pathname);
    link.href = place.href;
    said.hidden = false;
  }
  void askWorker(navigator.serviceWorker?.controller, "lately").then((/** @type {{path: string, title: string}[] | undefined} */ pages) => {
    const rows = (pages ?? []).filter(({ title }) => title).map(({ path, title }) => element("li", {}, element("a", { href: new URL(path.replace(/index\.html$/, ""), siteBase()).href }, plain(title))));
    lately.querySelector("ul")?.append(...rows);
    lately.hidden = !rows.length;
  });
}

/** @param {string} html a title as a page writes it @returns {string} */
function plain(html) {
  return new DOMParser().parseFromString(html, "text/html").documentElement.textContent ?? "";
}
