/** Whether what one writes is kept, said in words. */
import { whenInWords } from "../values/days.js";
import { t } from "../values/language.js";
import { saveLink } from "./save-copy.js";
import { store } from "./site.js";

const DELETED = t("This was deleted in another tab. It is kept again as soon as you write on.");

/** @type {Partial<Record<import("./store.js").State, [string, string]>>} what is wrong, and what follows from it */
const TROUBLE = {
  full: [t("This browser has no room left. "), t("What you write now is lost when you close the page. ")],
  closed: [t("This browser keeps nothing here. "), t("It is a private window, or storage is off: what you write is lost when you close the page. ")],
  newer: [t("A newer edition of this page kept your notes. "), t("Load the page again; until then what you write is lost when you close it. ")],
};

/** @param {import("./store.js").State} state @returns {string} why nothing is kept, or nothing */
export function troubleInWords(state) {
  return TROUBLE[state]?.join("") ?? "";
}

/**
 * Say in an element when something was last kept, or why it is not. That it is kept is said aloud once, not at every
 * letter; trouble is said aloud by the notice that every page has.
 * @param {HTMLElement} place a role=status element @param {import("./store.js").State} state @param {string | undefined} saved when, as the store notes it @param {Date} now
 * @param {boolean} [isDeleted] whether another tab deleted it
 */
export function showSaved(place, state, saved, now, isDeleted = false) {
  const trouble = TROUBLE[state]?.[0] ?? "";
  const kind = trouble ? "trouble" : isDeleted ? "deleted" : saved ? "kept" : "";
  const words = trouble || (isDeleted ? DELETED : saved ? t("Kept in this browser, {when_in_words}", { when_in_words: whenInWords(new Date(saved), now) }) : "");
  place.classList.toggle("is-trouble", Boolean(trouble) || isDeleted);
  if (place.dataset.says === words) return;
  place.setAttribute("aria-live", kind === "trouble" || kind === place.dataset.kind ? "off" : "polite");
  Object.assign(place.dataset, { says: words, kind });
  place.replaceChildren(words, ...(trouble ? [saveLink(store())] : []));
}
