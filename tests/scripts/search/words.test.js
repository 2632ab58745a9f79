import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, loosely, nearest } from "../../../templates/scripts/search/near.js";
import { asked, forms } from "../../../templates/scripts/search/words.js";

const SILENT = new Set("a an the you your me about to how do i had have who are what is of".split(" "));

test("of a sentence, what it is about is looked for", () => {
  assert.deepEqual(asked("Tell me about a time you failed", SILENT), ["failed"]);
  assert.deepEqual(asked("Describe a situation where you had to fire someone!", SILENT), ["fire", "someone"]);
  assert.deepEqual(asked("give me an example of a time when you led", SILENT), ["led"]);
  assert.deepEqual(asked("time management", SILENT), ["time", "management"]);
});

test("where no word says anything, all are looked for", () => {
  assert.deepEqual(asked("who are you", SILENT), ["who", "are", "you"]);
  assert.deepEqual(asked("  ?!  ", SILENT), []);
});

test("however somebody writes 1:1, it is one word", () => {
  for (const typed of ["1:1", "1on1", "1-on-1", "one on one", "One-on-Ones", "1:1s", "one to one", "1 x 1", "one2one"]) assert.deepEqual(asked(typed, SILENT), ["1on1"], typed);
  assert.deepEqual(asked("11 ones", SILENT), ["11", "ones"]);
});

test("a flood of words is cut", () => {
  assert.ok(asked("word ".repeat(10_000) + "x".repeat(10_000), SILENT).length <= 12);
});

test("plural, past and -ing are one word; so are the British and the American", () => {
  for (const group of ["deadline deadlines", "plan planning planned plans", "hire hired hiring hires", "company companies", "fire fired firing", "organise organize organising organized", "behaviour behavior behaviours", "prioritisation prioritization", "centre center", "travelling traveling", "led lead leads", "judgement judgment", "programme program programmes"].map((line) => line.split(" ")))
    assert.equal(new Set(group.map((word) => forms(word).bare)).size, 1, group.map((word) => forms(word).bare).join(" "));
});

test("relatives share a root, strangers do not", () => {
  for (const group of ["estimate estimation estimating", "motivate motivation motivated", "delegate delegation delegating", "promote promotion promoting", "underperformer underperforming underperformance"].map((line) => line.split(" ")))
    assert.equal(new Set(group.map((word) => forms(word).root)).size, 1, group.map((word) => forms(word).root).join(" "));
  for (const [one, other] of [["story", "store"], ["team", "term"], ["process", "project"], ["star", "start"], ["peer", "pee"]]) assert.notEqual(forms(one).bare, forms(other).bare);
});

test("a letter too many, too few, another, or two in the wrong order", () => {
  for (const [typed, meant] of [["underperfomer", "underperformer"], ["stakholder", "stakeholder"], ["dificult", "difficult"], ["leadreship", "leadership"], ["dedline", "deadline"], ["feedbackk", "feedback"]])
    assert.equal(nearest(typed, ["underperformer", "stakeholder", "difficult", "leadership", "deadline", "feedback", "fedora"])[0]?.word, meant);
  assert.deepEqual(nearest("xyz", ["xya"]), []);
  assert.equal(distance("ab", "ba", 2), 1);
  assert.equal(distance("", "abc", 3), 3);
});

test("where nothing is near, what begins alike is a guess", () => {
  assert.deepEqual(loosely("conflagration", ["conflict", "congratulation", "apple"]).slice(0, 1), ["congratulation"]);
});
