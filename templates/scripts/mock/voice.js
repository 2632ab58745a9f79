/** The reader's own voice while a mock runs: one recording for each question, kept in this browser and sent nowhere. */
import * as recordings from "../keep/recordings.js";

/** @typedef {"off" | "asking" | "on" | "refused" | "full"} State */

const SLICE = 4000;
const BITS_A_SECOND = 32_000;
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

/** @returns {boolean} whether this browser can record here; it cannot on an address without TLS */
export function canRecord() {
  return typeof MediaRecorder === "function" && typeof navigator.mediaDevices?.getUserMedia === "function" && typeof indexedDB === "object";
}

/** Emits "state". */
export class Voice extends EventTarget {
  /** @type {MediaStream | null} */
  #stream = null;
  /** @type {MediaRecorder | null} */
  #recorder = null;
  /** @type {Promise<unknown>} */
  #writing = Promise.resolve();

  /** @param {string} mock @param {() => number} steady milliseconds that only grow @param {() => Date} now */
  constructor(mock, steady, now) {
    super();
    this.mock = mock;
    this.steady = steady;
    this.now = now;
    /** @type {State} */
    this.state = "off";
  }

  /** Ask for the microphone. @returns {Promise<boolean>} whether it may be used */
  async ask() {
    if (this.#stream) return true;
    this.#say("asking");
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      this.#say("off");
      return true;
    } catch {
      this.#say("refused");
      return false;
    }
  }

  /** Record what is said from here on, as the answer to one question. @param {string} turn @param {string} label */
  record(turn, label) {
    this.rest();
    if (!this.#stream) return;
    const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
    const recorder = new MediaRecorder(this.#stream, { audioBitsPerSecond: BITS_A_SECOND, ...(type ? { mimeType: type } : {}) });
    const made = this.now().toISOString();
    const began = this.steady();
    const id = `${this.mock}:${turn}:${made}`;
    /** @type {Blob[]} */
    const pieces = [];
    recorder.ondataavailable = (event) => {
      if (!event.data.size) return;
      pieces.push(event.data);
      const blob = new Blob(pieces, { type: recorder.mimeType });
      const seconds = Math.round((this.steady() - began) / 1000);
      // One write after the other: a longer piece must never be overtaken by a shorter one.
      this.#writing = this.#writing.then(async () => {
        if (!(await recordings.put({ id, mock: this.mock, made, seconds, blob, label }))) this.#say("full");
      });
    };
    recorder.start(SLICE);
    this.#recorder = recorder;
    this.#say("on");
  }

  /** Write down what was said since the last piece, as the page may be closed. */
  flush() {
    if (this.#recorder?.state === "recording") this.#recorder.requestData();
  }

  /** Stop recording, and keep the microphone for the next question. @returns {Promise<unknown>} done once all is written */
  async rest() {
    const recorder = this.#recorder;
    this.#recorder = null;
    if (!recorder || recorder.state === "inactive") return this.#writing;
    const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
    recorder.stop();
    if (this.state === "on") this.#say("off");
    await ended;
    return this.#writing;
  }

  /** Stop and let the microphone go. @returns {Promise<void>} */
  async end() {
    await this.rest();
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
  }

  /** @param {State} state */
  #say(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
