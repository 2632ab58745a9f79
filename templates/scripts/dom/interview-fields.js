/** Two fields that several pages have: the day of the interview, and how many cards a day. */
import { dayOf } from "../values/days.js";
import { t } from "../values/language.js";
import { isDay } from "../values/shape.js";
import { element } from "./element.js";

/** @typedef {{date: string, goal: number, set: string}} Interview */
/** @typedef {{read(): {interview: Interview}, setInterview(change: Partial<Interview>): boolean}} Interviews where both are kept, such as the store */

/** @param {Interviews} store @param {() => Date} now @param {() => void} after @returns {HTMLLabelElement} */
export function dateField(store, now, after) {
  const input = element("input", {
    type: "date",
    value: store.read().interview.date,
    change: () => {
      if (input.value && !isDay(input.value)) input.value = store.read().interview.date;
      else store.setInterview({ date: input.value, set: input.value && dayOf(now()) });
      after();
    },
  });
  return element("label", {}, element("span", {}, t("Date of the interview")), input);
}

/** @param {Interviews} store @param {() => void} after @returns {HTMLLabelElement} */
export function goalField(store, after) {
  const input = element("input", {
    type: "number",
    min: 1,
    max: 200,
    value: store.read().interview.goal,
    change: () => {
      const goal = Math.round(Number(input.value));
      if (goal >= 1 && goal <= 200) store.setInterview({ goal });
      input.value = String(store.read().interview.goal);
      after();
    },
  });
  return element("label", {}, element("span", {}, t("Cards a day")), input);
}
