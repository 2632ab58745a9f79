/** The page that lists the plans: which one fits the date, and what is done of each. */
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { markPlans, planOf } from "../readiness/plan-rows.js";

async function show() {
  const { interview, ticks } = store().read();
  if (!interview.date && !Object.keys(ticks).length) return;
  const { plans } = await siteData("plans").catch(() => ({ plans: [] }));
  markPlans(plans, planOf(plans, interview, new Date()), ticks);
}

show();
store().addEventListener("change", show);
eachDay(show);
