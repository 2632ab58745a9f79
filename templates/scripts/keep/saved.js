/** Whether what one writes is kept, said in words. */
import { whenInWords } from "../values/days.js";
import { address } from "./address.js";

const DATA_PAGE = "practise/my-data.md";
const TROUBLE = {
  full: "This browser has no room left. What you write now is lost when you close the page. ",
  closed: "This browser keeps nothing here (a private window, or storage is off). What you write is lost when you close the page. ",
};

/**
 * Say in an element when something was last kept, or why it is not.
 * @param {HTMLElement} place a role=status element @param {import("./store.js").State} state @param {string | undefined} saved when, as the store notes it @param {Date} now
 */
export function showSaved(place, state, saved, now) {
  const trouble = state === "full" ? TROUBLE.full : state === "closed" ? TROUBLE.closed : "";
  const words = trouble || (saved ? `Kept in this browser, ${whenInWords(new Date(saved), now)}` : "");
  place.classList.toggle("is-trouble", Boolean(trouble));
  if (place.dataset.says === words) return;
  place.dataset.says = words;
  place.replaceChildren(words);
  if (!trouble) return;
  const anchor = document.createElement("a");
  anchor.href = address(DATA_PAGE);
  anchor.textContent = "Save a copy";
  place.append(anchor);
}
