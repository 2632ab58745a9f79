/** A plan's days with their tasks, each with its tick. */
import { element } from "../dom/element.js";
import { tickBox } from "../dom/tick.js";
import { address } from "../keep/address.js";
import { tickId } from "../values/tick-id.js";

/** @typedef {import("../keep/store.js").Store} Store */
/** @typedef {{does: string, minutes: number, pieces: [string, string?][]}} Task */
/** @typedef {{id: string, title: string, days: number, path: string, schedule: {day: number, tasks: Task[]}[]}} Plan */

/** @param {Store} store @param {Plan} plan @param {number} today the day of the plan one is at, from 1 @param {() => Date} now @returns {HTMLElement} today open, the other days folded */
export function planTasks(store, plan, today, now) {
  return element(
    "div",
    { class: "plan" },
    ...plan.schedule.map(({ day, tasks }) =>
      element(
        "details",
        { class: "reveal", open: day === today },
        element("summary", {}, day === today ? `Day ${day}, today` : `Day ${day}`),
        element(
          "ul",
          { class: "plain tasks is-ticked" },
          ...tasks.map((task, at) => {
            const item = element("li", {});
            const words = element("div", { class: "task__says", id: `task-${plan.id}-${day}-${at + 1}` }, element("span", { class: "amount" }, `${task.minutes} min`), " ", ...task.pieces.map(piece));
            item.append(tickBox(store, tickId(plan.id, day, at + 1), now, words.id, (done) => item.classList.toggle("is-done", done)), words);
            return item;
          }),
        ),
      ),
    ),
  );
}

/** @param {Store} store @param {Plan} plan @param {number} today @returns {Task | undefined} the first task up to today that is not ticked, today's first */
export function nextTask(store, plan, today) {
  const { ticks } = store.read();
  const days = plan.schedule.filter(({ day }) => day <= today).sort((a, b) => b.day - a.day);
  for (const { day, tasks } of days) {
    const open = tasks.find((_, at) => !ticks[tickId(plan.id, day, at + 1)]?.done);
    if (open) return open;
  }
  return undefined;
}

/** @param {[string, string?]} piece @returns {Node} */
function piece([words, path]) {
  return path ? element("a", { href: address(path) }, words) : document.createTextNode(words);
}
