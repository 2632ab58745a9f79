/** The line that says what becomes of the recording: in words, with how loud it is beside them, and a way to record again. */
import { button, element, svg } from "../dom/element.js";
import { t } from "../values/language.js";
import { MAY_TRY_AGAIN, SILENCE_SAYS, VOICE_SAYS } from "./voice-words.js";

/** @typedef {import("./voice.js").Voice} Voice */

const MOVES_LITTLE = "(prefers-reduced-motion: reduce)";

export class VoiceLine {
  /** @type {Voice | null} */ voice = null;

  /** @param {() => Promise<void>} again asks for the microphone once more, and records */
  constructor(again) {
    this.says = element("p", { class: "mock__voice", role: "status" });
    this.fill = svg("rect", { class: "pace__spent", width: 0, height: "100%" });
    this.bar = element("span", { class: "mock__bar" }, svg("svg", { class: "level", "aria-hidden": "true" }, svg("rect", { class: "pace__ground", width: "100%", height: "100%" }), this.fill));
    this.words = element("span", { class: "facts", "aria-hidden": "true" });
    this.level = element("p", { class: "mock__level", hidden: true }, this.bar, this.words);
    this.again = button(t("Record again"), async () => {
      this.again.disabled = true;
      await again();
      this.again.disabled = false;
    });
    this.again.hidden = true;
    this.root = element("div", { class: "mock__heard" }, this.says, this.level);
  }

  /** Follow this voice, and no other. @param {Voice | null} voice */
  follow(voice) {
    this.voice?.removeEventListener("state", this.#state);
    this.voice?.removeEventListener("level", this.#level);
    this.voice = voice;
    voice?.addEventListener("state", this.#state);
    voice?.addEventListener("level", this.#level);
    if (voice) this.#state();
  }

  /** Say something else, while there is no voice. @param {string} words */
  say(words) {
    this.#write(words);
  }

  #state = () => {
    const state = this.voice?.state ?? "off";
    this.again.hidden = !MAY_TRY_AGAIN.includes(state);
    this.level.hidden = !this.voice?.level;
    this.#level();
  };

  #level = () => {
    const { voice } = this;
    const level = voice?.level;
    const isSilent = voice?.state === "on" && level?.isSilent;
    this.root.classList.toggle("is-trouble", Boolean(isSilent) || !["off", "asking", "on"].includes(voice?.state ?? "off"));
    this.#write(isSilent ? SILENCE_SAYS : VOICE_SAYS[voice?.state ?? "off"]);
    if (!level) return;
    // A bar that follows a voice moves all the time: who wants little movement reads two words in its place.
    const still = matchMedia(MOVES_LITTLE).matches;
    this.bar.hidden = still;
    this.fill.setAttribute("width", still ? "0" : `${Math.round(100 * level.now)}%`);
    const heard = !still ? "" : level.quietFor < 1000 && level.isHeard ? t("You are heard.") : t("Quiet.");
    if (this.words.textContent !== heard) this.words.textContent = heard;
  };

  /** @param {string} words */
  #write(words) {
    if (this.says.textContent !== words) this.says.textContent = words;
  }
}
