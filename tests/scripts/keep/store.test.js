import assert from "node:assert/strict";
import { test } from "node:test";
import { ImportError, asDocument, emptyDocument, storageKey } from "../../../templates/scripts/keep/document.js";
import { differences, merged } from "../../../templates/scripts/keep/merge.js";
import { Store } from "../../../templates/scripts/keep/store.js";

/** A browser's storage with room for so many characters. */
class Shelf {
  /** @param {number} [room] */
  constructor(room = 1_000_000) {
    this.room = room;
    /** @type {Map<string, string>} */
    this.kept = new Map();
  }
  get length() {
    return this.kept.size;
  }
  /** @param {number} at */
  key(at) {
    return [...this.kept.keys()][at] ?? null;
  }
  /** @param {string} key */
  getItem(key) {
    return this.kept.get(key) ?? null;
  }
  /** @param {string} key */
  removeItem(key) {
    this.kept.delete(key);
  }
  clear() {
    this.kept.clear();
  }
  /** @param {string} key @param {string} text */
  setItem(key, text) {
    const others = [...this.kept].filter(([name]) => name !== key).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    if (others + key.length + text.length > this.room) throw new DOMException("no room", "QuotaExceededError");
    this.kept.set(key, text);
  }
}

const KEY = storageKey("/handbook/");
let clock = Date.parse("2026-11-21T14:02:00Z");
/** @param {Shelf} shelf */
const storeOn = (shelf) => new Store(shelf, KEY, () => new Date((clock += 1000)));

test("two tabs that write in turn keep what the other wrote", () => {
  const shelf = new Shelf();
  const [one, other] = [storeOn(shelf), storeOn(shelf)];
  one.put("worksheets", "first", { answers: { a: "1" } });
  other.put("worksheets", "second", { answers: { b: "2" } });
  one.put("ticks", "week:1:1", { done: "now" });
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

for (const text of ["{", "[]", "null", '{"version":99}', '{"version":1,"stories":[]}', '{"version":1,"stories":{"../x":{}}}']) {
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
  store.take('{"version":1,"stories":{"constructor":{"title":"Odd","__proto__":{"polluted":1},"parts":{"constructor":1,"x":2}}}}', "merge");
  assert.deepEqual(store.get("stories", "constructor"), { title: "Odd", parts: { x: 2 } });
  assert.equal(store.get("worksheets", "constructor"), undefined);
  assert.equal(/** @type {Record<string, unknown>} */ ({}).polluted, undefined);
});

test("a file of version 0 is brought up to date; what it lacks is empty", () => {
  const whole = asDocument({ version: 0, interview: { date: "2026-13-77", goal: 0.2 }, stories: { old: { title: "Old" } } });
  assert.deepEqual(whole, { ...emptyDocument(), stories: { old: { title: "Old" } } });
});

test("merging keeps the later of two entries, replacing keeps only the file's, and the preview says so before", () => {
  const [mine, theirs] = [emptyDocument(), emptyDocument()];
  mine.stories = { both: { saved: "2026-02-01" }, newer: { saved: "2026-02-01" }, mine: { saved: "2026-01-01" }, same: { saved: "2026-01-01" } };
  theirs.stories = { both: { saved: "2026-03-01" }, newer: { saved: "2026-01-01" }, theirs: {}, same: { saved: "2026-01-01" } };
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
  store.put("worksheets", "w", { answers: { "a/b": "<script>", c: true }, attempts: [{ at: "x", score: 1.5 }] });
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

test("what is marked for later and the place come with a copy, and of two places the one kept later stays", () => {
  const mine = asDocument({ version: 1, later: { "stories/a": { title: "A", saved: "2026-01-01" } }, place: { reading: { page: "stories/a", saved: "2026-01-02" } } });
  const theirs = asDocument({ version: 1, later: { "questions/b:c": { title: "B", saved: "2026-01-01" } }, place: { reading: { page: "stories/b", saved: "2026-01-03" } } });
  const whole = merged(mine, theirs);
  assert.deepEqual(Object.keys(whole.later), ["stories/a", "questions/b:c"]);
  assert.equal(whole.place.reading?.page, "stories/b");
  assert.deepEqual(asDocument({ version: 1 }).later, {});
});
