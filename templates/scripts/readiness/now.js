/** Where a reader stands at this moment, for every page that says so: the same data, the same verdicts, the same next things. */
import { cardsOf } from "../drill/cards.js";
import { siteData } from "../keep/data.js";
import { passedRounds, planned, putAside } from "../keep/days-ahead.js";
import { dayOf } from "../values/days.js";
import { nextThings } from "./next.js";
import { planOf } from "./plan-rows.js";
import { nextTask } from "./plan-tasks.js";
import { standing } from "./verdict.js";

/** @typedef {import("./plan-tasks.js").Plan} Plan */
/** @typedef {import("./plan-rows.js").At} At */
/** @typedef {{guide: any, handbook: import("./verdict.js").Handbook, walkthroughs: any[], plans: Plan[], interviewDay: import("./next.js").Places["interviewDay"]}} Known */
/** @typedef {{found: import("./verdict.js").Standing, at: At | undefined, things: import("./next.js").Thing[]}} Now */

/** @returns {Promise<Known>} what the handbook says of all that is practised */
export async function known() {
  const [guide, { walkthroughs }, { questions, groups }, { frameworks }, { plans, interviewDay }] = await Promise.all(["guide", "walkthroughs", "questions", "frameworks", "plans"].map(siteData));
  return { guide, walkthroughs, plans, interviewDay, handbook: { guide, walkthroughs, questions, cards: cardsOf(questions, guide.competencies, frameworks, groups) } };
}

/** @param {Known} known @param {import("../keep/store.js").Store} store @param {Date} now @param {import("../loop/wants.js").Asks} asks @returns {Now} */
export function standNow({ guide, handbook, walkthroughs, plans, interviewDay }, store, now, asks) {
  const kept = store.read();
  const found = standing(kept, handbook, now);
  const at = planOf(plans, planned(kept, dayOf(now)), now);
  const passed = passedRounds(kept, dayOf(now));
  const task = at && nextTask(store, at.plan, at.day);
  const sit = (/** @type {any} */ walk) => walk && { title: walk.title, path: `${guide.pages["mock-interview"]}#${walk.id}` };
  const places = {
    interviewDay,
    pages: guide.pages,
    sheet: (/** @type {string} */ id) => guide.competencies.find((/** @type {{id: string}} */ one) => one.id === id)?.sheet ?? guide.pages.worksheets,
    walkthrough: (/** @type {string} */ competency) => sit(walkthroughs.find((one) => one.competency === competency)),
    interview: (/** @type {string} */ id) => sit(walkthroughs.find((one) => one.id === id)),
  };
  return { found, at, things: nextThings({ ...found, asks }, kept.interview.date, places, task && at ? { does: task.does, path: `${at.plan.path}#day-${at.day}` } : undefined, now, passed && { ...passed, aside: () => putAside(store, passed.keys) }) };
}
