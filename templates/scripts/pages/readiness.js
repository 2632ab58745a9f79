/** The page "Am I ready?": what is ready, what is begun, and what to do next. */
import { element } from "../dom/element.js";
import { whenFree } from "../dom/free.js";
import { dateField } from "../dom/interview-fields.js";
import { showError } from "../dom/view.js";
import { cardsOf } from "../drill/cards.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { loopWants } from "../loop/wants.js";
import { nextThings } from "../readiness/next.js";
import { shares, summary, table } from "../readiness/picture.js";
import { nextTask, planTasks } from "../readiness/plan-tasks.js";
import { standing } from "../readiness/verdict.js";
import { leftInWords, placeInPlan } from "../values/days.js";

/** @typedef {import("../readiness/plan-tasks.js").Plan} Plan */

const now = () => new Date();

class ReadinessPage extends HTMLElement {
  /** Which plan and day stand on the page: drawn anew, an open day would fold. */
  shownPlan = "";

  async connectedCallback() {
    try {
      const [guide, walkthroughs, questions, frameworks, plans] = await Promise.all(["guide", "walkthroughs", "questions", "frameworks", "plans"].map(siteData));
      this.guide = guide;
      this.handbook = { guide, walkthroughs: walkthroughs.walkthroughs, questions: questions.questions, cards: cardsOf(questions.questions, guide.competencies, frameworks.frameworks) };
      /** @type {Plan[]} */
      this.plans = plans.plans;
      this.wants = await loopWants("competencies");
    } catch (error) {
      return showError(this, error);
    }
    this.says = element("p", { class: "ready__sum", role: "status" });
    this.bar = element("div", {});
    this.things = element("ol", { class: "ready__things" });
    this.rows = element("div", {});
    this.plan = element("div", {});
    this.date = dateField(store(), now, this.#show);
    this.replaceChildren(
      element(
        "div",
        { class: "ready" },
        element("div", { class: "ready__now" }, this.says, this.bar),
        element("section", { class: "ready__next", "aria-labelledby": "next" }, element("h2", { id: "next" }, "Do next"), this.things),
        this.rows,
      ),
      element("h2", { id: "plan" }, "The plan"),
      element("p", { class: "mix__wish" }, this.date.root),
      this.plan,
    );
    this.#show();
    store().addEventListener("change", this.#show);
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#show);
  }

  #show = () => {
    const { handbook } = this;
    if (!handbook) return;
    const kept = store().read();
    const found = standing(kept, handbook, now());
    const at = this.#plan(kept);
    const task = at && nextTask(store(), at.plan, at.day);
    const things = nextThings(
      found,
      kept.interview.date,
      {
        pages: this.guide.pages,
        sheet: (id) => this.guide.competencies.find((/** @type {{id: string}} */ one) => one.id === id)?.sheet ?? this.guide.pages.worksheets,
        walkthrough: (competency) => {
          const walk = handbook.walkthroughs.find((/** @type {any} */ one) => one.competency === competency);
          return walk && { title: walk.title, path: `${this.guide.pages["mock-interview"]}#${walk.id}` };
        },
      },
      task && at ? { does: task.does, path: `${at.plan.path}#day-${at.day}` } : undefined,
      now(),
    );
    const [verdict, rest] = summary(found.rows);
    const left = leftInWords(kept.interview.date, now()) || "No date is set.";
    if (this.says && this.says.textContent !== `${verdict}${rest} ${left}`) this.says.replaceChildren(element("strong", {}, verdict), `${rest} ${left}`);
    this.bar?.replaceChildren(shares(found.rows));
    this.date?.follow();
    if (this.rows) whenFree(this.rows, () => {
      this.things?.replaceChildren(
        ...things.map((one, at) => element("li", {}, element("a", { href: address(one.path), class: at ? "" : "is-main" }, one.does), element("span", { class: "row__says" }, one.why))),
      );
      this.rows?.replaceChildren(table(found.rows, this.wants));
      this.#showPlan(at);
    });
  };

  /** @param {import("../keep/document.js").Document} kept @returns {{plan: Plan, day: number, startsIn: number} | undefined} the plan that fits the date, and its day */
  #plan({ interview }) {
    const place = interview.date ? placeInPlan(this.plans ?? [], interview.date, interview.set, now()) : undefined;
    const plan = this.plans?.find((one) => one.id === place?.id);
    return place && plan ? { plan, day: place.day, startsIn: place.startsIn } : undefined;
  }

  /** @param {{plan: Plan, day: number, startsIn: number} | undefined} at */
  #showPlan(at) {
    const shown = at ? `${at.plan.id}:${at.day}:${at.startsIn}` : "none";
    if (shown === this.shownPlan) return;
    this.shownPlan = shown;
    if (!at) {
      this.plan?.replaceChildren(element("p", {}, "Set the date above, and the plan that fits stands here. Or choose one of ", element("a", { href: address(this.guide.pages.plans) }, "the plans"), "."));
      return;
    }
    const begins = at.startsIn > 0 ? ` It fits the last ${at.plan.days} days: begin now, and you have ${at.startsIn} to spare.` : "";
    this.plan?.replaceChildren(element("p", {}, element("a", { href: address(at.plan.path) }, at.plan.title), `. Ticks are kept in this browser.${begins}`), planTasks(store(), at.plan, at.day, now));
  }
}

if (!customElements.get("readiness-page")) customElements.define("readiness-page", ReadinessPage);
