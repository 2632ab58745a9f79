/** A question said aloud by the browser's own voice, where it has one on this device. Nothing breaks without. */

/** @typedef {import("./record.js").Interviewer} Wish */

/** @returns {SpeechSynthesis | null} */
function synthesis() {
  return typeof speechSynthesis === "object" && typeof SpeechSynthesisUtterance === "function" ? speechSynthesis : null;
}

/** @returns {SpeechSynthesisVoice[]} those that speak on this device and send the text nowhere; of the page's language, where there are any */
export function voices() {
  const local = (synthesis()?.getVoices() ?? []).filter((voice) => voice.localService);
  const language = (document.documentElement.lang || "en").slice(0, 2).toLowerCase();
  const own = local.filter((voice) => voice.lang.toLowerCase().startsWith(language));
  return own.length ? own : local;
}

/** Call back whenever the browser has found its voices, as some do late. @param {() => void} then @param {AbortSignal} signal */
export function whenVoicesChange(then, signal) {
  synthesis()?.addEventListener?.("voiceschanged", then, { signal });
}

export class Speaker {
  /** @param {string} words @param {Wish} wish @returns {boolean} whether there is a voice to say it */
  say(words, { voice, rate }) {
    const speaks = synthesis();
    const found = voices();
    const chosen = found.find((one) => one.name === voice) ?? found[0];
    if (!speaks || !chosen) return false;
    try {
      const said = new SpeechSynthesisUtterance(words);
      said.voice = chosen;
      said.lang = chosen.lang;
      said.rate = rate;
      speaks.cancel();
      speaks.speak(said);
      return true;
    } catch {
      return false;
    }
  }

  stop() {
    try {
      synthesis()?.cancel();
    } catch {
      // What cannot be stopped cannot have been begun.
    }
  }
}
