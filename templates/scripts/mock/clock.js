/** Time that was really spent, whatever the machine's clock is set to meanwhile. */

/** @param {number} milliseconds @returns {string} minutes and seconds, such as 7:05 */
export function spoken(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export class Clock {
  #spent;
  /** @type {number | null} */
  #since = null;
  #steady;

  /**
   * @param {number} spent milliseconds already spent
   * @param {() => number} steady milliseconds that only ever grow, such as performance.now: never the time of day
   */
  constructor(spent, steady) {
    this.#spent = Math.max(0, spent);
    this.#steady = steady;
  }

  /** @returns {boolean} */
  get runs() {
    return this.#since !== null;
  }

  /** @returns {number} milliseconds spent, without the pauses */
  get spent() {
    return this.#spent + (this.#since === null ? 0 : Math.max(0, this.#steady() - this.#since));
  }

  start() {
    this.#since ??= this.#steady();
  }

  pause() {
    this.#spent = this.spent;
    this.#since = null;
  }
}
