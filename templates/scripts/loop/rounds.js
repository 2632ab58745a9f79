/** A reader's own loop: the rounds that were chosen, each with its day, in the order in which they come. */
import { isDay } from "../values/shape.js";

/** @typedef {{id: string, name: string, minutes: number, upTo?: number, usual?: boolean, who: string, path: string, competencies: string[], walkthroughs: string[], questions: string[], principles: string[]}} Round */
/** @typedef {{id: string, title: string, company?: string, path: string, rounds: Round[]}} Loop */
/** @typedef {{key: string, loop: Loop, round: Round, date: string, order: number}} Chosen */
/** @typedef {import("../keep/document.js").Item} Item */

/**
 * @param {Record<string, Item>} items what was kept @param {readonly Loop[]} loops
 * @returns {Chosen[]} the rounds that the handbook still knows: by day, those without one last, else as they were added
 */
export function chosenRounds(items, loops) {
  const found = Object.entries(items).flatMap(([key, item]) => {
    const loop = loops.find((one) => one.id === item.loop);
    const round = loop?.rounds.find((one) => one.id === item.round);
    const date = isDay(item.date) ? item.date : "";
    return loop && round ? [{ key, loop, round, date, order: typeof item.order === "number" ? item.order : 0 }] : [];
  });
  return found.sort((a, b) => compare(a.date || "9999", b.date || "9999") || a.order - b.order || compare(a.key, b.key));
}

/** @param {readonly Chosen[]} chosen @param {string} today @returns {string} the day of the next round, or "" */
export function nextDay(chosen, today) {
  return chosen.map(({ date }) => date).filter((date) => date >= today).sort()[0] ?? "";
}

/** @param {Record<string, Item>} items @param {string} loop @param {string} round @returns {string} a key that is still free: the same round may come twice */
export function freeKey(items, loop, round) {
  const base = `${loop}/${round}`;
  let key = base;
  for (let at = 2; Object.hasOwn(items, key); at++) key = `${base}:${at}`;
  return key;
}

/**
 * What the rounds ahead ask for.
 * @param {readonly Chosen[]} chosen @param {"competencies" | "walkthroughs" | "questions" | "principles"} what @param {string} [today] rounds before it are over
 * @returns {Map<string, string[]>} each id with the names of the rounds that want it, the earliest first
 */
export function wanted(chosen, what, today = "") {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { round, date } of chosen) {
    if (date && date < today) continue;
    for (const id of round[what]) found.set(id, [...new Set([...(found.get(id) ?? []), round.name])]);
  }
  return found;
}

/** @param {readonly Chosen[]} chosen @param {"competencies" | "questions"} what @param {string} today @returns {Map<string, number>} each id with the place of the first round ahead that wants it, the nearest round's is 0 */
export function firstWanting(chosen, what, today) {
  const ahead = chosen.filter(({ date }) => !date || date >= today);
  return new Map(ahead.flatMap(({ round }, at) => round[what].map((id) => /** @type {[string, number]} */ ([id, at]))).reverse());
}

/** @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
