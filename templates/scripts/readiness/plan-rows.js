/** Rows that each name a plan: which one fits the date, where in it one is, and what is done of each. */
import { placeInPlan, weekdayInWords } from "../values/days.js";
import { t } from "../values/language.js";
import { tickId } from "../values/tick-id.js";

/** @typedef {import("./plan-tasks.js").Plan} Plan */
/** @typedef {import("../values/days.js").Place & {plan: Plan}} At */

/** @param {readonly Plan[]} plans @param {import("../keep/document.js").Interview} interview @param {Date} now @returns {At | undefined} the plan that fits the date, and where in it one is */
export function planOf(plans, { date, set }, now) {
  const place = date ? placeInPlan(plans, date, set, now) : undefined;
  const plan = plans.find((one) => one.id === place?.id);
  return place && plan ? { ...place, plan } : undefined;
}

/** @param {readonly Plan[]} plans @param {At | undefined} at the plan that fits, and where in it one is @param {Record<string, import("../keep/document.js").Item>} ticks what was done */
export function markPlans(plans, at, ticks) {
  for (const row of document.querySelectorAll("article [data-plan]:has(.row__now)")) {
    const plan = plans.find(({ id }) => id === row.getAttribute("data-plan"));
    const place = row.querySelector(".row__now");
    if (!plan || !place) continue;
    const here = plan.id === at?.plan.id;
    row.classList.toggle("is-fitting", here);
    const tasks = plan.schedule.flatMap(({ day, tasks }) => tasks.map((_, task) => tickId(plan.id, day, task + 1)));
    const done = tasks.filter((id) => ticks[id]?.done).length;
    const where = here && at ? (at.startsIn ? t("It fits your date, and begins on {weekday_in_words}. ", { weekday_in_words: weekdayInWords(at.begins) }) : t("It fits your date: today is day {day} of {days}. ", { day: at.day, days: plan.days })) : "";
    place.textContent = `${where}${done ? t("{done} of {all} tasks done.", { done, all: tasks.length }) : ""}`.trim();
  }
}
