import assert from "node:assert/strict";
import { test } from "node:test";
import { broughtUpToDate, ImportError, NewerError, VERSION } from "../../../templates/scripts/keep/versions.js";

const STEPS = [
  (/** @type {any} */ whole) => ({ ...whole, stories: whole.tales }),
  (/** @type {any} */ whole) => ({ ...whole, count: Object.keys(whole.stories).length }),
];

test("an older document takes every step from its version to today's, and only those", () => {
  assert.deepEqual(broughtUpToDate({ version: 0, tales: { a: {} } }, STEPS), { version: 2, tales: { a: {} }, stories: { a: {} }, count: 1 });
  assert.deepEqual(broughtUpToDate({ version: 1, stories: {} }, STEPS), { version: 2, stories: {}, count: 0 });
  assert.deepEqual(broughtUpToDate({ version: 2, any: 1 }, STEPS), { version: 2, any: 1 });
});

test("a document of an edition yet to come is told from one that has no version", () => {
  assert.throws(() => broughtUpToDate({ version: VERSION + 1 }), NewerError);
  for (const version of [undefined, null, "1", -1, 1.5, Number.NaN]) {
    assert.throws(() => broughtUpToDate({ version }), (error) => error instanceof ImportError && !(error instanceof NewerError) && /no version/.test(error.message));
  }
});

test("today's version is as many steps as there are, and the oldest document reaches it", () => {
  assert.equal(broughtUpToDate({ version: 0 }).version, VERSION);
});
