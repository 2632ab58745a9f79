import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyDocument, storageKey } from "../../../templates/scripts/keep/document.js";
import { brought, entryNow, nowCalled } from "../../../templates/scripts/keep/moves.js";
import { PARTS } from "../../../templates/scripts/keep/parts.js";
import { Store } from "../../../templates/scripts/keep/store.js";
import { readSheet } from "../../../templates/scripts/mock/friend-sheet.js";
import { hashOf } from "../../../templates/scripts/values/random.js";
import { Shelf } from "./storage.js";

const KEY = storageKey("/handbook/");
const KINDS = ["worksheet", "question", "competency", "principle", "framework", "walkthrough", "plan", "loop"];
/** Every kind has a name that led on twice, one that led on once, and one that never moved. */
const MOVES = {
  ...Object.fromEntries(KINDS.map((kind) => [kind, kind === "principle" ? { "g/a": "g/b", "g/b": "g/c" } : { a: "b", b: "c" }])),
  place: { "stories/a": "stories/b", "stories/b": "stories/c", "questions/c:a": "questions/c:b", "questions/c:b": "questions/c:c", "questions/a": "questions/c" },
};
const FORMER = /"(?:[a-z]+\/|[a-z]+:|mix:)?[ab](?:[/:-][0-9a-z]+)*"/;
let clock = Date.parse("2026-11-21T14:02:00Z");
const now = () => new Date((clock += 1000));
/** @param {string} what @param {() => void} act with what an edition says of its names */
function published(what, act) {
  test(what, () => {
    Object.assign(globalThis, { handbookData: { moves: MOVES } });
    try {
      act();
    } finally {
      Object.assign(globalThis, { handbookData: {} });
    }
  });
}

test("a name leads on to the last of its names, whatever the table says", () => {
  const called = nowCalled({ story: { a: "b", b: "c", x: "y", y: "x", constructor: "d" } });
  assert.deepEqual(["a", "b", "c", "gone", "toString", "constructor"].map((name) => called("story", name)), ["c", "c", "c", "gone", "toString", "d"]);
  assert.deepEqual(["x", "y"].map((name) => called("story", called("story", name))), ["x", "y"].map((name) => called("story", name)));
  assert.equal(called("plan", "a"), "a");
  assert.equal(nowCalled(undefined)("story", "a"), "a");
});

/** @param {number} seed @returns {{whole: any, words: string[]}} a document that may name anything by any of its names, and each word in it, which stands nowhere else */
function anyDocument(seed) {
  let drawn = 0;
  const random = () => hashOf(`${drawn++} of ${seed}`) / 2 ** 32;
  const one = (/** @type {readonly string[]} */ from) => /** @type {string} */ (from[Math.floor(random() * from.length)]);
  const some = (/** @type {readonly string[]} */ from) => from.filter(() => random() < 0.5);
  const [names, principles] = [["a", "b", "c", "d"], ["g/a", "g/b", "g/c", "h/d"]];
  /** @type {string[]} */
  const words = [];
  const word = () => {
    words.push(`W${seed}-${words.length}.`);
    return /** @type {string} */ (words.at(-1));
  };
  const table = (/** @type {readonly string[]} */ of, /** @type {() => unknown} */ value) => Object.fromEntries(some(of).map((name) => [name, value()]));
  const saved = () => new Date(Date.parse("2026-01-01T10:00:00Z") + Math.floor(random() * 1e6) * 1000).toISOString();
  const attempts = () => (random() < 0.5 ? [{ at: saved(), answers: { "field-1": word() }, score: 1, of: 2, confidence: 3 }] : []);
  const mock = () => ({
    walkthrough: "mix",
    questions: some(names),
    wish: { competency: one(names), level: "", minutes: 30 },
    phase: one(names),
    notes: table(names, word),
    transcripts: table(names, word),
    asked: table(names, () => [1]),
    told: table(names, () => "my-own"),
    dictated: some(names),
    mistakes: some(names),
    ticks: some(names).map((name) => `${name}-1`),
    friends: [{ by: "x", ticks: some(names).map((name) => `${name}-2`), says: table(names, word), overall: word() }],
    saved: saved(),
  });
  const at = (/** @type {string} */ name) => new Date(Date.parse("2026-01-01") + names.indexOf(name) * 1000).toISOString();
  const places = ["stories/a", "stories/b", "questions/a:a", "questions/c:b", "stories/d"];
  const [page, part = ""] = one(places).split(":");
  const whole = {
    ...emptyDocument(),
    worksheets: Object.fromEntries(some(names).map((name) => [name, { answers: { "field-1": word(), [`field-${name}`]: word() }, attempts: attempts(), saved: saved() }])),
    stories: { mine: { title: word(), questions: some(names), competencies: some(names), principles: some(principles), template: one(names), saved: saved() } },
    mocks: { "a:1": mock(), "mix:2": mock(), "a:3": { walkthrough: one(names), questions: ["turn-1"], notes: { "turn-1": word() }, saved: saved() } },
    cards: Object.fromEntries(["intent", "twins", "flag", "framework"].flatMap((deck) => some(names).map((name) => [`${deck}:${name}${deck === "flag" ? ":xyz" : ""}`, { log: [{ at: at(name), rating: 3 }], saved: saved() }]))),
    ticks: Object.fromEntries(some(names).map((name) => [`${name}:1:2`, { done: saved(), saved: saved() }])),
    rounds: Object.fromEntries(some(names).map((name) => [`${name}/screen`, { loop: name, round: "screen", saved: saved() }])),
    later: Object.fromEntries(some(places).map((name) => [name, { title: "A", saved: saved() }])),
    place: { reading: { page, part, title: "A", saved: saved() } },
  };
  return { whole, words };
}

test("whatever is kept is kept whole under the names of today, once and for all", () => {
  let [met, meetings] = [0, 0];
  for (let seed = 0; seed < 300; seed++) {
    const { whole, words } = anyDocument(seed);
    const before = JSON.stringify(whole);
    const { whole: after, over, isMoved } = brought(whole, MOVES);
    assert.equal(JSON.stringify(whole), before, "what was read is left as it was");
    const { mocks, ...others } = after;
    const named = JSON.stringify([others, Object.values(mocks)]);
    assert.doesNotMatch(named, FORMER, `seed ${seed}`);
    assert.deepEqual(Object.keys(mocks), Object.keys(whole.mocks), "a session keeps its name, which its recordings have");
    assert.ok(isMoved);
    const held = JSON.stringify([after, over]);
    for (const word of words) assert.ok(held.includes(word), `seed ${seed} lost ${word}`);
    const rows = (/** @type {any} */ of) => new Set(Object.values(of.cards).flatMap(({ log }) => log.map((/** @type {any} */ row) => row.at)));
    assert.deepEqual([...rows(after)].sort(), [...rows(whole)].sort());
    meetings += over.length;
    met += Object.keys(after.worksheets).length < Object.keys(whole.worksheets).length ? 1 : 0;
    const again = brought(after, MOVES);
    assert.equal(again.whole, after, "nothing moves twice");
    assert.ok(!again.isMoved && !again.over.length);
  }
  assert.ok(met > 50 && meetings > 50, "names meet often enough to say so");
});

test("where nothing moved, or nothing that moved is named, a document is left as it is", () => {
  const { whole } = anyDocument(7);
  assert.equal(brought(whole, undefined).whole, whole);
  assert.equal(brought(whole, { worksheet: { z: "y" }, place: { "stories/z": "stories/y" } }).whole, whole);
  assert.equal(brought(whole, {}).isMoved, false);
});

test("of two that have one name now the later stands, with what only the earlier holds", () => {
  const sheet = (/** @type {number} */ day, /** @type {object} */ more) => ({ saved: `2026-02-0${day}T10:00:00.000Z`, ...more });
  const attempt = (/** @type {number} */ day) => ({ at: `2026-01-0${day}T10:00:00.000Z`, answers: {}, score: 1, of: 1, confidence: 1 });
  const older = sheet(1, { answers: { x: "old", only: "here" }, attempts: [attempt(1), attempt(2)] });
  const newer = sheet(2, { answers: { x: "new" }, attempts: [attempt(2), attempt(3)] });
  for (const [a, c] of [[older, newer], [newer, older]]) {
    const { whole, over } = brought(/** @type {any} */ ({ ...emptyDocument(), worksheets: { a, c } }), MOVES);
    assert.deepEqual(whole.worksheets, { c: { ...newer, answers: { x: "new", only: "here" }, attempts: [1, 2, 3].map(attempt) } });
    assert.deepEqual(over, [{ entry: "worksheets/c", at: older.saved, texts: older.answers }]);
  }
});

test("what was deleted under a former name stays deleted, and what is there is not", () => {
  const [early, late] = ["2026-01-01T10:00:00.000Z", "2026-02-01T10:00:00.000Z"];
  const gone = { "worksheets/a": early, "worksheets/b": late, "cards/intent:a": late, "stories/a": late };
  const { whole } = brought(/** @type {any} */ ({ ...emptyDocument(), cards: { "intent:c": { saved: early } }, gone }), MOVES);
  assert.deepEqual(whole.gone, { "worksheets/c": late, "stories/a": late });
});

published("what a browser kept moves as soon as a page is opened, with its earlier versions", () => {
  const shelf = new Shelf();
  const at = "2026-02-01T10:00:00.000Z";
  const [older, newer] = [{ answers: { x: "old" }, saved: at }, { answers: { x: "new" }, saved: "2026-02-02T10:00:00.000Z" }];
  shelf.setItem(KEY, JSON.stringify({ ...emptyDocument(), worksheets: { a: older, c: newer } }));
  shelf.setItem(`${KEY}:earlier:worksheets/a`, JSON.stringify([{ at: "2026-01-01T10:00:00.000Z", texts: { x: "first" } }]));
  const store = new Store(/** @type {any} */ (shelf), KEY, now);
  assert.deepEqual(JSON.parse(shelf.getItem(KEY) ?? "").worksheets, { c: newer });
  assert.equal(shelf.getItem(`${KEY}:earlier:worksheets/a`), null);
  assert.deepEqual(JSON.parse(shelf.getItem(`${KEY}:earlier:worksheets/c`) ?? "").map((/** @type {any} */ one) => one.texts.x), ["first", "old"]);
  assert.deepEqual(store.get("worksheets", "c"), newer);
  // A tab that was open all the while writes by the name it knows.
  const whole = JSON.parse(shelf.getItem(KEY) ?? "");
  shelf.setItem(KEY, JSON.stringify({ ...whole, worksheets: { ...whole.worksheets, a: { answers: { y: "there" }, saved: now().toISOString() } } }));
  store.put("ticks", "b:1:1", { done: at });
  assert.deepEqual(Object.keys(store.read().worksheets), ["c"]);
  assert.deepEqual(store.read().worksheets.c?.answers, { x: "new", y: "there" });
});

published("a copy from before is taken in by the names of today, and the later of two stays", () => {
  const store = new Store(/** @type {any} */ (new Shelf()), KEY, now);
  store.put("worksheets", "c", { answers: { x: "mine" } });
  const copy = { ...emptyDocument(), worksheets: { a: { answers: { x: "before" }, saved: "2026-01-01T10:00:00.000Z" } }, cards: { "intent:a": { saved: "2026-01-01T10:00:00.000Z" } } };
  const { differences } = store.preview(JSON.stringify(copy), "merge");
  assert.deepEqual(differences.map(({ part, id, change }) => [part, id, change]), [["worksheets", "c", "older"], ["cards", "intent:c", "new"]]);
  assert.ok(store.take(JSON.stringify(copy), "merge"));
  assert.deepEqual([store.get("worksheets", "c")?.answers, Object.keys(store.read().cards)], [{ x: "mine" }, ["intent:c"]]);
});

published("a sheet that a friend had for long comes back by the names of today", () => {
  const asks = ["a", "d"].map((id) => ({ id, ask: "Well?", listens: "", points: [{ id: `${id}-1`, text: "Asks" }], probes: [], note: "" }));
  const answers = { by: "Ana", at: "2026-11-21T10:00:00.000Z", ticks: ["a-1"], scores: {}, says: { a: "Too long", d: "Good" }, overall: "" };
  const sheet = (/** @type {string} */ walkthrough) => readSheet(JSON.stringify({ friend: 1, id: "mix:1", title: "A mix", walkthrough, questions: ["a", "d"], story: null, asks, rubric: [], answers })).sheet;
  const mix = sheet("mix");
  assert.deepEqual([mix.questions, mix.asks.map(({ id }) => id), mix.asks[0]?.points[0]?.id], [["c", "d"], ["c", "d"], "c-1"]);
  assert.deepEqual([mix.answers?.ticks, mix.answers?.says], [["c-1"], { c: "Too long", d: "Good" }]);
  const walk = sheet("a");
  assert.deepEqual([walk.walkthrough, walk.asks.map(({ id }) => id), walk.answers?.ticks], ["c", ["a", "d"], ["a-1"]]);
});

test("every part says how it moves", () => {
  const ids = { worksheets: "a", cards: "intent:a", ticks: "a:1:1", rounds: "a/x", later: "stories/a", stories: "a", mocks: "a:1", place: "reading" };
  const called = nowCalled(MOVES);
  const to = PARTS.map((part) => entryNow(`${part}/${ids[part]}`, called));
  assert.deepEqual(to, ["worksheets/c", "stories/a", "mocks/a:1", "cards/intent:c", "ticks/c:1:1", "rounds/c/x", "later/stories/c", "place/reading"]);
  assert.equal(entryNow("tales/a", called), "tales/a");
});
