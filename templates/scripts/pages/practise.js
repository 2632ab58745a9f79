/** The page "Practise": what day it is, where to go on, and beside each thing how far one is with it. */
import { beginLink, thenList } from "../dom/begin.js";
import { button, element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { PARTS } from "../keep/document.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { farOff } from "../loop/ribbon.js";
import { chosenRounds, nextDay } from "../loop/rounds.js";
import { loopAsks } from "../loop/wants.js";
import { known, standNow } from "../readiness/now.js";
import { markPlans } from "../readiness/plan-rows.js";
import { dayInWords, dayOf, daysBetween, leftInWords, weekdayInWords } from "../values/days.js";
import { t, tn, withinSentence } from "../values/language.js";
import { tickId } from "../values/tick-id.js";

/** @typedef {import("../readiness/now.js").Known} Known */
/** @typedef {import("../readiness/now.js").Now} Now */

class PractiseNow extends HTMLElement {
  /** @type {Known | undefined} */ known;
  /** @type {import("../loop/rounds.js").Loop[]} */ loops = [];

  connectedCallback() {
    this.#show();
    store().addEventListener("change", this.#show);
    this.noMoreDays = eachDay(this.#show);
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#show);
    this.noMoreDays?.();
  }

  /** Nothing is loaded, and the page stays as it was written, as long as nothing was practised. */
  #show = async () => {
    const kept = store().read();
    if (!kept.interview.date && PARTS.every((part) => !Object.keys(kept[part]).length)) return;
    try {
      this.known ??= await known();
      if (Object.keys(kept.rounds).length && !this.loops.length) this.loops = (await siteData("loops")).loops;
    } catch {
      return; // what is written on the page is true without it
    }
    const asks = await loopAsks();
    if (!this.isConnected) return;
    const now = new Date();
    const found = standNow(this.known, store(), now, asks);
    this.#goOn(found, now);
    for (const [what, says] of Object.entries(this.#states(found, now))) {
      const place = document.querySelector(`[data-practised="${what}"]`);
      if (place && place.textContent !== says) place.textContent = says;
    }
    markPlans(this.known.plans, found.at, store().read().ticks);
  };

  /** @param {Now} found @param {Date} now */
  #goOn({ at, things }, now) {
    const [first, ...others] = things.map((one) => ({ ...one, href: address(one.path) }));
    const { date } = store().read().interview;
    const done = at ? this.#done(at) : "";
    const day = [dayInWords(now), leftInWords(date, now) || t("No date is set"), at && (at.startsIn ? t("{title} begins on {weekday_in_words}", { title: at.plan.title, weekday_in_words: weekdayInWords(at.begins) }) : t("{title}, day {day} of {days}: {done}", { title: at.plan.title, day: at.day, days: at.plan.days, done }))];
    const place = this.closest(".go");
    for (const one of [...(place?.children ?? [])]) if (!one.contains(this)) one.remove();
    const aside = () => {
      first?.aside?.();
      setTimeout(() => /** @type {HTMLElement | null | undefined} */ (place?.querySelector(".begin"))?.focus());
    };
    place?.append(
      element("p", { class: "go__day" }, day.filter(Boolean).map((words) => `${String(words).replace(/\.$/, "")}.`).join(" ")),
      element("div", {}, element("h2", { id: "begin" }, t("Go on here")), first ? beginLink(first) : "", first?.aside && element("p", { class: "tools" }, button(t("Put it aside"), aside, { class: "row__button" }))),
      thenList(others) || "",
    );
  }

  /** @param {import("../readiness/now.js").At} at @returns {string} how much of the day's tasks is done */
  #done({ plan, day }) {
    const { ticks } = store().read();
    const tasks = plan.schedule.find((one) => one.day === day)?.tasks ?? [];
    const done = tasks.filter((_, task) => ticks[tickId(plan.id, day, task + 1)]?.done).length;
    return t("{done} of {tasks} tasks done", { done, tasks: tasks.length });
  }

  /** @param {Now} found @param {Date} now @returns {Record<string, string>} how far one is with each thing, or "" */
  #states({ found }, now) {
    const kept = store().read();
    const done = Object.values(found.mocks).filter((one) => one.stage === "done");
    const open = Object.values(found.mocks).some((one) => one.stage !== "done" && one.stage !== "ready");
    const last = done.sort((a, b) => (a.finished < b.finished ? -1 : 1)).at(-1);
    const of = (/** @type {string} */ verdict) => found.rows.filter((row) => row.verdict === verdict).length;
    const rounds = chosenRounds(kept.rounds, this.loops);
    const next = nextDay(rounds, dayOf(now));
    const sheets = Object.keys(kept.worksheets).length;
    const some = found.rows.some((row) => row.verdict !== "none");
    return {
      "mock-interview": open ? t("One is unfinished") : last ? tn("{n} time, the last {points} of {of} points", "{n} times, the last {points} of {of} points", done.length, { points: last.points, of: last.of }) : "",
      drill: found.due ? tn("{n} card due today", "{n} cards due today", found.due) : Object.keys(kept.cards).length ? t("Nothing is due") : "",
      "my-stories": found.stories ? tn("{n} story, {told} told whole", "{n} stories, {told} told whole", found.stories, { told: found.told }) : "",
      worksheets: sheets ? tn("{n} worksheet begun", "{n} worksheets begun", sheets) : "",
      readiness: some ? t("{ready} ready, {begun} begun, {none} not begun", { ready: of("ready"), begun: of("begun"), none: of("none") }) : "",
      "my-loop": !rounds.length ? "" : next ? tn("{n} round, the next {when}", "{n} rounds, the next {when}", rounds.length, { when: withinSentence(farOff(daysBetween(dayOf(now), next))) }) : tn("{n} round", "{n} rounds", rounds.length),
    };
  }
}

if (!customElements.get("practise-now")) customElements.define("practise-now", PractiseNow);
