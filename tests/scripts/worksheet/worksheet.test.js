import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../../../templates/scripts/keep/store.js";
import { asAnswers, asAttempts, sameAnswers, scoreOf } from "../../../templates/scripts/worksheet/score.js";
import { SheetDraft } from "../../../templates/scripts/worksheet/sheet.js";

const SCALE = (/** @type {number} */ points) => [{ key: "s", kind: /** @type {const} */ ("scale"), points }];

test("a scale gives nothing at its first anchor, all at its fifth, and even steps between, rounded half up", () => {
  const given = (/** @type {number} */ points) => ["1", "2", "3", "4", "5"].map((s) => scoreOf(SCALE(points), { s }).score);
  assert.deepEqual(given(4), [0, 1, 2, 3, 4]);
  assert.deepEqual(given(3), [0, 1, 2, 2, 3]);
  assert.deepEqual(given(10), [0, 3, 5, 8, 10]);
});

test("the total is rounded once, not each answer", () => {
  const fields = ["a", "b", "c"].map((key) => ({ key, kind: /** @type {const} */ ("scale"), points: 1 }));
  assert.deepEqual(scoreOf(fields, { a: "2", b: "2", c: "2" }), { score: 1, of: 3 });
  assert.deepEqual(scoreOf(fields, { a: "2" }), { score: 0, of: 3 });
});

test("a tick gives its points; what is not answered, or not an answer, gives none", () => {
  const fields = [...SCALE(4), { key: "t", kind: /** @type {const} */ ("tick"), points: 2 }];
  assert.equal(scoreOf(fields, { t: true }).score, 2);
  assert.equal(scoreOf(fields, { t: "true", s: "9" }).score, 0);
  assert.equal(scoreOf([{ key: "constructor", kind: "tick", points: 2 }], {}).score, 0);
  assert.deepEqual(scoreOf([], { t: true }), { score: 0, of: 0 });
});

test("answers and attempts from elsewhere are taken for what they are, and no more", () => {
  assert.deepEqual(asAnswers({ a: "x", b: true, c: false, d: 7, e: null, f: { g: 1 } }), { a: "x", b: true });
  assert.deepEqual([null, 7, "x", []].map(asAnswers), [{}, {}, {}, {}]);
  const whole = { at: "2026-02-26T12:00:00.000Z", answers: { a: "x" }, score: 1, of: 2 };
  const odd = [null, 7, {}, { ...whole, at: "never" }, { ...whole, score: "1" }, { ...whole, confidence: "high" }, whole];
  assert.deepEqual(asAttempts(odd), [whole, whole]);
  assert.deepEqual(asAttempts("x"), []);
});

test("attempts come oldest first, whatever their order in the store", () => {
  const at = (/** @type {string} */ day) => ({ at: `${day}T12:00:00Z`, answers: {}, score: 0, of: 0 });
  assert.deepEqual(asAttempts([at("2026-03-01"), at("2026-02-01")]).map((one) => one.at), ["2026-02-01T12:00:00Z", "2026-03-01T12:00:00Z"]);
});

test("the same answers are the same in any order", () => {
  assert.equal(sameAnswers({ a: "1", b: true }, { b: true, a: "1" }), true);
  assert.equal(sameAnswers({ a: "1" }, { a: "1", b: true }), false);
  assert.equal(sameAnswers({ constructor: "x" }, { a: "x" }), false);
});

test("a sheet's draft changes only the fields it is told to", () => {
  const store = new Store(null, "k");
  const [draft, other] = [new SheetDraft(store, "sheet"), new SheetDraft(store, "sheet")];
  draft.answer("a", "1");
  draft.answer("constructor", true);
  draft.save();
  other.answer("constructor", undefined);
  other.answer("c", "3");
  other.save();
  assert.deepEqual(draft.value.answers, { a: "1", c: "3" });
  const attempt = { at: "2026-02-26T12:00:00.000Z", answers: { a: "1" }, score: 1, of: 2 };
  assert.deepEqual([draft.finish(attempt), draft.finish({ ...attempt, at: "2026-02-27T12:00:00.000Z" })], [true, false]);
  draft.empty();
  assert.deepEqual(other.value.answers, {});
  assert.deepEqual(other.value.attempts, [attempt]);
  draft.forget(attempt.at);
  assert.deepEqual(other.value.attempts, []);
});
