/** Which cards come today, and in which order. */
import { dayOf } from "../values/days.js";
import { shuffled } from "../values/random.js";
import { dueDay } from "./memory.js";

/** @typedef {import("./cards.js").Card} Card */
/** @typedef {import("./cards.js").Deck} Deck */
/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {{decks: readonly Deck[], competency: string, level: string, words: string}} Wish "" is any */
/** @typedef {{due: Card[], fresh: Card[], done: number, goal: number}} Today */

/** @param {readonly Card[]} cards @param {Wish} wish @returns {Card[]} */
export function wished(cards, wish) {
  const words = wish.words.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter(
    (one) =>
      wish.decks.includes(one.deck) &&
      (!wish.competency || one.competencies.includes(wish.competency)) &&
      (!wish.level || !one.levels.length || one.levels.includes(wish.level)) &&
      words.every((word) => `${one.front.join(" ")} ${one.names ?? ""}`.toLowerCase().includes(word)),
  );
}

/**
 * What there is to do today: first what is due, longest overdue first; then, up to the goal, cards never seen.
 * @param {readonly Card[]} cards @param {ReadonlyMap<string, Memory>} memories @param {{date: string, goal: number}} interview @param {string} seed decides the order of equals @param {Date} now
 * @returns {Today}
 */
export function todays(cards, memories, interview, seed, now) {
  const today = dayOf(now);
  const order = shuffled(cards, seed);
  const days = new Map(order.map((one) => [one.id, memories.get(one.id)]).flatMap(([id, memory]) => (memory ? [[id, dueDay(/** @type {Memory} */ (memory), interview.date, today)]] : [])));
  const due = order.filter((one) => (days.get(one.id) ?? "~") <= today).sort((a, b) => compare(String(days.get(a.id)), String(days.get(b.id))));
  const done = answeredOn(memories, today);
  const again = due.filter((one) => memories.get(one.id)?.log.some((answer) => dayOf(new Date(answer.at)) === today)).length;
  const room = Math.max(0, interview.goal - done - (due.length - again));
  const fresh = order.filter((one) => !memories.has(one.id)).sort((a, b) => a.weight - b.weight);
  return { due, fresh: mixed(fresh).slice(0, room), done, goal: interview.goal };
}

/** @param {ReadonlyMap<string, Memory>} memories @param {string} today @returns {number} how many cards were answered on that day */
function answeredOn(memories, today) {
  return [...memories.values()].filter((one) => one.log.some((answer) => dayOf(new Date(answer.at)) === today)).length;
}

/** One card of each deck in turn, so that a short session holds all kinds. @param {readonly Card[]} cards @returns {Card[]} */
function mixed(cards) {
  const decks = [...new Set(cards.map((one) => one.deck))].map((deck) => cards.filter((one) => one.deck === deck));
  const longest = Math.max(0, ...decks.map((deck) => deck.length));
  return Array.from({ length: longest }, (_, at) => decks.flatMap((deck) => deck[at] ?? [])).flat();
}

/** @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
