/** Tell a story aloud, with a clock and without its words: how long it really takes, beside what was reckoned. */
import { button, element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { aloud } from "../story/story.js";
import { lengthOf } from "../story/told.js";
import { t } from "../values/language.js";

/** @typedef {import("../story/story.js").Kept} Kept */

const TICK = 250; // milliseconds
const SECOND = 1000;
const MINUTE = 60; // seconds

/**
 * @param {() => Kept} story as it is now @param {import("./handbook.js").Handbook} handbook
 * @returns {HTMLElement} the clock; it ends by itself once it is no longer on the page
 */
export function tellAloud(story, { editorial, mock }) {
  let since = 0;
  let timer = 0;
  const spent = () => Math.floor((performance.now() - since) / SECOND);
  const shown = element("strong", { class: "amount" });
  const said = element("p", { role: "status" });
  const tick = () => {
    if (!press.isConnected) clearInterval(timer);
    shown.textContent = spent() ? aloud(spent(), MINUTE) : "0:00";
  };
  const press = button(
    t("Start the clock"),
    () => {
      clearInterval(timer);
      const time = aloud(Math.max(1, spent()), MINUTE);
      if (timer) said.textContent = editorial.wordsTold(story().parts) ? t("You told it in {time}. At your pace its words take {written}.", { time, written: lengthOf(story(), editorial) }) : t("You told it in {time}.", { time });
      else {
        since = performance.now();
        said.textContent = "";
      }
      timer = timer ? 0 : window.setInterval(tick, TICK);
      press.textContent = timer ? t("Stop the clock") : t("Start the clock");
      tick();
    },
    { class: "is-main" },
  );
  return element(
    "div",
    { class: "own__aloud" },
    element("p", {}, t("Stand up, look away from the screen and tell it from memory.")),
    element("p", { class: "tools" }, press, shown),
    said,
    mock !== undefined && element("p", {}, element("a", { href: address(mock) }, t("Have it asked in a mock interview, or by a friend"))),
  );
}
