/** One session that goes on: what comes next, what was missed, and the way back to the answer before. */

/** @typedef {import("./cards.js").Card} Card */
/** @typedef {Record<string, unknown> | undefined} Kept what was kept of a card before it was answered or put aside */
/** @typedef {{queue: Card[], answers: number, missed: Card[], card: Card, kept: Kept}} Step */

const AGAIN_AFTER = 3;
const RIGHT = 3;

export class Run {
  answers = 0;
  /** @type {Card[]} */ missed = [];
  /** @type {Step[]} */ #steps = [];

  /** @param {readonly Card[]} cards */
  constructor(cards) {
    this.queue = [...cards];
  }

  /** @returns {Card | undefined} the one that is asked now */
  get card() {
    return this.queue[0];
  }

  /** @returns {boolean} whether there is an answer to take back */
  get canGoBack() {
    return this.#steps.length > 0;
  }

  /** @param {1 | 2 | 3 | 4} rating @param {boolean} again whether it comes once more: a few cards later, until it is right @param {Kept} kept what was kept of it before */
  answer(rating, again, kept) {
    const card = this.#leave(kept);
    if (!card) return;
    this.answers += 1;
    if (rating < RIGHT && !this.missed.includes(card)) this.missed = [...this.missed, card];
    if (again) this.queue.splice(AGAIN_AFTER, 0, card);
  }

  /** Go on without the card. @param {Kept} kept what was kept of it before */
  skip(kept) {
    this.#leave(kept);
  }

  /** @returns {Step | undefined} the last step, taken back: its card is asked again, and what was kept of it is to be put back */
  back() {
    const step = this.#steps.pop();
    if (step) [this.queue, this.answers, this.missed] = [step.queue, step.answers, step.missed];
    return step;
  }

  /** @param {Kept} kept @returns {Card | undefined} */
  #leave(kept) {
    const [card, ...left] = this.queue;
    if (!card) return undefined;
    this.#steps.push({ queue: this.queue, answers: this.answers, missed: this.missed, card, kept });
    this.queue = left;
    return card;
  }
}
