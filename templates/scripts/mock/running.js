/** The interview itself: one question, the clock, notes. */
import { button, element, svg } from "../dom/element.js";
import { showSaved } from "../keep/saved.js";
import { spoken } from "./clock.js";
import { stoppedInWords } from "./lost-voice.js";
import { paceOf } from "./pace.js";
import { scenario } from "./scenario.js";
import { abandonButton } from "./setup.js";

/** @typedef {import("./session.js").MockSession} MockSession */
/** @typedef {import("./voice.js").Voice} Voice */

const TICK = 250;
const SAVE_EVERY = 5000;
const VOICE_SAYS = {
  off: "",
  asking: "Waiting for your leave to use the microphone.",
  on: "Recording, for this browser only.",
  refused: "The microphone was refused, so nothing is recorded.",
  full: "This browser has no room for more of the recording.",
};

/** The view of a running interview; end it before another takes its place. */
export class RunningView {
  /** @type {number} */ #timer = 0;
  #savedAt = 0;

  /** @param {MockSession} session @param {Voice | null} voice @param {{score: () => void, abandon: () => void, record: () => Promise<Voice>}} then */
  constructor(session, voice, then) {
    this.session = session;
    this.voice = voice;
    this.where = element("p", { class: "mock__where" });
    this.fill = svg("rect", { class: "pace__spent", x: 0, y: 0, width: 0, height: 4 });
    this.bar = svg("svg", { class: "pace", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { class: "pace__ground", width: 100, height: 4 }), this.fill);
    this.spent = element("strong", {});
    this.ends = element("span", {});
    this.nudge = element("p", { class: "mock__nudge", role: "status" });
    this.asks = element("h2", { class: "mock__asks", tabindex: -1 });
    this.probes = element("ul", { class: "plain mock__probes", "aria-live": "polite" });
    this.notes = element("textarea", { id: "mock-notes", rows: 5, input: this.#write });
    this.back = button("Previous", () => this.#go(this.session.mock.turn - 1));
    this.probe = button("Ask the follow-up", this.#probe);
    this.next = button("Next question", () => (this.session.isLast ? then.score() : this.#go(this.session.mock.turn + 1)), { class: "is-main" });
    this.rest = button("Pause", this.#pause);
    this.kept = element("p", { class: "sheet__saved", role: "status" });
    this.voiceLine = element("p", { class: "mock__voice", role: "status" });
    this.again = button("Record again", () => this.#record(then.record), { hidden: Boolean(voice) || !session.mock.recording });
    this.root = element(
      "div",
      { class: "mock mock--running" },
      element("div", { class: "mock__head" }, this.where, element("p", { class: "mock__time" }, this.spent, ` of ${session.interview.minutes}:00`, this.ends)),
      this.bar,
      this.nudge,
      this.asks,
      this.probes,
      element("div", { class: "field" }, element("label", { for: "mock-notes" }, "Notes: figures, names, the words you used"), this.notes, this.kept),
      element("p", { class: "tools mock__move" }, this.back, this.probe, this.next),
      this.voiceLine,
      element("p", { class: "tools mock__leave" }, this.rest, button("Stop here and score", then.score), this.again, abandonButton(session.interview.title, then.abandon)),
      element("details", { class: "reveal" }, element("summary", {}, "The scenario again"), scenario(session.interview)),
    );
    session.addEventListener("saved", this.#said);
    session.addEventListener("deleted", this.#said);
    voice?.addEventListener("state", this.#heard);
    addEventListener("pagehide", this.#hide);
    document.addEventListener("visibilitychange", this.#hide);
    this.#show();
    this.#heard();
    if (!this.again.hidden) this.#stopped();
    this.#timer = setInterval(this.#tick, TICK);
  }

  /** Let the clock run, and the recorder. */
  start() {
    this.session.clock.start();
    this.session.save({ stage: "running" });
    this.voice?.record(this.session.turn.id, this.session.turn.asks);
    this.#state();
  }

  /** Stop everything that runs. */
  end() {
    clearInterval(this.#timer);
    removeEventListener("pagehide", this.#hide);
    document.removeEventListener("visibilitychange", this.#hide);
    this.session.removeEventListener("saved", this.#said);
    this.session.removeEventListener("deleted", this.#said);
    this.voice?.removeEventListener("state", this.#heard);
  }

  #write = () => this.session.note(this.notes.value);

  #probe = () => {
    this.session.save({ probes: this.session.mock.probes + 1 });
    this.#probed();
    if (this.probe.disabled) this.notes.focus();
  };

  /** @param {number} turn */
  #go(turn) {
    this.session.save({ turn: Math.max(0, turn), probes: 0 });
    if (this.session.clock.runs) this.voice?.record(this.session.turn.id, this.session.turn.asks);
    this.#show();
    this.asks.focus();
  }

  #pause = () => {
    if (this.session.clock.runs) {
      this.session.clock.pause();
      this.voice?.rest();
      this.session.save();
      this.#state();
    } else this.start();
  };

  #show() {
    const { session } = this;
    const { interview, mock } = session;
    const phase = interview.phases.findIndex((one) => one.id === session.turn.phase);
    const single = interview.phases.length === interview.turns.length;
    const within = single ? "" : ` Question ${mock.turn + 1} of ${interview.turns.length}.`;
    this.where.textContent = `${single ? "Question" : "Phase"} ${phase + 1} of ${interview.phases.length}${single ? "." : `: ${interview.phases[phase]?.name}.`}${within}`;
    this.asks.textContent = session.turn.asks;
    this.notes.value = mock.notes[session.turn.id] ?? "";
    this.next.textContent = session.isLast ? "That was the last: score it" : "Next question";
    this.back.disabled = mock.turn === 0;
    this.#probed();
    this.#state();
  }

  #probed() {
    const { probes } = this.session.turn;
    const shown = Math.min(this.session.mock.probes, probes.length);
    this.probes.replaceChildren(...probes.slice(0, shown).map((one) => element("li", {}, element("span", { class: "facts" }, "Then they ask: "), one.asks)));
    this.probe.disabled = shown >= probes.length;
    this.probe.textContent = shown && shown < probes.length ? "Ask one more" : "Ask the follow-up";
  }

  #state() {
    const runs = this.session.clock.runs;
    this.rest.textContent = runs ? "Pause" : this.session.mock.elapsed ? "Go on" : "Start the clock";
    this.rest.classList.toggle("is-main", !runs);
    this.next.classList.toggle("is-main", runs);
    this.root.classList.toggle("is-paused", !runs);
    this.#tick();
  }

  #tick = () => {
    const { session } = this;
    const spent = session.clock.spent;
    const pace = paceOf(session.interview.phases, session.turn.phase, spent);
    this.fill.setAttribute("width", String(Math.round(pace.share * 1000) / 10));
    this.bar.setAttribute("class", `pace pace--${pace.warmth}`);
    const ends = `This ${session.interview.id === "mix" ? "question" : "phase"} ends at ${spoken(pace.ends)}`;
    if (this.spent.textContent !== spoken(spent)) this.spent.textContent = spoken(spent);
    if (this.ends.textContent !== ends) this.ends.textContent = ends;
    const nudge = session.clock.runs ? pace.nudge : `Paused at ${spoken(spent)}. The clock waits for you.`;
    if (this.nudge.textContent !== nudge) this.nudge.textContent = nudge;
    if (session.clock.runs && spent - this.#savedAt >= SAVE_EVERY) {
      this.#savedAt = spent;
      session.beat();
    }
  };

  #hide = () => {
    this.voice?.flush();
    if (this.session.clock.runs) this.session.beat();
  };

  #said = () => showSaved(this.kept, this.session.store.state, this.session.saved, this.session.env.now(), this.session.draft.isDeleted);

  /** Say what became of the recording of a page that was closed. */
  async #stopped() {
    const says = await stoppedInWords(this.session.id);
    if (!this.voice) this.voiceLine.textContent = says;
  }

  /** @param {() => Promise<Voice>} ask */
  async #record(ask) {
    this.again.disabled = true;
    const voice = await ask();
    this.again.disabled = false;
    this.voice?.removeEventListener("state", this.#heard);
    this.voice = voice;
    voice.addEventListener("state", this.#heard);
    this.again.hidden = voice.state !== "refused";
    if (this.session.clock.runs) voice.record(this.session.turn.id, this.session.turn.asks);
    this.#heard();
    if (this.again.hidden) this.notes.focus();
  }

  #heard = () => {
    this.voiceLine.textContent = VOICE_SAYS[this.voice?.state ?? "off"];
  };
}
