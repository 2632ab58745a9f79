/** What tells a page left open that the day has turned: at midnight, and when somebody comes back to its tab. */
import { dayOf } from "../values/days.js";

const HOUR = 60 * 60 * 1000;
const WRITTEN_IN = "textarea, select, input:not([type=checkbox], [type=radio])";

/** Emits "turn" once for each new local day. */
class Today extends EventTarget {
  constructor() {
    super();
    this.day = dayOf(new Date());
    document.addEventListener("visibilitychange", this.#look);
    addEventListener("pageshow", this.#look);
    addEventListener("focus", this.#look);
    this.#wait();
  }

  #look = () => {
    const day = dayOf(new Date());
    if (day === this.day) return;
    this.day = day;
    this.dispatchEvent(new Event("turn"));
  };

  /** Look again at midnight, and each hour before it: a machine that slept, or whose clock was set, is late by no more. */
  #wait() {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    setTimeout(() => {
      this.#look();
      this.#wait();
    }, Math.min(HOUR, Math.max(1, midnight.getTime() - now.getTime())));
  }
}

/** @type {Today | undefined} */
let one;

/**
 * Draw something anew each time the day turns.
 * @param {() => void} redraw @param {Element} [place] what is drawn anew: while one writes in a field of it, it stays as it is
 * @returns {() => void} what stops it
 */
export function eachDay(redraw, place) {
  one ??= new Today();
  const today = one;
  const turn = () => {
    const used = document.activeElement;
    if (place?.contains(used) && used?.matches(WRITTEN_IN)) used.addEventListener("blur", () => setTimeout(turn), { once: true });
    else redraw();
  };
  today.addEventListener("turn", turn);
  return () => today.removeEventListener("turn", turn);
}
