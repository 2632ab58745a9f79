import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyDocument, readDocument, unreadIn, unreadText } from "../../../templates/scripts/keep/document.js";
import { PARTS, parts } from "../../../templates/scripts/keep/parts.js";
import { isDay, isTime } from "../../../templates/scripts/values/shape.js";

const MOMENT = "2026-02-01T10:00:00.000Z";
const BAD = [null, [], [[]], {}, "soon", "", "x".repeat(300), 0, -1, 1e300, 0.5, true, false, [1], { a: 1 }, "2026-02-31", "0001-01-01", "9999-12-31", "2026-02-29T10:00:00Z"];

test("a day is one of the calendar, in a century somebody lives in", () => {
  for (const good of ["2026-02-28", "2028-02-29", "2000-02-29", "1970-01-01", "2100-12-31"]) assert.ok(isDay(good), good);
  for (const bad of ["2026-02-29", "2026-02-31", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0001-01-01", "9999-12-31", "2026-1-1", "26-01-01", "", 7, null]) assert.ok(!isDay(bad), String(bad));
});

test("a time is a moment as the page writes it, or as somebody else's clock would", () => {
  for (const good of [MOMENT, "2026-02-01", "2026-02-01T10:00", "2026-02-01T10:00:00+02:00", new Date(0).toISOString()]) assert.ok(isTime(good) && !Number.isNaN(Date.parse(good)), good);
  for (const bad of ["soon", "2026-02-31T10:00:00Z", "2026-02-01T25:00:00Z", "2026-02-01 10:00", "12:00", "+012026-01-01T00:00:00Z", 0, null]) assert.ok(!isTime(bad), String(bad));
});

for (const part of PARTS) {
  for (const field of [...Object.keys(parts[part].shape), "saved"]) {
    test(`${part}: whatever stands in "${field}" fits, or is set aside by name, and the next one is shown`, () => {
      let refused = 0;
      for (const value of BAD) {
        const whole = { version: 1, [part]: { bad: { [field]: value }, good: {} } };
        const found = readDocument(JSON.parse(JSON.stringify(whole)));
        assert.ok(found.whole[part].good);
        assert.equal(found.unread.length, found.whole[part].bad ? 0 : 1);
        refused += found.unread.length;
        for (const { says } of found.unread) assert.match(says, new RegExp(`^${parts[part].name} “bad”: its “${field}[^”]*” must .+, found .+`));
        assert.deepEqual(unreadIn(unreadText(found.unread)).length, found.unread.length);
      }
      assert.ok(refused >= 8, `${field} takes nearly anything`);
    });
  }
}

for (const value of BAD) {
  test(`the interview, each part and the memory of deletions may be ${JSON.stringify(value)?.slice(0, 30)}`, () => {
    const { whole, unread } = readDocument({ version: 1, interview: { date: value, goal: value, set: value }, gone: value, erased: value, ...Object.fromEntries(PARTS.map((part) => [part, value])) });
    assert.deepEqual(Object.keys(whole.interview), ["date", "goal", "set"]);
    for (const part of PARTS) assert.equal(typeof whole[part], "object");
    assert.ok(unread.every(({ says }) => / must /.test(says)));
    assert.deepEqual(readDocument({ version: 1, interview: value }).whole, emptyDocument());
  });
}

test("a story keeps what one does in general, however many sentences that takes", () => {
  const stories = { one: { title: "A", system: "I write the date down first. ".repeat(20) } };
  assert.deepEqual(readDocument({ version: 1, stories }).unread, []);
});

test("what a field without a shape holds is kept as it is, but for keys that reach a prototype and depths nobody wrote", () => {
  const item = JSON.parse('{"title":"A","later":{"x":[1,null,{"__proto__":{"y":1},"z":2}]}}');
  assert.deepEqual(readDocument({ version: 1, stories: { a: item } }).whole.stories.a, { title: "A", later: { x: [1, null, { z: 2 }] } });
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`);
  assert.match(readDocument({ version: 1, stories: { a: deep } }).unread[0]?.says ?? "", /nested/);
});
