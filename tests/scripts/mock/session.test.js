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

test("its clock brings nothing back that was erased elsewhere; what one writes does", () => {
  const store = new Store(null, "k");
  const session = sessionOn(store, "a");
  session.save({ stage: "running" });
  store.erase();
  session.beat();
  assert.deepEqual([store.get("mocks", "talk:1"), session.saved], [undefined, undefined]);
  session.note("and then");
  session.beat();
  assert.deepEqual(store.get("mocks", "talk:1")?.notes, { "turn-1": "and then" });
});
