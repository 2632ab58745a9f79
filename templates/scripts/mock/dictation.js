/**
 * What is said, written down by the browser, where it does so on this device. Where it would send the voice away, or does
 * not say what it does, it is never asked.
 */

/** @typedef {EventTarget & {lang: string, continuous: boolean, interimResults: boolean, processLocally: boolean, start(track?: MediaStreamTrack): void, stop(): void}} Recognition */
/** @typedef {{new (): Recognition, available?: (how: {langs: string[], processLocally: boolean}) => Promise<string>}} Recognitions */

/** @returns {Recognitions | undefined} */
function recognitions() {
  return /** @type {{SpeechRecognition?: Recognitions}} */ (/** @type {unknown} */ (globalThis)).SpeechRecognition;
}

/** @returns {string} the language in which one speaks: the reader's own English, where the page is English */
function language() {
  const own = navigator.languages.find((one) => one.toLowerCase().startsWith((document.documentElement.lang || "en").slice(0, 2)));
  return own?.includes("-") ? own : "en-US";
}

/** @returns {Promise<boolean>} whether this browser recognises speech on this device, now, without loading anything; to be asked only where it is wanted */
export async function canWrite() {
  const known = recognitions();
  // A browser without a window names the function, has nothing behind it, and ends the page that calls it.
  if (navigator.userAgent.includes("Headless")) return false;
  if (typeof known?.available !== "function" || !("processLocally" in known.prototype)) return false;
  try {
    return (await known.available({ langs: [language()], processLocally: true })) === "available";
  } catch {
    return false;
  }
}

export class Dictation {
  /** @type {Recognition | null} */ #runs = null;

  /** @param {MediaStreamTrack} track @param {(words: string) => void} heard a piece of what was said */
  start(track, heard) {
    this.stop();
    const Known = recognitions();
    if (!Known) return;
    const made = new Known();
    made.processLocally = true;
    made.lang = language();
    made.continuous = true;
    made.interimResults = false;
    made.addEventListener("result", (event) => {
      const { results, resultIndex } = /** @type {{results: ArrayLike<ArrayLike<{transcript: string}>>, resultIndex: number}} */ (/** @type {unknown} */ (event));
      for (const result of Array.from(results).slice(resultIndex)) heard(result[0]?.transcript.trim() ?? "");
    });
    // It ends by itself after a silence, and begins again; after an error it does not.
    made.addEventListener("end", () => this.#runs === made && this.#begin(made, track));
    made.addEventListener("error", () => {
      if (this.#runs === made) this.#runs = null;
    });
    this.#begin(made, track);
  }

  /** @param {Recognition} made @param {MediaStreamTrack} track */
  #begin(made, track) {
    this.#runs = null;
    // Without the promise to stay on this device it does not begin.
    if (made.processLocally !== true || track.readyState !== "live") return;
    try {
      this.#runs = made;
      made.start(track);
    } catch {
      this.#runs = null;
    }
  }

  stop() {
    const runs = this.#runs;
    this.#runs = null;
    runs?.stop();
  }
}
