import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, stem } from "../../../templates/scripts/search/stem.js";

/** @param {string[]} lines each the forms of one word */
function one(lines) {
  for (const forms of lines.map((line) => line.split(" "))) assert.equal(new Set(forms.map(stem)).size, 1, forms.map((word) => `${word} ${stem(word)}`).join(", "));
}

test("plural, past and -ing are one word", () => {
  one(["deadline deadlines", "plan planning planned plans", "hire hired hiring hires", "company companies", "fire fired firing", "disagree disagreed disagrees disagreement", "call calls called calling", "led lead leads"]);
});

test("so are the British and the American", () => {
  one(["organise organize organising organized", "behaviour behavior behaviours behavioural behavioral", "prioritisation prioritization", "centre center", "travelling traveling", "judgement judgment", "programme program programmes", "defence defense", "dialogue dialog", "fulfil fulfill"]);
});

test("so are relatives, and strangers are not", () => {
  one(["estimate estimation estimating", "motivate motivation motivated", "delegate delegation delegating", "promote promotion promoting", "underperformer underperforming underperformance", "confident confidence"]);
  for (const [one, other] of [["story", "store"], ["team", "term"], ["process", "project"], ["star", "start"], ["peer", "pee"], ["fire", "fir"]]) assert.notEqual(stem(String(one)), stem(String(other)));
});

test("what shares no letters with a word and still is it is looked for, too", () => {
  assert.deepEqual(alike("went"), ["went", "go"]);
  assert.deepEqual(alike("leave"), ["leave", "left", "quit"]);
  assert.deepEqual(alike("team"), ["team"]);
});
