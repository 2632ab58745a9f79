/** A sitting that goes on: its record, its clock, and the store that keeps both. */
import { Clock } from "./clock.js";
import { asMock } from "./record.js";
import { totalOf } from "./result.js";

/** @typedef {import("./interview.js").Interview} Interview */
/** @typedef {import("./interview.js").Turn} Turn */
/** @typedef {import("./record.js").Mock} Mock */
/** @typedef {import("../keep/store.js").Store} Store */

/** Emits "kept" after each write and "taken" when another tab goes on with it. */
export class Sitting extends EventTarget {
  /**
   * @param {string} id @param {Mock} mock @param {Interview} interview @param {Store} store
   * @param {{steady: () => number, now: () => Date, tab: string}} world milliseconds that only grow, the time of day, and who writes
   */
  constructor(id, mock, interview, store, world) {
    super();
    this.id = id;
    this.mock = { ...mock, tab: world.tab };
    this.interview = interview;
    this.store = store;
    this.world = world;
    this.clock = new Clock(mock.elapsed, world.steady);
    store.addEventListener("change", this.#look);
  }

  /** @returns {Turn} the question one is at */
  get turn() {
    const at = Math.min(this.mock.turn, this.interview.turns.length - 1);
    return /** @type {Turn} */ (this.interview.turns[at]);
  }

  /** @returns {boolean} */
  get isLast() {
    return this.mock.turn >= this.interview.turns.length - 1;
  }

  /** Change the record and keep it, with the time spent so far. @param {Partial<Mock>} [change] */
  keep(change = {}) {
    this.mock = { ...this.mock, ...change, elapsed: Math.round(this.clock.spent), tab: this.world.tab };
    this.mock.phase = this.turn.phase;
    this.mock.saved = this.world.now().toISOString();
    this.store.put("mocks", this.id, /** @type {any} */ (this.mock));
    this.dispatchEvent(new Event("kept"));
  }

  /** Write down points and day, and end. */
  finish() {
    const { points, of } = totalOf(this.interview.rubric, this.mock.scores);
    this.keep({ stage: "done", points, of, finished: this.mock.finished || this.world.now().toISOString() });
  }

  /** Stop listening, and stop the clock. */
  leave() {
    this.clock.pause();
    this.store.removeEventListener("change", this.#look);
  }

  #look = () => {
    const item = this.store.get("mocks", this.id);
    if (!item || this.mock.stage === "done") return;
    const theirs = asMock(item);
    if (!theirs.tab || theirs.tab === this.world.tab) return;
    this.leave();
    this.mock = theirs;
    this.dispatchEvent(new Event("taken"));
  };
}
