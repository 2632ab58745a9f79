/** Two fields that several pages have: the day of the interview, and how many cards a day. */
import { dayOf } from "../values/days.js";
import { t } from "../values/language.js";
import { isDay } from "../values/shape.js";
import { element } from "./element.js";
import { isInUse } from "./free.js";

/** @typedef {{date: string, goal: number, set: string}} Interview */
/** @typedef {{read(): {interview: Interview}, setInterview(change: Partial<Interview>): boolean}} Interviews where both are kept, such as the store */
/** @typedef {{root: HTMLLabelElement, follow: () => void}} Field follow: show what is kept, unless the field is being typed in */

const LAST = "2100-12-31";

/**
 * A field for a day that speaks up only once a whole day is in it: while a year is typed it is that of the year 2, then 20, then 202.
 * @param {string} value @param {(day: string) => void} change its day, or "" @param {Record<string, import("./element.js").Value>} [attributes] @returns {HTMLInputElement}
 */
export function dayInput(value, change, attributes = {}) {
  const input = element("input", {
    type: "date",
    max: LAST,
    value,
    ...attributes,
    change: () => {
      if (!input.validity.badInput && (!input.value || isDay(input.value))) change(input.value);
    },
  });
  return input;
}

/** @param {Interviews} store @param {() => Date} now @param {() => void} after @returns {Field} */
export function dateField(store, now, after) {
  const input = dayInput(store.read().interview.date, (date) => {
    if (date === store.read().interview.date) return;
    store.setInterview({ date, set: date && dayOf(now()) });
    after();
  });
  return field(t("Date of your interview"), input, () => store.read().interview.date);
}

/** @param {Interviews} store @param {() => void} after @returns {Field} */
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
  return field(t("Cards a day"), input, () => String(store.read().interview.goal));
}

/** @param {string} name @param {HTMLInputElement} input @param {() => string} kept @returns {Field} */
function field(name, input, kept) {
  const follow = () => {
    if (!isInUse(input) && input.value !== kept()) input.value = kept();
  };
  // A day that was left half typed is none: the one that is kept stands there again.
  input.addEventListener("blur", () => setTimeout(follow));
  return { root: element("label", {}, element("span", {}, name), input), follow };
}
