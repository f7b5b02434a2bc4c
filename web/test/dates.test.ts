import assert from "node:assert/strict";
import { test } from "node:test";
import { civil, compareWhen, daysOf, dayWords, iso, mayTouch, monthLength, parseDay, snap, windowWords } from "../src/dates";
import { when } from "./model";

test("days and calendar agree with the language's own dates where it has them", () => {
  for (let day = -800000; day < 800000; day += 37) {
    const date = new Date(day * 86400000);
    const here = civil(day);
    assert.deepEqual([here.year, here.month, here.day], [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
    assert.equal(daysOf(here.year, here.month, here.day), day);
  }
});

test("every day of a far year comes back from what is written", () => {
  for (const day of [-1e11, -719529, -719528, -1, 0, 2932896, 2932897, 1e11]) assert.equal(parseDay(iso(day)), day);
});

test("a clock time survives to the minute", () => {
  assert.equal(iso(17000 + 390 / 1440), "2016-07-18T06:30");
  assert.equal(parseDay("2016-07-18T06:30"), 17000 + 390 / 1440);
});

test("a year or month is its first day, or its last at the end of a window", () => {
  assert.equal(iso(parseDay("2016") as number), "2016-01-01");
  assert.equal(iso(parseDay("2016", true) as number), "2016-12-31");
  assert.equal(iso(parseDay("2016-02", true) as number), "2016-02-29");
  assert.equal(monthLength(1900, 2), 28);
});

test("what is no date is none", () => {
  for (const text of ["", "x", "2016-13", "2016-00", "2016-02-30", "2016-1-1-1", "16th", "NaN", "2015/2016"]) assert.equal(parseDay(text), null, text);
});

test("days are said in words, before our era too", () => {
  assert.equal(dayWords(daysOf(2017, 6, 1)), "1 June 2017");
  assert.equal(dayWords(daysOf(-43, 3, 15)), "15 March 44 BC");
});

test("a window is put in order and on whole days, on minutes when it is short", () => {
  assert.deepEqual(snap([110.4, -3.6]), [-4, 110]);
  assert.deepEqual(snap([0.25, 1.5]), [0.25, 1.5]);
  assert.deepEqual(snap(snap([0.123456, 40.9])), snap([0.123456, 40.9]));
});

test("the undated and the open may fall into any window they could reach", () => {
  assert.ok(mayTouch(undefined, [0, 1]));
  assert.ok(mayTouch(when("2017-06/..", 100, null), [500, 600]));
  assert.ok(!mayTouch(when("2017-06/..", 100, null), [0, 99]));
  assert.ok(mayTouch(when("[..x]", null, 100), [0, 99]));
  assert.ok(!mayTouch(when("[..x]", null, 100), [101, 102]));
});

test("dates sort by their start, the undated last", () => {
  const sorted = [undefined, when("c", 5, 9), when("a", 1, 2), when("b", 5, 6)].sort(compareWhen);
  // sort itself puts undefined last; the order of the rest is ours
  assert.deepEqual(sorted.map((w) => w?.edtf), ["a", "b", "c", undefined]);
  assert.ok(compareWhen(undefined, when("a", 1, 2)) > 0);
  assert.equal(compareWhen(undefined, undefined), 0);
});

test("a window is said as exactly as its length is worth", () => {
  assert.equal(windowWords([daysOf(2015, 5, 2), daysOf(2015, 5, 20)]), "2 May 2015 to 20 May 2015");
  assert.equal(windowWords([daysOf(-2449), daysOf(300)]), "2450 BC to 300");
  assert.equal(windowWords([daysOf(-14_364_000_003), daysOf(5_564_000_001)]), "about 14.4 billion BC to 5.56 billion");
  assert.equal(windowWords([daysOf(-170_001), daysOf(2018)]), "170,002 BC to 2018");
});
