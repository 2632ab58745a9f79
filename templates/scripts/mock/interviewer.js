/** What the interviewer does by itself: asks aloud, follows up once an answer is over, and stops one near the end of a phase. */
import { t } from "../values/language.js";
import { nextProbe } from "./probes.js";

/** @typedef {import("./session.js").MockSession} MockSession */
/** @typedef {import("./level.js").Level} Level */

/** An answer is over when one spoke for a while and then was silent for longer than one thinks. */
const SPOKE = 20_000;
const SILENT = 5000;
const NEAR_THE_END = 2;

export class Interviewer {
  /** @type {Set<string>} phases near whose end one was stopped */ #stopped = new Set();
  #askedAt = 0;

  /** @param {MockSession} session @param {import("./speaker.js").Speaker} speaker @param {(turn: string) => boolean[]} said which of a phase's points one ticked the last time */
  constructor(session, speaker, said) {
    this.session = session;
    this.speaker = speaker;
    this.said = said;
  }

  /** @returns {import("./record.js").Manner} */
  get manner() {
    return this.session.mock.interviewer.manner;
  }

  /** Ask the question one is at, aloud where that is wanted. */
  asks() {
    this.#askedAt = this.session.clock.spent;
    this.says(this.session.turn.asks);
  }

  /** @param {string} words */
  says(words) {
    if (this.session.mock.interviewer.aloud) this.speaker.say(words, this.session.mock.interviewer);
  }

  /** @returns {number} the follow-up to ask next; -1 where none is left */
  get next() {
    const { interview, mock, turn, asked } = this.session;
    const strong = interview.phases.find((one) => one.id === turn.phase)?.strong ?? [];
    return nextProbe(turn.probes, asked, { strong, said: this.said(turn.phase), words: `${mock.notes[turn.id] ?? ""} ${mock.transcripts[turn.id] ?? ""}` });
  }

  /** Ask the follow-up that fits best. @returns {boolean} whether there was one */
  follow() {
    const at = this.next;
    const probe = this.session.turn.probes[at];
    if (!probe) return false;
    this.session.probe(at);
    this.says(probe.asks);
    return true;
  }

  /** @param {import("./pace.js").Pace} pace @returns {boolean} whether a follow-up comes before one may go on */
  followsUp(pace) {
    return this.manner === "interrupts" && !this.session.asked.length && pace.over === 0 && this.session.turn.probes.length > 0;
  }

  /** @param {Level | null} level @returns {boolean} whether the answer seems to be over, as far as one can hear */
  hearsTheEnd(level) {
    return Boolean(level?.isHeard) && (level?.quietFor ?? 0) >= SILENT && this.session.clock.spent - this.#askedAt >= SPOKE + SILENT;
  }

  /** @param {import("./pace.js").Pace} pace @param {string} next the name of the phase that comes @returns {string} what it says to stop one, once in each phase; else nothing */
  stops(pace, next) {
    const { phase } = this.session.turn;
    if (this.manner !== "interrupts" || pace.warmth < NEAR_THE_END || this.#stopped.has(phase)) return "";
    this.#stopped.add(phase);
    const words = t("Let me stop you there. {next}", { next: next ? t("I would like to get to “{next}”: one more sentence, please.", { next }) : t("We are nearly out of time: one last sentence, please.") });
    this.says(words);
    return words;
  }
}
