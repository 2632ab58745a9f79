import assert from "node:assert/strict";
import { test } from "node:test";
import { storageKey } from "../../../templates/scripts/keep/document.js";
import { countToNext } from "../../../templates/scripts/keep/next-round.js";
import { Store } from "../../../templates/scripts/keep/store.js";
import { Shelf } from "./storage.js";

const TODAY = "2026-11-28";

/** @param {string} date of the interview @param {string[]} days of the rounds @returns {Store} */
function kept(date, ...days) {
  const store = new Store(new Shelf(), storageKey("/handbook/"), () => new Date(`${TODAY}T12:00:00`));
  store.setInterview({ date, set: "2026-11-01" });
  for (const [at, day] of days.entries()) store.put("rounds", `a/${at}`, { loop: "a", round: String(at), date: day });
  countToNext(store);
  return store;
}

test("a day that has passed gives way to the earliest round that is ahead, and was set when it was, so that a plan goes on", () => {
  const { interview } = kept("2026-11-27", "2026-11-27", "2026-12-09", "2026-12-01", "").read();
  assert.deepEqual([interview.date, interview.set, interview.goal], ["2026-12-01", "2026-11-01", 10]);
});

test("a round of today is ahead", () => {
  assert.equal(kept("2026-11-27", "2026-12-01", TODAY).read().interview.date, TODAY);
});

for (const [what, date, days] of /** @type {[string, string, string[]][]} */ ([
  ["every round has passed", "2026-11-27", ["2026-11-20", "2026-11-27"]],
  ["no round has a day", "2026-11-27", [""]],
  ["there is no loop", "2026-11-27", []],
  ["the day is today", TODAY, ["2026-12-01"]],
  ["the day is ahead, and of the reader's own choice", "2026-12-24", ["2026-12-01"]],
  ["no day was set", "", ["2026-12-01"]],
])) {
  test(`the day of the interview stays where ${what}`, () => {
    assert.equal(kept(date, ...days).read().interview.date, date);
  });
}
