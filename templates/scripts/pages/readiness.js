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
import { dayInWords, leftInWords, weekdayInWords } from "../values/days.js";
import { t } from "../values/language.js";

/** @typedef {import("../readiness/now.js").At} At */

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
    const [verdict, rest] = summary(found.rows);
    const left = leftInWords(date, now()) || t("No date is set.");
    if (this.says && this.says.textContent !== `${verdict}${rest} ${left}`) this.says.replaceChildren(element("strong", {}, verdict), `${rest} ${left}`);
    this.day?.replaceChildren(t("As of {day_in_words}.", { day_in_words: dayInWords(now()) }));
    this.bar?.replaceChildren(shares(found.rows));
    this.date?.follow();
    if (this.rows) whenFree(this.rows, () => {
      this.things?.replaceChildren(
        ...things.map(({ does, why, path, aside }, at) => (at ? element("li", {}, element("a", { href: address(path) }, does), element("span", { class: "row__says" }, why)) : element("li", {}, beginLink({ does, why, href: address(path) }), aside && element("p", { class: "tools" }, button(t("Put it aside"), aside, { class: "row__button" }))))),
      );
      this.rows?.replaceChildren(table(found.rows, this.wants));
      this.#showPlan(at, Boolean(date));
    });
  };

  /** @param {At | undefined} at @param {boolean} dated */
  #showPlan(at, dated) {
    const rounds = Object.values(store().read().rounds).map((one) => one.date);
    const shown = at ? `${at.plan.id}:${at.begins}:${at.day}:${rounds}` : t("none {dated}", { dated });
    if (shown === this.shownPlan) return;
    this.shownPlan = shown;
    if (!at) {
      const plans = this.#plans();
      if (!plans) return;
      const words = dated ? t("Your date has passed. Set the next one above, and the plan that fits stands here. Or choose one of ") : t("Set the date above, and the plan that fits stands here. Or choose one of ");
      this.plan?.replaceChildren(element("p", {}, words, element("a", { href: address(plans) }, t("the plans")), "."));
      return;
    }
    const begins = at.startsIn ? t(" It begins on {weekday_in_words} and ends on the eve of your interview. What you do before is won.", { weekday_in_words: weekdayInWords(at.begins) }) : "";
    this.plan?.replaceChildren(element("p", {}, element("a", { href: address(at.plan.path) }, at.plan.title), t(". Ticks are kept in this browser.{begins}", { begins })), planTasks(store(), at.plan, at, now));
  }
}

if (!customElements.get("readiness-page")) customElements.define("readiness-page", ReadinessPage);
