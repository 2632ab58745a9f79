import assert from "node:assert/strict";
import { test } from "node:test";
import { Draft } from "../../../templates/scripts/keep/draft.js";
import { Store } from "../../../templates/scripts/keep/store.js";
import { Shelf } from "./storage.js";

const read = (/** @type {Record<string, unknown>} */ item) => ({ title: String(item.title ?? ""), words: String(item.words ?? "") });
/** @param {Store} store @param {object} [how] */
const draftOn = (store, how = {}) => new Draft(store, "stories", "one", { read, ...how });
/** @param {Draft<any>} draft @param {string} name @param {string} words */
const write = (draft, name, words) => draft.edit(name, (value) => void (value[name] = words));

test("a draft changes one thing and leaves the rest as another left it", () => {
  const store = new Store(null, "k");
  const [here, there] = [draftOn(store), draftOn(store)];
  write(here, "title", "mine");
  write(there, "words", "theirs");
  there.save();
  assert.deepEqual(here.value, { title: "mine", words: "theirs" });
  assert.equal(here.isPending("title"), true);
  here.save();
  assert.equal(here.isPending(), false);
  assert.equal(store.get("stories", "one")?.words, "theirs");
});

test("what was deleted elsewhere comes back only once something is written", () => {
  const store = new Store(null, "k");
  const draft = draftOn(store);
  assert.equal(draft.isDeleted, false);
  write(draft, "title", "mine");
  draft.save();
  store.remove("stories", "one");
  draft.save();
  assert.deepEqual([draft.isDeleted, draft.value.title, store.get("stories", "one")], [true, "mine", undefined]);
  write(draft, "words", "more");
  draft.save();
  assert.deepEqual([draft.isDeleted, store.get("stories", "one")?.title], [false, "mine"]);
});

test("before it is kept for the first time it is what it starts as, and each write notes what it must", () => {
  const store = new Store(null, "k");
  const draft = draftOn(store, { start: { title: "begun", words: "" }, stamp: (/** @type {any} */ value) => void (value.words = "stamped") });
  assert.deepEqual([draft.value.title, draft.isDeleted], ["begun", false]);
  draft.write();
  assert.deepEqual([store.get("stories", "one")?.title, store.get("stories", "one")?.words], ["begun", "stamped"]);
});

test("it tells its own writes from those of others, and none once it is left", () => {
  const store = new Store(null, "k");
  const [here, there] = [draftOn(store), draftOn(store)];
  /** @type {string[]} */
  const said = [];
  for (const event of ["edit", "saved", "other"]) here.addEventListener(event, () => said.push(event));
  write(here, "title", "a");
  here.save();
  write(there, "title", "b");
  there.save();
  write(here, "title", "c");
  here.leave(false);
  there.write();
  assert.deepEqual(said, ["edit", "saved", "other", "edit"]);
  assert.equal(store.get("stories", "one")?.title, "b");
});

test("what was typed before everything was erased elsewhere is not written back, and stays on the screen until one writes on", () => {
  const shelf = new Shelf();
  const [mine, theirs] = [new Store(/** @type {any} */ (shelf), "k"), new Store(/** @type {any} */ (shelf), "k")];
  for (const isKept of [true, false]) {
    const draft = new Draft(mine, "stories", isKept ? "kept" : "new", { read });
    if (isKept) {
      write(draft, "title", "kept");
      draft.save();
    }
    write(draft, "words", "SECRET");
    theirs.erase();
    draft.save();
    assert.doesNotMatch(shelf.getItem("k") ?? "", /SECRET|kept/);
    assert.deepEqual([draft.isDeleted, draft.isPending(), draft.value.words], [true, false, "SECRET"]);
    draft.save();
    assert.doesNotMatch(shelf.getItem("k") ?? "", /SECRET/);
    write(draft, "title", "on");
    draft.save();
    assert.match(shelf.getItem("k") ?? "", /SECRET/);
    assert.equal(draft.isDeleted, false);
    draft.leave();
  }
});
