/** What matters most to one reader: what the own loop wants, then where own answers fail, then what everybody is asked first. */

/** @typedef {import("./cards.js").Card} Card */
/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {{competencies: ReadonlyMap<string, number>, questions: ReadonlyMap<string, number>}} Wants what the rounds ahead ask for, by id: the place of the first round that does */

/** Behind what all rounds ask comes what they prove. */
const PROVED = 1000;

const RIGHT = 3;
/** A gap is a competency of which less than this share of the answers was right, counted from so many answers on. */
const SHARE = 0.6;
const ANSWERS = 5;

/** @param {readonly Card[]} cards @param {ReadonlyMap<string, Memory>} memories @returns {Set<string>} the competencies where too many answers were not right */
export function gaps(cards, memories) {
  /** @type {Map<string, {right: number, all: number}>} */
  const counts = new Map();
  for (const card of cards) {
    const log = memories.get(card.id)?.log ?? [];
    for (const id of card.competencies) {
      const count = counts.get(id) ?? { right: 0, all: 0 };
      count.all += log.length;
      count.right += log.filter(({ rating }) => rating >= RIGHT).length;
      counts.set(id, count);
    }
  }
  return new Set([...counts].filter(([, { right, all }]) => all >= ANSWERS && right / all < SHARE).map(([id]) => id));
}

/** @param {Wants} wants @param {ReadonlySet<string>} weak competencies @returns {import("./session.js").Matters} */
export function mattering({ competencies, questions }, weak) {
  return (card) => ({
    place: Math.min(...card.questions.map((id) => questions.get(id) ?? Infinity), ...card.competencies.map((id) => PROVED + (competencies.get(id) ?? Infinity))),
    rank: card.weight - (card.competencies.some((id) => weak.has(id)) ? 1 : 0),
  });
}
