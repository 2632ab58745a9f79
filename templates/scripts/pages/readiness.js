/** The page "Am I ready?": what is ready, what is begun, and what to do next. */
import { beginLink } from "../dom/begin.js";
import { button, element } from "../dom/element.js";
import { whenFree } from "../dom/free.js";
import { dateField } from "../dom/interview-fields.js";
import { showError } from "../dom/view.js";
import { address } from "../keep/address.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { loopAsks, loopWants } from "../loop/wants.js";
import { known, standNow } from "../readiness/now.js";
import { shares, summary, table } from "../readiness/picture.js";
import { planTasks } from "../readiness/plan-tasks.js";
import { dayInWords, dayOf, daysUntil, leftInWords, weekdayInWords } from "../values/days.js";
import { t } from "../values/language.js";

/** @typedef {import("../readiness/now.js").At} At */

const EVE = 1; // day before the interview
const now = () => new Date();

class ReadinessPage extends HTMLElement {
  /** Which plan and day stand on the page: drawn anew, an open day would fold. */
  shownPlan = "";

  async connectedCallback() {
    try {
      this.known = await known();
      this.wants = await loopWants("competencies");
      this.asks = await loopAsks();
    } catch (error) {
      return showError(this, error);
    }
    this.says = element("p", { class: "ready__sum", role: "status" });
    this.day = element("p", { class: "ready__day facts" });
    this.bar = element("div", {});
    this.things = element("ol", { class: "ready__things" });
    this.rows = element("div", {});
    this.plan = element("div", {});
    this.date = dateField(store(), now, this.#show);
    this.replaceChildren(
      element(
        "div",
        { class: "ready" },
        element("div", { class: "ready__now" }, this.says, this.bar, this.day),
        element("section", { class: "ready__next", "aria-labelledby": "next" }, element("h2", { id: "next" }, t("Do next")), this.things),
        this.rows,
        element("section", { class: "ready__plan", "aria-labelledby": "plan" }, element("h2", { id: "plan" }, this.#plans() ? t("The plan") : t("When is your interview?")), element("p", { class: "mix__wish" }, this.date.root), this.plan),
      ),
    );
    this.#show();
    store().addEventListener("change", this.#show);
    this.noMoreDays = eachDay(this.#turn);
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#show);
    this.noMoreDays?.();
  }

  /** @returns {string} the page of the plans; nothing where the handbook has none */
  #plans() {
    return this.known?.plans.length ? this.known.guide.pages.plans ?? "" : "";
  }

  #turn = async () => {
    this.wants = await loopWants("competencies");
    this.asks = await loopAsks();
    this.#show();
  };

  #show = () => {
    if (!this.known) return;
    const { found, at, things } = standNow(this.known, store(), now(), this.asks ?? { competencies: [], walkthroughs: [] });
    const { date } = store().read().interview;
    const [first, then] = firstWords(found.rows, date, things[0]);
    if (this.says && this.says.textContent !== `${first}${then}`) this.says.replaceChildren(element("strong", {}, first), then);
    this.day?.replaceChildren(t("As of {day_in_words}.", { day_in_words: dayInWords(now()) }));
    this.bar?.replaceChildren(shares(found.rows));
    this.date?.follow();
    if (this.rows) whenFree(this.rows, () => {
      this.things?.replaceChildren(
        ...things.map(({ does, why, path, aside }, at) => (at ? element("li", {}, element("a", { href: address(path) }, does), element("span", { class: "row__says" }, why)) : element("li", {}, beginLink({ does, why, href: address(path) }), aside && element("p", { class: "tools" }, button(t("Put it aside"), aside, { class: "row__button" }))))),
      );
      this.rows?.replaceChildren(table(found.rows, this.wants));
      this.#showPlan(at, date);
    });
  };

  /** @param {At | undefined} at @param {string} date of the interview, or "" */
  #showPlan(at, date) {
    const dated = Boolean(date);
    const isToday = date === dayOf(now());
    const rounds = Object.values(store().read().rounds).map((one) => one.date);
    const shown = at ? `${at.plan.id}:${at.begins}:${at.day}:${at.startsIn}:${rounds}` : `none ${dated} ${isToday}`;
    if (shown === this.shownPlan) return;
    this.shownPlan = shown;
    if (!at) {
      const plans = this.#plans();
      if (!plans) return;
      const words = isToday ? t("Your interview is today, and the plan is behind you. Afterwards set the next date above, or choose one of ") : dated ? t("Your date has passed. Set the next one above, and the plan that fits stands here. Or choose one of ") : t("Set the date above, and the plan that fits stands here. Or choose one of ");
      this.plan?.replaceChildren(element("p", {}, words, element("a", { href: address(plans) }, t("the plans")), "."));
      return;
    }
    const begins = at.startsIn ? t(" It begins on {weekday_in_words} and ends on the eve of your interview. What you do before is won.", { weekday_in_words: weekdayInWords(at.begins) }) : "";
    this.plan?.replaceChildren(element("p", {}, element("a", { href: address(at.plan.path) }, at.plan.title), t(". Ticks are kept in this browser.{begins}", { begins })), planTasks(store(), at.plan, at, now));
  }
}

/**
 * @param {readonly import("../readiness/verdict.js").Row[]} rows @param {string} date of the interview, or "" @param {import("../readiness/next.js").Thing | undefined} next what to do next
 * @returns {[string, string]} what is read first, and what follows: how much is ready and how far off the day is; from the evening before on, what to do
 */
function firstWords(rows, date, next) {
  const [verdict, rest] = summary(rows);
  const left = date ? daysUntil(date, now()) : Infinity;
  if (left < 0 || left > EVE || !next) return [verdict, `${rest} ${leftInWords(date, now()) || t("No date is set.")}`];
  const when = left ? t("The interview is tomorrow.") : t("The interview is today.");
  return [/[.?!\u2026]$/u.test(next.does) ? next.does : `${next.does}.`, ` ${when}${rows.some((row) => row.verdict === "ready") ? ` ${verdict}${rest}` : ""}`];
}

if (!customElements.get("readiness-page")) customElements.define("readiness-page", ReadinessPage);
