/** How loud it is at the microphone, and since when nothing was heard. Nothing of it is kept. */

const EVERY = 100;
const HEARD = 0.008;
const LOUD = 0.25;
const SILENT_AFTER = 20_000;

export class Level {
  /** @type {ReturnType<typeof setInterval> | undefined} */ #timer;
  #context;
  #analyser;
  #samples;
  #heardAt = 0;
  /** Of 1, as an ear hears it rather than as a voltmeter. */
  now = 0;
  /** Whether anything was heard since it listens. */
  isHeard = false;

  /** @param {MediaStream} stream @param {() => number} steady milliseconds that only grow @param {() => void} changed */
  constructor(stream, steady, changed) {
    this.steady = steady;
    this.changed = changed;
    this.#context = new AudioContext();
    this.#analyser = this.#context.createAnalyser();
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
  }

  /** @returns {number} for how many milliseconds nothing was heard; 0 where this browser does not let the page know */
  get quietFor() {
    return this.#timer !== undefined && this.#context.state === "running" ? Math.max(0, this.steady() - this.#heardAt) : 0;
  }

  /** @returns {boolean} whether it has been silent for so long that it should be said */
  get isSilent() {
    return this.quietFor >= SILENT_AFTER;
  }

  listen() {
    this.rest();
    void this.#context.resume().catch(() => {});
    this.isHeard = false;
    this.#heardAt = this.steady();
    this.#timer = setInterval(this.#look, EVERY);
  }

  rest() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.now = 0;
  }

  end() {
    this.rest();
    void this.#context.close().catch(() => {});
  }

  #look = () => {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = Math.sqrt(this.#samples.reduce((sum, one) => sum + one * one, 0) / this.#samples.length);
    this.now = Math.sqrt(Math.min(1, power / LOUD));
    if (power >= HEARD) {
      this.#heardAt = this.steady();
      this.isHeard = true;
    }
    this.changed();
  };
}
