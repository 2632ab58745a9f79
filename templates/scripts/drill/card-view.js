/** One card: its front, one's own words, its back, and how it went. */
import { bullets, button, element } from "../dom/element.js";
import { progressBar } from "../dom/progress.js";
import { address } from "../keep/address.js";
import { aloud } from "../story/story.js";
import { t } from "../values/language.js";
import { backInWords, RATINGS, ratings } from "./ratings.js";

/** @typedef {import("./cards.js").Card} Card */
/** @typedef {import("./ratings.js").Rating} Rating */
/** @typedef {{where: string, done: number, of: number}} Place how far one is in the session */
/**
 * @typedef {object} Acts
 * @property {(rating: Rating) => number} comesBack in how many days
 * @property {(rating: Rating) => void} rate
 * @property {(() => void) | undefined} undo take back the answer before, where there is one
 * @property {() => void} bury leave the card for today
 * @property {() => void} suspend put it aside until it is brought back
 * @property {() => void} stop
 */

const TURN = new Set([" ", "Enter"]);
const UNDO = "u";
/** Where a key has a meaning of its own. */
const PRESSED = "a, button, summary, audio";
const TYPED = "input, textarea, select";

const TICK = 250; // milliseconds
const SECOND = 1000;
const MINUTE = 60; // seconds

/** @param {Card} card @param {Place} at @param {Acts} acts @returns {HTMLElement} */
export function cardView(card, at, acts) {
  const clock = card.deck === "aloud" ? answerClock() : null;
  const place = element("div", { class: "card__back" });
  const own = element("textarea", { id: "card-own", rows: 3 });
  const note = element("div", { class: "field" }, element("label", { for: "card-own" }, t("Say it aloud, or jot it down (this is not kept)")), own);
  const show = button(t("Show the answer"), () => reveal(), { class: "is-main", "aria-keyshortcuts": "Space Enter" });
  const reveal = () => {
    show.hidden = true;
    clock?.stop();
    note.hidden = !own.value.trim();
    place.replaceChildren(back(card), ratings((rating) => backInWords(acts.comesBack(rating)), acts.rate, true));
    /** @type {HTMLElement | null} */ (place.querySelector("h3"))?.focus();
  };
  const away = { class: "row__button" };
  const view = element(
    "div",
    { class: "drill drill--card", tabindex: -1 }, // so that who clicks into it has its keys
    element("p", { class: "mock__where", id: "card-where" }, at.where),
    progressBar(at.done, at.of),
    element("h2", { class: "mock__asks", tabindex: -1, "aria-describedby": "card-where" }, ...front(card)),
    element("p", { class: "card__task" }, card.task),
    clock && clock.root,
    note,
    element("p", { class: "tools" }, show),
    place,
    element(
      "p",
      { class: "tools mock__leave" },
      acts.undo && button(t("Take back the last answer"), acts.undo, { ...away, "aria-keyshortcuts": UNDO }),
      button(t("Not today"), acts.bury, away),
      button(t("Put it aside"), acts.suspend, away),
      button(t("Stop here"), acts.stop, away),
    ),
  );
  const keys = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !(event.target instanceof Element) || event.target.matches(TYPED)) return;
    const act = keyed(event, Boolean(show.hidden));
    if (!act) return;
    event.preventDefault();
    act();
  };
  const keyed = (/** @type {KeyboardEvent} */ { key, target }, /** @type {boolean} */ isTurned) => {
    if (TURN.has(key)) return isTurned || /** @type {Element} */ (target).closest(PRESSED) ? undefined : reveal;
    const rating = RATINGS.find(([one]) => String(one) === key)?.[0];
    if (rating) return isTurned ? () => acts.rate(rating) : undefined;
    return key === UNDO ? acts.undo : undefined;
  };
  view.addEventListener("keydown", keys);
  return view;
}

/** @returns {{root: HTMLElement, stop: () => void}} how long one has been answering, until the answer is shown */
function answerClock() {
  const since = performance.now();
  const root = element("p", { class: "facts card__clock" }, "0:00");
  const spent = () => aloud(Math.floor((performance.now() - since) / SECOND), MINUTE);
  const timer = setInterval(() => {
    if (root.isConnected) root.textContent = spent();
    else clearInterval(timer);
  }, TICK);
  const stop = () => {
    clearInterval(timer);
    root.textContent = t("You told it in {time}.", { time: spent() });
  };
  return { root, stop };
}

/** @param {Card} card @returns {import("../dom/element.js").Child[]} */
function front(card) {
  return card.front.length === 1 ? [card.front[0]] : card.front.map((text) => element("span", { class: "card__twin" }, text));
}

/** @param {Card} card @returns {HTMLElement} */
function back(card) {
  /** @type {import("./cards.js").Line[][]} each note begins a part, to which the lines after it belong */
  const parts = [];
  for (const line of card.back) {
    if (line.note || !parts.length) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return element(
    "div",
    {},
    element("h3", { tabindex: -1 }, t("The answer")),
    ...parts.map((lines) => {
      const words = lines.map((line) => element("p", { class: line.said ? "said" : "" }, line.text));
      const isList = lines.length > 1 && !lines[0]?.note;
      return element("div", { class: "card__part" }, lines[0]?.note && element("h4", {}, lines[0].note), ...(isList ? [bullets(lines.map((line) => line.text))] : words));
    }),
    element("p", {}, element("a", { href: address(card.path) }, t("Read it where it stands"))),
  );
}
