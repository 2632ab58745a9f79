/** Which cards come today, and in which order: no more than the goal, what the day of the interview needs most first. */
import { dayOf, daysAfter, daysBetween } from "../values/days.js";
import { shuffled } from "../values/random.js";
import { dueDay, isLearning, knownAt, LIGHT_DAYS } from "./memory.js";

/** @typedef {import("./cards.js").Card} Card */
/** @typedef {import("./cards.js").Deck} Deck */
/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {{decks: readonly Deck[], competency: string, level: string, words: string}} Wish "" is any */
/** @typedef {{date: string, goal: number, before?: readonly string[]}} Interview its day, or "", the cards of a day, and the days of the rounds before it: its day is that of the last then */
/** @typedef {{all: number, today: number, until: string, never: number}} Waiting how many came due and are not answered, how many of them come today, the day that brings the last, and how many the days left have no room for */
/** @typedef {{due: Card[], fresh: Card[], done: number, goal: number, isLight: boolean, waiting: Waiting}} Today */
/** @typedef {(card: Card) => {place: number, rank: number}} Matters what comes first of what is new: what the nearest round wants, then the lowest rank; what no round wants has no end for a place */

const MOST_OF_A_LIGHT_DAY = 10;

/** @type {Matters} */
const byWeight = ({ weight }) => ({ place: Infinity, rank: weight });

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
 * What there is to do today. First what is due, least known on the day of the next round first, and no more than the goal; what finds
 * no room waits for the next days, shared out among them. Then, up to the goal, cards never seen, those that matter most first. The
 * evening before the interview and its day bring a few of what is known, the easiest of what matters most.
 * @param {readonly Card[]} cards @param {ReadonlyMap<string, Memory>} memories @param {Interview} interview @param {string} seed decides the order of equals @param {Date} now @param {Matters} [matters]
 * @returns {Today}
 */
export function todays(cards, memories, interview, seed, now, matters = byWeight) {
  const today = dayOf(now);
  const order = shuffled(cards, seed);
  const left = daysLeft(interview.date, today);
  const then = left < Infinity ? noonOf(interview.before?.[0] ?? interview.date) : now;
  const met = order.flatMap((card) => {
    const memory = memories.get(card.id);
    return memory ? [{ card, memory, known: knownAt(memory, then), isDone: isAnsweredOn(memory, today) }] : [];
  });
  const due = met.filter(({ memory }) => dueDay(memory, interview.date, today, interview.before) <= today).sort((a, b) => a.known - b.known);
  const again = due.filter(({ isDone }) => isDone).map(({ card }) => card);
  const answered = [...memories.values()].filter((memory) => isAnsweredOn(memory, today));
  const done = answered.length;
  const fresh = inTurn(order.filter((one) => !memories.has(one.id)), matters);
  if (left < LIGHT_DAYS) {
    const goal = lightGoal(interview.goal);
    const room = Math.max(0, goal - done);
    const easy = met.filter(({ memory, isDone }) => !isDone && !isLearning(memory)).sort((a, b) => first(matters(a.card), matters(b.card)) || b.known - a.known);
    return { due: [...again, ...easy.slice(0, room).map(({ card }) => card)], fresh: met.length ? [] : fresh.slice(0, room), done, goal, isLight: true, waiting: { all: 0, today: 0, until: "", never: 0 } };
  }
  const waiting = due.filter(({ isDone }) => !isDone);
  const reviewed = answered.filter((memory) => memory.log.some(({ at }) => dayOf(new Date(at)) < today)).length;
  const spread = spreadOver(waiting.length + reviewed, interview.goal, left - LIGHT_DAYS + 1);
  const soon = waiting.slice(0, Math.max(0, Math.min(spread.each - reviewed, interview.goal - done))).map(({ card }) => card);
  return {
    due: [...again, ...soon],
    fresh: fresh.slice(0, Math.max(0, interview.goal - done - soon.length)),
    done,
    goal: interview.goal,
    isLight: false,
    waiting: { all: waiting.length, today: soon.length, until: daysAfter(today, spread.days - 1), never: spread.never },
  };
}

/** @param {string} interview @param {string} today @returns {number} whole days, or Infinity where none is ahead */
export function daysLeft(interview, today) {
  return interview && interview >= today ? daysBetween(today, interview) : Infinity;
}

/** @param {number} goal cards a day @returns {number} how many the evening before brings */
export function lightGoal(goal) {
  return Math.min(MOST_OF_A_LIGHT_DAY, Math.ceil(goal / 2));
}

/** @param {string} day @returns {Date} its noon */
export function noonOf(day) {
  return new Date(`${day}T12:00:00`);
}

/** @param {number} count @param {number} goal @param {number} days that are left @returns {{each: number, days: number, never: number}} how many a day, for how many days, and how many find no room */
function spreadOver(count, goal, days) {
  const needed = Math.max(1, Math.min(Math.ceil(count / goal), days));
  const each = Math.min(goal, Math.ceil(count / needed));
  return { each, days: needed, never: Math.max(0, count - each * needed) };
}

/** @param {Memory} memory @param {string} day @returns {boolean} */
function isAnsweredOn({ log }, day) {
  return log.some(({ at }) => dayOf(new Date(at)) === day);
}

/** @param {ReturnType<Matters>} a @param {ReturnType<Matters>} b @returns {number} below 0 where the first comes first */
function first(a, b) {
  return (a.place === b.place ? 0 : a.place - b.place) || a.rank - b.rank;
}

/** What the nearest round wants first; of each round one card of each deck in turn, so that a short session holds all kinds. @param {readonly Card[]} cards @param {Matters} matters @returns {Card[]} */
function inTurn(cards, matters) {
  const ranked = cards.map((card) => ({ card, ...matters(card) })).sort(first);
  const places = [...new Set(ranked.map(({ place }) => place))];
  return places.flatMap((of) => mixed(ranked.filter(({ place }) => place === of).map(({ card }) => card)));
}

/** @param {readonly Card[]} cards @returns {Card[]} one of each deck in turn */
function mixed(cards) {
  const decks = [...new Set(cards.map((one) => one.deck))].map((deck) => cards.filter((one) => one.deck === deck));
  const longest = Math.max(0, ...decks.map((deck) => deck.length));
  return Array.from({ length: longest }, (_, at) => decks.flatMap((deck) => deck[at] ?? [])).flat();
}
