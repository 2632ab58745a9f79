/** Where a session begins: what is due, the goal of the day, which cards. Its fields stay while what it says changes. */
import { button, element } from "../dom/element.js";
import { selectField, tickLabel } from "../dom/fields.js";
import { isInUse } from "../dom/free.js";
import { dateField, goalField } from "../dom/interview-fields.js";
import { progressBar } from "../dom/progress.js";
import { dayOf, leftInWords, weekdayInWords } from "../values/days.js";
import { t, tn } from "../values/language.js";
import { DECKS } from "./cards.js";
import { headline, waitingInWords } from "./says.js";
import { daysLeft } from "./session.js";

/** @typedef {import("./session.js").Wish} Wish */
/** @typedef {import("./session.js").Today} Today */
/** @typedef {import("./cards.js").Card} Card */
/**
 * @typedef {object} Now what the view says at a moment
 * @property {Wish} wish
 * @property {string} seed
 * @property {Today} today
 * @property {import("./session.js").Interview} interview what the cards are spaced to
 * @property {string} coming when cards come back, in words
 * @property {string} reach how far the goal goes, in words
 * @property {(deck: string) => {known: number, all: number}} known
 * @property {Card[]} aside those that were put aside
 */
/**
 * @typedef {object} Choices
 * @property {import("../keep/store.js").Store} store
 * @property {() => Date} now
 * @property {{competencies: {id: string, title: string}[], levels: {id: string, name: string}[]}} guide
 * @property {(wish: Wish, seed: string) => void} change
 * @property {() => void} begin
 * @property {() => void} more
 * @property {(card: Card) => void} bringBack
 */

const EVE = 1;

/** @param {Choices} all @param {Now} at @returns {{root: HTMLElement, show: (at: Now) => void}} */
export function startView(all, at) {
  let { wish, seed } = at;
  const change = (/** @type {Partial<Wish>} */ other) => all.change({ ...wish, ...other }, seed);
  const again = () => all.change(wish, seed);
  const head = element("h2", { tabindex: -1 });
  const bar = element("div", {});
  const facts = element("p", { class: "facts", role: "status" });
  const coming = element("p", {});
  const begin = button(t("Begin"), all.begin, { class: "is-main" });
  const more = button(t("Ten more, unasked"), all.more);
  const decks = DECKS.map((deck) => deckRow(deck, (on) => change({ decks: DECKS.map((one) => one.id).filter((id) => (id === deck.id ? on : wish.decks.includes(id))) })));
  const words = element("input", { type: "search", value: wish.words, maxlength: 80, change: () => change({ words: words.value.trim() }) });
  const number = element("input", { type: "text", value: seed, maxlength: 40, change: () => all.change(wish, number.value.trim()) });
  const goal = goalField(all.store, again);
  const date = dateField(all.store, all.now, again);
  const which = element("span", { class: "row__says" });
  const aside = asideList(all.bringBack);
  const root = element(
    "div",
    { class: "drill" },
    head,
    bar,
    facts,
    coming,
    element("p", { class: "tools" }, begin, more),
    element(
      "div",
      { class: "drill__choose" },
      element("section", { class: "drill__decks" }, element("details", { class: "reveal fold" }, element("summary", {}, element("h3", {}, t("Which cards")), which), element("ul", { class: "ticks" }, ...decks.map(({ row }) => row))), aside.root),
      element(
        "div",
        {},
        element("h3", {}, t("About what")),
        element(
          "p",
          { class: "mix__wish" },
          selectField(t("Competency"), [["", t("Any competency")], ...all.guide.competencies.map(({ id, title }) => /** @type {const} */ ([id, title]))], { chosen: wish.competency, change: (competency) => change({ competency }) }).root,
          selectField(t("Level"), [["", t("Any level")], ...all.guide.levels.map(({ id, name }) => /** @type {const} */ ([id, name]))], { chosen: wish.level, change: (level) => change({ level }) }).root,
          element("label", {}, element("span", {}, t("Words in it")), words),
        ),
      ),
      element(
        "div",
        {},
        element("h3", {}, t("How much, and until when")),
        element("p", { class: "mix__wish" }, goal.root, date.root),
        element(
          "details",
          { class: "reveal" },
          element("summary", {}, t("The same cards as somebody else")),
          element("p", { class: "mix__wish" }, element("label", {}, element("span", {}, t("Number of the session")), number)),
          element("p", { class: "facts" }, t("The number of a session decides the order of its cards. Somebody who has the same number gets the same new cards.")),
        ),
      ),
    ),
  );
  const show = (/** @type {Now} */ { today, interview, ...at }) => {
    [wish, seed] = [at.wish, at.seed];
    const count = today.due.length + today.fresh.length;
    const next = interview.before?.[0];
    const day = dayOf(all.now());
    head.textContent = wish.decks.length ? headline(today, daysLeft(interview.date, day) === EVE) : t("No kind of card is ticked");
    bar.replaceChildren(...(today.done ? [progressBar(today.done, today.goal)] : []));
    which.textContent = wish.decks.length === DECKS.length ? t("All {n} kinds", { n: DECKS.length }) : t("{some} of {all} kinds", { some: wish.decks.length, all: DECKS.length });
    facts.textContent = [t("{done} of {goal} answered today.", { done: today.done, goal: today.goal }), next ? t("Your next round is on {day}.", { day: weekdayInWords(next) }) : leftInWords(interview.date, all.now()) || t("No date is set."), waitingInWords(today, day), at.reach].filter(Boolean).join(" ");
    coming.replaceChildren(...(count === 0 && at.coming ? [element("strong", {}, t("What comes back: ")), at.coming] : []));
    coming.hidden = !coming.childNodes.length;
    begin.textContent = tn("Begin: {n} card", "Begin: {n} cards", count);
    begin.hidden = count === 0;
    more.hidden = count > 0 || !wish.decks.length;
    for (const { id, says } of decks) {
      const { known, all: number } = at.known(id);
      says.textContent = t("{known} of {number} learned", { known, number });
    }
    if (!isInUse(number)) number.value = seed;
    for (const field of [goal, date]) field.follow();
    aside.show(at.aside);
  };
  for (const { id, input } of decks) input.checked = wish.decks.includes(id);
  show(at);
  return { root, show };
}

/** @param {typeof DECKS[number]} deck @param {(on: boolean) => void} choose @returns {{id: typeof DECKS[number]["id"], row: HTMLLIElement, input: HTMLInputElement, says: HTMLElement}} */
function deckRow(deck, choose) {
  const label = tickLabel(`${deck.name}: ${deck.says}`, false, choose, " ");
  const [input, says] = [label.querySelector("input"), label.querySelector(".row__says")];
  return { id: deck.id, row: element("li", {}, label), input: /** @type {HTMLInputElement} */ (input), says: /** @type {HTMLElement} */ (says) };
}

/** @param {(card: Card) => void} bringBack @returns {{root: HTMLElement, show: (cards: Card[]) => void}} the cards that were put aside, each with its way back */
function asideList(bringBack) {
  const summary = element("summary", {});
  const list = element("ul", { class: "plain" });
  const root = element("div", {}, element("details", { class: "reveal" }, summary, list));
  const show = (/** @type {Card[]} */ cards) => {
    root.hidden = !cards.length;
    summary.textContent = cards.length ? t("{cards} put aside", { cards: cards.length }) : "";
    list.replaceChildren(
      ...cards.map((card) => {
        const back = () => {
          bringBack(card);
          summary.focus();
        };
        return element("li", {}, card.front[0], " ", button(t("Bring it back"), back, { class: "row__button", "aria-label": t("Bring it back: {front}", { front: card.front[0] }) }));
      }),
    );
  };
  return { root, show };
}
