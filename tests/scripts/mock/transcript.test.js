import assert from "node:assert/strict";
import { test } from "node:test";
import { shownBy, shownInWords } from "../../../templates/scripts/mock/transcript.js";

const EDITORIAL = /** @type {any} */ ({ guide: { reasons: [] }, wordsIn: (/** @type {string} */ text) => text.split(" ").length, voices: () => ({ own: 1, shared: 0 }), hasNumber: () => false });
const ENGLISH = "um; uh; er; erm; like; you know; i mean; basically; actually; literally; kind of; sort of; or something; and stuff";

/** @param {string} text */
const fillers = (text) => shownBy(text, EDITORIAL).fillers;

test("words that only fill are counted, the most frequent first", () => {
  assert.deepEqual(fillers("Um, you know, I asked, um, him."), [["um", 2], ["you know", 1]]);
  assert.match(shownInWords(shownBy("Um, no.", EDITORIAL), 0), /1 filling word \(\u201cum\u201d 1\)/);
});

test("another language has others, and its pronouns are none", () => {
  const page = /** @type {{handbookLanguage?: unknown}} */ (globalThis);
  page.handbookLanguage = { code: "de", plural: () => 1, words: { [ENGLISH]: "\u00e4h; sozusagen" } };
  try {
    assert.deepEqual(fillers("Er fragte, \u00e4h, ob er sozusagen darf."), [["\u00e4h", 1], ["sozusagen", 1]]);
  } finally {
    delete page.handbookLanguage;
  }
});
