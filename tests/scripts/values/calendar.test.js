import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar } from "../../../templates/scripts/values/calendar.js";

const plan = { id: "short", title: "Short; but whole", schedule: [{ day: 1, tasks: [{ does: "Read, then speak", minutes: 20 }, { does: "é".repeat(60), minutes: 5 }] }, { day: 3, tasks: [] }] };
const made = () => calendar(plan, "a.handbook", "2026-12-30", new Date("2026-11-21T06:00:00Z"));

test("an event for each day, over the end of a year", () => {
  assert.deepEqual(made().match(/DTSTART.*/g)?.map((line) => line.trim()), ["DTSTART;VALUE=DATE:20261230", "DTSTART;VALUE=DATE:20270101"]);
  assert.match(made(), /UID:short-3@a\.handbook\r\n/);
});

test("no line is longer than 75 octets, and folding loses nothing", () => {
  const lines = made().split("\r\n");
  assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75));
  assert.ok(made().replaceAll("\r\n ", "").includes(`5 min: ${"é".repeat(60)}`));
});

test("what means something in the format is escaped", () => {
  assert.ok(made().includes("X-WR-CALNAME:Short\\; but whole\r\n"));
  assert.ok(made().replaceAll("\r\n ", "").includes("DESCRIPTION:20 min: Read\\, then speak\\n5 min"));
});
