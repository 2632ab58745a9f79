import assert from "node:assert/strict";
import { test } from "node:test";
import { language, listing, locale, number, spelled, t, tn, withinSentence } from "../../../templates/scripts/values/language.js";

const SLAVIC = (/** @type {number} */ n) => (n % 10 === 1 && n % 100 !== 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2);

/** @param {object | undefined} spoken @param {() => void} claim */
function speaking(spoken, claim) {
  const page = /** @type {{handbookLanguage?: unknown}} */ (globalThis);
  page.handbookLanguage = spoken;
  try {
    claim();
  } finally {
    delete page.handbookLanguage;
  }
}

const POLISH = { code: "pl", plural: SLAVIC, words: { "{n} card": ["{n} karta", "{n} karty", "{n} kart"], "Kept at {time}": "O {time} zachowano", "{n} week": ["{n} tydzień", "", ""] } };

test("a message has its values where its translation puts them, and stays English where there is none", () => {
  assert.equal(t("Kept at {time}", { time: "14:02" }), "Kept at 14:02");
  speaking(POLISH, () => {
    assert.equal(t("Kept at {time}", { time: "14:02" }), "O 14:02 zachowano");
    assert.equal(t("No such {thing}", { thing: 1 }), "No such 1");
    assert.equal(t("A {place} without a value"), "A {place} without a value");
  });
});

test("a number has as many forms as the language", () => {
  assert.deepEqual([0, 1, 2].map((n) => tn("{n} card", "{n} cards", n)), ["0 cards", "1 card", "2 cards"]);
  speaking(POLISH, () => {
    assert.deepEqual([0, 1, 3, 5, 12, 22].map((n) => tn("{n} card", "{n} cards", n)), ["0 kart", "1 karta", "3 karty", "5 kart", "12 kart", "22 karty"]);
    assert.equal(tn("{n} week", "{n} weeks", 2), "2 weeks");
  });
  speaking({ code: "de", plural: (/** @type {number} */ n) => n !== 1, words: { "{n} card": ["{n} Karte", "{n} Karten"] } }, () => assert.deepEqual([1, 2].map((n) => tn("{n} card", "{n} cards", n)), ["1 Karte", "2 Karten"]));
});

test("numbers and lists are as the language writes them", () => {
  assert.deepEqual([language(), locale(), number(1200), listing(["a", "b", "c"])], ["en", "en-GB", "1,200", "a, b and c"]);
  speaking({ ...POLISH, code: "de" }, () => assert.deepEqual([locale(), number(1200), listing(["a", "b", "c"])], ["de", "1.200", "a, b und c"]));
});

test("a small number is a word in English only, and German keeps its capitals within a sentence", () => {
  assert.deepEqual([spelled(2), spelled(12), withinSentence("Owning Delivery")], ["two", "12", "owning delivery"]);
  speaking({ ...POLISH, code: "de" }, () => assert.deepEqual([spelled(2), withinSentence("Ergebnisse")], ["2", "Ergebnisse"]));
});
