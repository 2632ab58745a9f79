/** The next three things to do, for the days that are left. */
import { daysUntil, weekdayInWords } from "../values/days.js";
import { t, tn } from "../values/language.js";
import { GOOD, SAID, TIMES } from "./verdict.js";

/** @typedef {import("./verdict.js").Standing} Standing */
/** @typedef {{kind: string, urgency: number, does: string, why: string, path: string, aside?: (() => void) | undefined}} Thing aside: what puts it aside, where that can be done */
/** @typedef {{title: string, path: string}} Sit an interview to sit, and where */
/** @typedef {{pages: Record<string, string>, sheet: (competency: string) => string, walkthrough: (competency: string) => Sit | undefined, interview: (walkthrough: string) => Sit | undefined, interviewDay: readonly {kind: string, does: string, why: string, path: string}[]}} Places interviewDay: what the handbook's data says is to be done on that day */
/** @typedef {Standing & {asks?: import("../loop/wants.js").Asks}} Aimed what the rounds ahead ask for, where there is a loop */

const THINGS = 3;
/** With less than two days new stories come too late: what is told today for the first time is not told well tomorrow. */
const LATE = 2;
const DAY_ITSELF = 0;
/** On the last evening the plan says what still can be done; it goes before what helps without one. */
const EVE = 1;
const ENOUGH_STORIES = 8;
/** Of a task, in letters: about two lines beside the picture. */
const LONGEST = 90;

/**
 * @param {Aimed} all where one stands @param {string} date of the interview, or "" @param {Places} places @param {{does: string, path: string} | undefined} task the plan's next task @param {Date} now @param {(import("../keep/days-ahead.js").Passed & {aside?: () => void})} [passed] the rounds that have passed, where there are any
 * @returns {Thing[]} at most three, each of another kind, most urgent first
 */
export function nextThings(all, date, places, task, now, passed) {
  const left = date ? daysUntil(date, now) : Infinity;
  const asked = passed?.keys.length ? [writeDown(passed, places)] : [];
  if (left < DAY_ITSELF) return [...asked, ...afterwards(places).slice(passed ? 1 : 0)].filter((one) => one.path);
  if (left === DAY_ITSELF) return places.interviewDay.map((one, at) => ({ ...one, urgency: THINGS - at }));
  const late = left < LATE;
  const standing = { ...all, rows: inTurn(all) };
  const found = [...asked, ...unfinished(standing, places), ...cards(standing, places, late), ...(late ? aloud(standing, places) : [...stories(standing, places), ...mocks(standing, places), ...sheets(standing, places)])];
  if (task) found.push({ kind: "plan", urgency: left === EVE ? 90 : 60, does: opening(task.does), why: t("The next task of your plan."), path: task.path });
  const kinds = new Set();
  return found
    .sort((a, b) => b.urgency - a.urgency)
    .filter((one) => one.path && !kinds.has(one.kind) && kinds.add(one.kind))
    .slice(0, THINGS);
}

/** @param {import("../keep/days-ahead.js").Passed & {aside?: () => void}} passed @param {Places} places @returns {Thing} before all else, for it is forgotten first */
function writeDown({ day, aside }, places) {
  return { kind: "asked", urgency: 100, does: t("Write down what you were asked on {day}", { day: weekdayInWords(day) }), why: t("Tomorrow you know fewer of the words. The question that had no good answer is your next story."), path: places.pages["my-stories"] ?? "", aside };
}

/** @param {Places} places @returns {Thing[]} what helps once the day has passed, for the next round or the next company */
function afterwards(places) {
  return [
    { kind: "story", urgency: 3, does: t("Write down what you were asked, and what you answered"), why: t("Today you still know the words. The question that had no good answer is your next story."), path: places.pages["my-stories"] ?? "" },
    { kind: "mock", urgency: 2, does: t("Say aloud the answer you would give now"), why: t("A mock interview or a mix on what went least well, while it is fresh."), path: places.pages["mock-interview"] ?? "" },
    { kind: "loop", urgency: 1, does: t("Enter the day of your next round"), why: t("Plan, drill and this page count to it."), path: places.pages["my-loop"] ?? "" },
  ];
}

/** @param {string} text @returns {string} what it begins with, up to a full stop or a colon with a few words before it; a long one is cut after a comma or a word */
function opening(text) {
  const says = (/^(?:\S+\s+){3,}?\S+?(?=[.:](?:\s|$))/.exec(text)?.[0] ?? text).trim().replace(/\.$/, "");
  if (says.length <= LONGEST) return says;
  const cut = says.slice(0, LONGEST);
  const comma = cut.lastIndexOf(", ");
  return `${cut.slice(0, comma > LONGEST / 2 ? comma : cut.lastIndexOf(" "))} …`;
}

/** @param {Standing} standing @param {Places} places @returns {Thing[]} */
function unfinished(standing, places) {
  const open = Object.values(standing.mocks).find((one) => one.stage !== "done" && one.stage !== "ready");
  return open ? [{ kind: "mock", urgency: 95, does: t("Finish “{title}”", { title: open.title }), why: t("You stopped in the middle of it."), path: places.pages["mock-interview"] ?? "" }] : [];
}

/** @param {Standing} standing @param {Places} places @param {boolean} late @returns {Thing[]} */
function cards({ due, known }, places, late) {
  const path = places.pages.drill ?? "";
  if (due) return [{ kind: "cards", urgency: late ? 92 : 72, does: tn("Go through the card that is due", "Go through the {n} cards that are due", due), why: t("Due means: today costs least."), path }];
  return known || late ? [] : [{ kind: "cards", urgency: 50, does: t("Begin the drill"), why: t("Ten cards a day are about ten minutes."), path }];
}

/** @param {Standing} standing @param {Places} places @returns {Thing[]} what still helps on the last day */
function aloud({ rows, stories: told }, places) {
  const ready = rows.filter((row) => row.story === "ready").length;
  const path = places.pages["my-stories"] ?? "";
  /** @type {Thing[]} */
  const found = [{ kind: "pages", urgency: 40, does: t("Read one strong story for each competency you have none for"), why: t("Borrow the shape, not the events."), path: places.pages.stories ?? "" }];
  if (told) found.push({ kind: "story", urgency: 85, does: t("Say the thirty seconds of each story aloud, twice"), why: ready ? t("Each time they get shorter, and the first sentence comes by itself.") : t("They are not written to the end, and you can tell them all the same."), path });
  else found.push({ kind: "story", urgency: 85, does: t("Choose four events, and say each in thirty seconds"), why: t("Four you can tell are worth more than eight you have written."), path });
  return found;
}

/** @param {Aimed} standing @returns {import("./verdict.js").Row[]} what the rounds ahead ask for first, in the order of one's loop */
function inTurn({ rows, asks }) {
  const asked = (asks?.competencies ?? []).flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return [...asked, ...rows.filter((row) => !asked.includes(row))];
}

/** @param {Aimed} standing @param {Places} places @returns {Thing[]} */
function stories({ rows, stories: told, asks }, places) {
  const path = places.pages["my-stories"] ?? "";
  const begins = (/** @type {{id: string}} */ { id }) => path && `${path}#for-${id}`;
  const asked = rows.find((row) => row.story !== "ready" && asks?.competencies.includes(row.id));
  const [begun, missing] = ["begun", "none"].map((verdict) => (asked ? [asked] : rows).find((row) => row.story === verdict));
  if (!told && missing) return [{ kind: "story", urgency: 90, does: t("Write your first story: {title}", { title: missing.title }), why: t("Everything else rests on having one."), path: begins(missing) }];
  if (begun) return [{ kind: "story", urgency: 80, does: t("Write the story for “{title}” to its end", { title: begun.title }), why: t("Still to do: {join}.", { join: begun.grounds.stories.lacks.join("; ") }), path }];
  if (!missing) return [];
  return [{ kind: "story", urgency: asked || told < ENOUGH_STORIES ? 76 : 58, does: t("Write a story for “{title}”", { title: missing.title }), why: asked ? t("Your loop asks for it, and you have none.") : t("You have none for it."), path: begins(missing) }];
}

/** @param {Aimed} standing @param {Places} places @returns {Thing[]} */
function mocks({ rows, mocks: kept, asks }, places) {
  const done = Object.values(kept).filter((one) => one.stage === "done");
  const [asked] = (asks?.walkthroughs ?? []).flatMap((id) => (done.some((one) => one.walkthrough === id) ? [] : (places.interview(id) ?? [])));
  if (asked) return [{ kind: "mock", urgency: done.length ? 62 : 74, does: t("Sit the mock interview “{title}”", { title: asked.title }), why: t("Your loop asks for it, and you have not sat it."), path: asked.path }];
  const weak = rows.find((row) => row.mock === "begun") ?? rows.find((row) => row.story === "ready" && row.mock === "none") ?? rows.find((row) => row.mock === "none");
  const walk = weak && places.walkthrough(weak.id);
  if (!weak) return [];
  return [
    {
      kind: "mock",
      urgency: done.length ? 62 : 74,
      does: walk ? t("Sit the mock interview “{title}”", { title: walk.title }) : t("Draw a mix for “{title}”", { title: weak.title }),
      why: weak.grounds.mocks ? again(weak.grounds.mocks, walk?.title) : done.length ? t("You have not been asked about this yet.") : t("Nothing shows you where you stand like one interview on the clock."),
      path: walk?.path ?? places.pages["mock-interview"] ?? "",
    },
  ];
}

/** @param {Standing} standing @param {Places} places @returns {Thing[]} */
function sheets({ rows }, places) {
  const row = rows.find((one) => one.story !== "none" && one.sheet !== "ready");
  return row ? [{ kind: "sheet", urgency: 48, does: t("Fill the story sheet for “{title}” from memory", { title: row.title }), why: row.grounds.sheets ? leavesRoom(row.grounds.sheets) : t("It shows what your telling leaves out."), path: places.sheet(row.id) }] : [];
}

/** @param {NonNullable<import("./verdict.js").Grounds["mocks"]>} last @param {string} [title] of the mock that is next @returns {string} why: a score is only of the mock that was sat */
function again(last, title) {
  if (last.by !== undefined && last.title !== title) return t("{by} gave you {score} in “{title}”, on the same competency.", { by: last.by || t("A friend"), score: last.score, title: last.title });
  return last.title === title ? leavesRoom(last) : t("You gave yourself {score} in “{title}”, on the same competency.", { score: last.score, title: last.title });
}

/** @param {import("./verdict.js").Attempts & {by?: string | undefined}} last @returns {string} why it is worth doing once more */
function leavesRoom({ times, score, said, of, by }) {
  if (by !== undefined && (score < GOOD || 10 * said < SAID * of)) return t("{by} gave you {score}, and ticked {said} of {of} points.", { by: by || t("A friend"), score, said, of });
  if (score < GOOD) return t("Your last score, {score}, leaves room.", { score });
  if (10 * said < SAID * of) return t("You gave yourself {score}, and said {said} of {of} points.", { score, said, of });
  return times < TIMES ? t("Once may be luck: see whether it goes well again.") : t("It went well, and comes easier each time.");
}
