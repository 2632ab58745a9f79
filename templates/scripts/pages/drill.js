/** The page "Drill": cards that come back when they are about to be forgotten, and before the interview. */
import { element } from "../dom/element.js";
import { showError, showView } from "../dom/view.js";
import { cardView } from "../drill/card-view.js";
import { cardsOf, DECKS } from "../drill/cards.js";
import { comingInWords } from "../drill/coming.js";
import { endView, metView } from "../drill/end.js";
import { answered, asMemory, comesBack, isLearning } from "../drill/memory.js";
import { todays, wished } from "../drill/session.js";
import { startView } from "../drill/start.js";
import { siteData } from "../keep/data.js";
import { showSaved } from "../keep/saved.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { dayOf } from "../values/days.js";

/** @typedef {import("../drill/cards.js").Card} Card */
/** @typedef {import("../drill/memory.js").Memory} Memory */
/** @typedef {import("../drill/session.js").Wish} Wish */

const MORE = 10;
const AGAIN_AFTER = 3;
const RIGHT = 3;
const now = () => new Date();

class CardDrill extends HTMLElement {
  /** @type {Card[]} */ cards = [];
  /** @type {Card[]} */ queue = [];
  /** @type {Wish} */ wish = { decks: DECKS.map((deck) => deck.id), competency: "", level: "", words: "" };
  seed = dayOf(now());
  answers = 0;
  /** @type {Card[]} */ missed = [];

  async connectedCallback() {
    try {
      const [questions, guide, frameworks] = await Promise.all([siteData("questions"), siteData("guide"), siteData("frameworks")]);
      this.cards = cardsOf(questions.questions, guide.competencies, frameworks.frameworks, questions.groups);
      this.guide = { ...guide, levels: guide.levels.filter((/** @type {{id: string}} */ level) => this.cards.some((card) => card.levels.includes(level.id))) };
    } catch (error) {
      return showError(this, error);
    }
    this.#read();
    this.#start(false);
    store().addEventListener("change", this.#changed);
    this.noMoreDays = eachDay(this.#turn, this);
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.#changed);
    this.noMoreDays?.();
  }

  /** @returns {Map<string, Memory>} what is remembered of each card that this handbook still has */
  get memories() {
    const kept = store().read().cards;
    return new Map(
      this.cards.flatMap((card) => {
        const memory = Object.hasOwn(kept, card.id) ? asMemory(kept[card.id]) : undefined;
        return memory ? [[card.id, memory]] : [];
      }),
    );
  }

  /** Show what another tab answered, where no card is open. */
  #changed = () => {
    if (!this.queue.length && !this.contains(document.activeElement)) this.#start(false);
  };

  /** The day has turned: what is due is another, where no card is open. */
  #turn = () => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(this.seed)) this.seed = dayOf(now());
    if (!this.queue.length) this.#start(false);
  };

  /** @param {boolean} [focus] */
  #start(focus = true) {
    this.queue = [];
    const memories = this.memories;
    const wanted = wished(this.cards, this.wish);
    const today = todays(wanted, memories, store().read().interview, this.seed, now());
    const view = startView({
      store: store(),
      now,
      guide: this.guide,
      wish: this.wish,
      seed: this.seed,
      today,
      coming: comingInWords(memories.values(), store().read().interview.date, now()),
      known: (deck) => {
        const all = wished(this.cards, { ...this.wish, decks: [/** @type {import("../drill/cards.js").Deck} */ (deck)] });
        const learned = all.filter((card) => {
          const memory = memories.get(card.id);
          return memory && !isLearning(memory);
        });
        return { known: learned.length, all: all.length };
      },
      change: (wish, seed) => this.#change(wish, seed),
      begin: () => this.#begin([...today.due, ...today.fresh]),
      more: () => this.#more(wanted, memories),
    });
    showView(this, view, { focus });
  }

  /** @param {Card[]} wanted @param {Map<string, Memory>} memories */
  #more(wanted, memories) {
    const { interview } = store().read();
    const { done } = todays(wanted, memories, interview, this.seed, now());
    const { fresh } = todays(wanted, memories, { ...interview, goal: done + MORE }, this.seed, now());
    const cards = fresh.slice(0, MORE);
    if (cards.length) this.#begin(cards);
    else showView(this, metView(() => this.#start()), { only: "" });
  }

  /** @param {Card[]} cards */
  #begin(cards) {
    this.queue = cards;
    this.answers = 0;
    this.missed = [];
    this.#next();
  }

  #next() {
    const [card] = this.queue;
    if (!card) return this.#end();
    const memory = this.memories.get(card.id);
    const { date } = store().read().interview;
    const deck = DECKS.find((one) => one.id === card.deck)?.name ?? "";
    showView(
      this,
      cardView(
        card,
        { where: `${deck}. ${this.queue.length === 1 ? "The last card of this session." : `${this.queue.length} cards to go.`}`, done: this.answers, of: this.answers + this.queue.length },
        (rating) => comesBack(memory, rating, date, now()),
        (rating) => this.#rate(card, rating),
        () => this.#start(),
      ),
      { only: "" },
    );
  }

  /** @param {Card} card @param {1 | 2 | 3 | 4} rating */
  #rate(card, rating) {
    const memory = answered(this.memories.get(card.id), rating, now());
    store().put("cards", card.id, /** @type {any} */ (memory));
    this.answers += 1;
    if (rating < RIGHT && !this.missed.includes(card)) this.missed.push(card);
    const [, ...left] = this.queue;
    // What was not right comes again in the same session, a few cards later: relearn until right.
    if (isLearning(memory)) left.splice(AGAIN_AFTER, 0, card);
    this.queue = left;
    this.#next();
  }

  #end() {
    const { interview } = store().read();
    const { memories } = this;
    const kept = element("p", { class: "sheet__saved", role: "status" });
    const session = { answers: this.answers, missed: this.missed, coming: comingInWords(memories.values(), interview.date, now()) };
    showView(this, endView(todays(this.cards, memories, interview, this.seed, now()), session, kept, () => this.#start()), { only: "" });
    showSaved(kept, store().state, now().toISOString(), now());
  }

  /** @param {Wish} wish @param {string} seed */
  #change(wish, seed) {
    const at = this.#place();
    this.wish = wish;
    this.seed = seed || dayOf(now());
    const state = new URLSearchParams(wish.decks.length === DECKS.length ? [] : wish.decks.map((deck) => ["deck", deck]));
    if (wish.competency) state.set("competency", wish.competency);
    if (wish.level) state.set("level", wish.level);
    if (wish.words) state.set("words", wish.words);
    if (this.seed !== dayOf(now())) state.set("session", this.seed);
    history.replaceState(history.state, "", state.size ? `#?${state}` : location.pathname + location.search);
    this.#start(false);
    this.#controls()[at]?.focus();
  }

  /** Take the choice from the address, so that a session can be sent to a friend. */
  #read() {
    const wanted = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    const decks = DECKS.map((deck) => deck.id).filter((id) => wanted.getAll("deck").includes(id));
    this.wish = { decks: decks.length ? decks : DECKS.map((deck) => deck.id), competency: wanted.get("competency") ?? "", level: wanted.get("level") ?? "", words: wanted.get("words")?.slice(0, 80) ?? "" };
    this.seed = wanted.get("session")?.slice(0, 40) || this.seed;
  }

  /** @returns {HTMLElement[]} */
  #controls() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll("input, select")]);
  }

  /** @returns {number} which control has the focus */
  #place() {
    return this.#controls().indexOf(/** @type {HTMLElement} */ (document.activeElement));
  }
}

if (!customElements.get("card-drill")) customElements.define("card-drill", CardDrill);
