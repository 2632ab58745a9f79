/** The next three things to do, for the days that are left. */
import { daysUntil } from "../values/days.js";
import { GOOD, SAID, TIMES } from "./verdict.js";

/** @typedef {import("./verdict.js").Standing} Standing */
/** @typedef {{kind: string, urgency: number, does: string, why: string, path: string}} Thing */
/** @typedef {{pages: Record<string, string>, sheet: (competency: string) => string, walkthrough: (competency: string) => {title: string, path: string} | undefined}} Places */

const THINGS = 3;
/** With less than two days new stories come too late: what is told today for the first time is not told well tomorrow. */
const LATE = 2;
const BEFORE = 0;
/** On the last evening the plan says what still can be done; it goes before what helps without one. */
const EVE = 1;
const ENOUGH_STORIES = 8;

/**
 * @param {Standing} standing @param {string} date of the interview, or "" @param {Places} places @param {{does: string, path: string} | undefined} task the plan's next task @param {Date} now
 * @returns {Thing[]} at most three, each of another kind, most urgent first
 */
export function nextThings(standing, date, places, task, now) {
  const left = date ? daysUntil(date, now) : Infinity;
  if (left < BEFORE) return afterwards(places);
  const late = left < LATE;
  const found = [...unfinished(standing, places), ...cards(standing, places, late), ...(late ? aloud(standing, places) : [...stories(standing, places), ...mocks(standing, places), ...sheets(standing, places)])];
  if (task) found.push({ kind: "plan", urgency: left === EVE ? 90 : 60, does: opening(task.does), why: "The next task of your plan.", path: task.path });
  const kinds = new Set();
  return found
    .sort((a, b) => b.urgency - a.urgency)
    .filter((one) => !kinds.has(one.kind) && kinds.add(one.kind))
    .slice(0, THINGS);
}

/** @param {Places} places @returns {Thing[]} what helps once the day has passed, for the next round or the next company */
function afterwards(places) {
  return [
    { kind: "story", urgency: 3, does: "Write down what you were asked, and what you answered", why: "Today you still know the words. The question that had no good answer is your next story.", path: places.pages["my-stories"] ?? "" },
    { kind: "mock", urgency: 2, does: "Say aloud the answer you would give now", why: "A mock or a mix on what went least well, while it is fresh.", path: places.pages["mock-interview"] ?? "" },
    { kind: "loop", urgency: 1, does: "Enter the day of your next round", why: "Plan, drill and this page count to it.", path: places.pages["my-loop"] ?? "" },
  ];
}

/** @param {string} text @returns {string} its first sentence, without its full stop */
function opening(text) {
  return (/^.+?(?=[.:](?:\s|$))/.exec(text)?.[0] ?? text).trim();
}

/** @param {Standing} standing @param {Places} places @returns {Thing[]} */
function unfinished(standing, places) {
  const open = Object.values(standing.mocks).find((one) => one.stage !== "done" && one.stage !== "ready");
  return open ? [{ kind: "mock", urgency: 95, does: `Finish “${open.title}”`, why: "You stopped in the middle of it.", path: places.pages["mock-interview"] ?? "" }] : [];
}

/** @param {Standing} standing @param {Places} places @param {boolean} late @returns {Thing[]} */
function cards({ due, known }, places, late) {
  const path = places.pages.drill ?? "";
  if (due) return [{ kind: "cards", urgency: late ? 92 : 72, does: `Go through the ${due === 1 ? "card that is" : `${due} cards that are`} due`, why: "Due means: today costs least.", path }];
  return known || late ? [] : [{ kind: "cards", urgency: 50, does: "Begin the drill", why: "Ten cards a day are about ten minutes.", path }];
}

/** @param {Standing} standing @param {Places} places @returns {Thing[]} what still helps on the last day */
function aloud({ rows, stories: told }, places) {
  const ready = rows.filter((row) => row.story === "ready").length;
  const path = places.pages["my-stories"] ?? "";
  /** @type {Thing[]} */
  const found = [{ kind: "pages", urgency: 40, does: "Read one strong story for each competency you have none for", why: "Borrow the shape, not the events.", path: places.pages.stories ?? "" }];
  if (told) found.push({ kind: "story", urgency: 85, does: "Say the thirty seconds of each story aloud, twice", why: ready ? "Each time they get shorter, and the first sentence comes by itself." : "They are not written to the end, and you can tell them all the same.", path });
  else found.push({ kind: "story", urgency: 85, does: "Choose four events, and say each in thirty seconds", why: "Four you can tell are worth more than eight you have written.", path });
  return found;
}

/** @param {Standing} standing @param {Places} places @returns {Thing[]} */
function stories({ rows, stories: told }, places) {
  const path = places.pages["my-stories"] ?? "";
  const begun = rows.find((row) => row.story === "begun");
  const missing = rows.find((row) => row.story === "none");
  if (!told && missing) return [{ kind: "story", urgency: 90, does: `Write your first story: ${missing.title}`, why: "Everything else rests on having one.", path }];
  if (begun) return [{ kind: "story", urgency: 80, does: `Write the story for “${begun.title}” to its end`, why: `Still to do: ${begun.grounds.stories.lacks.join("; ")}.`, path }];
  if (!missing) return [];
  return [{ kind: "story", urgency: told < ENOUGH_STORIES ? 76 : 58, does: `Write a story for “${missing.title}”`, why: "You have none for it.", path }];
}

/** @param {Standing} standing @param {Places} places @returns {Thing[]} */
function mocks({ rows, mocks: kept }, places) {
  const done = Object.values(kept).filter((one) => one.stage === "done");
  const weak = rows.find((row) => row.mock === "begun") ?? rows.find((row) => row.story === "ready" && row.mock === "none") ?? rows.find((row) => row.mock === "none");
  const walk = weak && places.walkthrough(weak.id);
  if (!weak) return [];
  return [
    {
      kind: "mock",
      urgency: done.length ? 62 : 74,
      does: walk ? `Sit the mock “${walk.title}”` : `Draw a mix for “${weak.title}”`,
      why: weak.grounds.mocks ? leavesRoom(weak.grounds.mocks) : done.length ? "You have not been asked about this yet." : "Nothing shows you where you stand like one interview on the clock.",
      path: walk?.path ?? places.pages["mock-interview"] ?? "",
    },
  ];
}

/** @param {Standing} standing @param {Places} places @returns {Thing[]} */
function sheets({ rows }, places) {
  const row = rows.find((one) => one.story !== "none" && one.sheet !== "ready");
  return row ? [{ kind: "sheet", urgency: 48, does: `Fill the story sheet for “${row.title}” from memory`, why: row.grounds.sheets ? leavesRoom(row.grounds.sheets) : "It shows what your telling leaves out.", path: places.sheet(row.id) }] : [];
}

/** @param {import("./verdict.js").Attempts} last @returns {string} why it is worth doing once more */
function leavesRoom({ times, score, said, of }) {
  if (score < GOOD) return `Your last score there, ${score}, leaves room.`;
  if (10 * said < SAID * of) return `You gave yourself ${score}, and said ${said} of ${of} points.`;
  return times < TIMES ? "Once may be luck: see whether it goes well again." : "It went well, and comes easier each time.";
}
