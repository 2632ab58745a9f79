import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock, spoken } from "../../../templates/scripts/mock/clock.js";
import { interviewOf } from "../../../templates/scripts/mock/interview.js";
import { drawMix, interviewFor, mixOf, partOf } from "../../../templates/scripts/mock/mix.js";
import { paceOf } from "../../../templates/scripts/mock/pace.js";
import { levelOf } from "../../../templates/scripts/mock/reader-level.js";
import { asMock, isOnlyLookedAt, MIX } from "../../../templates/scripts/mock/record.js";
import { extremes, historyOf, pointsOf, readingsFor, totalOf, weakestTurns } from "../../../templates/scripts/mock/result.js";
import { nextProbe } from "../../../templates/scripts/mock/probes.js";
import { timesTold } from "../../../templates/scripts/mock/told.js";
import { groundsInWords, toWorkOn, verdictInWords } from "../../../templates/scripts/mock/weighed.js";

const MINUTE = 60_000;

/** @param {string} id @param {Partial<import("../../../templates/scripts/keep/data.js").Question>} [more] @returns {import("../../../templates/scripts/keep/data.js").Question} */
const question = (id, more = {}) => ({ id, ask: `${id}?`, kind: "trunk", competency: "one", levels: ["em"], intent: `why ${id}`, good: ["a", "b"], trap: "t", twins: [], stories: [], path: `questions/one.md#${id}`, ...more });

const BANK = [
  question("first", { twins: ["second"], followUps: ["fifth", "sixth"] }),
  question("second", { twins: ["first"], competency: "two" }),
  question("third", { competency: "two" }),
  question("fourth", { kind: "branch" }),
  question("fifth", { kind: "leaf", levels: ["director"] }),
  question("sixth", { kind: "leaf" }),
];

const WALK = {
  id: "talk",
  path: "walkthroughs/talk.md",
  title: "A talk",
  competency: "one",
  level: "em",
  minutes: 20,
  scenario: ["You have a team."],
  question: "What now?",
  phases: [
    { id: "look", name: "Look", minutes: 8, strong: ["Asks", "Waits"] },
    { id: "act", name: "Act", minutes: 12, strong: ["Says it"] },
  ],
  rubric: [
    { id: "words", name: "Words", points: 60, measures: "", anchors: ["1", "2", "3", "4", "5"] },
    { id: "calm", name: "Calm", points: 40, measures: "", anchors: ["1", "2", "3", "4", "5"] },
  ],
  mistakes: ["Waits too long"],
  turns: [
    { phase: "look", asks: "Well?", mistake: { says: "No", costs: ["words"], because: "It is" }, stronger: { says: "Yes", because: "" }, probe: { asks: "And?", strong: "So" } },
    { phase: "act", asks: "Then?", mistake: { says: "No", costs: ["calm"], because: "It is" }, stronger: { says: "Yes", because: "" }, probe: { asks: "Why?", strong: "So" } },
  ],
  stories: ["tale"],
};
const GUIDE = { competencies: [{ id: "one", title: "One", path: "competencies/one.md" }], stories: [{ id: "tale", title: "Tale", path: "stories/tale.md" }] };

test("a clock counts what ran and not what paused, and never backwards", () => {
  let steady = 1000;
  const clock = new Clock(5000, () => steady);
  assert.equal(clock.spent, 5000);
  clock.start();
  steady += 2500;
  assert.equal(clock.spent, 7500);
  clock.start();
  assert.equal(clock.spent, 7500);
  clock.pause();
  steady += 60_000;
  assert.equal(clock.spent, 7500);
  clock.start();
  steady -= 9999;
  assert.equal(clock.spent, 7500);
  assert.equal(spoken(61_999), "1:01");
});

test("the bar warms towards the end of its phase, and the words change with it", () => {
  const warmth = [0, 5.9, 6, 7.1, 7.2, 7.9, 8.01, 30].map((minutes) => paceOf(WALK.phases, "look", minutes * MINUTE).warmth);
  assert.deepEqual(warmth, [0, 0, 1, 1, 2, 2, 3, 3]);
  assert.equal(paceOf(WALK.phases, "look", 0).nudge, "");
  assert.equal(paceOf(WALK.phases, "look", 8.5 * MINUTE).nudge, 'Time. Finish the sentence and go on to “Act”.');
  assert.equal(paceOf(WALK.phases, "act", 22.5 * MINUTE).nudge, "2 minutes over. Finish the sentence and stop.");
});

test("a phase reached early begins with an empty bar and keeps its place on the clock", () => {
  const pace = paceOf(WALK.phases, "act", 3 * MINUTE);
  assert.deepEqual([pace.begins, pace.ends, pace.share, pace.over], [8 * MINUTE, 20 * MINUTE, 0, 0]);
});

test("the same seed draws the same questions, another draws others", () => {
  const many = Array.from({ length: 40 }, (_, at) => question(`q${at}`));
  const wish = { competency: "", level: "", minutes: 45 };
  assert.deepEqual(drawMix(many, wish, "a"), drawMix(many, wish, "a"));
  assert.notDeepEqual(drawMix(many, wish, "a"), drawMix(many, wish, "b"));
  assert.equal(drawMix(many, wish, "a").length, 6);
});

test("a mix never holds look-alikes, and takes openers while there are any", () => {
  for (const seed of "abcdefghijklmnop") {
    const drawn = drawMix(BANK, { competency: "", level: "em", minutes: 15 }, seed);
    assert.equal(drawn.length, 2);
    assert.ok(!(drawn.includes("first") && drawn.includes("second")), seed);
    assert.ok(drawn.every((id) => BANK.find((one) => one.id === id)?.kind === "trunk"), seed);
  }
});

test("a mix spreads evenly over the competencies", () => {
  const many = Array.from({ length: 40 }, (_, at) => question(`q${at}`, { competency: `c${at % 4}` }));
  const drawn = drawMix(many, { competency: "", level: "", minutes: 56 }, "a");
  assert.deepEqual([0, 1, 2, 3].map((at) => drawn.filter((id) => Number(id.slice(1)) % 4 === at).length), [2, 2, 2, 2]);
});

test("a mix keeps to its level and competency, and is short where the bank is", () => {
  assert.deepEqual(drawMix(BANK, { competency: "one", level: "director", minutes: 60 }, "a"), ["fifth"]);
  assert.deepEqual(drawMix(BANK, { competency: "three", level: "", minutes: 60 }, "a"), []);
});

test("the minutes of a mix add up, and its follow-ups are those of its questions alone", () => {
  const ids = ["first", "third"];
  const mix = mixOf(BANK, [...ids, "no-longer-there"], { competency: "", level: "em", minutes: 31 }, "a", WALK.rubric);
  assert.equal(mix.phases.reduce((sum, phase) => sum + phase.minutes, 0), 31);
  assert.deepEqual(mix.turns.map((turn) => turn.id), ids);
  assert.deepEqual(mix.turns.map(({ probes }) => probes.map((probe) => probe.asks)), [["sixth?"], []], "its own, at the level that was wished; none of a question that has none");
  assert.deepEqual(mix, mixOf(BANK, ids, { competency: "", level: "em", minutes: 31 }, "a", WALK.rubric));
});

test("a mix is scored by the handbook's measure of a told story, and a walkthrough by its own", () => {
  const rubric = [{ id: "point", name: "To the point", points: 100, measures: "", anchors: ["a", "b", "c", "d", "e"] }];
  assert.deepEqual(interviewFor(asMock({ walkthrough: MIX, questions: ["first"] }), [WALK], BANK, rubric)?.rubric, rubric);
  assert.deepEqual(interviewFor(asMock({ walkthrough: "talk" }), [WALK], BANK, rubric)?.rubric, interviewOf(WALK).rubric);
});

test("the first anchor earns nothing, the fifth everything", () => {
  const [words, calm] = interviewOf(WALK).rubric;
  assert.deepEqual([1, 2, 3, 4, 5].map((score) => pointsOf(/** @type {any} */ (words), score)), [0, 15, 30, 45, 60]);
  assert.equal(pointsOf(/** @type {any} */ (calm), undefined), 0);
  assert.deepEqual(totalOf(WALK.rubric, { words: 3, calm: 5 }), { points: 70, of: 100 });
  const odd = WALK.rubric.map((one) => ({ ...one, points: 25 }));
  assert.deepEqual(totalOf(odd, { words: 3, calm: 3 }), { points: 25, of: 50 });
});

/** @param {number} points @param {string[]} ticks @param {object} [more] */
const scored = (points, ticks, more) => asMock({ walkthrough: "talk", stage: "done", of: 100, points, ticks, ...more });
const ALL = ["look-1", "look-2", "act-1"];

test("a guess is weighed against the score, and both against what was ticked", () => {
  const walk = interviewOf(WALK);
  assert.match(verdictInWords(walk, scored(40, ["look-1"], { confidence: 4 })), /expected about 75 of 100 and scored 40.*readier than you were/);
  assert.match(verdictInWords(walk, scored(90, ALL, { confidence: 2 })), /better than you felt/);
  assert.match(verdictInWords(walk, scored(75, ["look-1", "act-1"], { confidence: 4 })), /know how well.*2 of 3 points/);
  assert.equal(verdictInWords(walk, scored(50, ["look-1"])), "");
});

test("who ticked little and scored much is not told that it is known how well it goes", () => {
  const walk = { ...interviewOf(WALK), phases: [{ id: "look", name: "Look", minutes: 8, strong: Array.from({ length: 17 }, (_, at) => `point ${at}`) }] };
  const says = verdictInWords(walk, scored(76, ["look-1", "look-2", "look-3", "look-4"], { confidence: 4 }));
  assert.match(says, /scored 76, and ticked 4 of 17 points\. The score says more than the list/);
  assert.doesNotMatch(says, /know how well/);
  assert.match(verdictInWords(walk, scored(40, walk.phases[0]?.strong.map((_, at) => `look-${at + 1}`) ?? [])), /scored how you said it lower/);
  assert.match(groundsInWords(walk, scored(76, ["look-1"], { scores: { words: 4, calm: 4 } })), /your own choice in 2 of 2 dimensions, 1 of 17 points ticked as said, nothing noted and nothing recorded\./);
});

test("the dimension to work on follows the scores, else the mistakes, else what was not said", () => {
  const walk = interviewOf(WALK);
  const name = (/** @type {object} */ more) => toWorkOn(walk, scored(0, ALL, more))?.dimension.id;
  assert.deepEqual([name({ scores: { words: 5, calm: 2 } }), name({ mistakes: ["turn-2"] }), name({ ticks: ["look-1", "look-2"] }), name({})], ["calm", "calm", "calm", undefined]);
});

test("what was not said is counted once, whatever number of questions of its phase decide", () => {
  const whole = interviewOf(WALK);
  const walk = { ...whole, turns: whole.turns.flatMap((turn) => [turn, { ...turn, id: `${turn.id}-again` }]) };
  const why = (/** @type {import("../../../templates/scripts/mock/interview.js").Interview} */ one) => toWorkOn(one, scored(0, []))?.why;
  assert.ok(why(whole));
  assert.equal(why(walk), why(whole));
});

test("of a result that a friend chose nothing is called one's own", () => {
  const friend = { by: "Jana", at: "2026-11-28T12:00:00.000Z", ticks: ["look-1"], scores: { words: 4, calm: 4 }, says: {}, overall: "" };
  const says = (/** @type {number} */ elapsed) => groundsInWords(interviewOf(WALK), scored(76, ["look-1"], { elapsed, scores: friend.scores, friends: [friend] }));
  assert.equal(says(0), "This rests on what Jana heard: a choice in 2 of 2 dimensions, 1 of 3 points ticked.");
  assert.match(says(60_000), /your own choice in 2 of 2 dimensions.*what Jana heard/);
});

test("the follow-up goes where the answer had nothing", () => {
  const probes = [
    { asks: "Who disagreed with the decision?", strong: "Names them" },
    { asks: "How many people did it cost?", strong: "A figure" },
  ];
  const answer = { strong: ["Says who disagreed"], said: [false], words: "It cost 7 people, and we were late" };
  assert.equal(nextProbe(probes, [], answer), 0);
  assert.equal(nextProbe(probes, [], { ...answer, words: "Ana disagreed with my decision" }), 1);
  assert.equal(nextProbe(probes, [1], { ...answer, words: "Ana disagreed" }), 0);
  assert.equal(nextProbe(probes, [0, 1], answer), -1);
});

test("what was only looked at is known, and is never one that another tab sits", () => {
  const now = new Date("2026-11-21T10:00:00Z");
  const isOnly = (/** @type {object} */ more) => isOnlyLookedAt(asMock({ walkthrough: "talk", stage: "running", notes: { "turn-1": " " }, elapsed: 4000, tab: "b", saved: "2026-11-21T09:00:00Z", ...more }), "a", now);
  assert.deepEqual([isOnly({}), isOnly({ stage: "ready" }), isOnly({ tab: "a", saved: "2026-11-21T09:59:59Z" })], [true, true, true]);
  assert.deepEqual(
    [{ notes: { "turn-1": "x" } }, { turn: 1 }, { elapsed: 61_000 }, { recording: true }, { asked: { "turn-1": [0] } }, { stage: "review" }, { saved: "2026-11-21T09:59:00Z" }, { saved: "" }].map(isOnly),
    Array(8).fill(false),
  );
});

test("the reader's level is what was chosen, else what was sat last, else what the stories say", () => {
  const stories = { a: { give: { level: "director" } }, b: { give: { level: "em" } }, c: { give: { level: "em" } } };
  const sat = { x: asMock({ walkthrough: "talk", started: "2026-11-02" }), y: asMock({ walkthrough: MIX, wish: { level: "staff" }, started: "2026-11-01" }) };
  assert.equal(levelOf({ interview: { level: "vp" }, stories }, sat, [WALK]), "vp");
  assert.equal(levelOf({ interview: {}, stories }, { y: /** @type {any} */ (sat.y) }, [WALK]), "staff");
  assert.equal(levelOf({ interview: {}, stories }, sat, [WALK]), "em");
  assert.equal(levelOf({ interview: {}, stories }, {}, [WALK]), "em");
  assert.equal(levelOf({ interview: {}, stories: {} }, {}, [WALK]), "");
});

test("a story is counted once for each question that it answered", () => {
  const mocks = { a: asMock({ told: { "turn-1": "tale", "turn-2": "other" } }), b: asMock({ told: { "turn-1": "tale" } }) };
  assert.deepEqual([timesTold(mocks, "tale"), timesTold(mocks, "none")], [2, 0]);
});

test("the strongest and the weakest dimension are named where they differ", () => {
  const named = (/** @type {Record<string, number>} */ scores) => Object.values(extremes(WALK.rubric, scores) ?? {}).map((one) => one.id);
  assert.deepEqual(named({ words: 2, calm: 5 }), ["calm", "words"]);
  assert.deepEqual(named({ words: 4, calm: 1 }), ["words", "calm"]);
  assert.deepEqual(named({ words: 3, calm: 3 }), []);
});

test("the weakest is practised by the questions that decide it, and by those left unsaid in a mix", () => {
  const walk = interviewOf(WALK);
  assert.deepEqual(weakestTurns(walk, asMock({ walkthrough: "talk", scores: { words: 5, calm: 2 } })), ["turn-2"]);
  assert.deepEqual(weakestTurns(walk, asMock({ walkthrough: "talk", scores: { words: 3, calm: 3 } })), []);
  const mix = mixOf(BANK, ["first", "third", "fourth"], { competency: "", level: "", minutes: 21 }, "s", WALK.rubric);
  assert.deepEqual(weakestTurns(mix, asMock({ walkthrough: MIX, ticks: ["first-1", "first-2", "third-1"] })), ["fourth", "third"]);
});

test("a part of an interview has its own minutes, phases and dimensions, and counts for nothing but itself", () => {
  const part = partOf(interviewOf(WALK), ["turn-2", "gone"]);
  assert.deepEqual([part.title, part.minutes, part.turns.length], ["A talk, 1 of 2 questions", 12, 1]);
  assert.deepEqual([part.phases.map((one) => one.id), part.rubric.map((one) => one.id)], [["act"], ["calm"]]);
  const record = asMock({ walkthrough: "talk", questions: ["turn-2"], stage: "done", of: 40, points: 40, finished: "2026-11-20T10:00:00Z" });
  assert.equal(interviewFor(record, [WALK], [], [])?.title, part.title);
  assert.equal(interviewFor({ ...record, questions: ["gone"] }, [WALK], [], [])?.title, "A talk");
  assert.deepEqual(historyOf({ record }, "talk"), []);
});

test("what cost most is read first, once each, with the competency's page and a story", () => {
  const mock = asMock({ walkthrough: "talk", scores: { words: 5, calm: 2 }, mistakes: ["turn-1"] });
  assert.deepEqual(
    readingsFor(interviewOf(WALK), mock, GUIDE).map((one) => one.path),
    ["walkthroughs/talk.md#turn-1", "walkthroughs/talk.md#turn-2", "competencies/one.md", "stories/tale.md"],
  );
});

test("the history holds the finished sessions of one interview, oldest first", () => {
  const done = (/** @type {object} */ more) => asMock({ walkthrough: "talk", stage: "done", of: 100, ...more });
  const mocks = {
    b: done({ finished: "2026-11-02T10:00:00Z", points: 60, confidence: 3 }),
    a: done({ finished: "2026-11-01T10:00:00Z", points: 40 }),
    c: done({ stage: "running", points: 1 }),
    d: done({ walkthrough: MIX, points: 2 }),
  };
  assert.deepEqual(historyOf(mocks, "talk").map((one) => [one.score, one.felt]), [[40, -1], [60, 50]]);
});

test("whatever was kept becomes a session, without what does not fit", () => {
  const mock = asMock({ walkthrough: 7, stage: "hacked", turn: -4, elapsed: "long", notes: { a: 1, b: "yes" }, scores: { x: 9, y: 2 }, ticks: "no", confidence: 99, wish: [] });
  assert.deepEqual([mock.walkthrough, mock.stage, mock.turn, mock.elapsed, mock.confidence], ["", "ready", 0, 0, 5]);
  assert.deepEqual([mock.notes, mock.scores, mock.ticks], [{ b: "yes" }, { y: 2 }, []]);
  assert.equal(asMock({ stage: "score" }).stage, "review");
  const more = asMock({
    interviewer: { manner: "shouts", aloud: 1, voice: "v".repeat(999), rate: 99 },
    asked: { a: [1, 1, -1, "x", 1e9], b: "no" },
    told: { a: 5 },
    voice: { a: { seconds: -4, spoken: "x", pauses: 2.7, longest: Infinity } },
    transcripts: { a: "w".repeat(99_999) },
    friends: [7, { by: "Ana", ticks: "no", scores: { x: 9, y: 2 }, says: { a: 1 } }],
  });
  assert.deepEqual([more.interviewer.manner, more.interviewer.aloud, more.interviewer.voice.length, more.interviewer.rate], ["waits", false, 200, 2]);
  assert.deepEqual([more.asked, more.told, more.voice], [{ a: [1], b: [] }, { a: "" }, { a: { seconds: 0, spoken: 0, pauses: 2, longest: 0, stretch: 0 } }]);
  assert.deepEqual([more.transcripts.a?.length, more.friends], [40_000, [{ by: "Ana", at: "", ticks: [], scores: { y: 2 }, says: { a: "" }, overall: "" }]]);
});
