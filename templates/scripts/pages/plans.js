/** The page that lists the plans: which one fits the date, and what is done of each. */
import { siteData } from "../keep/data.js";
import { planned } from "../keep/days-ahead.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { markPlans, planOf } from "../readiness/plan-rows.js";
import { dayOf } from "../values/days.js";

async function show() {
  const [document, now] = [store().read(), new Date()];
  const { ticks } = document;
  const interview = planned(document, dayOf(now));
  if (!interview.date && !Object.keys(ticks).length) return;
  const { plans } = await siteData("plans").catch(() => ({ plans: [] }));
  markPlans(plans, planOf(plans, interview, now), ticks);
}

show();
store().addEventListener("change", show);
eachDay(show);
