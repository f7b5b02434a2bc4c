import assert from "node:assert/strict";
import { test } from "node:test";
import type { State, StoryStep } from "../src/contract";
import { makeIndex } from "../src/lookup";
import { decode, encode, initial } from "../src/state";
import { createStore } from "../src/store";
import { moveOf, type Move, type Place } from "../src/story/keys";
import { makeLight, RECEDED } from "../src/story/light";
import { focusOf, inFocusOf, stepState, within } from "../src/story/steps";
import { framing } from "../src/views/network_focus";
import type { Label, Scene, SceneMark, ScenePill } from "../src/views/timeline_scene";
import { nameSpoken } from "../src/views/timeline_spoken";
import { model } from "./model";

const step = (id: string, more: Partial<StoryStep> = {}): StoryStep => ({ id, title: id, text: [], evidence: [], ...more });

const told = model();
told.story = [
  step("first", { view: "network", focus: ["csl"] }),
  step("second", { window: [16436, 17530.99999] }),
  step("third", { view: "timeline", focus: ["csl/in-force", "urumqi"], thread: ["csl", "huang-qi"], window: [17318, 17320.5] }),
];
const index = makeIndex(told);
const base = initial("timeline");
const baseOf = (n: number): State => (n > 0 ? stepState(told, within(told, n), base) : base);

test("a step sets view, window and thread, and nothing is selected", () => {
  assert.deepEqual(baseOf(1), { ...base, step: 1, view: "network" });
  assert.deepEqual(baseOf(3), { ...base, step: 3, view: "timeline", thread: "csl--huang-qi", window: [17318, 17320.5] });
});

test("a step without a view keeps the one before it, however one comes to it", () => {
  assert.equal(baseOf(2).view, "network");
});

test("the window of a step ends with its last day", () => {
  assert.deepEqual(baseOf(2).window, [16436, 17530]);
});

test("a number beyond the story is its last step, none without a story", () => {
  assert.deepEqual([within(told, -1), within(told, 0), within(told, 2), within(told, 99), within(model(), 5)], [0, 0, 2, 3, 0]);
  assert.equal(stepState(model(), 1, base).step, 0);
});

test("a link to a step needs its number only, and opens exactly that step", () => {
  for (const n of [1, 2, 3]) {
    assert.equal(encode(baseOf(n), baseOf(n)), `step=${n}`);
    assert.deepEqual(decode(`#step=${n}`, baseOf), baseOf(n));
  }
});

test("what a reader changes within a step stands in the address, what is emptied too", () => {
  const changes: Partial<State>[] = [
    {}, { selected: "csl" }, { window: null }, { thread: null }, { view: "table" }, { window: [16436, 17000], query: "vpn" },
    { hidden: ["law"], lanes: "place", theme: "dark", embed: true }, { thread: "t2", rows: "eras", sort: "-2" },
  ];
  for (const n of [0, 1, 2, 3]) {
    for (const change of changes) {
      const state = { ...baseOf(n), ...change };
      assert.deepEqual(decode(encode(state, baseOf(n)), baseOf), state, JSON.stringify([n, change]));
    }
  }
  assert.equal(encode({ ...baseOf(2), window: null }, baseOf(2)), "from=&step=2");
});

test("the address follows the steps, and leads back through them", () => {
  const written: string[] = [];
  let changed = (): void => {};
  let now = "";
  const address = { read: () => now, write(hash: string): void { now = hash; written.push(hash); }, listen(run: () => void): void { changed = run; } };
  const store = createStore(baseOf, (state) => state, address, { later: (run) => run() });
  store.set({ selected: "urumqi" });
  for (const n of [1, 2, 3]) store.set(baseOf(n));
  assert.deepEqual(written, ["sel=urumqi", "step=1", "step=2", "step=3"]);
  now = "step=2";
  changed();
  assert.deepEqual(store.state, baseOf(2));
  now = "sel=urumqi";
  changed();
  assert.deepEqual([store.state.step, store.state.selected, store.state.view], [0, "urumqi", "timeline"]);
});

test("what is in focus", () => {
  const table: [string[] | undefined, string[]][] = [
    [undefined, ["csl", "csl/in-force", "urumqi", "huang-qi"]], // nothing named: everything
    [["csl"], ["csl", "csl/in-force"]], // a thing brings its stages
    [["csl/in-force"], ["csl", "csl/in-force"]], // a stage brings its owner
    [["urumqi", "unknown"], ["urumqi"]],
  ];
  for (const [focus, want] of table) {
    const inFocus = focusOf(index, step("s", focus ? { focus } : {}));
    assert.deepEqual(told.things.map((t) => t.id).filter(inFocus), want, String(focus));
  }
});

test("a thing that is named with one of its stages leaves the others in the shade", () => {
  const two = model();
  two.things.push({ id: "csl/passed", kind: "event", name: "passed", owner: "csl", stage: "passed", evidence: [] });
  const inFocus = focusOf(makeIndex(two), step("s", { focus: ["csl", "csl/in-force"] }));
  assert.deepEqual(["csl", "csl/in-force", "csl/passed"].map(inFocus), [true, true, false]);
});

test("what is selected in a step is in focus too, and the ends of a relation", () => {
  const inFocus = inFocusOf(told, index);
  const at = (n: number, selected: string | null): string[] => told.things.map((t) => t.id).filter((id) => inFocus({ ...baseOf(n), selected }, id));
  assert.deepEqual(at(0, null).length, told.things.length);
  assert.deepEqual(at(1, null), ["csl", "csl/in-force"]);
  assert.deepEqual(at(1, "urumqi"), ["csl", "csl/in-force", "urumqi"]);
  assert.deepEqual(at(3, "r:huang-qi--charged_under--csl"), ["csl", "csl/in-force", "urumqi", "huang-qi"]);
});

test("keys act where nothing else uses them", () => {
  const press = (key: string, place: Place, more = {}): Move | null => moveOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }, place);
  const table: [string, Record<Place, Move | null>][] = [
    ["ArrowRight", { free: "next", button: "next", widget: null, field: null }],
    ["ArrowLeft", { free: "previous", button: "previous", widget: null, field: null }],
    ["PageDown", { free: "next", button: "next", widget: "next", field: null }],
    ["PageUp", { free: "previous", button: "previous", widget: "previous", field: null }],
    [" ", { free: "next", button: null, widget: null, field: null }],
    ["Home", { free: "first", button: "first", widget: null, field: null }],
    ["End", { free: "last", button: "last", widget: null, field: null }],
    ["Escape", { free: "leave", button: "leave", widget: "leave", field: null }],
    ["f", { free: "screen", button: "screen", widget: null, field: null }],
    ["N", { free: "notes", button: "notes", widget: null, field: null }],
    ["Enter", { free: null, button: null, widget: null, field: null }],
    ["toString", { free: null, button: null, widget: null, field: null }],
  ];
  for (const [key, want] of table) {
    for (const place of ["free", "button", "widget", "field"] as const) assert.equal(press(key, place), want[place], `${key} in ${place}`);
  }
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }]) assert.equal(press("ArrowRight", "free", more), null);
  assert.equal(press(" ", "free", { shiftKey: true }), "previous");
  assert.equal(press("ArrowRight", "free", { shiftKey: true }), null);
  assert.equal(press("F", "free", { shiftKey: true }), "screen");
});

test("brightness turns from what was seen to what is in focus", () => {
  let focus = new Set(["a"]);
  const light = makeLight((id) => focus.has(id));
  const seen = (): number[] => ["a", "b", "c"].map((id) => Math.round(light.of(id) * 1e6) / 1e6);
  assert.deepEqual(seen(), [1, RECEDED, RECEDED]);
  focus = new Set(["b"]);
  light.turn(["a", "b", "c"]);
  assert.deepEqual(seen(), [1, RECEDED, RECEDED]);
  light.at(0.5);
  assert.deepEqual(seen(), [(1 + RECEDED) / 2, (1 + RECEDED) / 2, RECEDED]);
  focus = new Set(["c"]); // the next step before this one has arrived
  light.turn(["a", "b", "c"]);
  assert.deepEqual(seen(), [(1 + RECEDED) / 2, (1 + RECEDED) / 2, RECEDED]);
  light.at(1);
  assert.deepEqual(seen(), [RECEDED, RECEDED, 1]);
});

test("the network is framed around the focus, never farther than the whole", () => {
  const fit = { k: 2, tx: 0, ty: 0 };
  const stage = { x: 0, y: 0, width: 800, height: 600 };
  assert.equal(framing([], fit, stage), fit);
  assert.equal(framing([[0, 0], [400, 300]], fit, stage), fit);
  const near = framing([[100, 100], [140, 120]], fit, stage);
  assert.ok(near.k > fit.k && near.k <= 2.4 * fit.k, String(near.k));
  assert.deepEqual([120 * near.k + near.tx, 110 * near.k + near.ty], [400, 300]);
});

/** Random rows of things, some with stages; repeatable. */
function scene(seed: number): Scene {
  let s = seed;
  const next = (): number => { s = (s * 1103515245 + 12345) % 2147483648; return s / 2147483648; };
  const marks: SceneMark[] = [];
  const mark = (x: number, y: number, owner: SceneMark | null): SceneMark => {
    const item = { id: `m${marks.length}`, label: "x".repeat(3 + Math.floor(next() * 20)), flags: 0, bounds: [0, 0, 0, next() < 0.2 ? null : 0] } as unknown as SceneMark["item"];
    const one: SceneMark = { item, lane: 0, x, y, from: x - next() * 40, to: x + next() * 200, owner, line: [], label: null };
    marks.push(one);
    return one;
  };
  for (let row = 0; row < 12; row++) {
    for (let i = 0; i < 3; i++) {
      const own = mark(next() * 900 - 50, 10 + row * 20, null);
      const stages = Array.from({ length: Math.floor(next() * 3) }, (_, n) => mark(own.x + 30 + n * 60 * next(), own.y, own));
      if (stages.length > 0) own.line = [[own.x, Math.max(...stages.map((one) => one.x))]];
    }
  }
  const pills = Array.from({ length: 4 }, (_, i): ScenePill => {
    const x = next() * 800;
    return { cluster: { lane: 0, row: 0, from: 0, to: 0, count: 2, members: [] }, items: [], x, y: 10 + 60 * i, from: x - next() * 60, to: x + next() * 60 };
  });
  return { lanes: [], marks, pills, height: 300, row: 20, count: marks.length };
}

test("names in the story stand whole, in sight, apart from each other and off the marks", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const s = scene(seed);
    const spoken = (m: SceneMark): boolean => Number(m.item.id.slice(1)) % 3 === 0;
    nameSpoken(s, { left: 0, right: 800, height: 18, width: (m) => m.item.label.length * 7, spoken });
    const named = s.marks.filter((m) => m.label);
    assert.ok(named.length > 0 && named.every(spoken));
    for (const m of named) {
      const a = m.label as Label;
      assert.ok(a.x >= 0 && a.x + a.width <= 800 && a.width >= m.item.label.length * 7, `seed ${seed}: ${m.item.id} is cut`);
      for (const p of s.pills) assert.ok(p.x - 17 >= a.x + a.width || p.x + 17 <= a.x || p.y - 9 >= a.y + a.height || p.y + 9 <= a.y, `seed ${seed}: ${m.item.id} over a cluster`);
      for (const other of s.marks) {
        if (other === m) continue;
        const half = other.owner ? 4 : 7;
        const bar = (other.owner ?? other) === (m.owner ?? m) ? [] : [{ x: other.from, y: other.y - 5, width: other.to - other.from, height: 10 }];
        const boxes = [{ x: other.x - half, y: other.y - 7, width: 2 * half, height: 14 }, ...bar, ...(other.label ? [other.label] : [])];
        for (const b of boxes) assert.ok(b.x >= a.x + a.width || b.x + b.width <= a.x || b.y >= a.y + a.height || b.y + b.height <= a.y, `seed ${seed}: ${m.item.id} over ${other.item.id}`);
      }
    }
    for (const m of s.marks) for (const [from, to] of m.line) for (const n of named) {
      if ((n === m || n.owner === m) && n.label) assert.ok(to <= n.label.x || from >= n.label.x + n.label.width, `seed ${seed}: a line runs through ${n.item.id}`);
    }
  }
});
