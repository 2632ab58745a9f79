import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../../../templates/scripts/drill/memory.js";
import { nextThings } from "../../../templates/scripts/readiness/next.js";
import { standing } from "../../../templates/scripts/readiness/verdict.js";
import { emptyDocument } from "../../../templates/scripts/keep/document.js";

const NOW = new Date("2026-11-21T09:30:00");
const COMPETENCIES = ["one", "two", "three"].map((id) => ({ id, title: id, path: `competencies/${id}.md`, sheet: `worksheets/story-sheet-${id}.md` }));
const CARDS = /** @type {any[]} */ (Array.from({ length: 12 }, (_, at) => ({ id: `intent:q${at}`, deck: "intents", competencies: ["one"], levels: [] })));
const MODEL = /** @type {any} */ ({ parts: ["context", "challenge", "actions", "results", "learnings"], outcomes: [], endings: [], turns: [], scales: [], noteKinds: [], rows: 60 });
const HANDBOOK = { guide: { competencies: COMPETENCIES, wordsAMinute: 140, model: MODEL }, walkthroughs: [{ id: "talk", competency: "one" }], questions: [{ id: "q", competency: "two" }], cards: CARDS };
const PLACES = {
  pages: { "my-stories": "stories", "mock-interview": "mock", drill: "drill", stories: "read" },
  sheet: (/** @type {string} */ id) => `sheet-${id}`,
  walkthrough: (/** @type {string} */ id) => (id === "one" ? { title: "Talk", path: "mock#talk" } : undefined),
};
const STORY = { title: "S", parts: { context: "a", challenge: "b", actions: "c", results: "d", learnings: "e" }, thirty: "f", competencies: ["one"] };

/** @param {Partial<import("../../../templates/scripts/keep/document.js").Document>} more */
const kept = (more) => ({ ...emptyDocument(), ...more });
/** @param {Partial<import("../../../templates/scripts/keep/document.js").Document>} more */
const verdicts = (more) => standing(kept(more), HANDBOOK, NOW).rows.map((row) => row.verdict);
/** @param {Partial<import("../../../templates/scripts/keep/document.js").Document>} more @param {string} date @param {{does: string, path: string}} [task] */
const kinds = (more, date, task) => nextThings(standing(kept(more), HANDBOOK, NOW), date, PLACES, task, NOW).map((one) => one.kind);

test("nothing kept is nothing yet", () => {
  assert.deepEqual(verdicts({}), ["none", "none", "none"]);
});

test("a whole story alone is begun, and ready with something that went well", () => {
  const stories = { s: STORY };
  const mock = (/** @type {number} */ points, walkthrough = "talk") => ({ m: { walkthrough, stage: "done", finished: "2026-11-20T10:00:00Z", points, of: 100 } });
  assert.equal(verdicts({ stories })[0], "begun");
  assert.equal(verdicts({ stories, mocks: mock(79) })[0], "begun");
  assert.equal(verdicts({ stories, mocks: mock(80) })[0], "ready");
  assert.equal(verdicts({ mocks: mock(100) })[0], "begun");
  assert.equal(verdicts({ stories, worksheets: { "story-sheet-one": { attempts: [{ score: 1, of: 5 }, { score: 5, of: 5 }] } } })[0], "ready");
  assert.equal(verdicts({ stories: { s: { ...STORY, thirty: "" } }, mocks: mock(100) })[0], "begun");
});

test("a mix counts for the competencies it asked about", () => {
  const mocks = { m: { walkthrough: "mix", questions: ["q"], stage: "done", finished: "2026-11-20T10:00:00Z", points: 90, of: 100 } };
  assert.deepEqual(standing(kept({ mocks }), HANDBOOK, NOW).rows.map((row) => row.mock), ["none", "ready", "none"]);
});

test("cards count while they will still be known on the day", () => {
  const cards = Object.fromEntries(CARDS.map((card) => [card.id, /** @type {any} */ (answered(undefined, 3, NOW))]));
  const known = (/** @type {string} */ date) => standing(kept({ cards, interview: { date, goal: 10, set: "" } }), HANDBOOK, NOW).known;
  assert.equal(known(""), 12);
  assert.equal(known("2026-11-22"), 12);
  assert.equal(known("2027-11-21"), 0);
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
  const mocks = { m: { walkthrough: "talk", title: "Talk", stage: "running" } };
  assert.equal(kinds({ mocks }, "")[0], "mock");
});

test("on the last day no new story and no mock is asked for", () => {
  for (const date of ["2026-11-21", "2026-11-22"]) {
    const things = nextThings(standing(kept({ stories: { s: STORY } }), HANDBOOK, NOW), date, PLACES, undefined, NOW);
    assert.ok(things.every((one) => !/Write|mock/.test(one.does)), JSON.stringify(things));
    assert.match(things[0]?.does ?? "", /thirty seconds/);
  }
});

test("on the last evening the plan's next task comes first, on the day itself what is there is said aloud", () => {
  const task = { does: "Choose four events", path: "plan" };
  const first = (/** @type {string} */ date) => nextThings(standing(kept({ stories: { s: STORY } }), HANDBOOK, NOW), date, PLACES, task, NOW)[0]?.kind;
  assert.equal(first("2026-11-22"), "plan");
  assert.equal(first("2026-11-21"), "story");
});
