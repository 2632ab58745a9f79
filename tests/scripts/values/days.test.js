import assert from "node:assert/strict";
import { test } from "node:test";
import { daysBetween, daysUntil, dayOf, placeInPlan, planBegins, planFor, weekdayInWords } from "../../../templates/scripts/values/days.js";

const PLANS = [
  { id: "evening", days: 1 },
  { id: "three", days: 3 },
  { id: "week", days: 7 },
];

/** @param {string} day @param {number} [hour] */
const at = (day, hour = 9) => new Date(`${day}T${String(hour).padStart(2, "0")}:30:00`);

test("days are whole and local, also where the clocks change", () => {
  assert.equal(daysBetween("2027-03-27", "2027-03-29"), 2);
  assert.equal(daysBetween("2027-10-30", "2027-11-01"), 2);
  assert.equal(daysUntil("2027-01-01", at("2026-12-31", 23)), 1);
  assert.equal(daysUntil("2027-01-01", at("2027-01-01", 0)), 0);
  assert.equal(dayOf(at("2027-01-01", 23)), "2027-01-01");
});

test("the longest plan that fits is chosen, and the shortest where none does", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 6, 7, 90].map((left) => planFor(PLANS, left)?.id),
    ["evening", "evening", "evening", "three", "three", "week", "week"],
  );
  assert.equal(planFor([{ id: "long", days: 9 }], 2)?.id, "long");
  assert.equal(planFor([], 2), undefined);
});

test("a plan once begun goes on, day by day, to the eve of the interview", () => {
  const days = ["2026-12-03", "2026-12-04", "2026-12-07", "2026-12-09", "2026-12-10"];
  const places = days.map((day) => placeInPlan(PLANS, "2026-12-10", "2026-12-03", at(day)));
  assert.deepEqual(
    places.map((place) => [place?.id, place?.day]),
    [["week", 1], ["week", 2], ["week", 5], ["week", 7], [undefined, undefined]],
  );
});

test("a plan shorter than the time that is left says when it begins", () => {
  assert.deepEqual(placeInPlan(PLANS, "2026-12-15", "2026-12-03", at("2026-12-03")), { id: "week", begins: "2026-12-08", day: 1, startsIn: 5 });
  assert.deepEqual(placeInPlan(PLANS, "2026-12-05", "2026-12-03", at("2026-12-03")), { id: "evening", begins: "2026-12-04", day: 1, startsIn: 1 });
});

test("after the interview there is no plan, and a clock set back does no harm", () => {
  assert.equal(placeInPlan(PLANS, "2026-12-01", "2026-11-20", at("2026-12-02")), undefined);
  assert.equal(placeInPlan(PLANS, "2026-12-10", "2027-05-05", at("2026-12-03"))?.id, "week");
  assert.equal(placeInPlan(PLANS, "2026-12-10", "2026-12-09", at("2026-12-03"))?.id, "week");
});

test("one function says when a plan begins: its last day is the eve, and none begins before its date was set", () => {
  assert.equal(planBegins(7, "2026-12-15", "2026-12-03", "2026-12-03"), "2026-12-08");
  assert.equal(planBegins(7, "2026-12-10", "2026-12-03", "2026-12-07"), "2026-12-03", "it has begun");
  assert.equal(planBegins(21, "2026-12-10", "2026-12-03", "2026-12-07"), "2026-12-03", "longer than the time there was");
  assert.equal(planBegins(1, "2026-12-03", "2026-12-03", "2026-12-03"), "2026-12-03", "on the day itself");
  assert.equal(planBegins(7, "", "", "2026-12-03"), "2026-12-03");
  for (const day of ["2026-12-03", "2026-12-05", "2026-12-09"]) {
    assert.equal(placeInPlan(PLANS, "2026-12-10", "2026-12-03", at(day))?.begins, planBegins(7, "2026-12-10", "2026-12-03", day));
  }
});

test("a day is named as people name it", () => {
  assert.equal(weekdayInWords("2026-12-03"), "Thu 3 December");
});
