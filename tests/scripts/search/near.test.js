import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, loosely, nearest } from "../../../templates/scripts/search/near.js";

test("a letter too many, too few, another, or two in the wrong order", () => {
  for (const [typed, meant] of [["underperfomer", "underperformer"], ["stakholder", "stakeholder"], ["dificult", "difficult"], ["leadreship", "leadership"], ["dedline", "deadline"], ["feedbackk", "feedback"]])
    assert.equal(nearest(typed, ["underperformer", "stakeholder", "difficult", "leadership", "deadline", "feedback", "fedora"])[0]?.word, meant);
  assert.deepEqual(nearest("xyz", ["xya"]), []);
  assert.equal(distance("ab", "ba", 2), 1);
  assert.equal(distance("", "abc", 3), 3);
});

test("of an unfinished word the beginning is compared, and a whole word that is as near stays", () => {
  assert.deepEqual(nearest("roerg", ["reorganisation", "rework"], true).map(({ word }) => word), ["reorganisation"]);
  assert.deepEqual(nearest("roerg", ["reorganisation", "rework"]), []);
  assert.deepEqual(nearest("deline", ["deliberate", "deadline"], true).map(({ word }) => word), ["deliberate", "deadline"]);
  assert.equal(distance("reoorg", "reorganis", 2, true), 1);
});

test("where nothing is near, what begins alike is a guess", () => {
  assert.deepEqual(loosely("conflagration", ["conflict", "congratulation", "apple"]).slice(0, 1), ["congratulation"]);
});
