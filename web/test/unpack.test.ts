import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpack } from "../src/unpack";

// Made by the packer in Go, from what looks like its own forms (page/columns_test.go).
const golden = JSON.parse(readFileSync("../page/testdata/packed.json", "utf8")) as {
  strings: string[]; pairs: Record<string, { plain: unknown; packed: unknown }>;
};

test("what Go packs comes back, own keys of any name included", () => {
  assert.ok(Object.keys(golden.pairs).length > 20);
  for (const { plain, packed } of Object.values(golden.pairs)) assert.deepEqual(unpack(packed, golden.strings), plain);
});

test("every form of the packer is in the sample", () => {
  const text = JSON.stringify(Object.values(golden.pairs).map((pair) => pair.packed));
  for (const form of ["$s", "$c", "$d", "$l", "$o", "$e", "$j", "$h"]) assert.ok(text.includes(`{"${form}":`), form);
});

test("what comes back shares nothing", () => {
  const [a, b, c] = unpack({ $d: [[{ at: [1] }], [0, 0, 0]] }, []) as { at: number[] }[];
  a?.at.push(2);
  assert.deepEqual([b, c], [{ at: [1] }, { at: [1] }]);
  const [d, e] = unpack({ $c: [2, { at: { $c: [2, 7] } }] }, []) as { at: number[] }[];
  d?.at.push(2);
  assert.deepEqual(e, { at: [7, 7] });
});
