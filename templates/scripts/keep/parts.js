/**
 * The parts of the reader's data: one entry here is one part, kept, checked, merged, remembered when deleted, counted and
 * moved like the others: `store().put("part", id, item)`, with an id of lower-case letters, digits, "-", ":" and "/".
 *
 * `name` is the word for one entry, `counted` says how many there are, `shape` says what each field of an entry may be.
 * - A field may always be missing, so what was kept before the field came is still read, without a new version.
 * - A field without a shape may be anything: give a shape to every field that a page reads.
 * - An entry that does not fit is set aside, with its name and the reason, and the rest is shown: so never let a shape be
 *   narrower than what the part's own page writes.
 * - Entries are never changed in place, since all share what `read` and `get` give; `put` takes a copy.
 */
import { t, tn } from "../values/language.js";
import { day, fields, flag, list, name, number, or, table, text, time, whole } from "../values/shape.js";

/** @typedef {import("../values/shape.js").Shape} Shape */
/** @typedef {{name: string, counted: (n: number) => string, shape: Record<string, Shape>}} PartOf */

/** The walkthrough of a mock interview that was drawn from the handbook's questions. */
export const MIX = "mix";
const ANY = 1e12;
const answers = table(or(text, true));
const names = list(name);
const count = whole(0, 100_000);
const amount = number(0, ANY);

export const parts = /** @satisfies {Record<string, PartOf>} */ ({
  worksheets: {
    name: t("worksheet"),
    counted: (n) => tn("{n} worksheet", "{n} worksheets", n),
    shape: { answers, attempts: list(fields({ at: time, answers, score: number(-ANY, ANY), of: amount, confidence: number(-ANY, ANY) })) },
  },
  stories: {
    name: t("story"),
    counted: (n) => tn("{n} story", "{n} stories", n),
    shape: {
      title: text,
      parts: table(text),
      thirty: text,
      system: text,
      template: name,
      slots: table(text),
      questions: names,
      competencies: names,
      themes: names,
      traits: names,
      principles: names,
      pace: number(1, 1000),
      give: fields({
        ...Object.fromEntries(["summary", "level", "company", "team", "outcome", "ending", "turns", "scale", "after", "name", "link", "more"].map((key) => [key, text])),
        ...Object.fromEntries(["measures", "notes", "followUps"].map((key) => [key, list(table(text))])),
        agreed: list(text),
      }),
    },
  },
  mocks: {
    name: t("mock interview"),
    counted: (n) => tn("{n} mock interview", "{n} mock interviews", n),
    shape: {
      walkthrough: name,
      questions: names,
      wish: fields({ competency: name, level: name, minutes: amount }),
      seed: name,
      title: text,
      started: time,
      finished: time,
      stage: name,
      phase: name,
      turn: count,
      probes: count,
      elapsed: amount,
      notes: table(text),
      confidence: number(0, 5),
      scores: table(number(0, 5)),
      ticks: names,
      mistakes: names,
      points: amount,
      of: amount,
      asked: table(list(count)),
      interviewer: fields({ manner: name, aloud: flag, voice: name, rate: number(0, 10) }),
      told: table(name),
      voice: table(fields(Object.fromEntries(["seconds", "spoken", "pauses", "longest", "stretch"].map((key) => [key, amount])))),
      transcripts: table(text),
      dictated: names,
      friends: list(fields({ by: text, at: text, ticks: names, scores: table(number(0, 5)), says: table(text), overall: text })),
      recording: flag,
      tab: name,
    },
  },
  cards: {
    name: t("card"),
    counted: (n) => tn("{n} card", "{n} cards", n),
    shape: {
      card: fields({
        due: time,
        last_review: time,
        state: whole(0, 3),
        ...Object.fromEntries(["stability", "difficulty", "elapsed_days", "scheduled_days", "learning_steps", "reps", "lapses"].map((key) => [key, amount])),
      }),
      log: list(fields({ at: time, rating: whole(1, 4) })),
      suspended: flag,
      buried: day,
    },
  },
  ticks: { name: t("ticked task"), counted: (n) => tn("{n} ticked task", "{n} ticked tasks", n), shape: { done: time } },
  rounds: { name: t("round of your loop"), counted: (n) => tn("{n} round of your loop", "{n} rounds of your loop", n), shape: { loop: name, round: name, date: day, order: number(-ANY, ANY), noted: flag } },
  later: { name: t("mark to see something again later"), counted: (n) => tn("{n} mark to see something again later", "{n} marks to see something again later", n), shape: { title: text } },
  place: { name: t("place where you were reading"), counted: (n) => tn("{n} place where you were reading", "{n} places where you were reading", n), shape: { page: name, title: text, part: name, heading: text } },
});

/** @typedef {keyof typeof parts} Part */

export const PARTS = /** @type {Part[]} */ (Object.keys(parts));

/** What an entry of each part may be; every write notes when it was saved. */
export const shapes = /** @type {Record<Part, Shape>} */ (Object.fromEntries(Object.entries(parts).map(([part, { shape }]) => [part, fields({ ...shape, saved: time })])));

/** What is kept of the interview: its day, cards a day, and the day when the date was set. */
export const interviewShape = /** @type {Record<"date" | "goal" | "set", Shape>} */ ({ date: day, goal: whole(1, 200), set: day });
