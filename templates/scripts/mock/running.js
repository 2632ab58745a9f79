/** The interview itself: one question, the clock, notes. */
import { button, element, svg } from "../dom/element.js";
import { showSaved } from "../keep/saved.js";
import { t } from "../values/language.js";
import { spoken } from "./clock.js";
import { stoppedInWords } from "./lost-voice.js";
import { paceOf } from "./pace.js";
import { isNarrow, scenario } from "./scenario.js";
import { abandonButton } from "./setup.js";
import { VoiceLine } from "./voice-line.js";

/** @typedef {import("./session.js").MockSession} MockSession */
/** @typedef {import("./voice.js").Voice} Voice */

const TICK = 250;
const SAVE_EVERY = 5000;

/** The view of a running interview; end it before another takes its place. */
export class RunningView {
  /** @type {number} */ #timer = 0;
  #savedAt = 0;
  /** What was said to stop one in this phase. */ #stopped = "";

  /** @param {MockSession} session @param {Voice | null} voice @param {import("./interviewer.js").Interviewer} interviewer @param {{score: () => void, abandon: () => void, record: () => Promise<Voice>, went: (turn: number) => void}} then */
  constructor(session, voice, interviewer, then) {
    this.session = session;
    this.voice = voice;
    this.interviewer = interviewer;
    this.then = then;
    this.where = element("p", { class: "mock__where", id: "mock-where" });
    this.fill = svg("rect", { class: "pace__spent", x: 0, y: 0, width: 0, height: 4 });
    this.bar = svg("svg", { class: "pace", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { class: "pace__ground", width: 100, height: 4 }), this.fill);
    this.spent = element("strong", {});
    this.ends = element("span", {});
    this.nudge = element("p", { class: "mock__nudge", role: "status" });
    this.asks = element("h2", { class: "mock__asks", tabindex: -1, "aria-describedby": "mock-where" });
    this.probes = element("ul", { class: "plain mock__probes", "aria-live": "polite" });
    this.notes = element("textarea", { id: "mock-notes", rows: isNarrow() ? 3 : 5, input: this.#write });
    this.back = button(t("Previous"), () => this.#step(-1));
    this.probe = button(t("Ask the follow-up"), this.#probe);
    this.next = button(t("Next question"), this.#next, { class: "is-main" });
    this.rest = button(t("Pause"), this.#pause);
    this.kept = element("p", { class: "sheet__saved", role: "status" });
    this.line = new VoiceLine(() => this.#record());
    this.line.again.hidden = Boolean(voice) || !session.mock.recording;
    this.root = element(
      "div",
      { class: "mock mock--running" },
      element("div", { class: "mock__head" }, this.where, element("p", { class: "mock__time" }, this.spent, t(" of {minutes}:00", { minutes: session.interview.minutes }), this.ends)),
      this.bar,
      this.nudge,
      this.asks,
      this.probes,
      element("div", { class: "field" }, element("label", { for: "mock-notes" }, t("Notes: figures, names, the words you used")), this.notes, this.kept),
      element("p", { class: "tools mock__move" }, this.back, this.probe, this.next),
      this.line.root,
      element("p", { class: "tools mock__leave" }, this.rest, button(t("Stop here and score"), then.score, { class: "row__button" }), this.line.again, abandonButton(session.interview.title, then.abandon)),
      element("details", { class: "reveal" }, element("summary", {}, t("The scenario again")), scenario(session.interview)),
    );
    session.addEventListener("saved", this.#said);
    addEventListener("pagehide", this.#hide);
    document.addEventListener("visibilitychange", this.#hide);
    this.#show();
    this.line.follow(voice);
    if (!this.line.again.hidden && !voice) this.#lostBefore();
    this.#timer = setInterval(this.#tick, TICK);
  }

  /** Let the clock run, and the recorder. */
  start() {
    this.session.clock.start();
    this.session.save({ stage: "running" });
    this.#begin();
    this.#state();
  }

  /** Stop everything that runs. */
  end() {
    clearInterval(this.#timer);
    removeEventListener("pagehide", this.#hide);
    document.removeEventListener("visibilitychange", this.#hide);
    this.session.removeEventListener("saved", this.#said);
    this.line.follow(null);
    this.interviewer.speaker.stop();
  }

  /** Go to a question; what was noted stays with its own. @param {number} turn from 0 */
  go(turn) {
    this.session.save({ turn: Math.min(Math.max(0, turn), this.session.interview.turns.length - 1) });
    this.#show();
    this.asks.focus({ preventScroll: true });
    scrollTo(0, 0); // to the clock, which stands above the question
    if (this.session.clock.runs) this.#begin();
  }

  #write = () => this.session.note(this.notes.value);

  #probe = () => {
    this.interviewer.follow();
    this.#probed();
    if (this.probe.disabled && document.activeElement === this.probe) this.notes.focus();
  };

  #next = () => {
    if (this.interviewer.followsUp(this.#pace())) this.#probe();
    else if (this.session.isLast) this.then.score();
    else this.#step(1);
  };

  /** @param {number} by */
  #step(by) {
    this.go(this.session.mock.turn + by);
    this.then.went(this.session.mock.turn);
  }

  /** The question is asked, and what is answered is recorded. */
  #begin() {
    const { turn } = this.session;
    this.voice?.record(turn.id, turn.asks);
    this.interviewer.asks();
  }

  #pause = () => {
    if (this.session.clock.runs) {
      this.session.clock.pause();
      this.voice?.rest();
      this.interviewer.speaker.stop();
      this.session.save();
      this.#state();
    } else this.start();
  };

  #show() {
    const { session } = this;
    const { interview, mock } = session;
    const phase = interview.phases.findIndex((one) => one.id === session.turn.phase);
    const single = interview.phases.length === interview.turns.length;
    const question = t("Question {turn} of {turns}.", { turn: mock.turn + 1, turns: interview.turns.length });
    this.where.textContent = single ? question : `${t("Phase {phase} of {phases}: {name}.", { phase: phase + 1, phases: interview.phases.length, name: interview.phases[phase]?.name })} ${question}`;
    this.asks.textContent = session.turn.asks;
    this.notes.value = session.draft.value.notes[session.turn.id] ?? "";
    this.back.disabled = mock.turn === 0;
    this.#stopped = "";
    this.#probed();
    this.#state();
  }

  #probed() {
    const { turn, asked } = this.session;
    this.probes.replaceChildren(...asked.flatMap((at) => turn.probes[at] ?? []).map((one) => element("li", {}, element("span", { class: "facts" }, t("Then they ask: ")), one.asks)));
    const isOver = this.interviewer.next < 0;
    this.probe.disabled = isOver;
    this.probe.textContent = isOver ? (asked.length ? t("No further follow-up") : t("No follow-up to this one")) : asked.length ? t("Ask one more") : t("Ask the follow-up");
    this.#labels();
  }

  #labels() {
    const { manner } = this.interviewer;
    const follows = this.interviewer.followsUp(this.#pace());
    const words = follows ? t("I have answered") : this.session.isLast ? t("That was the last: score it") : t("Next question");
    if (this.next.textContent !== words) this.next.textContent = words;
    // Its place stays, so that what one presses does not move.
    this.probe.classList.toggle("is-away", manner === "silent" || follows);
  }

  /** @returns {import("./pace.js").Pace} */
  #pace() {
    return paceOf(this.session.interview.phases, this.session.turn.phase, this.session.clock.spent);
  }

  #state() {
    const runs = this.session.clock.runs;
    this.rest.textContent = runs ? t("Pause") : this.session.mock.elapsed ? t("Go on") : t("Start the clock");
    this.rest.classList.toggle("is-main", !runs);
    this.rest.classList.toggle("row__button", runs);
    this.next.classList.toggle("is-main", runs);
    this.root.classList.toggle("is-paused", !runs);
    this.#tick();
  }

  #tick = () => {
    const { session } = this;
    const spent = session.clock.spent;
    const pace = this.#pace();
    this.fill.setAttribute("width", String(Math.round(pace.share * 1000) / 10));
    this.bar.setAttribute("class", `pace pace--${pace.warmth}`);
    const ends = session.interview.id === "mix" ? t("This question ends at {spoken}", { spoken: spoken(pace.ends) }) : t("This phase ends at {spoken}", { spoken: spoken(pace.ends) });
    if (this.spent.textContent !== spoken(spent)) this.spent.textContent = spoken(spent);
    if (this.ends.textContent !== ends) this.ends.textContent = ends;
    if (session.clock.runs) this.#interrupt(pace);
    const nudge = !session.clock.runs ? t("Paused at {spoken}. The clock waits for you.", { spoken: spoken(spent) }) : this.interviewer.manner === "silent" ? "" : (pace.over === 0 && this.#stopped) || pace.nudge;
    if (this.nudge.textContent !== nudge) this.nudge.textContent = nudge;
    this.#labels();
    if (session.clock.runs && spent - this.#savedAt >= SAVE_EVERY) {
      this.#savedAt = spent;
      session.save();
    }
  };

  /** What the interviewer does without being asked. @param {import("./pace.js").Pace} pace */
  #interrupt(pace) {
    const { session, interviewer } = this;
    const next = session.interview.phases[session.interview.phases.findIndex((one) => one.id === session.turn.phase) + 1]?.name ?? "";
    this.#stopped = interviewer.stops(pace, next) || this.#stopped;
    if (interviewer.followsUp(pace) && interviewer.hearsTheEnd(this.voice?.level ?? null) && interviewer.follow()) this.#probed();
  }

  #hide = () => {
    this.voice?.flush();
    if (this.session.clock.runs) this.session.save();
  };

  #said = () => showSaved(this.kept, this.session.store.state, this.session.saved, this.session.env.now(), this.session.draft.isDeleted);

  /** Say what became of the recording of a page that was closed. */
  async #lostBefore() {
    const says = await stoppedInWords(this.session.id);
    if (!this.voice) this.line.say(says);
  }

  async #record() {
    this.voice = await this.then.record();
    this.line.follow(this.voice);
    if (this.session.clock.runs) this.voice.record(this.session.turn.id, this.session.turn.asks);
    if (this.line.again.hidden) this.notes.focus();
  }
}
