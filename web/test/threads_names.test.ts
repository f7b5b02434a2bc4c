import assert from "node:assert/strict";
import { test } from "node:test";
import { widenNames } from "../src/views/threads_names";
import type { Name, Placed, ThScene } from "../src/views/threads_scene";

function placed(index: number, x: number, label: Partial<Name> | null, y = 100): Placed {
  const box = label && { text: "name", y: y - 8, height: 16, above: false, x: 0, width: 0, ...label };
  return { mark: { index, owner: null }, x, y, from: x, to: x, owner: null, label: box, shown: true } as unknown as Placed;
}

const scene = (...all: Placed[]): ThScene => ({ placed: all, curves: [], lanes: [], width: 600, height: 200, view: { from: 0, to: 1, left: 0, width: 600 } });
const room = (p: Placed): [number, number] => [p.label?.x ?? 0, (p.label?.x ?? 0) + (p.label?.width ?? 0)];

test("a bold name grows away from its mark", () => {
  const right = placed(0, 100, { x: 112, width: 50 });
  const left = placed(1, 500, { x: 438, width: 50 });
  widenNames(scene(right, left), () => true, () => 79);
  assert.deepEqual([room(right), room(left)], [[112, 192], [408, 488]]);
});

test("a mark beside it stops it; one in another row does not", () => {
  const name = placed(0, 100, { x: 112, width: 50 });
  widenNames(scene(name, placed(1, 185, null), placed(2, 150, null, 160)), (i) => i === 0, () => 200);
  assert.deepEqual(room(name), [112, 172]);
});

test("a name that recedes makes way, another strong one does not", () => {
  for (const strong of [false, true]) {
    const name = placed(0, 100, { x: 112, width: 60 });
    const other = placed(1, 400, { x: 188, width: 200 });
    widenNames(scene(name, other), (i) => i === 0 || strong, (p) => (p === name ? 119 : 10));
    assert.deepEqual(room(name), strong ? [112, 183] : [112, 232]);
    assert.deepEqual(room(other), strong ? [188, 388] : [237, 388]);
  }
});

test("a name above its line that has no room ahead begins earlier", () => {
  const name = placed(0, 500, { x: 506, width: 60, above: true, y: 77 });
  widenNames(scene(name), () => true, () => 149);
  assert.deepEqual(room(name), [448, 598]);
});
