/** Which level the reader interviews for, as far as anything they kept tells it. */

/** @typedef {import("./record.js").Mock} Mock */

/**
 * The reader's level, as far as anything kept tells it: what was chosen, else the last interview's, else the one that most stories are told from.
 * @param {{interview: object, stories: Record<string, any>}} kept @param {Record<string, Mock>} mocks @param {readonly {id: string, level: string}[]} walkthroughs
 * @returns {string} its id, or ""
 */
export function levelOf({ interview, stories }, mocks, walkthroughs) {
  const chosen = /** @type {{level?: unknown}} */ (interview).level;
  if (typeof chosen === "string" && chosen) return chosen;
  const last = Object.values(mocks).sort((a, b) => (a.started < b.started ? 1 : -1))[0];
  const sat = last && (last.wish.level || walkthroughs.find((one) => one.id === last.walkthrough)?.level);
  if (sat) return sat;
  const told = Object.values(stories).map((story) => story?.give?.level).filter((level) => typeof level === "string" && level);
  return told.sort((a, b) => told.filter((one) => one === b).length - told.filter((one) => one === a).length)[0] ?? "";
}
