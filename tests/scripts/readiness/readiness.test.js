import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { answered } from "../../../templates/scripts/drill/memory.js";
import { nextThings } from "../../../templates/scripts/readiness/next.js";
import { standing } from "../../../templates/scripts/readiness/verdict.js";
import { emptyDocument } from "../../../templates/scripts/keep/document.js";

const NOW = new Date("2026-11-21T09:30:00");
const HOLDS = ["holds-1", "holds-2", "holds-3", "holds-4", "holds-5"];
const COMPETENCIES = ["one", "two", "three"].map((id) => ({ id, title: id, path: `competencies/${id}.md`, sheet: `worksheets/story-sheet-${id}.md`, holds: HOLDS }));
const CARDS = /** @type {any[]} */ (Array.from({ length: 12 }, (_, at) => ({ id: `intent:q${at}`, deck: "intents", competencies: ["one"], levels: [] })));
const PARTS = [["context", 15], ["challenge", 15], ["actions", 50], ["results", 10], ["learnings", 10]].map(([id, share]) => ({ id: String(id), name: String(id), share: Number(share) }));
const MODEL = /** @type {any} */ ({ parts: PARTS.map(({ id }) => id), outcomes: [], endings: [], turns: [], scales: [], noteKinds: [], rows: 60 });
const EDITORIAL = JSON.parse(readFileSync(process.env.GUIDE, "utf8")); // which test_scripts.py writes
const POINTS = Array.from({ length: 17 }, (_, at) => `Point ${at}`);
const HANDBOOK = {
  guide: { competencies: COMPETENCIES, parts: PARTS, editorial: EDITORIAL, wordsAMinute: 140, model: MODEL, sheets: [{ id: "opening", competencies: ["two"] }] },
  walkthroughs: [{ id: "talk", competency: "one", phases: [{ id: "all", strong: POINTS }] }],
  questions: [{ id: "q", competency: "two", good: ["a", "b"] }],
  cards: CARDS,
};
const PLACES = {
  interviewDay: [
    { kind: "day", does: "Read the day", why: "", path: "day" },
    { kind: "story", does: "Write first lines", why: "", path: "stories" },
    { kind: "mock", does: "Say one aloud", why: "", path: "mock" },
  ],
  pages: { "my-stories": "stories", "mock-interview": "mock", "my-loop": "loop", drill: "drill", stories: "read" },
  sheet: (/** @type {string} */ id) => `sheet-${id}`,
  walkthrough: (/** @type {string} */ id) => (id === "one" ? { title: "Talk", path: "mock#talk" } : undefined),
  interview: (/** @type {string} */ id) => (id === "gone" ? undefined : { title: `The ${id}`, path: `mock#${id}` }),
};
const words = (/** @type {number} */ count) => Array.from({ length: count }, () => "I").join(" ");
const TOLD = { context: words(45), challenge: words(45), actions: words(160), results: words(30), learnings: words(30) };
const STORY = { title: "S", parts: TOLD, thirty: words(70), competencies: ["one"] };
const LETTERS = { ...STORY, parts: { context: "a", challenge: "b", actions: "c", results: "d", learnings: "e" }, thirty: "f" };

/** @param {number} points @param {number} said @param {number} [times] @param {string} [walkthrough] */
const mocks = (points, said, times = 2, walkthrough = "talk") =>
  Object.fromEntries(
    Array.from({ length: times }, (_, at) => [`m${at}`, { walkthrough, title: "Talk", stage: "done", finished: `2026-11-2${at}T10:00:00Z`, points, of: 100, ticks: Array.from({ length: said }, (_, n) => `all-${n + 1}`) }]),
  );
/** @param {[number, number][]} tries each with its score of 100, and how much of what the answer must contain was ticked */
const sheet = (...tries) => ({ "story-sheet-one": { attempts: tries.map(([score, said], at) => ({ at: `2026-11-1${at}T10:00:00Z`, answers: Object.fromEntries(HOLDS.slice(0, said).map((id) => [id, true])), score, of: 100 })) } });

/** @param {Partial<import("../../../templates/scripts/keep/document.js").Document>} more */
const kept = (more) => ({ ...emptyDocument(), ...more });
/** @param {Partial<import("../../../templates/scripts/keep/document.js").Document>} more */
const verdicts = (more) => standing(kept(more), HANDBOOK, NOW).rows.map((row) => row.verdict);
/** @param {Partial<import("../../../templates/scripts/keep/document.js").Document>} more @param {string} date @param {{does: string, path: string}} [task] */
const kinds = (more, date, task) => nextThings(standing(kept(more), HANDBOOK, NOW), date, PLACES, task, NOW).map((one) => one.kind);

/** @param {number} times how often each card came right @returns {Record<string, any>} */
function cardsOf(times) {
  const one = (/** @type {any} */ memory) => answered(memory, 3, NOW);
  return Object.fromEntries(CARDS.map((card) => [card.id, times > 1 ? one(one(undefined)) : one(undefined)]));
}

test("a story that is tagged with a question alone is ready for its competency", () => {
  const competencies = COMPETENCIES.map((one) => ({ ...one, questions: one.id === "two" ? ["q"] : [] }));
  const { rows } = standing(kept({ stories: { s: { ...STORY, competencies: [], questions: ["q"] } } }), { ...HANDBOOK, guide: { ...HANDBOOK.guide, competencies } }, NOW);
  assert.deepEqual(rows.map(({ story }) => story), ["none", "ready", "none"]);
});

test("nothing kept is nothing yet", () => {
  assert.deepEqual(verdicts({}), ["none", "none", "none"]);
});

test("six letters are no story told whole, and what is still to do is said", () => {
  const row = standing(kept({ stories: { s: LETTERS } }), HANDBOOK, NOW).rows[0];
  assert.equal(row?.story, "begun");
  assert.match(row?.rests ?? "", /^One story begun; still to do: more words in context, challenge, actions, results, learnings, the thirty seconds\.$/);
});

test("a story whose parts are there, and which breaks a measure, says which", () => {
  const long = { ...STORY, parts: { ...TOLD, context: words(200) } };
  const row = standing(kept({ stories: { s: long } }), HANDBOOK, NOW).rows[0];
  assert.equal(row?.story, "begun");
  assert.match(row?.rests ?? "", /still to do: fewer words in the full telling/);
});

test("a whole story alone is begun, and ready with a mock that went well twice and was said aloud", () => {
  const stories = { s: STORY };
  assert.equal(verdicts({ stories })[0], "begun");
  assert.equal(verdicts({ stories, mocks: mocks(80, 17, 1) })[0], "begun", "once may be luck");
  assert.equal(verdicts({ stories, mocks: mocks(79, 17) })[0], "begun");
  assert.equal(verdicts({ stories, mocks: mocks(95, 4) })[0], "begun", "a score is worth what was said");
  assert.equal(verdicts({ stories, mocks: mocks(80, 11) })[0], "ready");
  assert.equal(verdicts({ mocks: mocks(100, 17) })[0], "begun");
  assert.equal(verdicts({ stories: { s: { ...STORY, thirty: "" } }, mocks: mocks(100, 17) })[0], "begun");
});

test("a sheet is ready the second time, and stands for a mock only together with the cards", () => {
  const stories = { s: STORY };
  const of = (/** @type {[number, number][]} */ ...tries) => standing(kept({ stories, worksheets: sheet(...tries) }), HANDBOOK, NOW).rows[0];
  assert.equal(of([100, 5])?.sheet, "begun");
  assert.equal(of([20, 1], [80, 3])?.sheet, "ready");
  assert.equal(of([20, 1], [79, 5])?.sheet, "begun", "as for a mock");
  assert.equal(of([20, 1], [100, 2])?.sheet, "begun", "a score is worth what was said, as in a mock");
  assert.equal(of([100, 5], [20, 1])?.sheet, "begun", "the last one counts");
  assert.equal(of([20, 1], [100, 5])?.verdict, "begun");
  assert.equal(verdicts({ stories, worksheets: sheet([20, 1], [100, 5]), cards: cardsOf(2) })[0], "ready");
});

test("a worksheet that somebody has filled in is begun, scored or not, whichever worksheet on the competency it is", () => {
  const worksheets = { "story-sheet-one": { answers: { "said-1": "I asked her first." } }, opening: { answers: { who: "I lead nine." } }, "story-sheet-three": { answers: {} } };
  const { rows } = standing(kept({ worksheets }), HANDBOOK, NOW);
  assert.deepEqual(rows.map((row) => [row.sheet, row.rests]), [["begun", "One worksheet begun."], ["begun", "One worksheet begun."], ["none", ""]]);
});

test("an attempt from when a sheet counted its ticks, and a sheet that somebody wrote, keep their points", () => {
  const attempts = [1, 2].map((at) => ({ at: `2026-11-1${at}T10:00:00Z`, answers: { "holds-1": true, "holds-2": true, "holds-3": true, "holds-4": true }, score: 4, of: 5 }));
  const of = (/** @type {string[]} */ holds) => standing(kept({ worksheets: { "story-sheet-one": { attempts } } }), { ...HANDBOOK, guide: { ...HANDBOOK.guide, competencies: COMPETENCIES.map((one) => ({ ...one, holds })) } }, NOW).rows[0];
  for (const holds of [HOLDS, []]) assert.deepEqual([of(holds)?.sheet, of(holds)?.rests], ["ready", "Two worksheets, in the last 4 of 5 points said, your own score 80."]);
});

test("what a verdict rests on is said in words", () => {
  const row = standing(kept({ stories: { s: STORY }, mocks: mocks(80, 9), worksheets: sheet([75, 4]), cards: cardsOf(1) }), HANDBOOK, NOW).rows[0];
  assert.equal(row?.rests, "One story told whole, 2:13 aloud. One worksheet, 4 of 5 points said, your own score 75. Two mock interviews, in the last 9 of 17 points said, your own score 80. None of 12 cards known.");
  assert.equal(standing(kept({}), HANDBOOK, NOW).rows[0]?.rests, "");
});

test("a mix counts for the competencies it asked about, and its points are those of its questions", () => {
  const mix = { walkthrough: "mix", questions: ["q"], stage: "done", finished: "2026-11-20T10:00:00Z", points: 90, of: 100, ticks: ["q-1", "q-2", "gone-1"] };
  const { rows } = standing(kept({ mocks: { m: mix, n: mix } }), HANDBOOK, NOW);
  assert.deepEqual(rows.map((row) => row.mock), ["none", "ready", "none"]);
  assert.match(rows[1]?.rests ?? "", /2 of 2 points said/);
});

test("cards count when they came right more than once, while they will still be known on the day", () => {
  const known = (/** @type {string} */ date, times = 2) => standing(kept({ cards: cardsOf(times), interview: { date, goal: 10, set: "" } }), HANDBOOK, NOW).known;
  assert.equal(known("", 1), 0);
  assert.equal(known(""), 12);
  assert.equal(known("2026-11-22"), 12);
  assert.equal(known("2028-11-21"), 0);
});

test("damaged entries do no harm", () => {
  const more = { stories: { s: { parts: 4 } }, mocks: { m: { of: "x", stage: [] } }, cards: { "intent:q1": { card: { due: {} } } }, worksheets: { "story-sheet-one": { attempts: [null, { score: "5" }] } } };
  assert.deepEqual(verdicts(/** @type {any} */ (more)).slice(1), ["none", "none"]);
});

test("there are three things at most, each of another kind, and the first story comes first", () => {
  assert.deepEqual(kinds({}, ""), ["story", "mock", "cards"]);
  assert.deepEqual(kinds({}, "2026-12-05", { does: "Read", path: "plan" }), ["story", "mock", "plan"]);
});

test("what one stopped in the middle of goes before everything", () => {
  const running = { m: { walkthrough: "talk", title: "Talk", stage: "running" } };
  assert.equal(kinds({ mocks: running }, "")[0], "mock");
});

test("on the last evening no new story and no mock is asked for", () => {
  const things = nextThings(standing(kept({ stories: { s: STORY } }), HANDBOOK, NOW), "2026-11-22", PLACES, undefined, NOW);
  assert.ok(things.every((one) => !/Write|mock/.test(one.does)), JSON.stringify(things));
  assert.match(things[0]?.does ?? "", /thirty seconds/);
});

test("on the day of the interview the handbook's own three things stand there, whatever is due or open", () => {
  const running = { m: { walkthrough: "talk", title: "Talk", stage: "running" } };
  const task = { does: "Choose four events", path: "plan" };
  assert.deepEqual(kinds({ mocks: running, cards: cardsOf(1) }, "2026-11-21", task), ["day", "story", "mock"]);
});

test("on the last evening the plan's next task comes first", () => {
  const task = { does: "Choose four events", path: "plan" };
  const first = (/** @type {string} */ date) => nextThings(standing(kept({ stories: { s: STORY } }), HANDBOOK, NOW), date, PLACES, task, NOW)[0]?.kind;
  assert.equal(first("2026-11-22"), "plan");
});

test("after the day nothing is late: what helps afterwards is said", () => {
  const things = nextThings(standing(kept({}), HANDBOOK, NOW), "2026-11-20", PLACES, { does: "Choose four events", path: "plan" }, NOW);
  assert.deepEqual(things.map((one) => one.kind), ["story", "mock", "loop"]);
  assert.match(things[0]?.does ?? "", /^Write down what you were asked/);
  assert.ok(things.every((one) => !/late/.test(`${one.does} ${one.why}`)));
});

test("after every round the first thing is to write down what one was asked, until it is written or put aside", () => {
  const things = (/** @type {string} */ date, /** @type {{day: string, keys: string[]}} */ passed) => nextThings(standing(kept({ stories: { s: LETTERS } }), HANDBOOK, NOW), date, PLACES, undefined, NOW, passed);
  const [first, next] = things("2026-12-05", { day: "2026-11-19", keys: ["a/one"] });
  assert.deepEqual([first?.does, first?.path], ["Write down what you were asked on Thu 19 November", "stories"]);
  assert.equal(next?.kind, "story");
  assert.deepEqual(things("2026-11-20", { day: "2026-11-20", keys: ["a/one"] }).map(({ kind }) => kind), ["asked", "mock", "loop"]);
  assert.deepEqual(things("2026-11-20", { day: "", keys: [] }).map(({ kind }) => kind), ["mock", "loop"]);
});

test("what the rounds ahead ask for comes first, in the order of the loop, also where much else is told", () => {
  const asks = { competencies: ["unknown", "three", "two"], walkthroughs: ["gone", "talk", "review"] };
  const things = (/** @type {Record<string, any>} */ more) => nextThings({ ...standing(kept(more), HANDBOOK, NOW), asks }, "", PLACES, undefined, NOW);
  const of = (/** @type {string} */ kind, /** @type {Record<string, any>} */ more) => things(more).find((one) => one.kind === kind)?.does;
  assert.equal(of("story", {}), "Write your first story: three");
  assert.equal(of("story", { stories: { a: { ...LETTERS, competencies: ["one"] } } }), "Write a story for “three”");
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`s${at}`, STORY]));
  assert.equal(things({ stories: many })[0]?.does, "Write a story for “three”");
  assert.equal(of("story", { stories: { a: { ...STORY, competencies: ["three"] }, b: { ...LETTERS, competencies: ["two"] } } }), "Write the story for “two” to its end");
  assert.equal(of("mock", {}), "Sit the mock interview “The talk”");
  assert.equal(of("mock", { mocks: mocks(60, 4, 1) }), "Sit the mock interview “The review”");
});

test("why a mock is asked for again is said by what was said in it", () => {
  const why = (/** @type {Record<string, any>} */ sat) => nextThings(standing(kept({ stories: { s: STORY }, mocks: sat }), HANDBOOK, NOW), "", PLACES, undefined, NOW).find((one) => one.kind === "mock")?.why;
  assert.equal(why(mocks(60, 17, 1)), "Your last score, 60, leaves room.");
  assert.equal(why(mocks(90, 4)), "You gave yourself 90, and said 4 of 17 points.");
  assert.equal(why(mocks(90, 17, 1)), "Once may be luck: see whether it goes well again.");
});

test("a score that a friend gave is the friend's, wherever it is named", () => {
  const of = (/** @type {Record<string, any>} */ sat) => {
    const found = standing(kept({ stories: { s: STORY }, mocks: sat }), HANDBOOK, NOW);
    return [found.rows[0]?.rests.split(". ").at(-1), nextThings(found, "", PLACES, undefined, NOW).find((one) => one.kind === "mock")?.why];
  };
  const given = (/** @type {string} */ by, title = "Talk") => ({ m0: { ...mocks(75, 9, 1).m0, title, friends: [{ by, at: "2026-11-20T10:00:00Z" }] } });
  assert.deepEqual(of(given("Marek")), ["One mock interview, 9 of 17 points said, Marek gave you 75.", "Marek gave you 75, and ticked 9 of 17 points."]);
  assert.deepEqual(of(given("", "Another")), ["One mock interview, 9 of 17 points said, a friend gave you 75.", "A friend gave you 75 in “Another”, on the same competency."]);
  assert.match(of({ m0: { ...given("Marek").m0, elapsed: 5 } })[0] ?? "", /your own score 75/);
});

test("a score of another mock on the same competency is said to be of that one", () => {
  const sat = mocks(60, 17, 1);
  sat.m0.title = "Another";
  const why = nextThings(standing(kept({ stories: { s: STORY }, mocks: sat }), HANDBOOK, NOW), "", PLACES, undefined, NOW).find((one) => one.kind === "mock")?.why;
  assert.equal(why, "You gave yourself 60 in “Another”, on the same competency.");
});

test("of a plan's task one reads what is to be done, not only what stands before its first colon", () => {
  const says = (/** @type {string} */ does) => nextThings(standing(kept({}), HANDBOOK, NOW), "2026-12-05", PLACES, { does, path: "plan" }, NOW).find((one) => one.kind === "plan")?.does;
  assert.equal(says("Third: two people in conflict. The sheet asks more."), "Third: two people in conflict");
  assert.equal(says("Easy day. Take a walk without a phone. Sleep."), "Easy day. Take a walk without a phone");
  assert.equal(says("Ask a friend for the four: why so late?"), "Ask a friend for the four");
  assert.equal(says("Read"), "Read");
  const long = says(`${"Say it again with a clock ".repeat(2)}and the notes face down, ${"and then once more ".repeat(4)}.`);
  assert.equal(long, `${"Say it again with a clock ".repeat(2)}and the notes face down …`);
});
