/** The page "Drill": cards that come back when they are about to be forgotten, and before the interview. */
import { element } from "../dom/element.js";
import { showError, showView } from "../dom/view.js";
import { broughtBack, buried, isAside, isSuspended, suspended } from "../drill/aside.js";
import { cardView } from "../drill/card-view.js";
import { blank, cardsOf, DECKS } from "../drill/cards.js";
import { comingInWords } from "../drill/coming.js";
import { endView, metView } from "../drill/end.js";
import { forecast } from "../drill/forecast.js";
import { gaps, mattering } from "../drill/matters.js";
import { answered, comesBack, isLearning, isLetGo, memoriesOf } from "../drill/memory.js";
import { now } from "../drill/now.js";
import { Run } from "../drill/run.js";
import { reachInWords } from "../drill/says.js";
import { todays, wished } from "../drill/session.js";
import { startView } from "../drill/start.js";
import { wishIn, written } from "../drill/wish-address.js";
import { siteData } from "../keep/data.js";
import { spacing } from "../keep/days-ahead.js";
import { showSaved } from "../keep/saved.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { loopPlaces } from "../loop/wants.js";
import { aheadChart } from "../readiness/charts.js";
import { goOn } from "../readiness/go-on.js";
import { dayOf } from "../values/days.js";
import { t, tn, withinSentence } from "../values/language.js";

/** @typedef {import("../drill/cards.js").Card} Card */
/** @typedef {import("../drill/memory.js").Memory} Memory */
/** @typedef {import("../drill/session.js").Wish} Wish */

const MORE = 10;
const WEEK = 7;

class CardDrill extends HTMLElement {
  /** @type {Card[]} */ cards = [];
  run = new Run([]);
  /** @type {Wish} */ wish = wishIn("").wish;
  /** The number of the session, where it is not that of the day. */
  number = "";
  /** @type {ReturnType<typeof startView> | undefined} */ start;
  /** @type {import("../drill/matters.js").Wants} */ wants = { competencies: new Map(), questions: new Map() };

  async connectedCallback() {
    try {
      const [fronts, guide, frameworks] = await Promise.all([siteData("fronts"), siteData("guide"), siteData("frameworks")]);
      const { questions, groups } = blank(fronts);
      this.cards = cardsOf(questions, guide.competencies, frameworks.frameworks, groups);
      this.guide = { ...guide, levels: guide.levels.filter((/** @type {{id: string}} */ level) => this.cards.some((card) => card.levels.includes(level.id))) };
      this.wants = await loopPlaces();
    } catch (error) {
      return showError(this, error);
    }
    ({ wish: this.wish, number: this.number } = wishIn(location.hash));
    this.#start(false);
    store().addEventListener("change", this.#changed);
    this.noMoreDays = eachDay(this.#changed, this);
    siteData("questions").catch(() => {}); // whoever begins asks again
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#changed);
    this.noMoreDays?.();
  }

  get seed() {
    return this.number || dayOf(now());
  }

  /** @returns {ReturnType<typeof spacing>} what the cards are spaced to */
  get interview() {
    return spacing(store().read(), dayOf(now()));
  }

  /** @returns {Map<string, Memory>} what is remembered of each card that this handbook still has */
  get memories() {
    return memoriesOf(this.cards, store().read().cards);
  }

  /** Show what was answered, set or brought back here or in another tab, or what is due on another day. */
  #changed = () => {
    this.start?.show(this.#now());
  };

  /** @param {Map<string, Memory>} memories @param {Set<string>} [weak] */
  #matters(memories, weak = gaps(this.cards, memories)) {
    return mattering(this.wants, weak);
  }

  /** @returns {{today: import("../drill/session.js").Today, open: Card[], memories: Map<string, Memory>, weak: Set<string>}} today's cards, of those that are wanted and not put aside */
  #today() {
    const { interview } = this;
    const { cards: kept } = store().read();
    const day = dayOf(now());
    const { memories } = this;
    const open = this.cards.filter((card) => !isAside(Object.hasOwn(kept, card.id) ? kept[card.id] : undefined, day));
    const weak = gaps(this.cards, memories);
    const today = todays(wished(open, this.wish), memories, interview, this.seed, now(), this.#matters(memories, weak));
    return { today, open, memories, weak };
  }

  /** @returns {import("../drill/start.js").Now} */
  #now() {
    const { interview } = this;
    const { cards: kept } = store().read();
    const { today, open, memories, weak } = this.#today();
    const met = open.flatMap((card) => memories.get(card.id) ?? []);
    const reach = forecast(met, open.length - met.length, interview, today.done, now());
    const names = this.guide.competencies.filter((/** @type {{id: string}} */ { id }) => weak.has(id)).map((/** @type {{title: string}} */ { title }) => withinSentence(title));
    return {
      wish: this.wish,
      seed: this.seed,
      today,
      interview,
      coming: comingInWords(met, interview.date, now(), interview.before),
      reach: reachInWords(reach, interview, dayOf(now()), { loop: Boolean(this.wants.competencies.size || this.wants.questions.size), gaps: names }),
      known: (deck) => {
        const all = wished(this.cards, { ...this.wish, decks: [/** @type {import("../drill/cards.js").Deck} */ (deck)] });
        const learned = all.flatMap((card) => memories.get(card.id) ?? []).filter((memory) => !isLearning(memory));
        return { known: learned.length, all: all.length };
      },
      aside: this.cards.filter((card) => Object.hasOwn(kept, card.id) && isSuspended(kept[card.id])),
    };
  }

  /** @param {boolean} [focus] */
  #start(focus = true) {
    this.start = startView(
      {
        store: store(),
        now,
        guide: this.guide,
        change: (wish, seed) => this.#change(wish, seed),
        begin: () => {
          const { due, fresh } = this.#today().today;
          void this.#begin([...due, ...fresh]);
        },
        more: () => this.#more(),
        bringBack: (card) => this.#keep(card, broughtBack(store().get("cards", card.id))),
      },
      this.#now(),
    );
    showView(this, this.start.root, { focus });
  }

  #more() {
    const { open, memories, today } = this.#today();
    // Unasked, and so without a date that would keep the day light.
    const { due, fresh } = todays(wished(open, this.wish), memories, { date: "", goal: today.done + MORE }, this.seed, now(), this.#matters(memories));
    const cards = [...due, ...fresh].slice(0, MORE);
    if (cards.length) return void this.#begin(cards);
    this.start = undefined;
    showView(this, metView(() => this.#start()), { only: "" });
  }

  /** The backs of the cards come behind what is seen first. @param {Card[]} cards */
  async #begin(cards) {
    try {
      const [{ questions, groups }, { frameworks }] = [await siteData("questions"), await siteData("frameworks")];
      const whole = new Map(cardsOf(questions, this.guide.competencies, frameworks, groups).map((card) => [card.id, card]));
      this.start = undefined;
      this.run = new Run(cards.map((card) => whole.get(card.id) ?? card));
      this.#next();
    } catch (error) {
      showError(this, error);
    }
  }

  #next() {
    const { run } = this;
    const { card } = run;
    if (!card) return this.#end();
    const memory = this.memories.get(card.id);
    const deck = DECKS.find((one) => one.id === card.deck)?.name ?? "";
    const left = run.queue.length;
    showView(
      this,
      cardView(
        card,
        { where: `${deck}. ${left === 1 ? t("The last card of this session.") : tn("{n} card to go.", "{n} cards to go.", left)}`, done: run.answers, of: run.answers + left },
        {
          comesBack: (rating) => comesBack(memory, rating, this.interview.date, now(), this.interview.before),
          rate: (rating) => this.#rate(card, rating),
          undo: this.#undo,
          bury: () => this.#putAside(card, buried(store().get("cards", card.id), dayOf(now()))),
          suspend: () => this.#putAside(card, suspended(store().get("cards", card.id))),
          stop: () => this.#start(),
        },
      ),
      { only: "" },
    );
  }

  /** @param {Card} card @param {1 | 2 | 3 | 4} rating */
  #rate(card, rating) {
    const kept = store().get("cards", card.id);
    const memory = answered(this.memories.get(card.id), rating, now());
    this.#keep(card, memory);
    this.run.answer(rating, isLearning(memory) && !isLetGo(memory), kept);
    this.#next();
  }

  /** @param {Card} card @param {Record<string, unknown>} item */
  #putAside(card, item) {
    const kept = store().get("cards", card.id);
    this.#keep(card, item);
    this.run.skip(kept);
    this.#next();
  }

  /** @returns {(() => void) | undefined} what takes the last answer back, as if it had never been given */
  get #undo() {
    if (!this.run.canGoBack) return undefined;
    return () => {
      const step = this.run.back();
      if (step) this.#keep(step.card, step.kept);
      this.#next();
    };
  }

  /** @param {Card} card @param {Record<string, unknown> | undefined} item nothing of it where it is empty */
  #keep(card, item) {
    if (item && Object.keys(item).some((name) => name !== "saved")) store().put("cards", card.id, item);
    else store().remove("cards", card.id);
  }

  #end() {
    const { interview } = this;
    const { today, open, memories } = this.#today();
    const kept = element("p", { class: "sheet__saved", role: "status" });
    const met = open.flatMap((card) => memories.get(card.id) ?? []);
    const coming = comingInWords(met, interview.date, now(), interview.before);
    const next = element("div", {});
    showView(this, endView(today, { answers: this.run.answers, missed: this.run.missed, coming, picture: aheadChart(forecast(met, open.length - met.length, interview, today.done, now(), WEEK).days, coming) }, kept, next, { back: () => this.#start(), undo: this.#undo }), { only: "" });
    showSaved(kept, store().state, now().toISOString(), now());
    void goOn(next, store(), now(), "cards");
  }

  /** @param {Wish} wish @param {string} seed */
  #change(wish, seed) {
    this.wish = wish;
    this.number = seed === dayOf(now()) ? "" : seed;
    const state = written(wish, this.number);
    history.replaceState(history.state, "", state ? `#?${state}` : location.pathname + location.search);
    this.#changed();
  }
}

if (!customElements.get("card-drill")) customElements.define("card-drill", CardDrill);
