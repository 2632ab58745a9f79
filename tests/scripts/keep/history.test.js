import assert from "node:assert/strict";
import { test } from "node:test";
import { History, thinned } from "../../../templates/scripts/keep/history.js";
import { Draft } from "../../../templates/scripts/keep/draft.js";
import { Store } from "../../../templates/scripts/keep/store.js";
import { Shelf } from "./storage.js";

const MINUTE = 60_000;
let time = Date.parse("2026-02-26T12:00:00Z");
const now = () => new Date(time);
const how = {
  read: (/** @type {any} */ item) => ({ words: String(item.title ?? "") , title: String(item.title ?? "") }),
  texts: (/** @type {any} */ value) => ({ title: value.title }),
  restore: (/** @type {any} */ value, /** @type {any} */ texts) => void (value.title = texts.title),
};
/** @param {Store} store */
const draftOn = (store) => new Draft(store, "stories", "one", how);
/** @param {Draft<any>} draft @param {string} words */
const write = (draft, words) => {
  draft.edit("title", (value) => void (value.title = words), (value) => value.title);
  draft.save();
};
/** @param {Shelf} shelf */
const storeOn = (shelf) => new Store(/** @type {any} */ (shelf), "handbook:/", now);

test("typing makes no version at every letter; a while, a pause and many words lost do", () => {
  const draft = draftOn(storeOn(new Shelf()));
  for (const words of ["a", "a b", "a b c"]) {
    time += 1000;
    write(draft, words);
  }
  assert.equal(draft.earlier.length, 0);
  time += 11 * MINUTE;
  write(draft, "a b c and after a while a good deal more than forty characters");
  assert.deepEqual(draft.earlier.map(({ texts }) => texts.title), ["a b c"]);
  time += 1000;
  write(draft, "");
  assert.equal(draft.earlier[0]?.texts.title, "a b c and after a while a good deal more than forty characters");
});

test("a version is put back, and what it replaces is a version then", () => {
  const draft = draftOn(storeOn(new Shelf()));
  write(draft, "what I had written on the first evening, all of it");
  time += MINUTE;
  write(draft, "oops");
  const [first] = draft.earlier;
  assert.ok(first);
  draft.restore(first);
  assert.equal(draft.value.title, "what I had written on the first evening, all of it");
  assert.deepEqual(draft.earlier.map(({ texts }) => texts.title), ["oops"]);
});

test("ten are kept, the newer the denser, and no more than fits", () => {
  const versions = Array.from({ length: 200 }, (_, at) => ({ at: new Date(time - (200 - at) * 12 * MINUTE).toISOString(), texts: { a: String(at) } }));
  /** @type {typeof versions} */
  let kept = [];
  for (const one of versions) kept = /** @type {any} */ (thinned([...kept, one], Date.parse(one.at)));
  assert.equal(kept.length, 10);
  assert.equal(kept.at(-1), versions.at(-1));
  const ages = kept.map(({ at }) => time - Date.parse(at));
  assert.ok((ages[0] ?? 0) > 12 * 60 * MINUTE, `the oldest is of ${(ages[0] ?? 0) / MINUTE} minutes ago`);
  assert.ok((ages.at(-2) ?? 0) < 60 * MINUTE);
  const large = Array.from({ length: 8 }, (_, at) => ({ at: new Date(time + at).toISOString(), texts: { a: "x".repeat(30_000) } }));
  assert.equal(thinned(large, time).length, 3);
});

test("earlier versions go first where there is no room, go when everything is erased, and with what was deleted", () => {
  const shelf = new Shelf(4000);
  const store = storeOn(shelf);
  const history = new History(store.shelf, now);
  store.put("stories", "one", { title: "One" });
  history.add("stories/one", { at: now().toISOString(), texts: { title: "x".repeat(2500) } });
  assert.equal(history.versions("stories/one").length, 1);
  assert.equal(store.put("stories", "two", { title: "y".repeat(2500) }), true);
  assert.equal(history.versions("stories/one").length, 0);
  history.add("stories/one", { at: now().toISOString(), texts: { title: "small" } });
  store.remove("stories", "one");
  draftOn(store);
  assert.equal(history.versions("stories/one").length, 0);
  history.add("stories/two", { at: now().toISOString(), texts: { title: "small" } });
  store.erase();
  assert.deepEqual([...shelf.kept.keys()], ["handbook:/"]);
});

test("whatever stands where versions stand, there are versions or none", () => {
  for (const text of ["", "{", "7", "null", '[{"at":"soon","texts":{}}]', '[{"at":"2026-01-01","texts":{"a":7}}]', "[null,[],1]"]) {
    const shelf = new Shelf();
    shelf.setItem("handbook:/:earlier:stories/one", text);
    assert.deepEqual(draftOn(storeOn(shelf)).earlier, []);
  }
  assert.deepEqual(new History(null, now).versions("stories/one"), []);
});

test("where two tabs wrote in one field both texts are kept, and the one that was written over is offered", () => {
  const shelf = new Shelf();
  const [here, there] = [draftOn(storeOn(shelf)), draftOn(storeOn(shelf))];
  let both = 0;
  there.addEventListener("both", () => both++);
  const edit = (/** @type {Draft<any>} */ draft, /** @type {string} */ words) => draft.edit("title", (value) => void (value.title = words), (value) => value.title);
  edit(here, "mine");
  edit(there, "theirs");
  here.save();
  there.save();
  assert.deepEqual([there.value.title, there.others.get("title"), both], ["theirs", "mine", 1]);
  assert.deepEqual(there.earlier.map(({ texts }) => texts.title), ["mine"]);
  edit(there, "theirs and mine, too");
  there.save();
  assert.equal(both, 1);
});
