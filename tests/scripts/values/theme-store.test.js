import assert from "node:assert/strict";
import { test } from "node:test";
import { sound } from "../../../templates/scripts/values/theme-store.js";

const CHOSEN = '{"index":1,"color":{"media":"","scheme":"slate","primary":null,"accent":"custom"}}';

test("what the theme wrote itself is left", () => {
  assert.ok(sound("/.__palette", CHOSEN, "/"));
  assert.ok(sound("/a/.__palette", CHOSEN, "/a/stories/"));
  assert.ok(sound("/.__tabs", '["One","Two"]', "/"));
  assert.ok(sound("/.__source", '{"stars":3}', "/"));
});

test("what the theme cannot read is put right", () => {
  for (const value of ["", "{", "null", "3", "[]", '"x"', '{"color":3}', '{"color":{"x y":"a"}}', '{"color":{"scheme":{}}}', '{"index":"1","color":{}}', '{"index":-1,"color":{}}', '{"index":1e9,"color":{}}', "\u0000", "x".repeat(1e5)]) {
    assert.ok(!sound("/.__palette", value, "/stories/"), value.slice(0, 40));
  }
  assert.ok(!sound("/.__tabs", '{"0":"a"}', "/"));
});

test("what is another site's, or not the theme's, is left whatever it is", () => {
  assert.ok(sound("/other/.__palette", "{", "/ours/"));
  assert.ok(sound("handbook:/:1", "{", "/"));
  assert.ok(sound("palette", "{", "/"));
});
