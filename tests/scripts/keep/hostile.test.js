/** Whatever stands under any key of the browser's storage, in a file to take in or in an address, is data to be looked at. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { decoded, placed } from "../../../templates/scripts/keep/address.js";
import { formerKey, ImportError, readDocument, storageKey, unreadIn, unreadText } from "../../../templates/scripts/keep/document.js";
import { countEarlier, History } from "../../../templates/scripts/keep/history.js";
import { changes, contents } from "../../../templates/scripts/keep/inventory.js";
import { askToLast, hasWords } from "../../../templates/scripts/keep/lasting.js";
import { nowCalled } from "../../../templates/scripts/keep/moves.js";
import { PARTS, parts } from "../../../templates/scripts/keep/parts.js";
import { copiedInWords } from "../../../templates/scripts/keep/save-copy.js";
import { Store } from "../../../templates/scripts/keep/store.js";
import { chosenIn, written } from "../../../templates/scripts/reading/filter-address.js";
import { Shelf } from "./storage.js";

const SCRIPTS = new URL("../../../templates/scripts/", import.meta.url);
const [KEY, MOMENT] = [storageKey("/handbook/"), "2026-02-01T10:00:00.000Z"];
const NOW = new Date("2026-11-28T12:00:00Z");
const OTHERS = { "/.__palette": "{", "handbook:/": "theirs", "handbook:/handbook/b/": "theirs", someone: "\ud800" };
const deep = (/** @type {number} */ depth) => `${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`;
const TEXTS = [
  ...["", " ", "{", "null", "true", "-1", "1e999", '"soon"', "[]", "{}", "[[]]", "\u0000", "\ud800", '"\\ud800"', "<b>x</b>", "x".repeat(300_000), deep(9), deep(2000), "[".repeat(100_000)],
  ...['{"version":1}', '{"version":2}', '{"version":"1"}', '{"version":1,"stories":7}', '{"version":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'],
  ...['{"version":1,"gone":{"stories/a":"2100-12-31T23:59:59.999Z","x":{}},"erased":"2100-12-31T23:59:59.999Z"}', '{"state":{"user":null},"_persist":{"rehydrated":true}}', '[{"at":"soon","texts":{}},null,{"at":"2026-02-01","texts":{"toString":"x"}}]'],
];
const SCALARS = [null, true, 0, -1, 0.5, 1e300, "", "soon", "2026-02-31", MOMENT, "\ud800", "__proto__", "toString", "<b>", "x".repeat(400), "a:b/c-1"];
const NAMES = ["a", "b-1", "x/y:z", "__proto__", "constructor", "toString", "hasOwnProperty", "A", "", "\ud800", "a".repeat(200), "saved", "title", "answers", "log"];

/** @param {number} seed @returns {() => number} from 0 to 1, the same each time */
function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @template T @param {() => number} next @param {readonly T[]} of @returns {T} */
const one = (next, of) => /** @type {T} */ (of[Math.floor(next() * of.length)]);

/** @param {() => number} next @param {number} [depth] @returns {unknown} any value of JSON */
function anything(next, depth = 0) {
  if (next() < 0.5 + depth * 0.1) return one(next, SCALARS);
  const many = Array.from({ length: Math.floor(next() * 3) }, () => anything(next, depth + 1));
  return next() < 0.5 ? many : table(many.map((value) => [one(next, NAMES), value]));
}

/** @param {[string, unknown][]} entries @returns {Record<string, unknown>} with keys of its own, whatever they are called, as JSON.parse gives them */
function table(entries) {
  return JSON.parse(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`);
}

/** @param {() => number} next @returns {Record<string, any>} nearly a document: each part with entries of its own fields, some of them anything */
function nearly(next) {
  const items = (/** @type {import("../../../templates/scripts/keep/parts.js").Part} */ part) =>
    table(NAMES.slice(0, 1 + Math.floor(next() * 6)).map((id) => [id, next() < 0.1 ? anything(next) : table(Object.keys(parts[part].shape).filter(() => next() < 0.3).map((field) => [field, anything(next, 2)]))]));
  return table([["version", next() < 0.9 ? 1 : one(next, SCALARS)], ...["interview", "gone", "erased"].map((key) => /** @type {[string, unknown]} */ ([key, anything(next)])), ...PARTS.map((part) => /** @type {[string, unknown]} */ ([part, next() < 0.1 ? anything(next) : items(part)]))]);
}

const DOCUMENTS = Array.from({ length: 250 }, (_, seed) => nearly(chance(seed)));

/** A storage that notes under which keys anybody asked or wrote. */
class Watched extends Shelf {
  /** @type {Set<string>} */ known = new Set();
  /** @param {string} key */
  getItem(key) {
    this.known.add(key);
    return super.getItem(key);
  }
  /** @param {string} key @param {string} text */
  setItem(key, text) {
    this.known.add(key);
    super.setItem(key, text);
  }
}

/** @param {Shelf} shelf */
const storeOn = (shelf) => new Store(/** @type {any} */ (shelf), KEY, () => NOW);

/** All that a page does with what is kept but to change it. @param {Store} store @returns {string} what it says */
function looked(store) {
  const whole = store.read();
  for (const part of PARTS) for (const id of Object.keys(whole[part])) assert.ok(store.get(part, id));
  const history = new History(store.shelf, () => NOW);
  const past = [...(store.shelf?.allBeside() ?? []), "stories/a"].flatMap((entry) => history.versions(entry));
  for (const { at, texts } of past) assert.ok(!Number.isNaN(Date.parse(at)) && Object.values(texts));
  return [...contents(whole), copiedInWords(store), hasWords(store), countEarlier(store), store.exportText().length, ...store.aside().flatMap((text) => unreadIn(text).map(({ says }) => says))].join("\n");
}

/** @returns {Watched} where somebody has worked for a while: every kind of thing is kept */
function used() {
  Object.defineProperty(globalThis, "navigator", { value: { storage: { persist: async () => true } }, configurable: true });
  const shelf = new Watched(10_000_000);
  for (const [key, text] of Object.entries(OTHERS)) shelf.setItem(key, text);
  shelf.known.clear();
  shelf.setItem(KEY, "damaged");
  const store = storeOn(shelf);
  askToLast(store);
  for (const part of PARTS) store.put(part, "a", {});
  store.put("stories", "b", { title: "The dam", thirty: "words" });
  store.marks.set("copied", MOMENT);
  new History(store.shelf, () => NOW).add("stories/b", { at: MOMENT, texts: { title: "The d" } });
  looked(store);
  return shelf;
}

const KEYS = [...used().known];

test("the keys are found by watching, and nobody reads a storage that is not watched here", () => {
  const files = readdirSync(SCRIPTS, { recursive: true }).map(String).filter((path) => path.endsWith(".js") && !path.startsWith("worker/"));
  const readers = files.filter((path) => /\b(?:localStorage|sessionStorage)\b|\.(?:getItem|beside|allBeside|aside)\(|\bmarks\.get\(/.test(readFileSync(new URL(path, SCRIPTS), "utf-8")));
  assert.deepEqual(readers.sort(), ["keep/history.js", "keep/lasting.js", "keep/marks.js", "keep/notice.js", "keep/save-copy.js", "keep/shelf.js", "keep/site.js", "keep/store.js", "pages/my-data.js", "reading/guard.js"]);
  for (const kind of [/^[^:]+:[^:]+$/, /:1$/, /:aside:\d+$/, /:earlier:stories\/b$/, /:mark:copied$/, /:mark:asked$/]) assert.ok(KEYS.some((key) => kind.test(key)), String(kind));
});

for (const key of KEYS) {
  test(`whatever stands under ${key.replace(/\d{13}/, "…")} is read without harm, kept, and written beside`, () => {
    for (const text of [...TEXTS, ...DOCUMENTS.slice(0, 40).map((one) => JSON.stringify(one))]) {
      const shelf = used();
      shelf.setItem(key, text);
      const before = new Map(shelf.kept);
      const store = storeOn(shelf);
      assert.doesNotMatch(looked(store), /NaN|undefined|Invalid|\[object/, text.slice(0, 60));
      for (const [other, was] of before) if (![key, KEY, formerKey(KEY)].includes(other)) assert.equal(shelf.kept.get(other), was, `${other} beside ${text.slice(0, 60)}`);
      if (key !== KEY) assert.equal(store.get("stories", "b")?.title, "The dam");
      if (key === KEY || key === formerKey(KEY)) assert.ok(isKept(text, store, shelf), `lost: ${text.slice(0, 60)}`);
      const isOpen = store.put("stories", "c", { title: "After" });
      assert.equal(storeOn(shelf).get("stories", "c")?.title, isOpen ? "After" : undefined, text.slice(0, 60));
      assert.equal(isOpen, store.state !== "newer");
    }
  });
}

/** @param {string} text @param {Store} store @param {Shelf} shelf @returns {boolean} whether all of it is there still: read, set aside, or where it was */
function isKept(text, store, shelf) {
  if ([...shelf.kept.values(), ...store.aside()].includes(text)) return true;
  const { whole, unread } = readDocument(JSON.parse(text));
  const beside = store.aside().flatMap(unreadIn).map(({ part, id }) => `${part}/${id}`);
  return unread.every(({ part, id }) => beside.includes(`${part}/${id}`)) && PARTS.every((part) => Object.keys(whole[part]).every((id) => store.get(part, id)));
}

test("of any document each entry is read or set aside by its name; what was set aside can be taken in again, and nothing reaches a prototype", () => {
  for (const given of DOCUMENTS) {
    let found;
    try {
      found = readDocument(given);
    } catch (error) {
      assert.ok(error instanceof ImportError && error.message);
      continue;
    }
    const { whole, unread } = found;
    for (const part of PARTS) {
      const ids = given[part] && typeof given[part] === "object" && !Array.isArray(given[part]) ? Object.keys(given[part]) : [];
      const aside = unread.filter((left) => left.part === part);
      assert.deepEqual([...Object.keys(whole[part]), ...aside.flatMap(({ id }) => id ?? [])].sort(), ids.sort());
      for (const { id, says } of aside) if (id !== null) assert.ok(says.startsWith(`${parts[part].name} “`), says);
    }
    assert.deepEqual(unreadIn(unreadText(unread)).map(({ says }) => says).sort(), unread.map(({ says }) => says).sort());
    assert.deepEqual(readDocument(JSON.parse(JSON.stringify(whole))), { whole, unread: [] });
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  }
});

test("whatever file is taken in, what was here is here, gone because the file says so in the preview, or all is as it was", () => {
  for (const text of [...TEXTS, ...DOCUMENTS.map((one) => JSON.stringify(one))]) {
    const store = storeOn(used());
    const mine = store.read();
    let found;
    try {
      found = store.preview(text, "merge");
    } catch (error) {
      assert.ok(error instanceof ImportError, String(error));
      assert.throws(() => store.take(text, "replace"), ImportError);
      assert.deepEqual(store.read(), mine);
      continue;
    }
    const said = found.differences.filter(({ change }) => change === "away").map(({ part, id }) => `${part}/${id}`);
    for (const { says } of changes(found.differences, "merge", mine, found.whole)) assert.doesNotMatch(says, /NaN|undefined|Invalid|\[object/);
    assert.ok(store.take(text, "merge"));
    looked(store);
    for (const part of PARTS) for (const id of Object.keys(mine[part])) assert.ok(store.get(part, id) ?? said.includes(`${part}/${id}`), `${part}/${id} lost by ${text.slice(0, 80)}`);
  }
});

test("whatever stands in an address is a choice or nothing", () => {
  const place = { pathname: "/a/", search: "", hash: "" };
  for (const text of [...TEXTS.slice(0, 16), "%E0", "%", "a=%E0%A4&a", "__proto__=1", "constructor[prototype]=1", "&&==", "x".repeat(70_000)]) {
    for (const said of [{ ...place, search: `?${text}` }, { ...place, hash: `#?${text}` }, { ...place, hash: `#${text}` }]) {
      const { chosen, words } = chosenIn(said);
      const { chosen: again } = chosenIn({ ...place, search: written(place, new Set(), chosen, words).slice(3) });
      assert.deepEqual([...again.keys()].sort(), [...chosen.keys()].map((name) => new URLSearchParams([[name, ""]]).keys().next().value).sort());
    }
    assert.equal(typeof decoded(text), "string");
    assert.equal(typeof placed(text, "folders"), "string");
    assert.equal(nowCalled({})(text, text), text);
  }
});
