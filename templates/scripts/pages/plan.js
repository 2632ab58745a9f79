/** A plan's page: each task gets a tick, and the whole plan goes into a calendar. */
import { download } from "../dom/download.js";
import { button, element } from "../dom/element.js";
import { tickBox } from "../dom/tick.js";
import { siteData } from "../keep/data.js";
import { showSaved } from "../keep/saved.js";
import { store } from "../keep/site.js";
import { calendar } from "../values/calendar.js";
import { dayOf, daysAfter } from "../values/days.js";
import { tickId } from "../values/tick-id.js";

/** Give the tasks of every day their ticks, once. */
function tickTasks() {
  for (const day of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".tasks[data-plan]:not(.is-ticked)"))) {
    const { plan = "", day: number = "" } = day.dataset;
    day.classList.add("is-ticked");
    const count = element("p", { class: "facts", role: "status" });
    const items = [...day.querySelectorAll(":scope > ul > li")];
    const boxes = items.map((item, at) => {
      const words = element("div", { class: "task__says", id: `task-${number}-${at + 1}` });
      words.append(...item.childNodes);
      const box = tickBox(store(), tickId(plan, number, at + 1), () => new Date(), words.id, (done) => item.classList.toggle("is-done", done));
      item.append(box, words);
      return /** @type {HTMLInputElement} */ (box.querySelector("input"));
    });
    day.append(count);
    const say = () => {
      const done = boxes.filter((box) => box.checked).length;
      const kept = Object.entries(store().read().ticks).filter(([id]) => id.startsWith(`${plan}:${number}:`));
      const last = kept.map(([, item]) => String(item.saved ?? "")).sort().at(-1);
      if (store().state !== "fine") showSaved(count, store().state, last, new Date());
      else count.textContent = done ? `${done} of ${boxes.length} done` : "";
    };
    store().addEventListener("change", say);
    store().addEventListener("state", say);
    say();
  }
}

/** Offer the plan as a calendar file, from a day of the reader's choice; at first the one that ends the plan on the eve of the interview. */
function offerCalendar() {
  const days = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".tasks[data-plan]")]);
  const first = days[0];
  const room = document.querySelector(".calendar-room");
  if (!first || !room || room.firstChild) return;
  const today = dayOf(new Date());
  const interview = store().read().interview.date;
  const fitting = interview ? daysAfter(interview, -days.length) : today;
  const begins = element("input", { type: "date", required: true, min: "2000-01-01", max: "2999-12-31", value: fitting > today ? fitting : today });
  const said = element("p", { class: "facts", role: "status" });
  const save = async () => {
    if (!begins.reportValidity()) return;
    const id = first.dataset.plan ?? "";
    try {
      const data = await siteData("plans");
      const plan = data.plans.find((/** @type {{id: string}} */ one) => one.id === id);
      download(`${id}.ics`, calendar(plan, data.calendarDomain, begins.value, new Date()), "text/calendar");
      said.textContent = `Saved as ${id}.ics. Open it, and your calendar takes it in.`;
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const label = element("label", {}, element("span", {}, "First day"), begins);
  room.append(element("div", { class: "calendar mix__wish" }, label, button("Save as a calendar", save)), said);
}

tickTasks();
offerCalendar();
