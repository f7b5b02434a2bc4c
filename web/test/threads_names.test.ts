import assert from "node:assert/strict";
import { test } from "node:test";
import type { Red } from "../src/views/threads_draw";
import { dropStubs, wholeNames } from "../src/views/threads_fit";
import { formsOf, nameChosen, nameRest } from "../src/views/threads_names";
import type { Name, Placed, ThScene } from "../src/views/threads_scene";
import type { Box } from "../src/views/timeline_scene";

function placed(index: number, x: number, text: string, y = 100, label: Partial<Name> | null = null): Placed {
  const box = label && { text, y: y - 8, height: 16, above: false, x: 0, width: 0, ...label };
  return { mark: { index, owner: null, head: index, text, label: text, noDate: true, aside: 0, stages: [] }, x, y, from: x, to: x, owner: null, label: box, shown: true } as unknown as Placed;
}

const scene = (...all: Placed[]): ThScene => ({ placed: all, curves: [], lanes: [], width: 600, height: 400, view: { from: 0, to: 1, left: 0, width: 600 } });
const measure = (words: string): number => words.length * 7;
const red = (near: [number, number][], ...marks: Placed[]): Red => ({
  marks: marks.map((p, i) => ({ placed: p, x: p.x, number: i + 1 })), runs: [], grey: false,
  curves: near.length > 0 ? [{ curve: { near } as unknown as Red["curves"][number]["curve"], status: "stated" }] : [],
});
const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const disc = (p: Placed): Box => ({ x: p.x - 10, y: p.y - 10, width: 20, height: 20 });

test("words are broken so that the widest line is short", () => {
  const forms = formsOf("Police action against rights groups", measure);
  assert.deepEqual(forms.map((f) => f.lines), [["Police action against rights groups"], ["Police action", "against rights groups"], ["Police action", "against", "rights groups"]]);
  for (const f of forms) assert.equal(f.lines.join(" "), "Police action against rights groups");
  assert.deepEqual(formsOf("one", measure).map((f) => f.lines), [["one"]]);
});

test("every name of the thread is whole, by its disc, and over no other name, disc or line of it", () => {
  const names = ["Cyber Security Law", "in force", "Ban on sites and groups that spread information", "Police action against rights groups", "Huang Qi, case: faces indictment and trial"];
  for (const width of [260, 400, 600]) for (const x of [30, width / 2, width - 40]) {
    const marks = names.map((n, i) => placed(i, Math.min(width - 20, x + i * 25), n, 60 + i * 60));
    const near: [number, number][] = marks.flatMap((p, i) => (i > 0 ? [[marks[i - 1]?.x ?? 0, marks[i - 1]?.y ?? 0], [p.x, p.y]] : []));
    const s = { ...scene(...marks), width };
    nameChosen(s, red(near, ...marks), [], measure, []);
    for (const p of marks) {
      const { label } = p;
      if (!label?.lines) throw new Error(`${p.mark.text} has no name`);
      assert.equal(label.lines.join(" "), p.mark.text);
      assert.ok(label.x >= 4 && label.x + label.width <= width, `${p.mark.text} stands from ${label.x} to ${label.x + label.width} of ${width}`);
      for (const q of marks) {
        assert.ok(!meet(label, disc(q)), `${p.mark.text} stands under disc ${q.mark.index + 1}`);
        if (q !== p && q.label) assert.ok(!meet(label, q.label), `${p.mark.text} and ${q.mark.text}`);
      }
      const beside = Math.max(p.x - label.x - label.width, label.x - p.x, p.y - label.y - label.height, label.y - p.y);
      assert.ok(beside < 40, `${p.mark.text} stands ${beside} from its disc`);
    }
  }
});

test("a name that recedes and is covered is left out, another stays", () => {
  const chosen = placed(0, 100, "Chosen name");
  const under = placed(1, 300, "under", 100, { x: 115, width: 90 });
  const free = placed(2, 300, "free", 300, { x: 320, width: 60 });
  const s = scene(chosen, under, free);
  for (const p of s.placed) if (p !== chosen) p.y = 300;
  nameChosen(s, { ...red([], chosen), marks: [{ placed: chosen, x: 100, number: 1 }] }, [{ x: 0, y: 108, width: 600, height: 200 }, { x: 0, y: 0, width: 90, height: 200 }, { x: 0, y: 0, width: 600, height: 91 }], measure, []);
  assert.equal(under.label, null);
  assert.ok(free.label);
});

test("what is said at the end stands off the bar of its thing", () => {
  const bar = { ...placed(0, 300, "Bar"), from: 100, to: 500 };
  (bar.mark as { noDate: boolean }).noDate = false;
  nameChosen(scene(bar), red([], bar), [], measure, formsOf("had begun before: about April 2016", measure));
  if (!bar.label) throw new Error("the bar has no name");
  assert.equal(bar.label.note?.join(" "), "had begun before: about April 2016");
  assert.ok(!meet(bar.label, { x: 100, y: 94, width: 400, height: 12 }));
  nameChosen(scene(bar), { ...red([], bar), grey: true }, [], measure, formsOf("had begun before: about April 2016", measure));
  assert.deepEqual(bar.label.note, [], "what is no thread had not begun before it");
});

test("a name of which only dots would be left is none", () => {
  const stub = placed(0, 100, "VPN notice", 100, { width: 10 });
  const cut = placed(1, 100, "Cyber Security Law", 200, { width: 70 });
  const short = placed(2, 100, "CAC", 300, { width: 40 });
  dropStubs(scene(stub, cut, short), (label) => (measure(label.text) <= label.width ? label.text : `${label.text.slice(0, Math.max(0, label.width / 7 - 1))}…`));
  assert.equal(stub.label, null);
  assert.ok(cut.label && short.label);
});

test("a name that is cut takes the free room beside it, away from its mark, and no other", () => {
  const needs = measure("Apple removes VPNs");
  const named = (x: number, label: Partial<Name>): Placed => placed(0, x, "Apple removes VPNs", 100, { width: 60, ...label });
  const right = named(100, { x: 112 });
  wholeNames(scene(right), red([]), measure);
  assert.ok(right.label && right.label.width >= needs && right.label.x === 112 && !right.label.small);
  const left = named(300, { x: 228 });
  wholeNames(scene(left), red([]), measure);
  assert.ok(left.label && left.label.width >= needs && left.label.x + left.label.width === 288);
  const wall = { near: [[200, 0], [200, 400]], shown: true, tie: { ruled: false } } as unknown as ThScene["curves"][number];
  const other = placed(1, 400, "Other", 100, { x: 190, width: 60 });
  for (const inTheWay of [scene(named(100, { x: 112 }), other), { ...scene(named(100, { x: 112 })), width: 200 }, scene(named(80, { x: 8 }))]) {
    wholeNames(inTheWay, red([]), measure);
    assert.equal(inTheWay.placed[0]?.label?.width, 60);
  }
  const behind = named(100, { x: 112 });
  wholeNames({ ...scene(behind), curves: [wall] }, red([]), measure);
  assert.ok(behind.label?.small && behind.label.width >= needs, "a grey curve may pass behind a name, when nothing else helps");
  const line = named(100, { x: 112 });
  wholeNames(scene(line), red([[200, 0], [200, 400]]), measure);
  assert.equal(line.label?.width, 60, "the red line may not");
});

test("what has no name gets one where nothing is in its way, or none", () => {
  const bare = placed(0, 300, "Bare");
  const wall = (x1: number, x2: number): ThScene["curves"][number] => ({ near: [[x1, 0], [x2, 400]], shown: true, tie: { ruled: false } }) as unknown as ThScene["curves"][number];
  nameRest({ ...scene(bare), curves: [wall(315, 315)] }, red([]), 150, measure);
  assert.ok(bare.label && bare.label.x + bare.label.width < 315);
  const shut = placed(0, 300, "Bare");
  nameRest({ ...scene(shut), curves: [285, 300, 315].map((x) => wall(x, x)) }, red([]), 150, measure);
  assert.equal(shut.label, null);
});
