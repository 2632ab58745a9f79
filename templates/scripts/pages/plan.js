/** A plan's page: which day is today, a tick for each task, and the whole plan for a calendar. */
import { download } from "../dom/download.js";
import { button, element, svg } from "../dom/element.js";
import { tickBox } from "../dom/tick.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { planned } from "../keep/days-ahead.js";
import { showSaved } from "../keep/saved.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { calendar } from "../values/calendar.js";
import { afterInWords, dayOf, daysAfter, daysBetween, leftInWords, placeInPlan, planBegins, weekdayInWords } from "../values/days.js";
import { t } from "../values/language.js";
import { tickId } from "../values/tick-id.js";

/** @typedef {{root: HTMLElement, head: HTMLElement | null, date: HTMLElement, count: HTMLElement, boxes: HTMLInputElement[]}} Day */

/** @returns {string} the day of the plan's first tasks */
function begins() {
  const { date, set } = planned(store().read(), dayOf(new Date()));
  return planBegins(days.length, date, set, dayOf(new Date()));
}

/** Give the tasks of a day their ticks. @param {HTMLElement} root @returns {Day} */
function tickable(root) {
  const { plan = "", day: number = "" } = root.dataset;
  root.classList.add("is-ticked");
  const date = element("span", {});
  const count = element("span", { role: "status" });
  const boxes = [...root.querySelectorAll(":scope > ul > li")].map((item, at) => {
    const words = element("div", { class: "task__says" });
    words.append(...item.childNodes);
    const box = tickBox(store(), tickId(plan, number, at + 1), () => new Date(), words, (done) => item.classList.toggle("is-done", done));
    item.append(box, words);
    return /** @type {HTMLInputElement} */ (box.querySelector("input"));
  });
  root.prepend(element("p", { class: "plan__day facts" }, date, count));
  return { root, head: document.getElementById(`day-${number}`), date, count, boxes };
}

/** Say of each day which it is, and how much of it is done. */
function show() {
  const document = store().read();
  const { ticks, rounds } = document;
  const today = dayOf(new Date());
  const interview = planned(document, today);
  const first = begins();
  for (const [at, { root, head, date, count, boxes }] of days.entries()) {
    const day = daysAfter(first, at);
    const here = Boolean(interview.date) && interview.date > today && day === today;
    for (const one of [root, head]) one?.classList.toggle("is-today", here);
    const named = here ? t("Today, {day}", { day: weekdayInWords(day) }) : weekdayInWords(day);
    date.textContent = !interview.date || interview.date === today ? "" : day < interview.date ? `${Object.values(rounds).some((one) => one.date === day) ? t("{day}, a round of your loop", { day: named }) : named}. ` : `${t("{day}, after your interview", { day: named })}. `;
    const done = boxes.filter((box) => box.checked).length;
    const kept = Object.entries(ticks).filter(([id]) => id.startsWith(`${root.dataset.plan}:${root.dataset.day}:`));
    const last = kept.map(([, item]) => String(item.saved ?? "")).sort().at(-1);
    if (store().state !== "fine") showSaved(count, store().state, last, new Date());
    else count.replaceChildren(done ? t("{done} of {boxes} done", { done, boxes: boxes.length }) : "");
  }
  showWhole(first, today, interview);
}

/** @param {string} first @param {string} today @param {import("../keep/document.js").Interview} interview */
function showWhole(first, today, { date, set }) {
  const done = days.reduce((sum, day) => sum + day.boxes.filter((box) => box.checked).length, 0);
  const all = days.reduce((sum, day) => sum + day.boxes.length, 0);
  const along = daysBetween(first, today);
  const over = date && date <= today;
  other.replaceChildren();
  bar.replaceChildren(...(date || done ? [ribbon(date && !over ? along : -1)] : []));
  const ticked = done ? t("{done} of {all} tasks done. ", { done, all }) : "";
  if (!date) return says.replaceChildren(ticked);
  if (date === today) {
    says.replaceChildren(`${ticked}${t("Your interview is today. What helps now:")}`);
    siteData("plans").then(({ interviewDay }) => store().read().interview.date === today && other.replaceChildren(element("ul", {}, ...interviewDay.map((/** @type {{does: string, path: string}} */ { does, path }) => element("li", {}, element("a", { href: address(path) }, does))))), () => undefined);
    return;
  }
  if (over) return says.replaceChildren(`${ticked}${leftInWords(date, new Date())}${afterInWords(date, new Date())}`);
  const place = along < 0 ? t("It begins on {weekday_in_words}. ", { weekday_in_words: weekdayInWords(first) }) : along < days.length ? t("Today is day {along} of {days}. ", { along: along + 1, days: days.length }) : t("Its days are over. ");
  says.replaceChildren(place, ticked, leftInWords(date, new Date()), " ", along >= 0 && along < days.length && days.length > 1 ? element("a", { href: `#day-${along + 1}` }, t("Go to today")) : "");
  siteData("plans").then(({ plans }) => {
    const fits = placeInPlan(plans, date, set, new Date());
    const plan = plans.find((/** @type {{id: string}} */ one) => one.id === fits?.id);
    if (plan && plan.id !== days[0]?.root.dataset.plan && says.isConnected) other.replaceChildren(t("The plan that fits your date is "), element("a", { href: address(plan.path) }, plan.title), ".");
  }, () => undefined);
}

/** @param {number} today its place among the days, or none @returns {SVGElement} each day, filled as far as it is done; today has a line under it */
function ribbon(today) {
  const width = 100 / days.length;
  return svg(
    "svg",
    { class: "strip plan__strip", viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...days.flatMap(({ boxes }, at) => {
      const [from, wide] = [at * width, width - Math.min(0.6, width / 8)];
      const share = boxes.filter((box) => box.checked).length / Math.max(1, boxes.length);
      return [
        svg("rect", { class: "shares--none", x: from, y: 0, width: wide, height: 8 }),
        share > 0 && svg("rect", { class: "shares--ready", x: from, y: 0, width: wide * share, height: 8 }),
        at === today && svg("rect", { class: "plan__here", x: from, y: 10, width: wide, height: 2 }),
      ].filter((one) => one !== false);
    }),
  );
}

/** @returns {string} where this page is read, or "" where it lies on a disk */
function readAt() {
  return location.protocol === "file:" ? "" : location.href.replace(/[?#].*$/, "");
}

/** Offer the plan as a calendar file, from a day of the reader's choice; at first the one on which it begins. */
function offerCalendar() {
  const room = document.querySelector(".calendar-room");
  if (!days.length || !room || room.firstChild) return;
  const field = element("input", { type: "date", required: true, value: begins(), input: () => (chosen = true) });
  const time = element("input", { type: "time" });
  let chosen = false;
  const said = element("p", { class: "facts", role: "status" });
  const save = async () => {
    if (!field.reportValidity()) return;
    const id = days[0]?.root.dataset.plan ?? "";
    try {
      const data = await siteData("plans");
      const plan = data.plans.find((/** @type {{id: string}} */ one) => one.id === id);
      download(`${id}.ics`, calendar(plan, data.calendarDomain, field.value, new Date(), time.value, readAt()), "text/calendar");
      said.textContent = t("Saved as {id}.ics. Open it, and your calendar takes it in. When your day moves, save it again: the same events move.", { id });
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const follow = () => {
    if (!chosen) field.value = begins();
  };
  store().addEventListener("change", follow);
  eachDay(follow, room);
  const label = element("label", {}, element("span", {}, t("First day")), field);
  const hour = element("label", {}, element("span", {}, t("Time, or all day")), time);
  room.append(bar, says, other, element("div", { class: "calendar mix__wish" }, label, hour, button(t("Save as a calendar"), save)), said);
}

const bar = element("div", {});
const says = element("p", { class: "plan__now", role: "status" });
const other = element("div", { class: "facts" });
const days = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".tasks[data-plan]:not(.is-ticked)")]).map(tickable);
if (days.length) {
  offerCalendar();
  show();
  store().addEventListener("change", show);
  store().addEventListener("state", show);
  eachDay(show);
}
