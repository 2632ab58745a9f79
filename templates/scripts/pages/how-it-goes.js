/** The page "How it goes": the days that were practised, what is still known, what the days ahead bring. */
import { beginLink, thenList } from "../dom/begin.js";
import { element } from "../dom/element.js";
import { fold } from "../dom/fold.js";
import { whenFree } from "../dom/free.js";
import { showError } from "../dom/view.js";
import { isAside } from "../drill/aside.js";
import { cardsOf } from "../drill/cards.js";
import { forecast } from "../drill/forecast.js";
import { asMemory } from "../drill/memory.js";
import { now } from "../drill/now.js";
import { daysLeft, noonOf } from "../drill/session.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { spacing } from "../keep/days-ahead.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { aheadChart, barChart, barLegend, calendar, dayLegend, doneInWords, figure, figuresTable, recallBars } from "../readiness/charts.js";
import { inARow, mondayOf, practised, recallOf, weeks } from "../readiness/history.js";
import { dayInWords, dayOf, weekdayInWords } from "../values/days.js";
import { locale, t, tn } from "../values/language.js";

/** @typedef {import("../keep/document.js").Document} Document */
/** @typedef {Map<string, import("../readiness/history.js").Day>} Days */

const AHEAD = 14;
/** What comes back and what is new on each day of somebody who has practised for a while: an example. */
const EXAMPLE = [[4, 6], [6, 4], [5, 5], [7, 3], [4, 6], [6, 4], [8, 2], [5, 5], [6, 4], [7, 3], [5, 5], [8, 2], [6, 4], [7, 3]];
const SHORT = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short" });
const short = (/** @type {string} */ day) => SHORT.format(noonOf(day));
const long = (/** @type {string} */ day) => dayInWords(noonOf(day));

class HowItGoes extends HTMLElement {
  async connectedCallback() {
    try {
      const [questions, guide, frameworks] = await Promise.all([siteData("questions"), siteData("guide"), siteData("frameworks")]);
      this.guide = guide;
      this.cards = cardsOf(questions.questions, guide.competencies, frameworks.frameworks, questions.groups);
    } catch (error) {
      return showError(this, error);
    }
    this.#show();
    store().addEventListener("change", this.#show);
    this.noMoreDays = eachDay(this.#show);
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#show);
    this.noMoreDays?.();
  }

  #show = () => {
    const kept = store().read();
    const days = practised(kept);
    const parts = days.size ? [this.#calendar(kept, days), this.#ahead(kept, days), this.#recall(kept), this.#spoken(days)].flatMap((part) => part ?? []) : [this.#empty(), this.#ahead(kept, days), this.#toKnow(kept)];
    whenFree(this, () => this.replaceChildren(element("div", { class: "goes" }, ...parts)));
  };

  /** @returns {HTMLElement} */
  #empty() {
    return element(
      "section",
      { class: "goes__part goes__part--first go" },
      element("div", {}, element("h2", {}, t("Begin here")), beginLink({ does: tn("Begin: {n} card", "Begin: {n} cards", store().read().interview.goal), why: t("Nothing is practised yet. Ten cards or one mock interview are a beginning, and stand here afterwards."), href: address(this.guide.pages.drill) })),
      thenList([{ does: t("To the mock interview"), why: t("Nothing shows you where you stand like one interview on the clock."), href: address(this.guide.pages["mock-interview"]) }]),
    );
  }

  /** @param {Document} kept @param {Days} days */
  #calendar({ interview }, days) {
    const today = dayOf(now());
    const row = inARow(days, today);
    const done = row > 1 ? tn("You practised on {n} day, the last {row} of them in a row.", "You practised on {n} days, the last {row} of them in a row.", days.size, { row }) : tn("You practised on {n} day.", "You practised on {n} days.", days.size);
    const ahead = interview.date >= today && interview.date ? t("the interview, {long}", { long: long(interview.date) }) : "";
    const rows = [...days].sort(([a], [b]) => (a < b ? 1 : -1)).map(([day, what]) => [long(day), doneInWords(what)]);
    return figure("days", t("The days you practised"), done, element("div", {}, calendar(weeks(days, interview.date, today), today, interview.date, [done, ahead].filter(Boolean).join(" ")), dayLegend(ahead)), figuresTable([t("Day"), t("Done")], rows));
  }

  /** @param {Document} document @param {Days} days */
  #ahead(document, days) {
    const { cards: kept } = document;
    const today = dayOf(now());
    const interview = spacing(document, today);
    const open = (this.cards ?? []).filter(({ id }) => !isAside(Object.hasOwn(kept, id) ? kept[id] : undefined, today));
    const met = open.flatMap(({ id }) => (Object.hasOwn(kept, id) ? asMemory(kept[id]) : undefined) ?? []);
    if (!days.size) return this.#example();
    const reach = forecast(met, open.length - met.length, interview, days.get(today)?.cards ?? 0, now(), daysLeft(interview.date, today) < Infinity ? undefined : AHEAD);
    const [due, fresh] = [reach.days.reduce((all, one) => all + one.due, 0), reach.days.reduce((all, one) => all + one.fresh, 0)];
    if (!due && !fresh) return null;
    const is = { due: tn("{n} card", "{n} cards", due), days: reach.days.length, fresh, goal: interview.goal, met: reach.met, all: reach.all };
    const says = interview.before.length ? t("Until your last round, on {last}: {due} will come back, {fresh} will be new, at {goal} a day. By then you will have met {met} of {all}.", { ...is, last: weekdayInWords(interview.date) }) : daysLeft(interview.date, today) < Infinity ? t("Until the interview: {due} will come back, {fresh} will be new, at {goal} a day. By then you will have met {met} of {all}.", is) : t("In the next {days} days: {due} will come back, {fresh} will be new, at {goal} a day. By then you will have met {met} of {all}.", is);
    return figure("ahead", t("The cards of the days ahead"), says, aheadChart(reach.days, says), figuresTable([t("Day"), t("Come back"), t("New")], reach.days.map((one) => [short(one.day), one.due, one.fresh])));
  }

  /** @returns {HTMLElement} what stands here later: while nothing is practised nothing can be foretold */
  #example() {
    const says = t("After a week of practice you see here how many cards come back on each day ahead, and how many are new.");
    const bars = EXAMPLE.map((parts, at) => ({ name: at ? "" : t("today"), parts }));
    return figure("ahead", t("An example"), says, element("div", { class: "history is-example" }, barChart(bars, says), barLegend([t("comes back"), t("new")])));
  }

  /** @param {Document} kept */
  #recall(kept) {
    const { date } = kept.interview;
    const isAhead = daysLeft(date, dayOf(now())) < Infinity;
    const rows = recallOf(this.guide.competencies, this.cards ?? [], kept, isAhead ? noonOf(date) : now());
    return figure("known", t("What you know"), isAhead ? t("How much of the cards you have met you will still know on the day of the interview, as the drill reckons; the least known first.") : t("How much of the cards you have met you still know today, as the drill reckons; the least known first."), recallBars(rows));
  }

  /** @param {Document} kept @returns {HTMLElement} what nothing is known of yet, behind a door */
  #toKnow(kept) {
    const rows = recallOf(this.guide.competencies, this.cards ?? [], kept, now());
    const all = (this.cards ?? []).length;
    return element("div", { class: "goes__part goes__part--first" }, fold("to-know", t("What there is to know"), tn("{n} card, by competency.", "{n} cards, by competency.", all), recallBars(rows)));
  }

  /** @param {Days} days */
  #spoken(days) {
    /** @type {Map<string, number>} */
    const byWeek = new Map();
    for (const [day, { minutes }] of days) if (minutes) byWeek.set(mondayOf(day), (byWeek.get(mondayOf(day)) ?? 0) + minutes);
    const found = [...byWeek].sort(([a], [b]) => (a < b ? -1 : 1));
    const mocks = [...days.values()].reduce((sum, one) => sum + one.mocks, 0);
    if (!found.length) return figure("spoken", t("Minutes in interviews"), mocks ? tn("{n} mock interview, none of it on the clock. Sit one as it will be: aloud, with the time running.", "{n} mock interviews, none of them on the clock. Sit one as it will be: aloud, with the time running.", mocks) : t("No mock interview yet. An answer said aloud shows what one read in silence does not."), element("p", {}, element("a", { href: address(this.guide.pages["mock-interview"]) }, t("Sit one"))));
    const all = found.reduce((sum, [, minutes]) => sum + minutes, 0);
    const says = tn("{minutes} in mock interviews, in {n} week.", "{minutes} in mock interviews, in {n} weeks.", found.length, { minutes: tn("{n} minute", "{n} minutes", all) });
    return figure("spoken", t("Minutes in interviews"), says, element("div", { class: "history" }, barChart(found.map(([week, minutes]) => ({ name: t("week of {short}", { short: short(week) }), parts: [minutes] })), says)), figuresTable([t("Week of"), t("Minutes")], found.map(([week, minutes]) => [short(week), minutes])));
  }
}

if (!customElements.get("how-it-goes")) customElements.define("how-it-goes", HowItGoes);
