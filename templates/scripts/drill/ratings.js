/** How it went: four buttons, each with the day on which the card would come back. */
import { button, element } from "../dom/element.js";
import { t } from "../values/language.js";

/** @typedef {1 | 2 | 3 | 4} Rating */

export const RATINGS = /** @type {const} */ ([
  [1, t("Not yet")],
  [2, t("With effort")],
  [3, t("Right")],
  [4, t("At once")],
]);

/** @param {(rating: Rating) => string} says when it would come back, in words @param {(rating: Rating) => void} rate @param {boolean} [hasKeys] whether the keys 1 to 4 choose one @returns {HTMLElement} */
export function ratings(says, rate, hasKeys = false) {
  return element(
    "div",
    { class: "card__ratings", role: "group", "aria-label": t("How was it?") },
    ...RATINGS.map(([rating, name]) => {
      const one = button(name, () => rate(rating), hasKeys ? { "aria-keyshortcuts": String(rating) } : {});
      one.append(element("span", { class: "card__when" }, says(rating)));
      if (hasKeys) one.append(element("kbd", { "aria-hidden": "true" }, rating));
      return one;
    }),
  );
}

/** @param {number} days Infinity is after the interview @returns {string} */
export function backInWords(days) {
  if (days === Infinity) return t("after the interview");
  return days === 0 ? t("again in this session") : days === 1 ? t("back tomorrow") : t("back in {days} days", { days });
}
