/** The page "My loop": the rounds that are ahead, with their days, and what follows from them. */
import { button, element } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { whenFree } from "../dom/free.js";
import { dayInput } from "../dom/interview-fields.js";
import { showError } from "../dom/view.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { daysAhead, planned } from "../keep/days-ahead.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { farOff, ribbon } from "../loop/ribbon.js";
import { chosenRounds, freeKey, nextDay, wanted } from "../loop/rounds.js";
import { asMock } from "../mock/record.js";
import { bankOf } from "../story/bank.js";
import { Spoken } from "../story/spoken.js";
import { toldWhole } from "../story/told.js";
import { dayOf, daysAfter, daysBetween, weekdayInWords } from "../values/days.js";
import { t, tn, withinSentence } from "../values/language.js";
import { isDay } from "../values/shape.js";

/** @typedef {import("../loop/rounds.js").Chosen} Chosen */
/** @typedef {import("../loop/rounds.js").Loop} Loop */

const EXAMPLES = 4;
const FEW = 4; // things to do, of one kind, before a page that has them all
const WEEK = 7;
const today = () => dayOf(new Date());

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
    this.says = element("p", { class: "loop__says", role: "status", tabindex: -1 });
    this.days = element("div", {});
    this.rounds = element("div", {});
    this.follows = element("div", {});
    this.replaceChildren(this.says, this.days, this.rounds, this.follows, this.#chooser());
    this.#show();
    store().addEventListener("change", this.#show);
    this.noMoreDays = eachDay(this.#show, this.rounds);
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#show);
    this.noMoreDays?.();
  }

  /** @returns {HTMLElement} what takes a whole loop, or adds one round; folded where there are rounds already */
  #chooser() {
    const loops = this.loops ?? [];
    const loop = selectField(t("A loop"), [["", t("Choose")], ...loops.map(({ id, title }) => /** @type {const} */ ([id, title]))], { id: "loop-whole" });
    const rounds = loops.flatMap((one) => one.rounds.map((round) => /** @type {const} */ ([`${one.id}/${round.id}`, `${one.company ?? one.title}: ${round.name}`])));
    const round = selectField(t("Or one round"), [["", t("Choose")], ...rounds], { id: "loop-round" });
    const take = () => {
      for (const one of loops.find(({ id }) => id === loop.select.value)?.rounds ?? []) this.#add(loop.select.value, one.id);
      loop.select.value = "";
      if (this.door) this.door.open = false;
      this.says?.focus();
    };
    const add = () => {
      const [of = "", one = ""] = round.select.value.split("/");
      if (one) this.#add(of, one);
    };
    const ways = element("div", { class: "loop__ways" }, element("p", { class: "mix__wish" }, loop.root, button(t("Take all its rounds"), take, { class: "is-main" })), element("p", { class: "mix__wish" }, round.root, button(t("Add this round"), add)));
    const isNew = !Object.keys(store().read().rounds).length;
    if (isNew) this.example = this.#example(loops);
    const name = element("summary", {}, element("h2", {}, t("Add a loop or a round")));
    this.door = element("details", { class: "reveal fold fold--door", open: isNew }, name, ways);
    return element("div", { class: "loop__choose" }, this.door, this.example);
  }

  /** @param {readonly Loop[]} loops @returns {HTMLElement | null} what stands here once a loop is taken: the longest that the handbook knows, a week from one round to the next */
  #example(loops) {
    const [longest] = [...loops].sort((a, b) => b.rounds.length - a.rounds.length);
    if (!longest) return null;
    const chosen = longest.rounds.slice(0, EXAMPLES).map((round, at) => ({ key: round.id, loop: longest, round, date: daysAfter(today(), WEEK * (at + 1)), order: at }));
    return element("section", { class: "loop__example" }, element("h2", {}, t("What it looks like")), element("p", { class: "facts" }, t("{title}, if its first round were in a week.", { title: longest.title })), ribbon(chosen, today()));
  }

  /** @param {string} loop @param {string} round */
  #add(loop, round) {
    const { rounds } = store().read();
    store().put("rounds", freeKey(rounds, loop, round), { loop, round, date: "", order: Object.keys(rounds).length });
  }

  /** @param {string} key of a round; the one after it has the focus then, or what is said of all */
  #remove(key) {
    const at = this.#names().findIndex((one) => one.closest("details")?.getAttribute("data-key") === key);
    store().remove("rounds", key);
    (this.#names()[at] ?? this.says)?.focus();
  }

  /** @returns {HTMLElement[]} the names of the rounds, in the order in which they stand */
  #names() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".loop__round summary"))];
  }

  #show = () => {
    const chosen = chosenRounds(store().read().rounds, this.loops ?? []);
    const next = nextDay(chosen, today());
    const says = !chosen.length
      ? t("Nothing is chosen yet. Take a company’s loop, or put your own together, round by round.")
      : next
        ? this.#counts(chosen.length, next)
        : tn("{n} round. Give each its day, and the plan, the drill and “Am I ready?” count to it.", "{n} rounds. Give each its day, and the plan, the drill and “Am I ready?” count to them.", chosen.length);
    if (this.says && this.says.textContent !== says) this.says.textContent = says;
    if (chosen.length) this.example?.remove();
    this.days?.replaceChildren(...(chosen.length ? [ribbon(chosen, today())] : []));
    this.follows?.replaceChildren(...(chosen.some(({ date }) => !date || date >= today()) ? [this.#follows(chosen)] : []));
    const { rounds } = this;
    if (!rounds) return;
    whenFree(rounds, () => {
      const open = rounds.querySelector("details[open]")?.getAttribute("data-key");
      rounds.replaceChildren(...(chosen.length ? [element("ol", { class: "loop__rounds" }, ...chosen.map((one) => this.#round(one, one.key === open)))] : []));
    });
  };

  /** @param {number} n rounds @param {string} next the day of the next @returns {string} how many, and what of the practice counts to which day */
  #counts(n, next) {
    const kept = store().read();
    const [most, last] = [planned(kept, today()).date, daysAhead(kept, today()).at(-1) ?? next];
    const says = { day: weekdayInWords(next), when: withinSentence(farOff(daysBetween(today(), next))), most: weekdayInWords(most), last: weekdayInWords(last) };
    if (most === next && last === next) return tn("{n} round, the next on {day}: {when}. The plan, the drill and “Am I ready?” count to that day.", "{n} rounds, the next on {day}: {when}. The plan, the drill and “Am I ready?” count to that day.", n, says);
    return tn("{n} round, the next on {day}: {when}. “Am I ready?” counts to that day, the plan to {most}, the drill to {last}.", "{n} rounds, the next on {day}: {when}. “Am I ready?” counts to that day, the plan to {most}, the drill to {last}.", n, says);
  }

  /** @param {readonly Chosen[]} chosen @returns {HTMLElement} what the rounds ahead ask for and is not there yet */
  #follows(chosen) {
    const { stories, mocks } = store().read();
    const spoken = new Spoken(this.guide.editorial);
    const told = new Set(Object.values(bankOf(stories, this.guide)).flatMap((story) => (toldWhole(story, spoken) ? story.competencies : [])));
    const sat = new Set(Object.values(mocks).map(asMock).flatMap((one) => (one.stage === "done" ? [one.walkthrough] : [])));
    const open = /** @param {"competencies" | "walkthroughs"} what @param {Set<string>} done */ (what, done) => [...wanted(chosen, what, today()).keys()].filter((id) => !done.has(id) && this.names?.[what].has(id)).map((id) => this.names?.[what].get(id));
    const mock = this.guide.pages["mock-interview"];
    const lists = [
      [t("Stories to write"), few(open("competencies", told).map((one) => element("a", { href: address(one.path) }, one.title)))],
      [t("Interviews to sit"), few(open("walkthroughs", sat).map((one) => element("a", { href: `${address(mock)}#${one.id}` }, one.title)))],
    ];
    const some = lists.filter(([, links]) => links?.length);
    return element(
      "section",
      { class: "loop__follows", "aria-labelledby": "follows" },
      element("h2", { id: "follows" }, t("What follows")),
      some.length
        ? element("dl", {}, ...some.map(([name, links]) => element("div", {}, element("dt", {}, String(name)), element("dd", {}, element("ul", { class: "plain" }, .../** @type {HTMLElement[]} */ (links).map((link) => element("li", {}, link)))))))
        : element("p", {}, t("You have a story told whole for all that the rounds ahead prove, and have sat their interviews. Say them aloud once more.")),
    );
  }

  /** @param {Chosen} chosen @param {boolean} open @returns {HTMLLIElement} */
  #round({ key, loop, round, date, order }, open) {
    const day = dayInput(date, (on) => this.#day(key, { loop: loop.id, round: round.id, order }, on), { id: `loop-day-${key}`, "aria-label": t("Its day: {name}", { name: round.name }) });
    const named = /** @param {"competencies" | "walkthroughs" | "questions"} what @param {(one: any) => HTMLElement} link */ (what, link) => round[what].flatMap((id) => (this.names?.[what].has(id) ? [link(this.names[what].get(id))] : []));
    const mock = this.guide.pages["mock-interview"];
    const over = date && date < today();
    return element(
      "li",
      { class: `loop__round${over ? " is-over" : ""}` },
      element(
        "details",
        { class: "reveal", name: "loop-round", "data-key": key, open },
        element("summary", {}, element("span", {}, element("span", { class: "loop__name" }, round.name), element("span", { class: "row__says" }, [loop.company ?? loop.title, minutesInWords(round), round.who].join(" · ")))),
        over && element("p", {}, t("Write down what you were asked while you remember it: "), element("a", { href: address(this.guide.pages["my-stories"]) }, t("what had no good answer is your next story")), "."),
        element(
          "dl",
          {},
          ...group(t("Play it"), joined(named("walkthroughs", (walk) => element("a", { href: `${address(mock)}#${walk.id}` }, walk.title)))),
          ...group(t("It proves"), joined(named("competencies", (one) => element("a", { href: address(one.path) }, one.title)))),
          ...group(t("It asks"), [element("ul", { class: "plain" }, ...named("questions", (one) => element("li", {}, element("a", { href: address(one.path) }, one.ask))))], round.questions.length > 0),
        ),
        element("p", { class: "tools" }, element("a", { href: address(round.path) }, t("How it is scored, and how people fail it")), button(t("Remove"), () => this.#remove(key), { id: `loop-remove-${key}`, "aria-label": t("Remove: {name}", { name: round.name }) })),
      ),
      day,
    );
  }

  /** @param {string} key @param {{loop: string, round: string, order: number}} item @param {string} date */
  #day(key, item, date) {
    if (date && !isDay(date)) return this.#show();
    const before = planned(store().read(), today());
    store().put("rounds", key, { ...item, date });
    const kept = store().read();
    const next = nextDay(chosenRounds(kept.rounds, this.loops ?? []), today());
    if (!next) return;
    const { interview } = kept;
    const after = planned({ ...kept, interview: { ...interview, date: next } }, today());
    if (next !== interview.date || after.date !== before.date) store().setInterview({ date: next, set: after.date === before.date ? interview.set : today() });
  }
}

/** @param {HTMLElement[]} found @returns {HTMLElement[]} the first of them, and the others folded */
function few(found) {
  const rest = found.slice(FEW);
  const folded = () => element("details", { class: "reveal" }, element("summary", {}, tn("{n} more", "{n} more", rest.length)), element("ul", { class: "plain" }, ...rest.map((link) => element("li", {}, link))));
  return rest.length > 1 ? [...found.slice(0, FEW), folded()] : found;
}

/** @param {HTMLElement[]} found @returns {(Node | string)[]} with commas between them */
function joined(found) {
  return found.flatMap((one, at) => (at ? [", ", one] : [one]));
}

/** @param {string} label @param {(Node | string)[]} says @param {boolean} [some] @returns {HTMLElement[]} a name and what belongs to it, where there is any */
function group(label, says, some = says.length > 0) {
  return some ? [element("dt", {}, label), element("dd", {}, ...says)] : [];
}

/** @param {import("../loop/rounds.js").Round} round @returns {string} usually 45 to 60 minutes */
function minutesInWords({ minutes, upTo, usual }) {
  if (upTo) return usual ? t("usually {minutes} to {most} minutes", { minutes, most: upTo }) : t("{minutes} to {most} minutes", { minutes, most: upTo });
  return usual ? tn("usually {n} minute", "usually {n} minutes", minutes) : tn("{n} minute", "{n} minutes", minutes);
}

if (!customElements.get("my-loop")) customElements.define("my-loop", MyLoop);
