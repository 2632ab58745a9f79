/** The reader's own voice while a mock runs: one recording for each question, kept in this browser and sent nowhere. */
import * as recordings from "../keep/recordings.js";
import { Level } from "./level.js";

/**
 * What became of the microphone: "lost" where it went away, "muted" where it gives nothing for the moment, "broken" where the
 * recorder stopped by itself; "refused", "missing", "busy", "insecure" and "unable" where it never came.
 * @typedef {"off" | "asking" | "on" | "muted" | "lost" | "broken" | "refused" | "missing" | "busy" | "insecure" | "unable" | "full" | "gone"} State
 */

const SLICE = 4000;
const BITS_A_SECOND = 32_000;
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
/** @type {Record<string, State>} by the name of the error */
const REASONS = { NotAllowedError: "refused", NotFoundError: "missing", OverconstrainedError: "missing", NotReadableError: "busy", AbortError: "busy", SecurityError: "insecure" };

/** @returns {"" | "insecure" | "unable"} why this browser can record nothing here, or nothing */
export function whyNot() {
  if (typeof navigator.mediaDevices?.getUserMedia !== "function") return globalThis.isSecureContext ? "unable" : "insecure";
  return typeof MediaRecorder === "function" && typeof indexedDB === "object" ? "" : "unable";
}

/** Emits "state" when it changes, and "level" several times a second while it listens. It never throws: an interview goes on without it. */
export class Voice extends EventTarget {
  /** @type {MediaStream | null} */ #stream = null;
  /** @type {MediaRecorder | null} */ #recorder = null;
  /** @type {Level | null} */ #level = null;
  /** @type {Promise<unknown>} */ #writing = Promise.resolve();

  /** @param {string} mock @param {() => number} steady milliseconds that only grow @param {() => Date} now */
  constructor(mock, steady, now) {
    super();
    this.mock = mock;
    this.steady = steady;
    this.now = now;
    /** @type {State} */
    this.state = "off";
    /** Writes down what is said, where that is wanted. @type {import("./dictation.js").Dictation | null} */
    this.dictation = null;
    /** @type {(turn: string, words: string) => void} what was written down of an answer */
    this.heard = () => {};
  }

  /** @returns {boolean} whether it is being recorded */
  get isOn() {
    return this.state === "on" || this.state === "muted";
  }

  /** @returns {Level | null} how loud it is, while it listens */
  get level() {
    return this.isOn ? this.#level : null;
  }

  /** @returns {MediaStreamTrack | undefined} what is heard */
  get track() {
    return this.#stream?.getAudioTracks()[0];
  }

  /** Ask for the microphone. @returns {Promise<boolean>} whether it may be used */
  async ask() {
    if (this.track?.readyState === "live") return true;
    const not = whyNot();
    if (not) return this.#say(not);
    this.#say("asking");
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (error) {
      return this.#say(REASONS[error instanceof Error ? error.name : ""] ?? "unable");
    }
    const { track } = this;
    if (!track) return this.#say("missing");
    track.addEventListener("ended", () => this.#lost(track));
    track.addEventListener("mute", () => this.state === "on" && this.#say("muted"));
    track.addEventListener("unmute", () => this.state === "muted" && this.#say("on"));
    this.#level = new Level(this.#stream, this.steady, () => this.dispatchEvent(new Event("level")));
    this.#say("off");
    return true;
  }

  /** Record what is said from here on, as the answer to one question. @param {string} turn @param {string} label */
  record(turn, label) {
    this.rest();
    if (!this.#stream) return;
    if (this.track?.readyState !== "live") return void this.#say("lost");
    try {
      this.#record(this.#stream, turn, label);
    } catch {
      this.#say("broken");
    }
  }

  /** @param {MediaStream} stream @param {string} turn @param {string} label */
  #record(stream, turn, label) {
    const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND, ...(type ? { mimeType: type } : {}) });
    const made = this.now().toISOString();
    const began = this.steady();
    const id = `${this.mock}:${turn}:${made}`;
    let at = 0;
    recorder.ondataavailable = ({ data }) => {
      if (!data.size) return;
      const slice = at++;
      const seconds = (this.steady() - began) / 1000;
      this.#write(async () => {
        const kept = await recordings.add(id, slice, data, seconds);
        if (kept !== "kept") this.#stop(kept);
      });
    };
    recorder.onerror = () => this.#recorder === recorder && this.#stop("broken");
    recorder.onstop = () => this.#recorder === recorder && this.#stop(this.track?.readyState === "live" ? "broken" : "lost");
    recorder.start(SLICE);
    this.#write(async () => {
      if (!(await recordings.begin({ id, mock: this.mock, made, seconds: 0, label, turn, type: recorder.mimeType }))) this.#stop("full");
    });
    this.#recorder = recorder;
    this.#level?.listen();
    if (this.track) this.dictation?.start(this.track, (words) => this.heard(turn, words));
    this.#say(this.track?.muted ? "muted" : "on");
  }

  /** Write down what was said since the last slice, as the page may be closed. */
  flush() {
    if (this.#recorder?.state === "recording") this.#recorder.requestData();
  }

  /** Stop recording, and keep the microphone for the next question. @returns {Promise<unknown>} done once all is written */
  async rest() {
    const recorder = this.#recorder;
    this.#recorder = null;
    this.#level?.rest();
    this.dictation?.stop();
    if (this.isOn) this.#say("off");
    if (!recorder || recorder.state === "inactive") return this.#writing;
    const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
    recorder.stop();
    await ended;
    return this.#writing;
  }

  /** Stop and let the microphone go. @returns {Promise<void>} */
  async end() {
    const stream = this.#stream;
    const rested = this.rest();
    this.#stream = null;
    this.#level?.end();
    this.#level = null;
    await rested;
    for (const track of stream?.getTracks() ?? []) track.stop();
  }

  /** One write after the other: no slice may come before its recording. @param {() => Promise<void>} write */
  #write(write) {
    this.#writing = this.#writing.then(write);
  }

  /** @param {MediaStreamTrack} track */
  #lost(track) {
    if (track === this.track) this.#stop("lost");
  }

  /** Nothing more is recorded, and the state says why. @param {State} state */
  #stop(state) {
    this.rest();
    this.#say(state);
  }

  /** @param {State} state @returns {false} */
  #say(state) {
    if (state !== this.state) {
      this.state = state;
      this.dispatchEvent(new Event("state"));
    }
    return false;
  }
}
