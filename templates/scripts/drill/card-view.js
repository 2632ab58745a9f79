/** One card: its front, one's own words, its back, and how it went. */
import { bullets, button, element } from "../dom/element.js";
import { progressBar } from "../dom/progress.js";
import { address } from "../keep/address.js";

/** @typedef {import("./cards.js").Card} Card */
/** @typedef {1 | 2 | 3 | 4} Rating */

const RATINGS = /** @type {const} */ ([
  [1, "Not yet"],
  [2, "With effort"],
  [3, "Right"],
  [4, "At once"],
]);

/** @typedef {{where: string, done: number, of: number}} Place how far one is in the session */

/**
 * @param {Card} card @param {Place} at @param {(rating: Rating) => number} comesBack in how many days @param {(rating: Rating) => void} rate @param {() => void} stop
 * @returns {HTMLElement}
 */
export function cardView(card, at, comesBack, rate, stop) {
  const place = element("div", { class: "card__back" });
  const own = element("textarea", { id: "card-own", rows: 3 });
  const show = button("Show the answer", () => reveal(), { class: "is-main" });
  const reveal = () => {
    show.hidden = true;
    place.replaceChildren(back(card), ratings(comesBack, rate));
    /** @type {HTMLElement | null} */ (place.querySelector("h3"))?.focus();
  };
  return element(
    "div",
    { class: "drill" },
    element("p", { class: "mock__where" }, at.where),
    progressBar(at.done, at.of),
    element("h2", { class: "mock__asks", tabindex: -1 }, ...front(card)),
    element("p", { class: "card__task" }, card.task),
    element("div", { class: "field" }, element("label", { for: "card-own" }, "Say it aloud, or jot it down (this is not kept)"), own),
    element("p", { class: "tools" }, show),
    place,
    element("p", { class: "tools mock__leave" }, button("Stop here", stop, { class: "row__button" })),
  );
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
    element("h3", { tabindex: -1 }, "The answer"),
    ...parts.map((lines) => {
      const words = lines.map((line) => element("p", { class: line.said ? "said" : "" }, line.text));
      const isList = lines.length > 1 && !lines[0]?.note;
      return element("div", { class: "card__part" }, lines[0]?.note && element("h4", {}, lines[0].note), ...(isList ? [bullets(lines.map((line) => line.text))] : words));
    }),
    element("p", {}, element("a", { href: address(card.path) }, "Read it where it stands")),
  );
}

/** @param {(rating: Rating) => number} comesBack @param {(rating: Rating) => void} rate @returns {HTMLElement} four buttons; 1 to 4 choose one while the focus is among them or on the answer */
function ratings(comesBack, rate) {
  const group = element(
    "div",
    { class: "card__ratings", role: "group", "aria-label": "How was it?" },
    ...RATINGS.map(([rating, name]) => button(name, () => rate(rating), { "aria-keyshortcuts": String(rating), "data-rating": rating })),
  );
  for (const [rating] of RATINGS) group.querySelector(`[data-rating="${rating}"]`)?.append(element("span", { class: "card__when" }, inWords(comesBack(rating))), element("kbd", { "aria-hidden": "true" }, rating));
  const keys = (/** @type {KeyboardEvent} */ event) => {
    if (!group.isConnected) return document.removeEventListener("keydown", keys);
    const chosen = RATINGS.find(([rating]) => String(rating) === event.key);
    const within = document.activeElement && group.closest(".card__back")?.contains(document.activeElement);
    if (!chosen || !within || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    document.removeEventListener("keydown", keys);
    rate(chosen[0]);
  };
  document.addEventListener("keydown", keys);
  return group;
}

/** @param {number} days @returns {string} */
function inWords(days) {
  return days === 0 ? "again in this session" : days === 1 ? "back tomorrow" : `back in ${days} days`;
}
