/** A plan's page: each task gets a tick. */
import { element } from "../element.js";
import { showSaved } from "../saved.js";
import { store } from "../site.js";
import { tickBox, tickId } from "../tick.js";

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

tickTasks();
