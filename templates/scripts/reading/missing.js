import { decoded } from "../keep/address.js";

/** Say on the page that stands for a missing one which was asked for, and let its words be searched for. */
export function tellMissing() {
  const said = /** @type {HTMLElement | null} */ (document.querySelector(".missing"));
  const [code, link] = [said?.querySelector("code"), said?.querySelector("a")];
  if (!said || !code || !link) return;
  const asked = decoded(location.pathname, location.pathname);
  const words = (asked.split("/").filter(Boolean).at(-1) ?? "").replace(/\.[a-z]+$/, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  code.textContent = asked;
  link.search = new URLSearchParams({ q: words.join(" ") }).toString();
  link.hidden = !words.length;
  said.hidden = false;
}
