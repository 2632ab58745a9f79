// What the tests ask of a pasted telling.
import { apart, bounded, moved as move, split, toldOf } from "../../templates/scripts/story/split.js";

const ids = (parts) => parts.map(({ id }) => id);

/** What is proposed for a pasted text, and what was read of it. */
export function proposed(pasted, parts) {
  const { title, pieces, headings } = split(pasted, parts);
  const { text, cut } = bounded(pasted);
  return { title, headings, told: toldOf(pieces, ids(parts)), read: text, cut, count: pieces.length };
}

/** The telling once every sentence stands alone and one of them was moved. */
export function moved(pasted, parts, at, part) {
  const single = split(pasted, parts).pieces.flatMap((piece) => apart([piece], piece));
  return toldOf(move(single, single[at], part, ids(parts)), ids(parts));
}
