import assert from "node:assert/strict";
import { test } from "node:test";
import type { Context, Model, State } from "../src/contract";
import { daysOf } from "../src/dates";
import { nodeOf, readNet } from "../src/views/network_data";
import { chosen, surroundings } from "../src/views/network_focus";
import { along, curve, distance, held, linkAt, nextNode, nodeAt, reachOfEnd, zoomedAt, type Screen } from "../src/views/network_geometry";
import { hull } from "../src/views/network_hulls";
import { apart, placeLabels, stillClear, wrap, type Candidate } from "../src/views/network_labels";
import { ticks } from "../src/views/network_play";
import { setting } from "../src/views/network_scene";
import { lifetimes } from "../src/views/network_time";
import { when } from "./model";

/** a -> b -> c -> d, two relations from a to b, a loop at d. */
const option = {
  redthread: { loops: [{ source: "d", target: "d", relations: ["dd"], status: "stated", influence: "none", lineStyle: { curveness: 0 } }], canvas: [400, 200, 100, 200] },
  series: [{
    type: "graph",
    data: ["a", "b", "c", "d"].map((id, i) => ({ id, kind: "law", symbol: "page", x: i * 100, y: 0, portrait: [0, i * 50], symbolSize: 10, degree: i, side: "left" })),
    links: [
      { source: "a", target: "b", relations: ["ab"], status: "possible", influence: "forward", lineStyle: { curveness: 0.2 } },
      { source: "a", target: "b", relations: ["ab2"], status: "stated", influence: "none", lineStyle: { curveness: -0.2 } },
      { source: "b", target: "c", relations: ["bc", "bc2"], status: "stated", influence: "none", lineStyle: { curveness: 0 } },
      { source: "c", target: "d", relations: ["cd"], status: "stated", influence: "none", lineStyle: { curveness: 0 } },
      { source: "c", target: "nobody", relations: ["lost"], lineStyle: {} },
    ],
  }],
};
const net = readNet(option);
const every = (): boolean => true;

test("the options are read whole, zero is a place, loops are links", () => {
  assert.deepEqual(net.nodes.map((n) => n.landscape[0]), [0, 100, 200, 300]);
  assert.deepEqual([...net.linkOf.keys()].sort(), ["ab", "ab2", "bc", "bc2", "cd", "dd"]);
  assert.equal(nodeOf(net, "a/in-force"), 0, "a stage stands where its owner does");
  assert.equal(readNet(null).nodes.length, 0);
});

test("thousands of things are read from scatter and lines", () => {
  const plane = readNet({
    redthread: {
      canvas: [10, 10, 10, 10],
      dots: [{ kind: "law", symbol: "page", ids: ["y", "x"], portraits: [[1, 2], [3, 4]], sizes: [4, 5], degrees: [1, 1], communities: [0, 0] }],
      lines: { relations: ["r"], ends: [["x", "y"]], statuses: { 0: "inferred" } },
    },
    series: [{ type: "lines", data: [] }, { type: "scatter", data: [[0, 7], [8, 9]] }],
  });
  assert.ok(plane.large);
  assert.deepEqual(plane.nodes.map((n) => [n.id, n.landscape, n.portrait, n.size]), [["x", [8, 9], [3, 4], 5], ["y", [0, 7], [1, 2], 4]]);
  assert.deepEqual(plane.links.map((l) => [l.from, l.to, l.status]), [[0, 1, "inferred"]]);
});

test("surroundings grow by steps and follow the direction", () => {
  const from = (id: string, steps: number, way: "both" | "in" | "out"): string =>
    [...(surroundings(net, chosen(net, id), steps, way, every)?.keys() ?? [])].map((i) => net.nodes[i]?.id).sort().join("");
  assert.equal(from("b", 1, "both"), "abc");
  assert.equal(from("b", 1, "out"), "bc");
  assert.equal(from("b", 1, "in"), "ab");
  assert.equal(from("a", 3, "out"), "abcd");
  assert.equal(from("r:bc2", 1, "both"), "bc", "a relation keeps its two ends");
  assert.equal(surroundings(net, chosen(net, "b"), 0, "both", every), null);
  assert.equal([...(surroundings(net, chosen(net, "b"), 2, "both", (l) => l !== 2)?.keys() ?? [])].length, 2, "what is hidden leads nowhere");
});

function screen(): Screen {
  return { at: net.nodes.map((n) => n.landscape), radius: net.nodes.map(() => 5), shown: net.nodes.map(() => true), linkShown: net.links.map(() => true) };
}

test("what lies under the pointer is the nearest mark, else the nearest curve", () => {
  const s = screen();
  assert.equal(nodeAt(s, [104, 3], 4), 1);
  assert.equal(nodeAt(s, [150, 0], 4), undefined);
  const [upper, lower] = [along(curve([0, 0], [100, 0], 0.2), 0.5), along(curve([0, 0], [100, 0], -0.2), 0.5)];
  assert.notEqual(upper[1], lower[1]);
  assert.equal(linkAt(net, s, upper, 5), 0, "parallel relations are picked apart");
  assert.equal(linkAt(net, s, lower, 5), 1);
  assert.equal(linkAt(net, s, [150, 40], 5), undefined);
});

test("arrow keys go to what lies ahead, and stay where nothing does", () => {
  const s = screen();
  assert.equal(nextNode(s, 1, 1, 0), 2);
  assert.equal(nextNode(s, 1, -1, 0), 0);
  assert.equal(nextNode(s, 1, 0, 1), undefined);
});

test("a curve stops at the edge of its mark", () => {
  const q = curve([0, 0], [100, 0], 0.3);
  assert.ok(Math.abs(distance(along(q, reachOfEnd(q, 12)), q.b) - 12) < 0.1);
});

test("zooming keeps the point under the pointer, and never loses the plane", () => {
  const t = zoomedAt({ k: 2, tx: 10, ty: 20 }, 1.5, 100, 50);
  assert.ok(Math.abs(45 * t.k + t.tx - 100) < 1e-9); // 45 was drawn at 100
  const fit = { k: 1, tx: 0, ty: 0 };
  assert.equal(held({ k: 1000, tx: 0, ty: 0 }, fit, 400, 300, 12).k, 12);
  assert.equal(held({ k: 0.001, tx: 0, ty: 0 }, fit, 400, 300, 12).k, 0.5);
  assert.ok(held({ k: 1, tx: 1e6, ty: -1e6 }, fit, 400, 300, 12).tx <= 200);
});

/** The same numbers on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => { state = (state * 1664525 + 1013904223) % 4294967296; return state / 4294967296; };
}

test("labels never touch a mark, another label or the edge, and the first in rank are placed first", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = numbers(seed);
    const n = 5 + Math.floor(next() * 150);
    const s: Screen = {
      at: Array.from({ length: n }, () => [next() * 600, next() * 400] as const),
      radius: Array.from({ length: n }, () => 3 + next() * 10),
      shown: Array.from({ length: n }, () => next() > 0.1), linkShown: [],
    };
    const candidates = s.at.flatMap((_, node): Candidate[] => s.shown[node] ? [{ node, forms: [{ width: 20 + next() * 100, height: next() > 0.5 ? 14 : 28 }], rank: n - node, insist: node < 12, side: "right" }] : []);
    const placed = placeLabels(candidates, s, { x: 0, y: 0, width: 600, height: 400 });
    assert.ok(placed.length > 0);
    placed.forEach((p, i) => {
      assert.ok(p.x >= 0 && p.y >= 0 && p.x + p.width <= 600 && p.y + p.height <= 400);
      for (const q of placed.slice(i + 1)) assert.ok(p.x >= q.x + q.width || q.x >= p.x + p.width || p.y >= q.y + q.height || q.y >= p.y + p.height, `labels meet, seed ${seed}`);
      s.at.forEach(([x, y], m) => {
        const r = s.radius[m] ?? 0;
        if (s.shown[m]) assert.ok(p.x >= x + r || x - r >= p.x + p.width || p.y >= y + r || y - r >= p.y + p.height, `a label lies on a mark, seed ${seed}`);
      });
    });
  }
});

test("no name stands nearer to another mark than to its own: seven of the twelve bold ones did", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = numbers(seed);
    const n = 5 + Math.floor(next() * 150);
    const radius = Array.from({ length: n }, () => 3 + next() * 10);
    const s: Screen = { at: radius.map(() => [next() * 600, next() * 400] as const), radius, shown: radius.map(() => true), linkShown: [] };
    const box = (i: number): { x: number; y: number; width: number; height: number } => {
      const [[x, y], r] = [s.at[i] ?? [0, 0], radius[i] ?? 0];
      return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
    };
    const candidates = s.at.map((_, node): Candidate => ({ node, forms: [{ width: 20 + next() * 100, height: 14 }], rank: n - node, insist: node < 12, side: "right" }));
    for (const p of placeLabels(candidates, s, { x: 0, y: 0, width: 600, height: 400 })) {
      const own = apart(p, box(p.node));
      s.at.forEach((_, m) => { if (m !== p.node) assert.ok(apart(p, box(m)) > own - 0.1, `${p.node} stands at ${m}, seed ${seed}`); });
    }
  }
});

test("a label keeps off the strong lines where it can", () => {
  const s: Screen = { at: [[100, 100]], radius: [5], shown: [true], linkShown: [] };
  const line = Array.from({ length: 30 }, (_, i) => [105 + i * 3, 100] as const);
  const [p] = placeLabels([{ node: 0, forms: [{ width: 60, height: 14 }], rank: 1, insist: false, side: "right" }], s, { x: 0, y: 0, width: 300, height: 300 }, { lines: line });
  assert.ok(p && line.every(([x, y]) => x < p.x || x > p.x + p.width || y < p.y || y > p.y + p.height));
});

test("labels that have come too near give way, the first ones stay", () => {
  const s: Screen = { at: [[0, 0], [300, 0]], radius: [5, 5], shown: [true, true], linkShown: [] };
  const box = (node: number, x: number): { node: number; x: number; y: number; width: number; height: number } => ({ node, x, y: -7, width: 40, height: 14 });
  assert.deepEqual(stillClear([box(0, 10), box(1, 30), box(2, 80), box(3, 290)], s).map((b) => b.node), [0, 2]);
});

test("a hull goes round all its points, and bends one way only", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const next = numbers(seed);
    const points = Array.from({ length: 3 + Math.floor(next() * 30) }, () => [Math.round(next() * 20), Math.round(next() * 20)] as const);
    const round = hull(points);
    round.forEach((a, i) => {
      const b = round[(i + 1) % round.length] ?? a;
      for (const p of points) assert.ok((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) >= 0, `a point outside, seed ${seed}`);
    });
  }
  assert.equal(hull([[1, 1]]).length, 1);
});

test("long names break in the middle and end in an ellipsis, between whole characters", () => {
  const measure = (text: string): number => [...text].length;
  assert.equal(wrap("Police action on groups", measure, 14), "Police action\non groups");
  assert.equal(wrap("short", measure, 14), "short");
  assert.equal(wrap("𠀀𠀁𠀂𠀃𠀄𠀅", measure, 4), "𠀀𠀁𠀂…");
});

test("the layout nearer to the stage's shape is taken and fills it", () => {
  assert.equal(setting(net, 400, 200).at[3]?.[0], 300);
  assert.equal(setting(net, 200, 420).at[3]?.[0], 0, "upright");
  const { at, pad } = setting(net, 200, 420);
  const k = (420 - pad.top - pad.bottom) / ((at[3]?.[1] ?? 0) - (at[0]?.[1] ?? 0));
  assert.ok(k > 1.9, `${k}`);
});

test("playback stops only where something begins", () => {
  const one = (text: string, year: number, month: number): object => ({ when: when(text, daysOf(year, month), null) });
  const model = { things: [one("1989-06", 1989, 6), one("2017-01", 2017, 1)], relations: [one("2017-01", 2017, 1), one("2016-02", 2016, 2), {}] } as unknown as Model;
  assert.deepEqual(ticks(model), [daysOf(1989, 6, 30), daysOf(2016, 2, 29), daysOf(2017, 1, 31)]);
});

test("under a window an undated relation is there once both its ends are", () => {
  // a and c are dated, b is not; ab and bc2 have no date, bc begins with c; d hangs on c by an undated relation, and on itself
  const dated: Record<string, [number, number]> = { a: [0, 9], c: [50, 60], bc: [55, 56] };
  const seen = (window: [number, number] | null): { waits: string; stands: string; undated: string } => {
    const whenOf = (id: string) => { const at = dated[id]; return at ? when("", ...at) : undefined; };
    const inside = (id: string): boolean => { const at = dated[id]; return !at || !window || (at[0] <= window[1] && at[1] >= window[0]); };
    const ends: Record<string, string> = { ab: "ab", ab2: "ab", bc: "bc", bc2: "bc", cd: "cd", dd: "dd" };
    const context = {
      index: { thing: (id: string) => ({ id, when: whenOf(id) }), relation: (id: string) => ({ id, when: whenOf(id) }) },
      visibleRelation: (id: string) => inside(id) && [...(ends[id] ?? "")].every(inside),
    } as unknown as Context;
    const time = lifetimes(net, context, { window, step: 0 } as State, net.nodes.map((n) => inside(n.id)));
    const links = net.links.filter((l) => time.stands(l));
    return {
      waits: net.nodes.filter((_, i) => time.waits(i)).map((n) => n.id).join(""),
      stands: links.flatMap((l) => l.relations[0] ?? []).join(" "), undated: links.filter((l) => time.undated(l)).flatMap((l) => l.relations[0] ?? []).join(" "),
    };
  };
  assert.deepEqual(seen([0, 20]), { waits: "d", stands: "ab ab2", undated: "ab ab2" }, "b is there beside a, d waits for c");
  assert.deepEqual(seen([20, 58]), { waits: "", stands: "bc cd dd", undated: "cd dd" });
  assert.deepEqual(seen([20, 30]), { waits: "bd", stands: "", undated: "" });
  assert.deepEqual(seen(null), { waits: "", stands: "ab ab2 bc cd dd", undated: "" });
});
