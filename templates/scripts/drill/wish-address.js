/** What one wants to be asked, in the address, so that a session can be sent to a friend. */
import { DECKS } from "./cards.js";

/** @typedef {import("./session.js").Wish} Wish */

const EVERY = DECKS.map((deck) => deck.id);

/** @param {string} hash of the address @returns {{wish: Wish, number: string}} what it asks for; every card where it asks for nothing */
export function wishIn(hash) {
  const wanted = new URLSearchParams(hash.startsWith("#?") ? hash.slice(2) : "");
  const decks = EVERY.filter((id) => wanted.getAll("deck").includes(id));
  return {
    wish: { decks: decks.length ? decks : EVERY, competency: wanted.get("competency") ?? "", level: wanted.get("level") ?? "", words: wanted.get("words")?.slice(0, 80) ?? "" },
    number: wanted.get("session")?.slice(0, 40) ?? "",
  };
}

/** @param {Wish} wish @param {string} number of the session, or "" @returns {string} as the address says it, without its `#?` */
export function written(wish, number) {
  const state = new URLSearchParams(wish.decks.length === DECKS.length ? [] : wish.decks.map((deck) => ["deck", deck]));
  if (wish.competency) state.set("competency", wish.competency);
  if (wish.level) state.set("level", wish.level);
  if (wish.words) state.set("words", wish.words);
  if (number) state.set("session", number);
  return String(state);
}
