/** The reader's document, counted and compared, in words. */

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./merge.js").Difference} Difference */
/** @typedef {import("./document.js").Part} Part */

/** @type {Record<Part, [string, string]>} one of each part, and many */
const NOUNS = {
  worksheets: ["worksheet", "worksheets"],
  stories: ["story", "stories"],
  mocks: ["mock interview", "mock interviews"],
  cards: ["card", "cards"],
  ticks: ["ticked task", "ticked tasks"],
  rounds: ["round of your loop", "rounds of your loop"],
  later: ["mark to see something again later", "marks to see something again later"],
  place: ["place where you were reading", "places where you were reading"],
};
const PARTS = /** @type {Part[]} */ (Object.keys(NOUNS));

/** @param {number} count @param {Part} part */
export function counted(count, part) {
  return `${count} ${NOUNS[part][count === 1 ? 0 : 1]}`;
}

/** @param {Document} whole @returns {string[]} what it holds, a line for each part that holds anything */
export function contents(whole) {
  const lines = PARTS.flatMap((part) => {
    const items = Object.values(whole[part]);
    if (!items.length) return [];
    const attempts = items.reduce((sum, item) => sum + (Array.isArray(item.attempts) ? item.attempts.length : 0), 0);
    return [`${counted(items.length, part)}${part === "worksheets" && attempts ? `, ${attempts} finished ${attempts === 1 ? "attempt" : "attempts"}` : ""}`];
  });
  return whole.interview.date ? [`The date of your interview: ${whole.interview.date}`, ...lines] : lines;
}

/** @typedef {{says: string, names: string[]}} Group */

const MERGE = {
  new: "will be added",
  newer: "will take the place of an older one here",
  older: "will stay as here, which is newer",
  same: "the same in both",
  deleted: "",
};
const REPLACE = {
  new: "will be added",
  newer: "will take the place of an older one here",
  older: "will take the place of a newer one here",
  same: "the same in both",
  deleted: "will be erased here, for the copy lacks it",
};

/**
 * What taking in a copy changes, in groups, what is lost first.
 * @param {readonly Difference[]} differences @param {"merge" | "replace"} mode @param {Document} mine @param {Document} whole
 * @returns {Group[]}
 */
export function changes(differences, mode, mine, whole) {
  const words = mode === "merge" ? MERGE : REPLACE;
  /** @type {Group[]} */
  const groups = [];
  for (const change of /** @type {const} */ (["deleted", "older", "newer", "new", "same"])) {
    for (const part of PARTS) {
      const of = differences.filter((one) => one.change === change && one.part === part);
      if (of.length) groups.push({ says: `${counted(of.length, part)} ${words[change]}`, names: of.map(({ id }) => nameOf(whole[part][id] ?? mine[part][id], id)) });
    }
  }
  const [now, then] = [mine.interview.date, whole.interview.date];
  if (now !== then) groups.unshift({ says: then ? `The date of your interview will be ${then}${now ? `, not ${now}` : ""}` : "The date of your interview will be erased", names: [] });
  return groups;
}

/** @param {import("./document.js").Item | undefined} item @param {string} id */
function nameOf(item, id) {
  return typeof item?.title === "string" && item.title ? item.title.slice(0, 120) : id;
}

/** @param {number} bytes @returns {string} such as 12 kB or 3.4 MB */
export function sized(bytes) {
  return bytes < 950_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
