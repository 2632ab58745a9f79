/** A plan's days with their tasks, each with its tick. */
import { element } from "../dom/element.js";
import { tickBox } from "../dom/tick.js";
import { address } from "../keep/address.js";
import { daysAfter, weekdayInWords } from "../values/days.js";
import { t } from "../values/language.js";
import { tickId } from "../values/tick-id.js";

/** @typedef {import("../keep/store.js").Store} Store */
/** @typedef {{does: string, minutes: number, pieces: [string, string?][]}} Task */
/** @typedef {{id: string, title: string, days: number, path: string, schedule: {day: number, tasks: Task[]}[]}} Plan */

/** @param {Store} store @param {Plan} plan @param {{begins: string, day: number, startsIn: number}} at where one is in it @param {() => Date} now @returns {HTMLElement} the day one is at open, the others folded, each with its date and how much of it is done */
export function planTasks(store, plan, at, now) {
  return element("div", { class: "plan" }, ...plan.schedule.map((day) => dayOfPlan(store, plan, day, at, now)));
}

/** @param {Store} store @param {Plan} plan @param {Plan["schedule"][number]} day @param {{begins: string, day: number, startsIn: number}} at @param {() => Date} now @returns {HTMLElement} */
function dayOfPlan(store, plan, { day, tasks }, at, now) {
  const here = day === at.day;
  const on = daysAfter(at.begins, day - 1);
  const isRound = Object.values(store.read().rounds).some(({ date }) => date === on);
  const date = isRound ? t("{day}, a round of your loop", { day: weekdayInWords(on) }) : weekdayInWords(on);
  const done = element("span", { class: "amount" });
  const say = () => {
    const { ticks } = store.read();
    const count = tasks.filter((_, task) => ticks[tickId(plan.id, day, task + 1)]?.done).length;
    done.textContent = count ? t("{count} of {tasks} done", { count, tasks: tasks.length }) : "";
  };
  const items = tasks.map((task, place) => {
    const item = element("li", {});
    const words = element("div", { class: "task__says" }, element("span", { class: "amount" }, t("{minutes} min", { minutes: task.minutes })), " ", ...task.pieces.map(piece));
    const tick = tickBox(store, tickId(plan.id, day, place + 1), now, words, (on) => {
      item.classList.toggle("is-done", on);
      say();
    });
    item.append(tick, words);
    return item;
  });
  return element(
    "details",
    { class: "reveal", open: here },
    element("summary", {}, here && !at.startsIn ? t("Day {day}, today", { day }) : t("Day {day}", { day }), " ", element("span", { class: "amount" }, date), " ", done),
    element("ul", { class: "plain tasks is-ticked" }, ...items),
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
