/** A mock interview that goes on: its record, its clock, and the draft that keeps both. */
import { Draft } from "../keep/draft.js";
import { Clock } from "./clock.js";
import { asMock } from "./record.js";
import { totalOf } from "./result.js";

/** @typedef {import("./interview.js").Interview} Interview */
/** @typedef {import("./interview.js").Turn} Turn */
/** @typedef {import("./record.js").Mock} Mock */
/** @typedef {import("../keep/store.js").Store} Store */
/** @typedef {{steady: () => number, now: () => Date, tab: string}} Env milliseconds that only grow, the time of day, and who writes */

const PAUSE = 500;

/** The draft of a record that, once it was erased elsewhere, is not written back until somebody says so. @extends {Draft<Mock>} */
class RecordDraft extends Draft {
  isRevived = false;

  write() {
    if (!this.isDeleted || this.isRevived) return super.write();
    return false;
  }
}

/** Emits "saved" after each write, "erased" when it was erased elsewhere, and "takenOver" when another tab goes on with it. */
export class MockSession extends EventTarget {
  /** @param {string} id @param {Mock} mock @param {Interview} interview @param {Store} store @param {Env} env */
  constructor(id, mock, interview, store, env) {
    super();
    this.id = id;
    /** The record as it was saved last. */
    this.mock = { ...mock, tab: env.tab };
    this.interview = interview;
    this.store = store;
    this.env = env;
    this.clock = new Clock(mock.elapsed, env.steady);
    this.draft = new RecordDraft(store, "mocks", id, { read: asMock, start: this.mock, stamp: this.#stamp, pause: PAUSE });
    this.draft.addEventListener("saved", this.#saved);
    this.draft.addEventListener("other", this.#look);
  }

  /** @returns {Turn} the question one is at */
  get turn() {
    return this.#turnOf(this.mock);
  }

  /** @returns {number[]} which follow-ups of this question were asked */
  get asked() {
    return this.mock.asked[this.turn.id] ?? [];
  }

  /** @returns {boolean} */
  get isLast() {
    return this.mock.turn >= this.interview.turns.length - 1;
  }

  /** @returns {string | undefined} when it was saved last; nothing once it was deleted elsewhere */
  get saved() {
    return this.draft.isDeleted ? undefined : this.mock.saved;
  }

  /** Note something down for the question one is at; it is saved once the typing rests. @param {string} words */
  note(words) {
    const { id } = this.turn;
    this.draft.edit(`note-${id}`, (mock) => void (mock.notes[id] = words));
  }

  /** Write down what was said to a question, in words; it is saved once the typing rests. @param {string} turn @param {string} words */
  write(turn, words) {
    this.draft.edit(`said-${turn}`, (mock) => void (mock.transcripts[turn] = words));
  }

  /** Change the record and save it, with the time spent so far. @param {Partial<Mock>} [change] */
  save(change = {}) {
    this.draft.edit("change", (mock) => void Object.assign(mock, change));
    this.draft.save();
  }

  /** Write down a piece of what was said, as the browser heard it. @param {string} turn @param {string} words */
  hear(turn, words) {
    if (!words) return;
    const { transcripts, dictated } = this.draft.value;
    this.save({ transcripts: { ...transcripts, [turn]: `${transcripts[turn] ?? ""} ${words}`.trim() }, dictated: [...new Set([...dictated, turn])] });
  }

  /** Ask one follow-up of the question one is at. @param {number} at */
  probe(at) {
    this.save({ asked: { ...this.mock.asked, [this.turn.id]: [...this.asked, at] } });
  }

  /** Keep it once more, though it was erased elsewhere. */
  revive() {
    this.draft.isRevived = true;
    this.draft.write();
    this.draft.isRevived = false;
  }

  /** Write down points and day, and end. */
  finish() {
    const { points, of } = totalOf(this.interview.rubric, this.mock.scores);
    this.save({ stage: "done", points, of, finished: this.mock.finished || this.env.now().toISOString() });
  }

  /** Stop listening, and stop the clock. @param {boolean} [save] whether to keep what is left to keep */
  leave(save = true) {
    this.clock.pause();
    this.draft.leave(save);
  }

  /** @param {Mock} mock @returns {Turn} */
  #turnOf({ turn }) {
    return /** @type {Turn} */ (this.interview.turns[Math.min(turn, this.interview.turns.length - 1)]);
  }

  #stamp = (/** @type {Mock} */ mock) => {
    mock.elapsed = Math.round(this.clock.spent);
    mock.tab = this.env.tab;
    const { id, phase } = this.#turnOf(mock);
    mock.phase = phase;
    mock.notes[id] ??= "";
    mock.saved = this.env.now().toISOString();
  };

  #saved = () => {
    this.mock = this.draft.last;
    this.dispatchEvent(new Event("saved"));
  };

  #look = () => {
    if (this.mock.stage === "done") return;
    const item = this.store.get("mocks", this.id);
    if (!item) {
      if (!this.draft.isDeleted) return;
      this.clock.pause();
      this.dispatchEvent(new Event("erased"));
      return;
    }
    const theirs = asMock(item);
    if (!theirs.tab || theirs.tab === this.env.tab) return;
    this.leave(false);
    this.mock = theirs;
    this.dispatchEvent(new Event("takenOver"));
  };
}
