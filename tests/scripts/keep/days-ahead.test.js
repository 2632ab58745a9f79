import assert from "node:assert/strict";
import { test } from "node:test";
import { passedRounds, planned, putAside } from "../../../templates/scripts/keep/days-ahead.js";
import { storageKey } from "../../../templates/scripts/keep/document.js";
import { Store } from "../../../templates/scripts/keep/store.js";
import { placeInPlan } from "../../../templates/scripts/values/days.js";
import { Shelf } from "./storage.js";

const TODAY = "2026-11-28";
/** @param {string} day @returns {string} as the page "My stories" names a story that is begun then */
const begun = (day) => `${new Date(`${day}T19:00:00`).getTime().toString(36)}-x1`;

/** @param {string[]} days of the rounds @returns {Store} */
function kept(...days) {
  const store = new Store(new Shelf(), storageKey("/handbook/"), () => new Date(`${TODAY}T12:00:00`));
  for (const [at, day] of days.entries()) store.put("rounds", `a/${at}`, { loop: "a", round: String(at), date: day, order: at });
  return store;
}

test("of each round that has passed something is to be written down, until a story is begun since", () => {
  const store = kept("2026-11-20", "2026-11-26", "2026-11-26", TODAY, "2026-12-03", "");
  assert.deepEqual(passedRounds(store.read(), TODAY), { day: "2026-11-26", keys: ["a/0", "a/1", "a/2"] });
  store.put("stories", begun("2026-11-21"), { title: "x" });
  store.put("stories", "1-x", { title: "taken from a file" });
  assert.deepEqual(passedRounds(store.read(), TODAY), { day: "2026-11-26", keys: ["a/1", "a/2"] });
  store.put("stories", begun("2026-11-27"), { title: "x" });
  assert.deepEqual(passedRounds(store.read(), TODAY), { day: "", keys: [] });
});

test("what is put aside stays so, and the round stays as it was", () => {
  const store = kept("2026-11-20", "2026-11-26");
  putAside(store, ["a/1"]);
  assert.deepEqual(passedRounds(store.read(), TODAY), { day: "2026-11-20", keys: ["a/0"] });
  const { saved: _, ...round } = store.get("rounds", "a/1") ?? {};
  assert.deepEqual(round, { loop: "a", round: "1", date: "2026-11-26", order: 1, noted: true });
});

test("a plan counts to the day with most rounds, of several such to the last, and does not begin anew when a round has passed", () => {
  const kept = (/** @type {string[]} */ ...days) => ({ interview: { date: days[0] ?? "", goal: 10, set: "2026-11-20" }, rounds: Object.fromEntries(days.map((date, at) => [`a/${at}`, { loop: "a", round: String(at), date }])) });
  const to = (/** @type {ReturnType<typeof kept>} */ one, today = TODAY) => planned(one, today).date;
  const loop = kept("2026-12-01", "2026-12-08", "2026-12-08", "2026-12-15", "");
  assert.equal(to(loop), "2026-12-08");
  assert.equal(to(loop, "2026-12-09"), "2026-12-15");
  assert.equal(to(kept("2026-12-01", "2026-12-08")), "2026-12-08");
  assert.equal(to({ ...loop, interview: { ...loop.interview, date: "2026-12-05" } }), "2026-12-05");
  assert.equal(to({ ...loop, interview: { ...loop.interview, date: "2026-11-20" } }), "2026-12-08");
  assert.equal(to(kept("2026-11-20", "2026-11-27")), "2026-11-20");
  const days = [3, 7, 14].map((days) => ({ id: String(days), days }));
  for (const [today, next, day] of /** @type {const} */ ([["2026-11-29", "2026-12-01", 5], ["2026-12-01", "2026-12-01", 7], ["2026-12-02", "2026-12-08", 8]])) {
    const counted = planned({ ...loop, interview: { ...loop.interview, date: next } }, today);
    assert.deepEqual(placeInPlan(days, counted.date, counted.set, new Date(`${today}T12:00:00`)), { id: "14", begins: "2026-11-24", day: day + 1, startsIn: 0 });
  }
});

test("where no round has passed there is nothing to write about", () => {
  assert.equal(passedRounds(kept(TODAY, "2026-12-03", "").read(), TODAY), undefined);
});
