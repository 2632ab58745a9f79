/** One session from the scenario to its result: which view comes when, and what listens and speaks meanwhile. */
import { Editorial } from "../story/editorial.js";
import { assistant } from "./assistant.js";
import { Dictation } from "./dictation.js";
import { saveSheet } from "./friend-desk.js";
import { sheetOf } from "./friend-sheet.js";
import { measuredOf } from "./hearing.js";
import { Interviewer } from "./interviewer.js";
import { erasedView, takenOverView } from "./notices.js";
import { outcomeView } from "./outcome.js";
import { readyView } from "./ready.js";
import { Replay } from "./replay.js";
import { lastTicks } from "./result.js";
import { reviewView } from "./review.js";
import { RunningView } from "./running.js";
import { Speaker } from "./speaker.js";
import { bankTitles } from "./told.js";
import { Voice } from "./voice.js";

/** @typedef {import("./record.js").Mock} Mock */
/** @typedef {import("./record.js").Stage} Stage */
/** @typedef {import("./session.js").MockSession} MockSession */
/**
 * @typedef {object} Page what the page does for it
 * @property {any} guide
 * @property {import("../keep/data.js").Question[]} bank
 * @property {() => Record<string, Mock>} mocks every session that was kept
 * @property {(view: HTMLElement, how?: import("../dom/view.js").How) => void} show
 * @property {(place: import("./way-back.js").Place, isNew: boolean) => void} step
 * @property {() => void} leave
 * @property {() => void} reopen
 * @property {() => void} erase
 * @property {(start: Partial<Mock>) => void} begin another
 * @property {(moment: string) => string} day
 */

export class Sitting {
  /** @type {RunningView | null} */ #running = null;
  /** @type {Voice | null} */ #voice = null;
  /** @type {Replay | null} */ #replay = null;
  /** @type {Promise<void>} */ #measured = Promise.resolve();
  /** @type {Stage | null} */ #shown = null;
  #isOver = false;

  /** @param {MockSession} session @param {Page} page */
  constructor(session, page) {
    this.session = session;
    this.page = page;
    session.addEventListener("takenOver", () => this.#halt(takenOverView({ again: page.reopen, back: page.leave })));
    session.addEventListener("erased", () => this.#halt(erasedView({ again: () => this.#revive(), back: page.leave })));
  }

  /** Stop whatever listens, speaks or runs, and keep what is left to keep. */
  end() {
    this.#isOver = true;
    this.#quiet();
    this.session.leave();
  }

  /** @param {Stage} stage @param {boolean} [focus] */
  show(stage, focus = true) {
    const { session, page } = this;
    const before = this.#shown;
    this.#shown = stage;
    // Back leads out of the first question, not to a clock that was not started.
    page.step({ mock: session.id, stage, turn: stage === "running" ? session.mock.turn : 0 }, focus && before !== "ready");
    this.#quiet();
    if (stage === "ready") page.show(this.#ready(), { focus, only: "" });
    else if (stage === "running") this.#run(false);
    else if (stage === "review") this.#review();
    else page.show(this.#outcome());
  }

  /** Go where the browser's Back leads within it. @param {import("./way-back.js").Place} place */
  went({ stage, turn }) {
    const now = this.session.mock.stage;
    if (this.#running && stage === "running") return this.#running.go(turn);
    if (stage === "ready" && now !== "ready") return this.page.leave();
    if (stage === "running") this.session.save({ turn });
    if (stage === "running" || stage === "review") return this.#to(stage);
    return this.show(now);
  }

  /** @param {Stage} stage */
  #to(stage) {
    this.session.save({ stage });
    this.show(stage);
  }

  /** @returns {HTMLElement} */
  #ready() {
    const { session, page } = this;
    return readyView(session, page.guide.confidence, {
      start: (wish) => this.#start(wish),
      back: page.leave,
      more: [assistant(session.interview, session.store.read().stories, page.guide, page.bank)],
    });
  }

  /** @param {import("./ready.js").Wish} wish */
  async #start({ record, write, confidence, interviewer }) {
    this.session.save({ confidence, interviewer });
    if (record) await this.#listen(write);
    if (!this.#isOver) this.#run(true);
  }

  /** @param {boolean} write whether to write down what is said, too @returns {Promise<Voice>} a voice that may be recorded, or says why not */
  async #listen(write = false) {
    const { session } = this;
    await this.#voice?.end();
    const voice = new Voice(session.id, session.env.steady, session.env.now);
    this.#voice = voice;
    if (write) voice.dictation = new Dictation();
    voice.heard = (turn, words) => session.hear(turn, words);
    const may = await voice.ask();
    if (this.#isOver || this.#voice !== voice) await voice.end();
    else if (may) session.save({ recording: true });
    return voice;
  }

  /** @param {boolean} start */
  #run(start) {
    const { session, page } = this;
    const ticks = lastTicks(page.mocks(), session.mock);
    const interviewer = new Interviewer(session, new Speaker(), (phase) => (session.interview.phases.find((one) => one.id === phase)?.strong ?? []).map((_, at) => ticks.includes(`${phase}-${at + 1}`)));
    const running = new RunningView(session, this.#voice, interviewer, {
      score: () => this.#score(),
      abandon: page.erase,
      record: () => this.#listen(Boolean(this.#voice?.dictation)),
      went: (turn) => page.step({ mock: session.id, stage: "running", turn }, true),
    });
    this.#running = running;
    page.show(running.root);
    if (!start) return;
    page.step({ mock: session.id, stage: "running", turn: session.mock.turn }, false);
    this.#shown = "running";
    running.start();
  }

  async #score() {
    const { session } = this;
    session.clock.pause();
    session.save({ stage: "review", recording: false });
    this.#running?.end();
    await this.#voice?.end();
    if (!this.#isOver) this.show("review");
  }

  #review() {
    const own = this.#own();
    this.page.show(reviewView(this.session, own, { next: () => this.#finish(), back: () => this.#to("running") }));
    this.#measured = own.replay.all.then(async (all) => {
      const voice = await measuredOf(all);
      if (Object.keys(voice).length && !this.#isOver) this.session.save({ voice: { ...this.session.mock.voice, ...voice } });
    });
  }

  async #finish() {
    await this.#measured;
    if (this.#isOver) return;
    this.session.finish();
    this.show("done");
  }

  /** @returns {HTMLElement} */
  #outcome() {
    const { session, page } = this;
    const { walkthrough, questions, wish, seed } = session.mock;
    return outcomeView(session, page.guide, page.mocks(), this.#own(), page.day, {
      again: () => page.begin({ walkthrough, questions, wish, seed }),
      weakest: (asked, minutes) => page.begin({ walkthrough, questions: asked, wish: { ...wish, minutes }, seed }),
      review: () => this.#to("review"),
      give: (notes) => saveSheet(sheetOf(session.id, session.mock, session.interview, { notes })),
      back: page.leave,
      erase: page.erase,
    });
  }

  /** @returns {import("./answer.js").Own} */
  #own() {
    this.#replay = new Replay(this.session.id);
    return { replay: this.#replay, stories: bankTitles(this.session.store.read().stories, this.page.guide, this.page.mocks()), editorial: new Editorial(this.page.guide.editorial) };
  }

  #revive() {
    this.session.revive();
    this.page.reopen();
  }

  /** Nothing goes on, and the page says why. @param {HTMLElement} view */
  #halt(view) {
    if (this.#isOver) return;
    this.session.clock.pause();
    this.#quiet();
    this.page.show(view);
  }

  #quiet() {
    this.#running?.end();
    this.#running = null;
    void this.#voice?.end();
    this.#voice = null;
    this.#replay?.end();
    this.#replay = null;
  }
}
