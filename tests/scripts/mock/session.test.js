import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../../../templates/scripts/keep/store.js";
import { asMock } from "../../../templates/scripts/mock/record.js";
import { MockSession } from "../../../templates/scripts/mock/session.js";

const INTERVIEW = /** @type {any} */ ({ turns: [{ id: "turn-1", phase: "look" }, { id: "turn-2", phase: "act" }], rubric: [] });
let steady = 0;
/** @param {string} tab */
const env = (tab) => ({ steady: () => steady, now: () => new Date("2026-11-21T09:30:00Z"), tab });
/** @param {Store} store @param {string} tab */
const sessionOn = (store, tab) => new MockSession("talk:1", asMock(store.get("mocks", "talk:1") ?? { walkthrough: "talk" }), INTERVIEW, store, env(tab));

test("a session keeps its notes, its time and its place", () => {
  const store = new Store(null, "k");
  const session = sessionOn(store, "a");
  session.clock.start();
  steady += 1500;
  session.note("first");
  session.save({ turn: 1 });
  const kept = /** @type {any} */ (store.get("mocks", "talk:1"));
  assert.deepEqual([kept.notes, kept.turn, kept.phase, kept.elapsed, kept.tab], [{ "turn-1": "first", "turn-2": "" }, 1, "act", 1500, "a"]);
});

test("the session that another tab takes over ends here, and writes no more", () => {
  const store = new Store(null, "k");
  const here = sessionOn(store, "a");
  here.save({ stage: "running" });
  let isTakenOver = false;
  here.addEventListener("takenOver", () => (isTakenOver = true));
  here.note("too late");
  sessionOn(store, "b").save();
  assert.equal(isTakenOver, true);
  here.draft.save();
  assert.deepEqual([store.get("mocks", "talk:1")?.tab, store.get("mocks", "talk:1")?.notes], ["b", { "turn-1": "" }]);
});

test("what was erased elsewhere is not written back, by the clock or by a word, until somebody says so", () => {
  const store = new Store(null, "k");
  const session = sessionOn(store, "a");
  session.save({ stage: "running" });
  let times = 0;
  session.addEventListener("erased", () => times++);
  session.note("while it is erased");
  store.erase();
  session.draft.save();
  session.save({ turn: 1 });
  session.leave();
  assert.deepEqual([store.get("mocks", "talk:1"), session.saved, times], [undefined, undefined, 1]);
  const next = sessionOn(store, "a");
  next.save();
  next.note("and then");
  store.remove("mocks", "talk:1");
  next.revive();
  assert.deepEqual(store.get("mocks", "talk:1")?.notes, { "turn-1": "and then" });
});

test("a follow-up is remembered with its own question", () => {
  const session = sessionOn(new Store(null, "k"), "a");
  session.probe(1);
  session.save({ turn: 1 });
  assert.deepEqual(session.asked, []);
  session.save({ turn: 0 });
  assert.deepEqual(session.asked, [1]);
});

test("what the browser heard is added to the words of its own question, and marked", () => {
  const session = sessionOn(new Store(null, "k"), "a");
  session.write("turn-1", "I began");
  session.hear("turn-1", "and then");
  session.hear("turn-2", "");
  assert.deepEqual([session.mock.transcripts, session.mock.dictated], [{ "turn-1": "I began and then" }, ["turn-1"]]);
});
