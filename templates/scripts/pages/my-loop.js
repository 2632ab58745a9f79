/** The page "My loop": the rounds that are ahead, with their days, and what to do for each. */
import { button, element } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { whenFree } from "../dom/free.js";
import { dayInput } from "../dom/interview-fields.js";
import { showError } from "../dom/view.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { chosenRounds, freeKey, nextDay } from "../loop/rounds.js";
import { dayOf } from "../values/days.js";

/** @typedef {import("../loop/rounds.js").Chosen} Chosen */
/** @typedef {import("../loop/rounds.js").Loop} Loop */

class MyLoop extends HTMLElement {
  async connectedCallback() {
    try {
      const [loops, guide, walkthroughs, questions] = await Promise.all(["loops", "guide", "walkthroughs", "questions"].map(siteData));
      /** @type {Loop[]} */
      this.loops = loops.loops;
      this.guide = guide;
      this.names = {
        competencies: new Map(guide.competencies.map((/** @type {any} */ one) => [one.id, one])),
        walkthroughs: new Map(walkthroughs.walkthroughs.map((/** @type {any} */ one) => [one.id, one])),
        questions: new Map(questions.questions.map((/** @type {any} */ one) => [one.id, one])),
      };
    } catch (error) {
      return showError(this, error);
    }
    this.says = element("p", { class: "facts", role: "status" });
    this.rounds = element("div", {});
    this.replaceChildren(this.#chooser(), this.says, this.rounds);
    this.#show();
    store().addEventListener("change", this.#show);
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#show);
  }

  /** @returns {HTMLElement} what takes a whole loop, or adds one round */
  #chooser() {
    const loops = this.loops ?? [];
    const loop = selectField("A loop", [["", "Choose"], ...loops.map(({ id, title }) => /** @type {const} */ ([id, title]))], { id: "loop-whole" });
    const rounds = loops.flatMap((one) => one.rounds.map((round) => /** @type {const} */ ([`${one.id}/${round.id}`, `${one.company ?? one.title}: ${round.name}`])));
    const round = selectField("Or one round", [["", "Choose"], ...rounds], { id: "loop-round" });
    const take = () => {
      for (const one of loops.find(({ id }) => id === loop.select.value)?.rounds ?? []) this.#add(loop.select.value, one.id);
      loop.select.value = "";
    };
    const add = () => {
      const [of = "", one = ""] = round.select.value.split("/");
      if (one) this.#add(of, one);
    };
    return element(
      "div",
      { class: "loop__choose" },
      element("p", { class: "mix__wish" }, loop.root, button("Take all its rounds", take)),
      element("p", { class: "mix__wish" }, round.root, button("Add this round", add)),
    );
  }

  /** @param {string} loop @param {string} round */
  #add(loop, round) {
    const { rounds } = store().read();
    store().put("rounds", freeKey(rounds, loop, round), { loop, round, date: "", order: Object.keys(rounds).length });
  }

  #show = () => {
    const chosen = chosenRounds(store().read().rounds, this.loops ?? []);
    const next = nextDay(chosen, dayOf(new Date()));
    const says = !chosen.length
      ? "Nothing is chosen yet. Take a company’s loop, or put your own together, round by round."
      : `${chosen.length} ${chosen.length === 1 ? "round" : "rounds"}${next ? `, the next on ${next}. Plan, drill and readiness count to that day.` : ". Give each its day, and plan, drill and readiness count to the next."}`;
    if (this.says && this.says.textContent !== says) this.says.textContent = says;
    const { rounds } = this;
    if (rounds) whenFree(rounds, () => rounds.replaceChildren(...(chosen.length ? [element("ol", { class: "loop__rounds" }, ...chosen.map((one) => this.#round(one)))] : [])));
  };

  /** @param {Chosen} chosen @returns {HTMLLIElement} */
  #round({ key, loop, round, date, order }) {
    const day = dayInput(date, (on) => this.#day(key, { loop: loop.id, round: round.id, order }, on), { id: `loop-day-${key}` });
    const links = /** @param {string} label @param {(Node | string)[]} found */ (label, found) => (found.length ? element("p", {}, element("strong", {}, `${label} `), ...found.flatMap((one, place) => (place ? [", ", one] : [one]))) : null);
    const named = /** @param {"competencies" | "walkthroughs" | "questions"} what @param {(one: any) => HTMLElement} link */ (what, link) => round[what].flatMap((id) => (this.names?.[what].has(id) ? [link(this.names[what].get(id))] : []));
    const mock = this.guide.pages["mock-interview"];
    return element(
      "li",
      { class: "loop__round" },
      element("h2", {}, element("a", { href: address(round.path) }, round.name)),
      element("p", { class: "facts" }, `${loop.company ?? loop.title}, ${round.minutes}${round.upTo ? ` to ${round.upTo}` : ""} minutes, ${round.who}`),
      element("p", { class: "mix__wish" }, element("label", { for: day.id }, element("span", {}, "Its day"), day), button("Remove", () => store().remove("rounds", key), { id: `loop-remove-${key}`, "aria-label": `Remove: ${round.name}` })),
      links("Play it:", named("walkthroughs", (walk) => element("a", { href: `${address(mock)}#${walk.id}` }, walk.title))),
      links("It proves:", named("competencies", (one) => element("a", { href: address(one.path) }, one.title))),
      ...listed("It asks:", named("questions", (one) => element("a", { href: address(one.path) }, one.ask))),
    );
  }

  /** @param {string} key @param {{loop: string, round: string, order: number}} item @param {string} date */
  #day(key, item, date) {
    store().put("rounds", key, { ...item, date });
    const today = dayOf(new Date());
    const next = nextDay(chosenRounds(store().read().rounds, this.loops ?? []), today);
    if (next) store().setInterview({ date: next, set: today });
  }
}

/** @param {string} label @param {HTMLElement[]} found @returns {HTMLElement[]} one below the other, since each is a sentence */
function listed(label, found) {
  return found.length ? [element("p", {}, element("strong", {}, label)), element("ul", {}, ...found.map((one) => element("li", {}, one)))] : [];
}

if (!customElements.get("my-loop")) customElements.define("my-loop", MyLoop);
