import assert from "node:assert/strict";
import { test } from "node:test";
import { ImportError, emptyDocument, formerKey, readDocument, storageKey, unreadIn } from "../../../templates/scripts/keep/document.js";
import { differences, merged, withGone } from "../../../templates/scripts/keep/merge.js";
import { Store } from "../../../templates/scripts/keep/store.js";
import { Shelf } from "./storage.js";

const KEY = storageKey("/handbook/");
let clock = Date.parse("2026-11-21T14:02:00Z");
/** @param {Shelf} shelf */
const storeOn = (shelf) => new Store(shelf, KEY, () => new Date((clock += 1000)));

test("two tabs that write in turn keep what the other wrote", () => {
  const shelf = new Shelf();
  const [one, other] = [storeOn(shelf), storeOn(shelf)];
  one.put("worksheets", "first", { answers: { a: "1" } });
  other.put("worksheets", "second", { answers: { b: "2" } });
  one.put("ticks", "week:1:1", { done: "2026-11-21T14:02:00.000Z" });
  other.setInterview({ date: "2026-12-01" });
  assert.deepEqual(Object.keys(one.read().worksheets), ["first", "second"]);
  assert.equal(one.read().interview.date, "2026-12-01");
  assert.deepEqual(Object.keys(other.read().ticks), ["week:1:1"]);
});

test("what does not fit is reported, still shown, and kept as soon as there is room", () => {
  const shelf = new Shelf(700);
  const store = storeOn(shelf);
  /** @type {string[]} */
  const states = [];
  store.addEventListener("state", () => states.push(store.state));
  assert.equal(store.put("stories", "short", { text: "x".repeat(200) }), true);
  assert.equal(store.put("stories", "long", { text: "y".repeat(600) }), false);
  assert.equal(store.get("stories", "long")?.text, "y".repeat(600));
  assert.equal(JSON.parse(shelf.getItem(KEY) ?? "").stories.short.text.length, 200);
  shelf.room = 5000;
  assert.equal(store.put("stories", "third", {}), true);
  assert.deepEqual(Object.keys(JSON.parse(shelf.getItem(KEY) ?? "").stories).sort(), ["long", "short", "third"]);
  assert.deepEqual(states, ["full", "fine"]);
});

test("entries can be removed one after the other until the rest fits", () => {
  const shelf = new Shelf(900);
  const store = storeOn(shelf);
  store.put("stories", "a", { text: "x".repeat(150) });
  store.put("stories", "b", { text: "x".repeat(150) });
  store.put("stories", "c", { text: "x".repeat(550) });
  assert.equal(store.remove("stories", "a"), false);
  assert.equal(store.get("stories", "a"), undefined);
  assert.equal(store.remove("stories", "b"), true);
  assert.deepEqual(Object.keys(JSON.parse(shelf.getItem(KEY) ?? "").stories), ["c"]);
});

for (const text of ["{", "[]", "null", '{"version":-1}']) {
  test(`damaged data is set aside, every time, and can be had back: ${text}`, () => {
    const shelf = new Shelf();
    const store = storeOn(shelf);
    for (const at of ["", " "]) {
      shelf.setItem(KEY, text + at);
      assert.deepEqual(store.read(), emptyDocument());
      store.put("cards", "one", {});
    }
    assert.deepEqual(store.aside(), [text, `${text} `]);
    store.forgetAside();
    assert.deepEqual(store.aside(), []);
    assert.deepEqual(Object.keys(store.read().cards), ["one"]);
  });
}

test("damaged data for which there is no second place is never written over", () => {
  const shelf = new Shelf(KEY.length + 300);
  const damaged = `{${"x".repeat(299)}`;
  shelf.setItem(KEY, damaged);
  const store = storeOn(shelf);
  store.read();
  assert.equal(store.put("cards", "one", {}), false);
  assert.deepEqual(Object.keys(store.read().cards), ["one"]);
  assert.equal(shelf.getItem(KEY), damaged);
  assert.deepEqual(store.aside(), [damaged]);
  store.forgetAside();
  assert.equal(store.put("cards", "two", {}), true);
  assert.deepEqual(Object.keys(store.read().cards), ["one", "two"]);
});

const HOSTILE = [
  "",
  "no json",
  "[]",
  "7",
  '"text"',
  "null",
  "{}",
  '{"version":"1"}',
  '{"version":2}',
  '{"version":1,"stories":7}',
  '{"version":1,"stories":{"a b":{}}}',
  '{"version":1,"stories":{"__proto__":{"polluted":true}}}',
  '{"version":1,"worksheets":{"x":"text"}}',
  `{"version":1,"mocks":{"x":${'{"a":'.repeat(50)}1${"}".repeat(50)}}}`,
  `{"version":1,"stories":{"x":{"text":"${"x".repeat(5_000_000)}"}}}`,
];
for (const text of HOSTILE) {
  test(`a hostile file is refused in words and changes nothing: ${text.slice(0, 60)}`, () => {
    const store = storeOn(new Shelf());
    store.put("stories", "mine", { title: "Mine" });
    const before = store.exportText();
    for (const mode of /** @type {const} */ (["merge", "replace"])) {
      assert.throws(() => store.take(text, mode), (error) => error instanceof ImportError && /must/.test(error.message));
    }
    assert.equal(store.exportText(), before);
    assert.equal(/** @type {Record<string, unknown>} */ ({}).polluted, undefined);
  });
}

test("keys that could reach a prototype are left out of what is taken in", () => {
  const store = storeOn(new Shelf());
  store.take('{"version":1,"stories":{"constructor":{"title":"Odd","__proto__":{"polluted":1},"parts":{"constructor":"1","x":"2"}}}}', "merge");
  assert.deepEqual(store.get("stories", "constructor"), { title: "Odd", parts: { x: "2" } });
  assert.equal(store.get("worksheets", "constructor"), undefined);
  assert.equal(/** @type {Record<string, unknown>} */ ({}).polluted, undefined);
});

test("a file of version 0 is brought up to date; what it lacks is empty", () => {
  const { whole } = readDocument({ version: 0, interview: { date: "2026-13-77", goal: 0.2 }, stories: { old: { title: "Old" } } });
  assert.deepEqual(whole, { ...emptyDocument(), stories: { old: { title: "Old" } } });
});

test("merging keeps the later of two entries, replacing keeps only the file's, and the preview says so before", () => {
  const [mine, theirs] = [emptyDocument(), emptyDocument()];
  mine.stories = { both: { saved: "2026-02-01" }, newer: { saved: "2026-02-01" }, mine: { saved: "2026-01-01T10:00:00.000Z" }, same: { saved: "2026-01-01T10:00:00.000Z" } };
  theirs.stories = { both: { saved: "2026-03-01" }, newer: { saved: "2026-01-01T10:00:00.000Z" }, theirs: {}, same: { saved: "2026-01-01T10:00:00.000Z" } };
  theirs.interview = { date: "2026-12-01", goal: 20, set: "" };
  assert.deepEqual(
    Object.fromEntries(differences(mine, theirs, "replace").map(({ id, change }) => [id, change])),
    { both: "newer", newer: "older", theirs: "new", same: "same", mine: "deleted" },
  );
  const whole = merged(mine, theirs);
  assert.deepEqual([whole.stories.both?.saved, whole.stories.newer?.saved], ["2026-03-01", "2026-02-01"]);
  assert.deepEqual(Object.keys(whole.stories).sort(), ["both", "mine", "newer", "same", "theirs"]);
  assert.equal(whole.interview.date, "2026-12-01");
});

test("a file that does not fit is not taken in at all", () => {
  const shelf = new Shelf(600);
  const store = storeOn(shelf);
  store.put("stories", "mine", { title: "Mine" });
  const before = store.exportText();
  assert.equal(store.take(JSON.stringify({ version: 1, stories: { big: { text: "x".repeat(900) } } }), "replace"), false);
  assert.equal(store.exportText(), before);
  assert.equal(store.put("stories", "second", {}), true);
});

test("what is saved as a file comes back as it was", () => {
  const store = storeOn(new Shelf());
  store.put("worksheets", "w", { answers: { "a/b": "<script>", c: true }, attempts: [{ at: "2026-11-20T10:00:00.000Z", score: 1.5 }] });
  store.setInterview({ date: "2026-12-01", set: "2026-11-21" });
  const other = storeOn(new Shelf());
  other.take(store.exportText(), "replace");
  assert.equal(other.exportText(), store.exportText());
});

test("without storage everything works until the page is left, and says so", () => {
  const store = new Store(null, KEY);
  assert.equal(store.state, "closed");
  assert.equal(store.put("stories", "one", { title: "One" }), false);
  assert.equal(store.get("stories", "one")?.title, "One");
});

const SAVED = "2026-02-01T10:00:00.000Z";

test("what stands under the key that held the version is taken over once, and forgotten there only then", () => {
  assert.equal(KEY, "handbook:/handbook/");
  const old = JSON.stringify({ version: 1, stories: { mine: { title: "Mine", saved: SAVED } } });
  const shelf = new Shelf();
  shelf.setItem(formerKey(KEY), old);
  assert.equal(storeOn(shelf).get("stories", "mine")?.title, "Mine");
  assert.deepEqual([...shelf.kept.keys()], [KEY]);
  const tight = new Shelf(old.length + formerKey(KEY).length + 10);
  tight.setItem(formerKey(KEY), old);
  assert.equal(storeOn(tight).get("stories", "mine")?.title, "Mine");
  assert.deepEqual([...tight.kept.keys()], [KEY]);
});

test("what an old tab still writes under the former key is made one with what is here, and what is erased stays so", () => {
  const shelf = new Shelf();
  const store = storeOn(shelf);
  store.put("stories", "new", { title: "New" });
  shelf.setItem(formerKey(KEY), JSON.stringify({ version: 1, stories: { old: { title: "Old", saved: SAVED } } }));
  assert.deepEqual(Object.keys(storeOn(shelf).read().stories), ["new", "old"]);
  store.erase();
  shelf.setItem(formerKey(KEY), JSON.stringify({ version: 1, stories: { old: { title: "Old", saved: SAVED } } }));
  assert.deepEqual(storeOn(shelf).read().stories, {});
});

test("a former document that can be read only in part stays where it is beside a newer one", () => {
  const shelf = new Shelf();
  storeOn(shelf).put("stories", "new", {});
  shelf.setItem(formerKey(KEY), '{"version":1,"stories":{"bad":{"title":7}}}');
  assert.deepEqual(Object.keys(storeOn(shelf).read().stories), ["new"]);
  assert.notEqual(shelf.getItem(formerKey(KEY)), null);
});

test("nothing is written over what an edition yet to come has kept, and it is shown again once this edition can read it", () => {
  const shelf = new Shelf();
  const newer = JSON.stringify({ version: 99, stories: { theirs: { title: "Theirs" } } });
  shelf.setItem(KEY, newer);
  const store = storeOn(shelf);
  assert.deepEqual(store.read().stories, {});
  assert.equal(store.state, "newer");
  assert.equal(store.put("stories", "mine", { title: "Mine" }), false);
  assert.equal(store.take(JSON.stringify({ version: 1, stories: { x: {} } }), "replace"), false);
  store.forgetAside();
  assert.deepEqual([shelf.getItem(KEY), store.aside(), store.get("stories", "mine")?.title], [newer, [], "Mine"]);
  shelf.setItem(KEY, JSON.stringify({ version: 1, stories: { theirs: { title: "Theirs" } } }));
  assert.equal(store.get("stories", "theirs")?.title, "Theirs");
  assert.equal(store.state, "fine");
});

test("one entry that does not fit is set aside with its name and the reason, the rest is shown and can be written", () => {
  const shelf = new Shelf();
  shelf.setItem(KEY, JSON.stringify({ version: 1, stories: { good: { title: "Good" }, bad: { title: "The dam", saved: "soon" }, "a b": {} }, rounds: [] }));
  const store = storeOn(shelf);
  assert.deepEqual(Object.keys(store.read().stories), ["good"]);
  store.put("stories", "more", {});
  const [aside = ""] = store.aside();
  assert.deepEqual(unreadIn(aside).map(({ says }) => says), [
    "story “The dam”: its “saved” must be a time, found “soon”",
    "story “a b”: its name must be of lower-case letters, digits and hyphens",
    "“rounds” must be an object, found a list",
  ]);
  assert.deepEqual(Object.keys(JSON.parse(shelf.getItem(KEY) ?? "").stories), ["good", "more"]);
  const mended = aside.replace("soon", SAVED);
  assert.deepEqual(store.preview(mended, "merge").differences, [{ part: "stories", id: "bad", change: "new" }]);
});

test("what was deleted here does not come back with an older copy unless one asks for it, and a newer one brings it back", () => {
  const store = storeOn(new Shelf());
  store.put("stories", "one", { title: "One" });
  const copy = store.exportText();
  store.remove("stories", "one");
  assert.deepEqual(store.preview(copy, "merge").differences, [{ part: "stories", id: "one", change: "gone" }]);
  store.take(copy, "merge");
  assert.equal(store.get("stories", "one"), undefined);
  store.take(copy, "merge", true);
  assert.equal(store.get("stories", "one")?.title, "One");
  assert.equal(store.read().gone, undefined);
  store.remove("stories", "one");
  store.take(copy.replace(/"saved": "2026/, '"saved": "2027'), "merge");
  assert.equal(store.get("stories", "one")?.title, "One");
});

test("what was deleted on another device is deleted here, too, unless it was written on here since", () => {
  const [here, there] = [storeOn(new Shelf()), storeOn(new Shelf())];
  for (const id of ["one", "two"]) here.put("stories", id, {});
  there.take(here.exportText(), "merge");
  for (const id of ["one", "two"]) there.remove("stories", id);
  here.put("stories", "two", { title: "Written on" });
  assert.deepEqual(here.preview(there.exportText(), "merge").differences, [{ part: "stories", id: "one", change: "away" }]);
  here.take(there.exportText(), "merge");
  assert.deepEqual(Object.keys(here.read().stories), ["two"]);
});

test("the memory of what was deleted is bounded and forgets what is old", () => {
  const store = storeOn(new Shelf());
  const deleted = /** @type {[string, string][]} */ (Array.from({ length: 600 }, (_, at) => [`cards/c${at}`, new Date(clock - at * 1000).toISOString()]));
  const whole = withGone(emptyDocument(), [...deleted, ["cards/old", "2020-01-01T00:00:00.000Z"]], new Date(clock));
  const gone = Object.keys(whole.gone ?? {});
  assert.deepEqual([gone.length, gone[0], gone.includes("cards/old")], [500, "cards/c0", false]);
  assert.equal(store.read().gone, undefined);
});

test("what one tab erased no other tab brings back from what it could not keep", () => {
  const shelf = new Shelf(1500);
  const [one, other] = [storeOn(shelf), storeOn(shelf)];
  assert.equal(one.put("stories", "long", { title: "x".repeat(2000) }), false);
  other.erase();
  assert.deepEqual(one.read().stories, {});
  one.put("stories", "next", { title: "Next" });
  assert.deepEqual(Object.keys(other.read().stories), ["next"]);
});

/** @param {Shelf} shelf @returns {{store: Store, hears: () => void}} a store that hears of other tabs when told to */
function tab(shelf) {
  /** @type {((event: {key: string}) => void)[]} */
  const listening = [];
  const place = /** @type {any} */ (globalThis);
  place.addEventListener = (/** @type {string} */ _, /** @type {any} */ listener) => void listening.push(listener);
  const store = storeOn(shelf);
  delete place.addEventListener;
  store.locks = /** @type {any} */ (undefined);
  return { store, hears: () => listening.forEach((listener) => listener({ key: KEY })) };
}

test("a write that another tab wrote over unknowing is written again; one that it erased is not", () => {
  const shelf = new Shelf();
  const [one, other] = [tab(shelf), tab(shelf)];
  one.store.put("stories", "both", { title: "Both" });
  const before = shelf.getItem(KEY) ?? "";
  one.store.put("stories", "mine", { title: "Mine" });
  one.store.remove("stories", "both");
  shelf.setItem(KEY, before); // the other tab had read before this one wrote
  other.store.put("stories", "theirs", { title: "Theirs" });
  one.hears();
  assert.deepEqual(Object.keys(shelf.kept.size ? JSON.parse(shelf.getItem(KEY) ?? "").stories : {}).sort(), ["mine", "theirs"]);
  other.store.erase();
  one.hears();
  assert.deepEqual(one.store.read().stories, {});
});

test("what a tab wrote that had not heard yet of an erasure is not written back, whichever of both was last in the storage", () => {
  const shelf = new Shelf();
  const [one, other] = [tab(shelf), tab(shelf)];
  one.store.put("stories", "old", { title: "Old" });
  const before = shelf.getItem(KEY) ?? "";
  other.store.erase();
  const erased = shelf.getItem(KEY) ?? "";

  shelf.setItem(KEY, before); // as the first tab still sees it
  one.store.put("stories", "late", { title: "Late" });
  const unknowing = shelf.getItem(KEY) ?? "";
  shelf.setItem(KEY, erased);
  one.hears();
  assert.deepEqual(one.store.read().stories, {});

  other.store.put("stories", "new", { title: "New" });
  shelf.setItem(KEY, unknowing);
  other.hears();
  one.hears();
  for (const { store } of [one, other]) assert.deepEqual(Object.keys(store.read().stories), ["new"]);
});

test("a clock that was set back neither loses what is written nor brings back what is erased", () => {
  const shelf = new Shelf();
  let time = Date.parse("2027-01-01T00:00:00Z");
  const store = new Store(/** @type {any} */ (shelf), KEY, () => new Date(time));
  store.put("stories", "one", { title: "One" });
  const copy = store.exportText();
  store.erase();
  time = Date.parse("2026-01-01T00:00:00Z");
  store.put("stories", "two", { title: "Two" });
  const { erased = "", stories } = store.read();
  assert.ok(String(stories.two?.saved) > erased);
  store.take(copy, "merge");
  assert.deepEqual(Object.keys(store.read().stories), ["two", "one"]);
});

test("an entry is read once and written alone: a read of what did not change costs next to nothing", () => {
  const shelf = new Shelf(5_000_000);
  const card = { card: { due: SAVED, stability: 3.2, difficulty: 5, reps: 3, lapses: 0, state: 2, last_review: SAVED }, log: Array.from({ length: 12 }, () => ({ at: SAVED, rating: 3 })), saved: SAVED };
  shelf.setItem(KEY, JSON.stringify({ version: 1, cards: Object.fromEntries(Array.from({ length: 1900 }, (_, at) => [`c${at}`, card])) }));
  const text = shelf.getItem(KEY) ?? "";
  assert.ok(text.length > 1_000_000);
  const took = (/** @type {() => void} */ act, times = 1) => {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / times;
  };
  const store = storeOn(shelf);
  const parse = Math.min(...[1, 2, 3, 4, 5].map(() => took(() => readDocument(JSON.parse(text)))));
  store.read();
  store.put("cards", "c1", card);
  const get = took(() => void store.get("cards", "c2"), 200);
  assert.ok(get < parse / 20, `${get} µs for a read, ${parse} µs for reading it all`);
  assert.equal(store.read(), store.read());
});

test("what is marked for later and the place come with a copy, and of two places the one kept later stays", () => {
  const { whole: mine } = readDocument({ version: 1, later: { "stories/a": { title: "A", saved: "2026-01-01T10:00:00.000Z" } }, place: { reading: { page: "stories/a", saved: "2026-01-02T10:00:00.000Z" } } });
  const { whole: theirs } = readDocument({ version: 1, later: { "questions/b:c": { title: "B", saved: "2026-01-01T10:00:00.000Z" } }, place: { reading: { page: "stories/b", saved: "2026-01-03T10:00:00.000Z" } } });
  const whole = merged(mine, theirs);
  assert.deepEqual(Object.keys(whole.later), ["stories/a", "questions/b:c"]);
  assert.equal(whole.place.reading?.page, "stories/b");
  assert.deepEqual(readDocument({ version: 1 }).whole.later, {});
});
