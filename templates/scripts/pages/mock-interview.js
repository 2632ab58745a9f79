/** The page "Mock interview": pick, run on the clock, score, read the result. Everything stays in this browser. */
import { whenFree } from "../dom/free.js";
import { showError, showView } from "../dom/view.js";
import { siteData } from "../keep/data.js";
import * as recordings from "../keep/recordings.js";
import { store } from "../keep/site.js";
import { loopWants } from "../loop/wants.js";
import { assistant } from "../mock/assistant.js";
import { drawMix, fitting, interviewFor } from "../mock/mix.js";
import { missingView, takenOverView } from "../mock/notices.js";
import { outcomeView } from "../mock/outcome.js";
import { readyView } from "../mock/ready.js";
import { asMock, MIX } from "../mock/record.js";
import { mistakesView, scoreView, ticksView } from "../mock/review.js";
import { RunningView } from "../mock/running.js";
import { MockSession } from "../mock/session.js";
import { setupView } from "../mock/setup.js";
import { Voice } from "../mock/voice.js";
import { dayInWords } from "../values/days.js";

/** @typedef {import("../mock/record.js").Mock} Mock */
/** @typedef {import("../mock/record.js").Stage} Stage */
/** @typedef {import("../mock/interview.js").Interview} Interview */

const TAB = crypto.getRandomValues(new Uint32Array(2)).join("-");
const env = { steady: () => performance.now(), now: () => new Date(), tab: TAB };

/** @param {string} moment as ISO 8601 @returns {string} its day; nothing where it is none */
function inWords(moment) {
  return Number.isNaN(Date.parse(moment)) ? "" : dayInWords(new Date(moment));
}

class MockInterview extends HTMLElement {
  /** @type {MockSession | null} */ session = null;
  /** @type {RunningView | null} */ running = null;
  /** @type {Voice | null} */ voice = null;

  async connectedCallback() {
    try {
      const [walkthroughs, questions, guide] = await Promise.all([siteData("walkthroughs"), siteData("questions"), siteData("guide")]);
      /** @type {any[]} */
      this.walkthroughs = walkthroughs.walkthroughs;
      /** @type {import("../keep/data.js").Question[]} */
      this.bank = questions.questions;
      this.guide = guide;
      this.wants = await loopWants("walkthroughs");
    } catch (error) {
      return showError(this, error);
    }
    if (!this.isConnected) return;
    for (const place of document.querySelectorAll("[data-without-script]")) /** @type {HTMLElement} */ (place).hidden = true;
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (this.walkthroughs.some((walk) => walk.id === wanted)) this.#choose(wanted, false);
    else this.#setup(false);
    store().addEventListener("change", this.#changed);
  }

  disconnectedCallback() {
    this.#stop();
    store().removeEventListener("change", this.#changed);
  }

  /** @returns {Record<string, Mock>} every session that was kept */
  get mocks() {
    return Object.fromEntries(Object.entries(store().read().mocks).map(([id, item]) => [id, asMock(item)]));
  }

  /** Show what another tab, or an import, changed in the list of sessions. */
  #changed = () => {
    whenFree(this, () => void (this.session || this.contains(document.activeElement) || this.#setup(false)));
  };

  #stop() {
    this.running?.end();
    this.running = null;
    this.voice?.end();
    this.voice = null;
    this.session?.leave();
    this.session = null;
  }

  #setup(focus = true) {
    this.#stop();
    showView(
      this,
      setupView({
        walkthroughs: this.walkthroughs ?? [],
        guide: { ...this.guide, levels: this.guide.levels.filter((/** @type {{id: string}} */ level) => this.bank?.some((one) => one.levels.includes(level.id))) },
        mocks: this.mocks,
        wants: this.wants ?? new Map(),
        fitting: (wish) => fitting(this.bank ?? [], wish).length,
        choose: (id) => this.#choose(id),
        draw: (wish) => {
          const seed = String(crypto.getRandomValues(new Uint32Array(1))[0]);
          this.#begin({ walkthrough: MIX, questions: drawMix(this.bank ?? [], wish, seed), wish, seed });
        },
        open: (id) => this.#open(id),
        abandon: (id) => this.#erase(id),
        day: (moment) => inWords(moment),
      }),
      { focus },
    );
  }

  /** @param {string} walkthrough @param {boolean} [focus] */
  #choose(walkthrough, focus = true) {
    this.#begin({ walkthrough }, focus);
  }

  /** @param {Partial<Mock>} start @param {boolean} [focus] */
  #begin(start, focus = true) {
    const now = env.now();
    const mock = asMock({ ...start, started: now.toISOString() });
    const interview = this.#interview(mock);
    if (!interview) return;
    mock.title = interview.title;
    this.#sit(`${mock.walkthrough}:${now.getTime()}`, mock, interview, focus);
  }

  /** @param {string} id */
  #open(id) {
    const mock = this.mocks[id];
    const interview = mock && this.#interview(mock);
    if (mock && interview) this.#sit(id, mock, interview);
    else this.#missing(id);
  }

  /** @param {string} id @param {Mock} mock @param {Interview} interview @param {boolean} [focus] */
  #sit(id, mock, interview, focus = true) {
    this.#stop();
    this.session = new MockSession(id, mock, interview, store(), env);
    this.session.addEventListener("takenOver", () => this.#takenOver());
    // Whoever opened it last goes on with it.
    if (mock.saved && mock.stage !== "done") this.session.save();
    this.#stage(mock.stage, focus);
  }

  /** @param {Mock} mock @returns {Interview | null} nothing where the handbook no longer has it */
  #interview(mock) {
    return interviewFor(mock, this.walkthroughs ?? [], this.bank ?? []);
  }

  /** @param {HTMLElement} view of one interview, and nothing else on the page @param {import("../dom/view.js").How} [how] */
  #show(view, how) {
    showView(this, view, { only: this.session?.mock.title ?? "", ...how });
  }

  /** @param {Stage} stage @param {boolean} [focus] */
  #stage(stage, focus = true) {
    const session = this.session;
    if (!session) return;
    const to = (/** @type {Stage} */ next) => () => {
      session.save({ stage: next });
      this.#stage(next);
    };
    if (stage === "ready") this.#show(readyView(session, this.guide.confidence, { start: (record) => this.#start(record), back: () => this.#setup(), brief: assistant(session.interview, store().read().stories, this.guide, this.bank ?? []) }), { focus, only: "" });
    else if (stage === "running") this.#run(false);
    else if (stage === "ticks") this.#show(ticksView(session, to("score")));
    else if (stage === "score") this.#show(scoreView(session, { next: to("mistakes"), back: to("ticks") }));
    else if (stage === "mistakes") this.#show(mistakesView(session, { next: () => this.#finish(), back: to("score") }));
    else this.#result();
  }

  /** @param {boolean} record */
  async #start(record) {
    const session = this.session;
    if (!session) return;
    if (record) {
      await this.#listen(session);
      if (this.session !== session) return;
    }
    this.#run(true);
  }

  /** @param {MockSession} session @returns {Promise<Voice>} a voice that may be recorded, or says why not */
  async #listen(session) {
    const voice = new Voice(session.id, env.steady, env.now);
    const may = await voice.ask();
    if (this.session !== session) await voice.end();
    else {
      this.voice = voice;
      if (may) session.save({ recording: true });
    }
    return voice;
  }

  /** @param {boolean} start */
  #run(start) {
    const session = this.session;
    if (!session) return;
    const running = new RunningView(session, this.voice, { score: () => this.#score(), abandon: () => this.#erase(session.id), record: () => this.#listen(session) });
    this.running = running;
    if (start) running.start();
    this.#show(running.root);
  }

  async #score() {
    const { session, running, voice } = this;
    if (!session || !running) return;
    session.clock.pause();
    session.save({ stage: "ticks", recording: false });
    running.end();
    this.running = null;
    await voice?.end();
    this.voice = null;
    this.#stage("ticks");
  }

  #finish() {
    this.session?.finish();
    this.#result();
  }

  #result() {
    const session = this.session;
    if (!session) return;
    const { walkthrough, questions, wish, seed } = session.mock;
    this.#show(
      outcomeView(session, this.guide, this.mocks, (moment) => inWords(moment), {
        again: () => this.#begin({ walkthrough, questions, wish, seed }),
        weakest: (asked, minutes) => this.#begin({ walkthrough, questions: asked, wish: { ...wish, minutes }, seed }),
        back: () => this.#setup(),
        erase: () => this.#erase(session.id),
      }),
    );
  }

  /** @param {string} id */
  async #erase(id) {
    this.#stop();
    store().remove("mocks", id);
    this.#setup();
    for (const one of await recordings.list(id)) await recordings.remove(one.id);
  }

  /** Another tab goes on with this session. */
  #takenOver() {
    const id = this.session?.id ?? "";
    this.#stop();
    this.#show(takenOverView({ again: () => this.#open(id), back: () => this.#setup() }));
  }

  /** @param {string} id */
  #missing(id) {
    this.#show(missingView(this.mocks[id], this.guide.pages.walkthroughs, { back: () => this.#setup(), erase: () => this.#erase(id) }));
  }
}

if (!customElements.get("mock-interview")) customElements.define("mock-interview", MockInterview);
