import assert from "node:assert/strict";
import { test } from "node:test";
import { find } from "../../../templates/scripts/search/find.js";
import { Shelf } from "../../../templates/scripts/search/shelf.js";

/** An index of two scripts of words, two of spelling and one of entries: a question known as "layoff", a long page that uses the word, and two stories. */
const NAME = (/** @type {number} */ which, /** @type {number} */ weight, joined = 0) => (which * 64 + weight) * 2 + joined;
const SCRIPTS = /** @type {Record<string, any>} */ ({
  "w0-aaaa": { debt: [[3, NAME(0, 8)], []], depth: [[2, NAME(0, 8)], []], layoff: [[0, NAME(1, 4)], [2 * 6 + 5]], letter: [[1, NAME(0, 8)], []] },
  "w1-bbbb": { team: [[0, NAME(0, 8)], [1 * 6 + 4, 6]], technical: [[2, NAME(0, 8), 1, NAME(0, 8)], []], postmortem: [[1, NAME(1, 8, 1)], []] },
  "s0-cccc": "debt depth layoff letter",
  "s1-dddd": "team technical",
  "e0-eeee": [["Reducing a team", "questions/a.md#a", "Why", "layoff"], ["A letter, late", "stories/b.md", "What", "post mortem"], ["Technical depth", "reference/c.md", "A long page"], ["Technical debt", "stories/d.md", "What"]],
});
const START = { parts: /** @type {[string, number][]} */ ([["about", 10], ["good", 6], ["traps", 5], ["next", 4], ["the telling", 4], ["the page", 3]]), silent: "the a", faint: "thing", kinds: /** @type {[string, number, number, string][]} */ ([["question", 120, 1, "Frage"], ["story", 100, 1, "Geschichte"], ["page", 95, 1, "Seite"], ["story", 90, 1, "Geschichte"]]), starts: "deb pos", words: "aaaabbbb", each: 16, entries: "eeee", letters: "d t", spelling: "ccccdddd", indexes: /** @type {[string, string][]} */ ([]) };

/** @param {string} typed */
async function found(typed) {
  /** @type {string[]} */
  const fetched = [];
  const answer = await find(new Shelf(START, async (name) => (fetched.push(name), SCRIPTS[name])), typed);
  return { ...answer, fetched, kinds: [...answer.results, ...(await answer.rest())].map(({ kind }) => kind) };
}

test("a name that fits beats a page that mentions the word, and says so", async () => {
  const { results, kinds } = await found("layoffs ");
  assert.deepEqual(kinds, ["question", "page"]);
  assert.deepEqual(results.map(({ said }) => said), ["Frage", "Seite"]);
  assert.equal(results[0]?.name, "layoff");
  assert.equal(results[1]?.part, "the page");
});

test("only what the words need is fetched", async () => {
  const { fetched } = await found("layoff");
  assert.deepEqual([...new Set(fetched)], ["w0-aaaa", "s0-cccc", "e0-eeee"]);
  assert.deepEqual([...new Set((await found("lay")).fetched)], ["w0-aaaa", "e0-eeee"]);
});

test("a word that nobody wrote is mended, and the mended one named", async () => {
  const { near, kinds } = await found("lertter");
  assert.deepEqual([near, kinds], [["letter"], ["story"]]);
});

test("where the first letter is wrong, all words are compared", async () => {
  assert.deepEqual((await found("ketter")).near, ["letter"]);
});

test("a beginning may be a whole word with a letter wrong: both are found", async () => {
  assert.deepEqual((await found("technical dept")).kinds, ["page", "story"]);
  assert.deepEqual((await found("technical dept")).near, []);
});

test("a word that is nowhere is said to be missing, and the rest is found", async () => {
  const { missing, kinds } = await found("letter xylophone");
  assert.deepEqual([missing, kinds], [["xylophone"], ["story"]]);
});

test("two words are found where they are one, and one where it is two", async () => {
  assert.deepEqual((await found("lay off")).kinds[0], "question");
  assert.deepEqual((await found("postmortem")).kinds, ["story"]);
});

test("a beginning finds what it may become", async () => {
  assert.deepEqual((await found("lett")).kinds, ["story"]);
});

test("nothing is found by nothing, nor by names of the language", async () => {
  for (const typed of ["", " ", "!?", "constructor", "__proto__", "the"]) assert.deepEqual((await found(typed)).results, [], typed);
});
