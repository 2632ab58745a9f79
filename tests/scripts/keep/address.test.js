import assert from "node:assert/strict";
import { test } from "node:test";
import { placed } from "../../../templates/scripts/keep/address.js";

const cases = /** @type {const} */ ([
  ["index.md", "./", "index.html"],
  ["questions/index.md", "questions/", "questions/index.html"],
  ["questions/conflict.md#first", "questions/conflict/#first", "questions/conflict.html#first"],
  ["practise/my-data.md", "practise/my-data/", "practise/my-data.html"],
  ["stories/the-index.md", "stories/the-index/", "stories/the-index.html"],
  ["practise/data/guide.js", "practise/data/guide.js", "practise/data/guide.js"],
]);

for (const [path, folder, file] of cases) {
  test(`${path} is a folder behind a server and a file on a disk`, () => {
    const base = "https://example.org/handbook/";
    assert.equal(new URL(placed(path, "folders"), base).href, new URL(folder, base).href);
    assert.equal(new URL(placed(path, "files"), base).href, new URL(file, base).href);
  });
}
