/** The day of the interview: kept in this browser, counted down, and turned into what to do first today. */
import { button, element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { passedRounds, planned, putAside } from "../keep/days-ahead.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { afterInWords, dayOf, leftInWords, placeInPlan, weekdayInWords } from "../values/days.js";
import { t, tn } from "../values/language.js";
import { isDay } from "../values/shape.js";
import { tickId } from "../values/tick-id.js";

const FIRST = 3;

/** @typedef {{does: string, minutes: number, pieces: [string, string?][]}} Task */
/** @typedef {{id: string, title: string, days: number, path: string, schedule: {day: number, tasks: Task[]}[]}} Plan */
/** @typedef {{does: string, path: string}} Thing */

/** Turns the date of an interview into the plan that fits. */
class InterviewDate extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.input = this.querySelector("input");
    this.answer = this.querySelector(".start__answer");
    this.kept = true;
    this.input?.addEventListener("input", this.save);
    this.input?.addEventListener("blur", this.left);
    store().addEventListener("change", this.show);
    this.noMoreDays = eachDay(this.show);
    this.show();
  }

  disconnectedCallback() {
    this.input?.removeEventListener("input", this.save);
    this.input?.removeEventListener("blur", this.left);
    store().removeEventListener("change", this.show);
    this.noMoreDays?.();
  }

  save = () => {
    const date = this.input?.value ?? "";
    if (this.input?.validity.badInput || (date && (!isDay(date) || date < "2000"))) return;
    if (date === store().read().interview.date) return;
    this.kept = store().setInterview({ date, set: date && dayOf(new Date()) });
    this.show();
  };

  /** A day that has passed gave way to the next round's while it was typed. */
  left = () => setTimeout(this.show);

  show = () => {
    const { date } = store().read().interview;
    const now = new Date();
    if (this.input && this.input !== document.activeElement) this.input.value = date;
    const passed = passedRounds(store().read(), dayOf(now));
    const to = planned(store().read(), dayOf(now));
    const other = date && to.date !== date ? ` ${t("The plan counts to {day}.", { day: weekdayInWords(to.date) })}` : "";
    this.say(date ? `${leftInWords(date, now)}${other}${passed ? "" : afterInWords(date, now)}${this.kept ? "" : ` ${t("This browser could not keep the date.")}`}` : "");
    const asked = Boolean(passed?.keys.length);
    if (!asked) this.asked = undefined;
    if (!date && !asked) return this.offer();
    Promise.all([siteData("plans"), asked && siteData("guide")]).then(
      (/** @type {any[]} */ [{ plans, interviewDay }, guide]) => {
        if (date !== store().read().interview.date) return;
        this.asked = passed && guide && this.ask(passed.day, address(guide.pages["my-stories"]));
        if (!date) return this.offer();
        if (date === dayOf(now)) return this.offer(undefined, undefined, interviewDay);
        const place = placeInPlan(plans, to.date, to.set, now);
        this.offer(/** @type {Plan[]} */ (plans).find((plan) => plan.id === place?.id), place);
      },
      () => this.offer(),
    );
  };

  /** @param {string} day @param {string} href @returns {HTMLElement} what is to be done before all else, and what puts it aside */
  ask(day, href) {
    const aside = () => {
      putAside(store(), passedRounds(store().read(), dayOf(new Date()))?.keys ?? []);
      this.input?.focus();
    };
    return element("p", {}, element("a", { href }, t("Write down what you were asked on {day}", { day: weekdayInWords(day) })), " ", button(t("Put it aside"), aside, { class: "row__button" }));
  }

  /** @param {string} words */
  say(words) {
    if (this.answer && this.answer.textContent !== words) this.answer.textContent = words;
  }

  /** @param {Plan} [plan] @param {import("../values/days.js").Place} [place] @param {readonly Thing[]} [things] what to do on the day of the interview, in the place of a plan */
  offer(plan, place, things = []) {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".start__plans [data-plan]"))) {
      row.classList.toggle("is-fitting", row.dataset.plan === plan?.id);
    }
    const today = /** @type {HTMLElement | null} */ (document.querySelector(".start__today"));
    const tonight = /** @type {HTMLElement | null} */ (document.querySelector(".start__tonight"));
    if (!today) return;
    const day = plan?.schedule.find((one) => one.day === place?.day);
    const asked = this.asked || "";
    today.hidden = !day && !asked && !things.length;
    if (tonight) tonight.hidden = Boolean(day || things.length);
    today.dataset.days = plan ? String(plan.days) : "";
    if (things.length) return put(today, headed(t("Today: your interview")), listed(things.map(({ does, path }) => itemOf(link(does, path)))));
    if (!plan || !place || !day) return put(today, asked);
    const { ticks } = store().read();
    const open = day.tasks.filter((_, at) => !ticks[tickId(plan.id, day.day, at + 1)]?.done);
    const done = day.tasks.length - open.length;
    const heading = headed(place.startsIn ? t("{title}, from {weekday_in_words}", { title: plan.title, weekday_in_words: weekdayInWords(place.begins) }) : plan.days > 1 ? t("Today: {title}, day {day} of {days}", { title: plan.title, day: day.day, days: plan.days }) : t("Today: {title}", { title: plan.title }));
    const list = listed(open.slice(0, FIRST).map(taskItem));
    const more = document.createElement("p");
    more.append(open.length ? "" : t("All of it is done. "), link(plan.days > 1 ? t("All of day {day}", { day: day.day }) : t("The whole plan"), `${plan.path}#day-${day.day}`), done && open.length ? t(", {done} of {tasks} done", { done, tasks: day.tasks.length }) : open.length > FIRST ? tn(", {n} more task", ", {n} more tasks", open.length - FIRST) : "");
    put(today, asked, heading, ...(open.length ? [list] : []), more);
  }
}

/**
 * Puts these in the place, but leaves what is there where it says the same: a link that goes while it is pressed leads
 * nowhere, and who has just typed the date leaves the field by pressing it. What practice does about it
 * (`whenFree`) would weigh on each page that is read.
 *
 * @param {HTMLElement} place @param {(string | Node)[]} pieces
 */
function put(place, ...pieces) {
  const fresh = /** @type {HTMLElement} */ (place.cloneNode());
  fresh.append(...pieces);
  fresh.normalize();
  if (!fresh.isEqualNode(place)) place.replaceChildren(...fresh.childNodes);
}

/** @param {string} words */
function headed(words) {
  const heading = document.createElement("h3");
  heading.textContent = words;
  return heading;
}

/** @param {readonly HTMLElement[]} items */
function listed(items) {
  const list = document.createElement("ul");
  list.append(...items);
  return list;
}

/** @param {(string | Node)[]} pieces */
function itemOf(...pieces) {
  const item = document.createElement("li");
  item.append(...pieces);
  return item;
}

/** @param {Task} task */
function taskItem(task) {
  const amount = document.createElement("span");
  amount.className = "amount";
  amount.textContent = t("{minutes} min", { minutes: task.minutes });
  return itemOf(...task.pieces.map(([words, path]) => (path ? link(words, path) : words)), " ", amount);
}

/** @param {string} words @param {string} path */
function link(words, path) {
  const anchor = document.createElement("a");
  anchor.href = address(path);
  anchor.textContent = words;
  return anchor;
}

if (!customElements.get("interview-date")) customElements.define("interview-date", InterviewDate);
