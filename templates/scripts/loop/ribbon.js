/** The rounds of a loop along their days: what is over, what is next, what has no day yet. */
import { element } from "../dom/element.js";
import { daysBetween, weekdayInWords } from "../values/days.js";
import { t } from "../values/language.js";

/** @typedef {import("./rounds.js").Chosen} Chosen */

/** @param {readonly Chosen[]} chosen by day, as `chosenRounds` gives them @param {string} today @returns {HTMLElement} a field for each day, in their order; where no round has one, a field for each round */
export function ribbon(chosen, today) {
  const days = [...new Set(chosen.map(({ date }) => date))];
  const next = days.find((day) => day >= today);
  if (!days.some(Boolean)) return element("div", {}, element("p", { class: "facts" }, t("No day yet: ask your recruiter.")), element("ol", { class: "loop__ribbon" }, ...chosen.map(({ round }) => element("li", { class: "is-open" }, element("strong", {}, round.name)))));
  return element(
    "ol",
    { class: "loop__ribbon" },
    ...days.map((day) =>
      element(
        "li",
        { class: !day ? "is-open" : day < today ? "is-over" : day === next ? "is-next" : "" },
        element("strong", {}, day ? weekdayInWords(day) : t("No day yet")),
        element("span", { class: "row__says" }, day ? farOff(daysBetween(today, day)) : t("Ask your recruiter")),
        element("span", { class: "loop__names" }, chosen.filter(({ date }) => date === day).map(({ round }) => round.name).join(", ")),
      ),
    ),
  );
}

/** @param {number} days @returns {string} */
export function farOff(days) {
  if (days < 0) return t("Over");
  return days === 0 ? t("Today") : days === 1 ? t("Tomorrow") : t("In {days} days", { days });
}
