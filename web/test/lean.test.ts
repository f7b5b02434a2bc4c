import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import backwardCompat from "echarts/lib/preprocessor/backwardCompat.js";
import * as whole from "zrender/lib/tool/color.js";
import * as lean from "../lean/color.js";
import sort from "../lean/sort.js";

/** The options of a chart, or of each chart of a view that has several. */
function charts(text: string): unknown[] {
  const all = JSON.parse(text) as Record<string, unknown>;
  return "series" in all ? [all] : Object.values(all).filter((one) => typeof one === "object" && one !== null && "series" in one);
}

test("our options need nothing of what ECharts does for those of older versions", () => {
  const texts = readdirSync("../chart/testdata").filter((name) => name.endsWith(".json")).map((name) => readFileSync(`../chart/testdata/${name}`, "utf8"));
  assert.ok(texts.length > 0);
  for (const text of texts) {
    const options = charts(text);
    assert.ok(options.length > 0);
    for (const option of options) backwardCompat(option, false);
    assert.deepEqual(options, charts(text));
  }
});

test("a part of a list is sorted, and what is equal stays in its order", () => {
  for (let n = 0; n < 60; n++) {
    const all = Array.from({ length: n }, (_, i) => ({ key: (i * 7919) % 5, at: i }));
    const from = n >> 2;
    const to = n - (n >> 3);
    const want = [...all.slice(0, from), ...all.slice(from, to).sort((a, b) => a.key - b.key || a.at - b.at), ...all.slice(to)];
    sort(all, (a, b) => a.key - b.key, from, to);
    assert.deepEqual(all, want);
  }
  const all = [3, 1, 2];
  sort(all, (a, b) => a - b);
  assert.deepEqual(all, [1, 2, 3]);
});

test("colours of our themes are read as ECharts reads them", () => {
  for (const color of ["#b3261e", "#FFFFFF", "#000000", "rgb(1,2,3)", "rgba(10,20,30,0.250)", "transparent", ""]) {
    assert.deepEqual([...(lean.parse(color) ?? [])], [...(whole.parse(color) ?? [])], color);
    for (const behind of [0, 1]) assert.equal(lean.lum(color, behind), whole.lum(color, behind), color);
  }
  assert.equal(lean.parse("rebeccapurple"), undefined);
});
