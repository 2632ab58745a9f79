/** The page "Mock interview": pick, run on the clock, look back and score, read the result. Everything stays in this browser. */
import { whenFree } from "../dom/free.js";
import { showError, showView } from "../dom/view.js";
import { decoded } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import * as recordings from "../keep/recordings.js";
import { store } from "../keep/site.js";
import { loopWants } from "../loop/wants.js";
import { friendDesk } from "../mock/friend-desk.js";
import { askable, giveStory, openSheet } from "../mock/friend-flow.js";
import { drawMix, fitting, interviewFor } from "../mock/mix.js";
import { missingView } from "../mock/notices.js";
import { levelOf } from "../mock/reader-level.js";
import { asMock, isOnlyLookedAt, lastInterviewer, MIX } from "../mock/record.js";
import { MockSession } from "../mock/session.js";
import { setupView } from "../mock/setup.js";
import { Sitting } from "../mock/sitting.js";
import { WayBack } from "../mock/way-back.js";
import { dayInWords } from "../values/days.js";

/** @typedef {import("../mock/record.js").Mock} Mock */
/** @typedef {import("../mock/interview.js").Interview} Interview */

const TAB = crypto.getRandomValues(new Uint32Array(2)).join("-");
const env = { steady: () => performance.now(), now: () => new Date(), tab: TAB };

/** @param {string} moment as ISO 8601 @returns {string} its day; nothing where it is none */
function inWords(moment) {
  return Number.isNaN(Date.parse(moment)) ? "" : dayInWords(new Date(moment));
}

class MockInterview extends HTMLElement {
  /** @type {Sitting | null} */ sitting = null;
  #gone = new AbortController();
  #back = new WayBack((place) => this.#went(place), this.#gone.signal);

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
    const wanted = decoded(location.hash.slice(1));
    if (this.walkthroughs.some((walk) => walk.id === wanted)) this.#begin({ walkthrough: wanted }, false);
    else this.#setup(false);
    store().addEventListener("change", this.#changed);
  }

  disconnectedCallback() {
    this.#stop();
    this.#gone.abort();
    store().removeEventListener("change", this.#changed);
  }

  /** @returns {Record<string, Mock>} every session that was kept */
  get mocks() {
    return Object.fromEntries(Object.entries(store().read().mocks).map(([id, item]) => [id, asMock(item)]));
  }

  /** @returns {import("../mock/friend-flow.js").Around} */
  get around() {
    return { store: store(), guide: this.guide, bank: this.bank ?? [], now: env.now, show: (view) => this.#alone(view), close: () => this.#setup(), result: (id) => this.#open(id) };
  }

  /** Show what another tab, or an import, changed in the list of sessions. */
  #changed = () => {
    whenFree(this, () => void (this.sitting || this.contains(document.activeElement) || !this.querySelector("#choose") || this.#setup(false)));
  };

  #stop() {
    this.sitting?.end();
    this.sitting = null;
  }

  #setup(focus = true) {
    this.#stop();
    this.#back.step(null);
    const { guide } = this;
    for (const [id, mock] of Object.entries(this.mocks)) if (isOnlyLookedAt(mock, TAB, env.now())) store().remove("mocks", id);
    const view = setupView({
      walkthroughs: this.walkthroughs ?? [],
      guide: { ...guide, levels: guide.levels.filter((/** @type {{id: string}} */ level) => this.bank?.some((one) => one.levels.includes(level.id))) },
      mocks: this.mocks,
      wants: this.wants ?? new Map(),
      level: levelOf(store().read(), this.mocks, this.walkthroughs ?? []),
      friend: friendDesk(askable(store().read().stories, this.around), { open: (text) => openSheet(text, this.around), give: (story) => giveStory(story, this.around) }),
      fitting: (wish) => fitting(this.bank ?? [], wish).length,
      choose: (walkthrough, level) => this.#begin({ walkthrough, wish: { competency: "", level, minutes: 0 } }),
      draw: (wish) => {
        const seed = String(crypto.getRandomValues(new Uint32Array(1))[0]);
        this.#begin({ walkthrough: MIX, questions: drawMix(this.bank ?? [], wish, seed), wish, seed });
      },
      open: (id) => this.#open(id),
      abandon: (id) => this.#erase(id),
      day: inWords,
    });
    showView(this, view, { focus });
  }

  /** @param {Partial<Mock>} start @param {boolean} [focus] */
  #begin(start, focus = true) {
    const now = env.now();
    const mock = asMock({ interviewer: lastInterviewer(this.mocks), ...start, started: now.toISOString() });
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
    else this.#alone(missingView(mock, this.guide.pages.walkthroughs, { back: () => this.#setup(), erase: () => this.#erase(id) }));
  }

  /** @param {string} id @param {Mock} mock @param {Interview} interview @param {boolean} [focus] */
  #sit(id, mock, interview, focus = true) {
    this.#stop();
    const session = new MockSession(id, mock, interview, store(), env);
    this.sitting = new Sitting(session, {
      guide: this.guide,
      bank: this.bank ?? [],
      mocks: () => this.mocks,
      show: (view, how) => showView(this, view, { only: session.mock.title, ...how }),
      step: (place, isNew) => this.#back.step(place, isNew),
      leave: () => this.#setup(),
      reopen: () => this.#open(id),
      erase: () => void this.#erase(id),
      begin: (start) => this.#begin(start),
      day: inWords,
    });
    // Whoever opened it last goes on with it.
    if (mock.saved && mock.stage !== "done") session.save();
    this.sitting.show(mock.stage, focus);
  }

  /** @param {Mock} mock @returns {Interview | null} nothing where the handbook no longer has it */
  #interview(mock) {
    return interviewFor(mock, this.walkthroughs ?? [], this.bank ?? [], this.guide.rubric);
  }

  /** @param {HTMLElement} view of no interview that is sat */
  #alone(view) {
    this.#stop();
    showView(this, view, { only: "" });
  }

  /** The browser's Back or Forward leads somewhere. @param {import("../mock/way-back.js").Place | null} place */
  #went(place) {
    const { sitting } = this;
    if (place && sitting?.session.id === place.mock) sitting.went(place);
    else if (place && Object.hasOwn(this.mocks, place.mock)) this.#open(place.mock);
    else if (sitting || !this.querySelector("#choose")) this.#setup();
  }

  /** @param {string} id */
  async #erase(id) {
    this.#stop();
    store().remove("mocks", id);
    this.#setup();
    await recordings.removeOf(id).catch(() => {});
  }
}

if (!customElements.get("mock-interview")) customElements.define("mock-interview", MockInterview);
