import assert from "node:assert/strict";
import { test } from "node:test";
import { gist, shortened } from "../../../templates/scripts/story/gist.js";
import { Spoken } from "../../../templates/scripts/story/spoken.js";
import { guideIn } from "./guide.js";
import { isBlank, whole } from "../../../templates/scripts/story/story.js";

const EDITORIAL = new Spoken(guideIn("en"));
const MODEL = /** @type {any} */ ({ parts: ["context", "challenge", "actions", "results", "learnings"], outcomes: [], endings: [], turns: [], scales: [], noteKinds: [], rows: 60 });
/** @param {Record<string, unknown>} kept */
const story = (kept) => whole(kept, MODEL, 140);

test("the gist is how it begins, two figures and the habit at its end", () => {
  const parts = { context: "I led nine people. It was spring.", results: "Errors fell from 40 to 3, and nobody left. It cost 10,000 dollars.", learnings: "I was late. I now ask on the first day." };
  assert.deepEqual(gist(story({ parts }), EDITORIAL), { first: "I led nine people.", figures: ["Errors fell from 40 to 3", "and nobody left"], learning: "I now ask on the first day." });
  const measures = [{ what: "Errors in a week", before: "40", after: "3" }, { what: "", before: "1", after: "2" }];
  assert.deepEqual(gist(story({ parts, give: { measures } }), EDITORIAL).figures, ["Errors in a week: 40 → 3", "Errors fell from 40 to 3"]);
  assert.deepEqual(gist(story({}), EDITORIAL), { first: "", figures: [], learning: "" });
});

test("what is long is cut, in a script without blanks, too", () => {
  assert.equal(shortened("one two three", 2), "one two …");
  assert.equal(shortened("one two", 2), "one two");
  assert.equal([...shortened("我".repeat(100), 5)].length, 12);
  assert.equal(shortened("x".repeat(5000), 5).length, 12);
});

test("a story is blank until a word is in it, whatever it is tagged with", () => {
  assert.equal(isBlank(story({ questions: ["q"], themes: ["t"], template: "x", title: " \u200b\n" })), true);
  for (const kept of [{ title: "T" }, { parts: { results: "x" } }, { slots: { a: "x" } }, { give: { more: "x" } }, { give: { notes: [{}] } }]) assert.equal(isBlank(story(kept)), false);
});
