import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../../../templates/scripts/drill/memory.js";
import { inARow, mondayOf, practised, recallOf, weeks } from "../../../templates/scripts/readiness/history.js";
import { emptyDocument } from "../../../templates/scripts/keep/document.js";
import { daysAfter } from "../../../templates/scripts/values/days.js";

/** @typedef {import("../../../templates/scripts/drill/cards.js").Card} Card */
const TODAY = "2026-11-21";
const at = (/** @type {string} */ day) => new Date(`${day}T09:30:00`);
const DONE = { cards: 1, mocks: 0, sheets: 0, minutes: 0 };

test("a card counts once a day, an interview when it is finished, and minutes also where it is not", () => {
  const once = answered(answered(undefined, 1, at("2026-11-19")), 3, at("2026-11-19"));
  const kept = { ...emptyDocument(), cards: { a: answered(once, 3, at("2026-11-21")), b: once, c: { suspended: true } }, mocks: { x: { stage: "done", finished: at("2026-11-20").toISOString(), elapsed: 90_000 }, y: { stage: "running", started: at("2026-11-20").toISOString(), elapsed: 600_000 }, z: { elapsed: "long" } }, worksheets: { s: { attempts: [{ at: at("2026-11-21").toISOString() }, null] } } };
  assert.deepEqual([...practised(/** @type {any} */ (kept))], [
    ["2026-11-19", { ...DONE, cards: 2 }],
    ["2026-11-21", { ...DONE, cards: 1, sheets: 1 }],
    ["2026-11-20", { ...DONE, cards: 0, mocks: 1, minutes: 12 }],
  ]);
});

test("the weeks reach from the first that was practised to that of the interview, sixteen at most, and this one is among them", () => {
  assert.equal(mondayOf(TODAY), "2026-11-16");
  assert.equal(mondayOf("2026-11-22"), "2026-11-16");
  const found = weeks(new Map([["2026-11-10", DONE]]), "2026-12-01", TODAY);
  assert.deepEqual([found.length, found[0]?.[0]?.day, found.at(-1)?.[6]?.day], [4, "2026-11-09", "2026-12-06"]);
  assert.deepEqual(found.flat().filter(({ isAhead }) => isAhead)[0]?.day, "2026-11-22");
  for (const first of [0, 40, 400]) {
    for (const ahead of [-1, 0, 10, 100, 1000]) {
      const rows = weeks(new Map([[daysAfter(TODAY, -first), DONE]]), ahead < 0 ? "" : daysAfter(TODAY, ahead), TODAY);
      assert.ok(rows.length <= 16 && rows.flat().some(({ day }) => day === TODAY), `${first} days back, ${ahead} ahead`);
    }
  }
});

test("days in a row end today or yesterday", () => {
  const days = (/** @type {number[]} */ ...ago) => new Map(ago.map((one) => [daysAfter(TODAY, -one), DONE]));
  assert.deepEqual([days(), days(0), days(1, 2), days(0, 1, 3), days(2, 3)].map((one) => inARow(one, TODAY)), [0, 1, 2, 2, 0]);
});

test("what is known stands by competency, the least first, what was never met last", () => {
  const card = (/** @type {string} */ id, /** @type {string} */ of) => /** @type {Card} */ (/** @type {unknown} */ ({ id, competencies: [of] }));
  const cards = [card("a", "one"), card("b", "two"), card("c", "two"), card("d", "three")];
  const kept = { ...emptyDocument(), cards: { a: answered(undefined, 4, at(TODAY)), b: answered(undefined, 3, at("2026-11-01")), c: answered(undefined, 1, at(TODAY)) } };
  const names = ["one", "two", "three"].map((id) => ({ id, title: id, path: id }));
  const rows = recallOf(names, cards, /** @type {any} */ (kept), at(TODAY));
  assert.deepEqual(rows.map(({ id, met, all }) => [id, met, all]), [["two", 2, 2], ["one", 1, 1], ["three", 0, 1]]);
  assert.ok(rows[0] && rows[0].known > 0.2 && rows[0].known < 0.5);
});
