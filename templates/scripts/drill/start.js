/** Where a session begins: what is due, the goal of the day, which cards. */
import { button, element } from "../dom/element.js";
import { selectField, tickLabel } from "../dom/fields.js";
import { dateField, goalField } from "../dom/interview-fields.js";
import { progressBar } from "../dom/progress.js";
import { daysUntil, leftInWords } from "../values/days.js";
import { DECKS } from "./cards.js";
import { longestGap } from "./memory.js";

/** @typedef {import("./session.js").Wish} Wish */
/** @typedef {import("./session.js").Today} Today */
/**
 * @typedef {object} Choices
 * @property {import("../keep/store.js").Store} store
 * @property {() => Date} now
 * @property {{competencies: {id: string, title: string}[], levels: {id: string, name: string}[]}} guide
 * @property {Wish} wish
 * @property {string} seed
 * @property {Today} today
 * @property {string} coming when cards come back, in words
 * @property {(deck: string) => {known: number, all: number}} known
 * @property {(wish: Wish, seed: string) => void} change
 * @property {() => void} begin
 * @property {() => void} more
 */

/** @param {Choices} all @returns {HTMLElement} */
export function startView(all) {
  const { today, wish } = all;
  const count = today.due.length + today.fresh.length;
  const { date } = all.store.read().interview;
  return element(
    "div",
    { class: "drill" },
    element("h2", { tabindex: -1 }, wish.decks.length ? headline(today) : "No kind of card is ticked"),
    progressBar(today.done, today.goal),
    element("p", { class: "facts", role: "status" }, `${today.done} of ${today.goal} answered today. ${leftInWords(date, all.now()) || "No date is set."}${spacing(date, all.now())}`),
    count === 0 && all.coming && element("p", {}, element("strong", {}, "What comes back: "), all.coming),
    element("p", { class: "tools" }, count > 0 && button(`Begin: ${count} ${count === 1 ? "card" : "cards"}`, all.begin, { class: "is-main" }), count === 0 && wish.decks.length > 0 && button("Ten more, unasked", all.more)),
    element(
      "div",
      { class: "beside" },
      element(
        "section",
        { "aria-labelledby": "which" },
        element("h3", { id: "which" }, "Which cards"),
        element("ul", { class: "ticks" }, ...DECKS.map((deck) => deckRow(deck, all))),
      ),
      element(
        "div",
        {},
        element("h3", {}, "About what"),
        element(
          "p",
          { class: "mix__wish" },
          selectField("Competency", [["", "Any competency"], ...all.guide.competencies.map(({ id, title }) => /** @type {const} */ ([id, title]))], { chosen: wish.competency, change: (competency) => all.change({ ...wish, competency }, all.seed) }).root,
          selectField("Level", [["", "Any level"], ...all.guide.levels.map(({ id, name }) => /** @type {const} */ ([id, name]))], { chosen: wish.level, change: (level) => all.change({ ...wish, level }, all.seed) }).root,
          wordsField(wish.words, (words) => all.change({ ...wish, words }, all.seed)),
        ),
        element("h3", {}, "How much, and until when"),
        element("p", { class: "mix__wish" }, goalField(all.store, () => all.change(wish, all.seed)), dateField(all.store, all.now, () => all.change(wish, all.seed)), seedField(all)),
        element("p", { class: "facts" }, "The number of a session decides the order of its cards. Somebody who has the same number gets the same new cards."),
      ),
    ),
  );
}

/** @param {typeof DECKS[number]} deck @param {Choices} all @returns {HTMLLIElement} */
function deckRow(deck, all) {
  const { wish } = all;
  const { known, all: number } = all.known(deck.id);
  const choose = (/** @type {boolean} */ on) => all.change({ ...wish, decks: DECKS.map((one) => one.id).filter((id) => (id === deck.id ? on : wish.decks.includes(id))) }, all.seed);
  return element("li", {}, tickLabel(`${deck.name}: ${deck.says}`, wish.decks.includes(deck.id), choose, `${known} of ${number} learned`));
}

/** @param {Today} today @returns {string} */
function headline({ due, fresh, done, goal }) {
  if (due.length && fresh.length) return `${due.length} due, ${fresh.length} new`;
  if (due.length) return `${due.length} due`;
  if (fresh.length) return `${fresh.length} new`;
  return done >= goal ? "Done for today" : "Nothing is due";
}

/** @param {string} date @param {Date} now @returns {string} how far apart cards come back at most */
function spacing(date, now) {
  const left = date ? daysUntil(date, now) : -1;
  if (left < 1) return "";
  const gap = longestGap(left);
  return ` A card you know comes back within ${gap === 1 ? "a day" : `${gap} days`}, and before the interview.`;
}

/** @param {string} words @param {(words: string) => void} change @returns {HTMLLabelElement} */
function wordsField(words, change) {
  const input = element("input", { type: "search", value: words, maxlength: 80, change: () => change(input.value.trim()) });
  return element("label", {}, element("span", {}, "About"), input);
}

/** @param {Choices} all @returns {HTMLLabelElement} */
function seedField(all) {
  const input = element("input", { type: "text", value: all.seed, maxlength: 40, change: () => all.change(all.wish, input.value.trim()) });
  return element("label", {}, element("span", {}, "Number of the session"), input);
}
