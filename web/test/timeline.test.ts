import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOf } from "../src/dates";
import { emptyWords, outsideWords } from "../src/views/timeline_words";
import { coarse, readTimeline, Side, type TimelineOption } from "../src/views/timeline_data";
import { clearRing, dropCut, nameInFull } from "../src/views/timeline_labels";
import { inLines, wrapped } from "../src/views/timeline_lines";
import { isRed, zigzag } from "../src/views/timeline_draw";
import { lift, raise } from "../src/views/timeline_lift";
import { nameInWindow } from "../src/views/timeline_room";
import { eraRoom, namedTicks, tracks } from "../src/views/timeline_axis";
import { partedWindow } from "../src/views/timeline_cluster";
import { moveOf } from "../src/views/timeline_moves";
import { levelFor, makeAxis, moved, pixel, unitsAt, zoomed } from "../src/views/timeline_scale";
import { compact, OpenRows, rowsMet } from "../src/views/timeline_rows";
import { makeScene, pieces, planLanes, sizeFor, type Label, type Sight } from "../src/views/timeline_scene";
import { ticks } from "../src/views/timeline_ticks";

const axis = makeAxis([0, 1000], [[100, 900, 20]]);

test("a break is short on the axis and days come back from it", () => {
  assert.equal(axis.length, 220);
  for (const day of [0, 50, 100, 500, 899, 900, 1000]) assert.ok(Math.abs(axis.days(axis.units(day)) - day) < 1e-9);
  assert.ok(axis.units(900) - axis.units(100) - 20 < 1e-9);
});

test("zooming keeps the place under the pointer and stays on the axis", () => {
  const [from, to] = zoomed(0, 200, 50, 2, 220, 1);
  assert.deepEqual([from, to], [25, 125]);
  assert.equal((50 - from) / (to - from), 0.25);
  assert.deepEqual(zoomed(0, 200, 200, 0.1, 220, 1), [0, 220]);
  assert.deepEqual(moved(10, 30, -50, 220), [0, 20]);
  assert.deepEqual(moved(10, 30, 500, 220), [200, 220]);
});

test("a place on the screen and its time are each other's inverse", () => {
  const view = { from: 20, to: 70, left: 128, width: 900 };
  for (const u of [20, 33.3, 70]) assert.ok(Math.abs(unitsAt(view, pixel(view, u)) - u) < 1e-9);
});

test("the level is the last that was laid out for no larger scale", () => {
  assert.equal(levelFor([1, 1.4, 2], 0.5), 0);
  assert.equal(levelFor([1, 1.4, 2], 1.99), 1);
  assert.equal(levelFor([1, 1.4, 2], 9), 2);
});

test("ticks stand on the calendar, in order, with room for their words, from hours to millions of years", () => {
  const spans: [number, number][] = [
    [daysOf(2016, 11, 7), daysOf(2016, 11, 9)], [daysOf(2016, 1), daysOf(2016, 4)], [daysOf(2014), daysOf(2018)],
    [daysOf(-500), daysOf(500)], [daysOf(-5_000_000), daysOf(2018)],
  ];
  for (const [from, to] of spans) {
    const perDay = 900 / (to - from);
    const found = ticks(from, to, perDay);
    assert.ok(found.length >= 3 && found.length <= 20, `${found.length} ticks`);
    found.forEach((tick, i) => {
      assert.ok(tick.day >= from && tick.day <= to && tick.text !== "");
      const before = found[i - 1];
      if (before) assert.ok((tick.day - before.day) * perDay > 30, `${before.text} and ${tick.text} touch`);
    });
  }
  assert.deepEqual(ticks(daysOf(2014), daysOf(2018), 900 / 1461).map((t) => t.text).filter((t) => /^\d/.test(t)), ["2014", "2015", "2016", "2017", "2018"]);
  assert.deepEqual(ticks(daysOf(-1), daysOf(1, 12, 31), 0.3).filter((t) => t.major).map((t) => t.text), ["2 BC", "1 BC", "1"]);
});

test("the name of a tick in front of a break gives way to the years behind it, and the last stands before the edge", () => {
  const at = (text: string, x: number) => ({ day: 0, text, major: true, x });
  const years = [at("1989", 21), at("1990", 87), at("2014", 115), at("2015", 171), at("2018", 338)];
  const named = (right: number, breaks: number[]): (string | number)[][] => namedTicks(years, () => 34, right, breaks).map(([t, x]) => [t.text, x]);
  assert.deepEqual(named(374, [107]), [["1989", 25], ["2014", 119], ["2015", 175], ["2018", 340]]);
  assert.deepEqual(named(369, [107]).map(([t]) => t), ["1989", "2014", "2015"]);
  assert.deepEqual(named(400, [125]).map(([t]) => t), ["1989", "1990", "2015", "2018"]);
});

test("a nonsensical window has no ticks rather than no end", () => {
  assert.deepEqual(ticks(5, 5, 1), []);
  assert.deepEqual(ticks(NaN, 5, 1), []);
});

/** A law with two stages, and three events of which two stand in a cluster. */
function option(): TimelineOption {
  const item = (name: string, at: number, more: object = {}): object => ({ name, kind: "event", label: name, value: [at, at, at, at, at, at, at], ...more });
  return {
    series: [{ id: "marks", renderItem: "rt.timeline.marks", data: [
      item("law", 100, { kind: "law", flags: 256 }), item("law/passed", 100, { kind: "law", owner: 0 }), item("law/in-force", 300, { kind: "law", owner: 0 }),
      item("a", 150), item("b", 400), item("c", 410),
    ] }],
    redthread: {
      range: [0, 1000], breaks: [], eras: [], density: [], tray: [], levels: [0.3], sizes: [10],
      geometry: { markHalf: 7, stageHalf: 4, labelGap: 10, partGap: 6, fade: 30, pillHalf: 17 },
      groupings: [{
        id: "kind", lanes: [{ id: "law", title: "Laws", members: [0] }, { id: "event", title: "Events", members: [3, 4, 5] }],
        layouts: [{ rows: [1, 2], places: "02F01A000" + "11C" + "~+0" + "~=0", clusters: [[1, 0, 400, 410, 2]] }], use: [[0]],
      }],
    },
  };
}

const laid = readTimeline(option());
const grouping = laid.groupings[0]!;
const sight: Sight = { view: { from: 0, to: 1000, left: 100, width: 1000 }, axis: makeAxis([0, 1000], []), geometry: laid.geometry, visible: () => true };
const plan = { narrow: false, available: 300, edge: 300, size: 0, least: 18, tight: 16, most: 28, titles: 0 };
const everywhere = (): boolean => true;

test("three characters a place say row, side and width, or a cluster", () => {
  const layout = grouping.layout(0, 0);
  assert.deepEqual(layout.places.map((p) => [p.item, p.row, p.side, p.width, p.cluster]), [
    [0, 0, Side.Left, 60, -1], [1, 0, Side.Right, 40, -1], [2, 0, Side.None, 0, -1], [3, 1, Side.Right, 48, -1], [4, 0, Side.None, 0, 0], [5, 0, Side.None, 0, 0],
  ]);
  assert.deepEqual(layout.clusters[0]?.members, [4, 5]);
});

test("every item is on the screen or counted in a pill", () => {
  const layout = grouping.layout(0, 0);
  const scene = makeScene(laid, layout, planLanes(grouping, layout, plan, () => true), sight);
  const seen = [...scene.marks.map((m) => m.item.id), ...scene.pills.flatMap((p) => p.items.map((i) => i.id))].sort();
  assert.deepEqual(seen, ["a", "b", "c", "law", "law/in-force", "law/passed"]);
  assert.equal(scene.count, 4);
  assert.equal(scene.height, 300);
});

test("a thing that the filters hide goes with its stages, and its row closes", () => {
  const layout = compact(grouping.layout(0, 0), rowsMet(grouping.layout(0, 0), laid.items, (i) => i.id !== "b" && i.id !== "c", everywhere));
  assert.deepEqual(layout.rows, [1, 1]);
  const scene = makeScene(laid, layout, planLanes(grouping, layout, plan, () => true), { ...sight, visible: (id) => id === "a" });
  assert.deepEqual(scene.marks.map((m) => m.item.id), ["a"]);
  assert.equal(scene.pills.length, 0);
});

test("a pan opens rows and closes none, a zoom at rest closes what it left empty", () => {
  const rows = new OpenRows();
  const ask = (key: string, scale: number, moving: boolean, ...met: number[]): { size: number; open: number[] } => {
    const { size, open } = rows.for({ key, scale, moving, met: () => [new Set(met)], choose: () => met.length });
    return { size, open: [...(open[0] ?? [])].sort() };
  };
  assert.deepEqual(ask("a", 1, false, 0, 1), { size: 2, open: [0, 1] });
  assert.deepEqual(ask("a", 1, true, 2), { size: 2, open: [0, 1, 2] }, "a pan");
  assert.deepEqual(ask("a", 1, false, 2), { size: 2, open: [0, 1, 2] }, "a pan at rest");
  assert.deepEqual(ask("a", 2, true, 2), { size: 2, open: [0, 1, 2] }, "a zoom that goes on");
  assert.deepEqual(ask("a", 2, false, 2), { size: 1, open: [2] }, "a zoom at rest");
  assert.deepEqual(ask("b", 2, true, 0, 2), { size: 2, open: [0, 2] }, "another level");
});

test("a row is open while something of it, or the cluster in it, comes into the window", () => {
  const layout = grouping.layout(0, 0);
  const met = (a: number, z: number): number[][] => rowsMet(layout, laid.items, everywhere, (from, to) => to >= a && from <= z).map((set) => [...set].sort());
  assert.deepEqual(met(0, 1000), [[0], [0, 1]]);
  assert.deepEqual(met(150, 250), [[0], [1]], "between two stages runs their line");
  assert.deepEqual(met(405, 500), [[], [0]]);
  const closed = compact(layout, rowsMet(layout, laid.items, everywhere, (from) => from > 350));
  assert.deepEqual([closed.rows, closed.places.map((p) => p.item), closed.clusters.length], [[1, 1], [4, 5], 1]);
});

test("what is wanted leaves its cluster for a row of its own, and so does what would be left alone there", () => {
  const layout = grouping.layout(0, 0);
  const reach = (item: { at: number }): [number, number] => [item.at - 20, item.at + 20];
  assert.equal(lift(layout, laid.items, new Set(), reach), layout);
  assert.equal(lift(layout, laid.items, new Set([3]), reach), layout, "a thing with a row of its own stays");
  const lifted = lift(layout, laid.items, new Set([4]), reach);
  assert.deepEqual([lifted.rows, lifted.clusters.length], [[1, 4], 0]);
  assert.deepEqual(lifted.places.slice(4).map((p) => [p.item, p.row, p.cluster]), [[4, 2, -1], [5, 3, -1]]);
  assert.deepEqual(layout.places.slice(4).map((p) => p.cluster), [0, 0], "the layout itself is kept");
  const mute = { ...layout, places: layout.places.map((p) => (p.item === 0 ? { ...p, side: Side.None } : p)) };
  assert.deepEqual(lift(mute, laid.items, new Set([0]), reach).places.slice(0, 4).map((p) => p.row), [1, 1, 1, 1], "a row without room for its name is left, with its stages");
  const three = { ...layout, places: layout.places.map((p) => (p.item === 3 ? { ...p, row: 0, cluster: 0, side: Side.None } : p)), clusters: [{ lane: 1, row: 0, from: 150, to: 410, count: 3, members: [3, 4, 5] }] };
  const one = lift(three, laid.items, new Set([3]), reach);
  assert.deepEqual([one.clusters, one.places[3]?.row], [[{ lane: 1, row: 0, from: 400, to: 410, count: 2, members: [4, 5] }], 2]);
});

test("what the story speaks of has the first rows of its lane, and no cluster", () => {
  const layout = grouping.layout(0, 0);
  const reach = (item: { at: number }): [number, number] => [item.at - 20, item.at + 20];
  assert.equal(raise(layout, laid.items, new Set(), reach), layout);
  const one = raise(layout, laid.items, new Set([4]), reach);
  assert.deepEqual([one.rows, one.clusters.length], [[1, 4], 0]);
  assert.deepEqual(one.places.map((p) => [p.item, p.row]), [[0, 0], [1, 0], [2, 0], [3, 2], [4, 0], [5, 3]], "others move down; what is left alone of the cluster comes last");
  const near = raise(layout, laid.items, new Set([4, 5]), reach);
  assert.deepEqual(near.places.slice(4).map((p) => [p.row, p.cluster]), [[0, -1], [1, -1]], "no two whose names would meet share a row");
  const other = raise(layout, laid.items, new Set([0, 3]), reach);
  assert.deepEqual([other.rows, other.clusters[0]?.row, other.clusters[0]?.members], [[2, 3], 1, [4, 5]], "a cluster that nothing leaves stays and moves down");
  assert.deepEqual(other.places.slice(0, 4).map((p) => p.row), [0, 0, 0, 0], "a law with its stages, and an event with a row of its own");
});

test("a thing and the stage on its day are one mark: both are red where one is", () => {
  const layout = grouping.layout(0, 0);
  const { marks } = makeScene(laid, layout, planLanes(grouping, layout, plan, () => true), sight);
  const red = (...ids: string[]): string[] => marks.filter((m) => isRed(m, { red: (id) => ids.includes(id) })).map((m) => m.item.id).sort();
  assert.deepEqual(red("law/passed"), ["law", "law/passed"]);
  assert.deepEqual(red("law"), ["law", "law/passed"]);
  assert.deepEqual(red("law/in-force"), ["law/in-force"]);
  assert.deepEqual(red(), []);
});

test("words beside a chosen mark make room for its ring, unless something stands there", () => {
  const scene = (): ReturnType<typeof makeScene> => makeScene(laid, grouping.layout(0, 0), planLanes(grouping, grouping.layout(0, 0), plan, () => true), sight);
  const edges = { geometry: laid.geometry, left: 0, right: 1100 };
  const one = scene();
  const a = one.marks.find((m) => m.item.id === "a")!;
  clearRing(one, "a", edges);
  assert.equal(a.label!.x - a.x, 14);
  const two = scene();
  const before = two.marks.find((m) => m.item.id === "a")!;
  two.pills.push({ ...two.pills[0]!, x: before.label!.x + before.label!.width + 18, y: before.y });
  clearRing(two, "a", edges);
  assert.equal(before.label!.x - before.x, 10);
});

test("names keep off the waves of a break where there is room beside them", () => {
  const scene = makeScene(laid, grouping.layout(0, 0), planLanes(grouping, grouping.layout(0, 0), plan, () => true), sight);
  const a = scene.marks.find((m) => m.item.id === "a")!;
  const frame = { left: 100, right: 1100, geometry: laid.geometry, width: () => 40 };
  nameInWindow(scene, { ...frame, waves: [[a.x + 20, a.x + 30]] });
  assert.ok(a.label && (a.label.x >= a.x + 30 || a.label.x + a.label.width <= a.x + 20), JSON.stringify(a.label));
  nameInWindow(scene, { ...frame, waves: [[100, 1100]] });
  assert.ok(a.label, "where there is none, a name on a wave is better than no name");
});

test("where lanes scroll, the edge cuts no row in two; where little is missing, rows are lower instead", () => {
  const tall = { rows: [3, 12], places: [], clusters: [] };
  for (let available = 80; available < 400; available++) {
    const { lanes, row } = planLanes(grouping, tall, { ...plan, available, edge: available }, () => true);
    const rows = lanes.flatMap((l) => Array.from({ length: l.rows }, (_, i) => l.line + i * row));
    assert.ok(rows.every((y) => Math.abs(y - available) >= 8.99), `${available} px, rows of ${row}`);
    assert.ok(row >= 16 && row <= 28);
  }
  assert.equal(planLanes(grouping, tall, { ...plan, available: 12 + 15 * 17 }, () => true).row, 17);
});

test("the tallest size that fits is chosen by the rows that are open", () => {
  const read = { ...laid, sizes: [10, 20, 40] };
  const rows = [[5, 5], [10, 10], [20, 20]];
  const size = (available: number, open = rows): number => sizeFor(read, { ...plan, available, size: 1 }, (s) => open[s] ?? [], () => true);
  assert.deepEqual([size(200), size(372), size(731), size(732)], [0, 1, 1, 2]);
  assert.equal(size(200, [[5, 5], [3, 3], [4, 4]]), 2, "few are open at a deep zoom");
  assert.deepEqual([size(0), size(0, [[5, 5], [3, 3], [10, 10]])], [1, 2], "a free height takes no more rows than planned");
});

test("the line of a thing leaves room for the words of its stages", () => {
  assert.deepEqual(pieces(0, 100, [{ x: 20, y: 0, width: 30, height: 1 }]), [[0, 17], [50, 100]]);
  assert.deepEqual(pieces(10, 10, [{ x: 20, y: 0, width: 30, height: 1 }]), []);
  assert.deepEqual(pieces(0, 40, [{ x: 20, y: 0, width: 30, height: 1 }]), [[0, 17]]);
});

test("a label that the window cuts, or that may take less than it needs, is not written", () => {
  const layout = grouping.layout(0, 0);
  const scene = makeScene(laid, layout, planLanes(grouping, layout, plan, () => true), sight);
  const label = (): Label | null => scene.marks.find((m) => m.item.id === "a")?.label ?? null;
  dropCut(scene, 0, 308, () => 48);
  assert.deepEqual([label()?.x, label()?.width], [260, 48]);
  dropCut(scene, 0, 308, () => 49);
  assert.equal(label(), null);
  const again = makeScene(laid, layout, planLanes(grouping, layout, plan, () => true), sight);
  dropCut(again, 0, 307, () => 40);
  assert.equal(again.marks.find((m) => m.item.id === "a")?.label, null);
});

test("eras that overlap stand under each other, those that follow share a line", () => {
  const era = (from: number, to: number): { id: string; label: string; from: number; to: number } => ({ id: "", label: "", from, to });
  assert.deepEqual(tracks([era(0, 10), era(5, 20), era(10, 30), era(25, 40)]), [0, 1, 0, 1]);
  assert.deepEqual(tracks([]), []);
});

test("the selected thing says its whole name and what it would cover steps back", () => {
  const scene = makeScene(laid, grouping.layout(0, 0), planLanes(grouping, grouping.layout(0, 0), plan, () => true), sight);
  const sheet = { geometry: laid.geometry, left: 100, right: 1100, width: () => 118, part: (_: unknown, words: string) => words.length * 7 };
  const passed = scene.marks.find((m) => m.item.id === "law/passed");
  passed!.label = null;
  nameInFull(scene, "law/passed", sheet);
  assert.equal((passed?.label as Label | null)?.width, 120);
  assert.deepEqual(scene.marks.find((m) => m.item.id === "law")?.label?.text, "law");
  nameInFull(scene, "nothing", sheet);
});

test("a selected name stands on the side where it covers less, and on a plate over what it covers", () => {
  const scene = makeScene(laid, grouping.layout(0, 0), planLanes(grouping, grouping.layout(0, 0), plan, () => true), sight);
  const mark = scene.marks.find((m) => m.item.id === "a")!;
  const sheet = { geometry: laid.geometry, left: mark.x - 300, right: mark.x + 300, width: () => 100, part: () => 100 };
  const beside = (...at: number[]): Label => {
    const others = at.map((x) => ({ ...mark, x, label: null, item: { ...mark.item, id: `other ${x}` } }));
    mark.label = null;
    nameInFull({ ...scene, marks: [mark, ...others], pills: [] }, "a", sheet);
    return mark.label as unknown as Label;
  };
  assert.deepEqual([beside().atEnd, beside().plate], [false, undefined]);
  assert.deepEqual([beside(mark.x + 60).atEnd, beside(mark.x + 60).plate], [true, undefined]);
  assert.deepEqual([beside(mark.x + 60, mark.x - 60, mark.x - 90).atEnd, beside(mark.x + 60, mark.x - 60, mark.x - 90).plate], [false, true]);
});

test("a selected name that is wider than the window stands whole in lines", () => {
  const scene = makeScene(laid, grouping.layout(0, 0), planLanes(grouping, grouping.layout(0, 0), plan, () => true), sight);
  const mark = scene.marks.find((m) => m.item.id === "a")!;
  mark.label = null;
  mark.item = { ...mark.item, label: "Regulations on Public Security Organs Internet Safety Supervision and Inspection" };
  nameInFull(scene, "a", { geometry: laid.geometry, left: 100, right: 330, width: (m) => m.item.label.length * 7, part: (_, words) => words.length * 6 });
  const label = mark.label as Label | null;
  assert.ok(label && label.x >= 100 && label.x + label.width <= 330, JSON.stringify(label));
  assert.equal(label?.lines?.join(" "), mark.item.label);
});

test("names break between words, between characters where there are no spaces, and in very long words", () => {
  const wide = (words: string): number => words.length;
  assert.deepEqual(inLines("Tiananmen Square crackdown", 2, wide), ["Tiananmen", "Square crackdown"]);
  assert.deepEqual(inLines("公安机关互联网安全监督检查规定", 2, wide), ["公安机关互联网", "安全监督检查规定"]);
  assert.deepEqual(inLines("14-month crackdown", 2, wide), ["14-month", "crackdown"]);
  assert.equal(inLines("Restrictions", 2, wide), null);
  assert.deepEqual(inLines("Donaudampfschifffahrtsgesellschaft", 2, wide), ["Donaudampfschifff", "ahrtsgesellschaft"]);
  assert.equal(wrapped("one two three four", 9, wide).join(" "), "one two three four");
  assert.ok(wrapped("one two three four", 9, wide).every((line) => line.length <= 9));
  for (const name of ["", "a", "a b c d e f g", "规定（草案）。"]) for (const n of [1, 2, 3]) {
    const lines = inLines(name, n, wide);
    if (lines) assert.equal(lines.join("").replaceAll(" ", ""), name.replaceAll(" ", ""));
  }
});

/** Bars and a law of which the window sees a part, from 0 to 1000 days in a row each unless said otherwise. */
function windowed(from: number, to: number, width = 1000, same = false): ReturnType<typeof makeScene> {
  const bar = (name: string, a: number, z: number, more: object = {}): object => ({ name, kind: "event", label: name, value: [a, z, a, z, a, z, (a + z) / 2], ...more });
  const o = option();
  const place = (row: number): string => `${same ? 0 : row}0B`;
  o.series[0]!.data = [bar("mark ahead", 0, 900), bar("mark behind", 0, 500), bar("the law", 0, 1000, { flags: 256, kind: "law" }), bar("detained", 0, 1000, { owner: 2, kind: "law" })];
  Object.assign(o.redthread.groupings[0]!, { lanes: [{ id: "event", title: "Events", members: [0, 1, 2] }], layouts: [{ rows: [3], places: place(0) + place(1) + place(2) + place(2), clusters: [] }] });
  const read = readTimeline(o);
  const g = read.groupings[0]!;
  const layout = g.layout(0, 0);
  const scene = makeScene(read, layout, planLanes(g, layout, plan, () => true), { ...sight, view: { from, to, left: 100, width } });
  nameInWindow(scene, { left: 102, right: 110 + width, geometry: read.geometry, width: (m) => m.item.label.length * 7 });
  return scene;
}

test("a bar whose mark lies outside the window is there to be reached and has its whole name in sight", () => {
  for (const [from, to] of [[0, 1000], [100, 200], [300, 400], [380, 420], [460, 490]] as const) {
    const scene = windowed(from, to);
    assert.deepEqual(scene.marks.filter((m) => !m.owner).map((m) => m.item.id).sort(), ["mark ahead", "mark behind", "the law"], `${from} to ${to}`);
    for (const m of scene.marks.filter((n) => !n.owner)) {
      assert.ok(m.label && m.label.x >= 100 && m.label.x + m.label.width <= 1110, `${m.item.id} at ${from} to ${to}`);
      assert.ok((m.label?.width ?? 0) >= m.item.label.length * 7);
    }
  }
});

test("names that the window moves do not cover each other, and one that has no room is not written", () => {
  const scene = windowed(460, 490, 300, true);
  const labels = scene.marks.flatMap((m) => m.label ?? []).sort((a, b) => a.x - b.x);
  labels.forEach((l, i) => assert.ok(i === 0 || labels[i - 1]!.x + labels[i - 1]!.width <= l.x));
});

test("words of a stage stand only beside the name of what it belongs to", () => {
  for (const [from, to] of [[0, 1000], [100, 200], [600, 700]] as const) {
    const scene = windowed(from, to, 90);
    for (const m of scene.marks) if (m.owner && m.label) assert.ok(m.owner.label, `${m.item.id} alone at ${from}`);
  }
  const alone = windowed(480, 520, 60);
  assert.ok(alone.marks.every((m) => !m.owner || !m.label || m.owner.label));
});

test("ticks before Christ are round years BC, those of deep time are said in billions, and where the count begins has a name", () => {
  const years = (a: number, b: number): string[] => ticks(daysOf(a), daysOf(b), 1200 / (daysOf(b) - daysOf(a))).map((t) => t.text);
  assert.deepEqual(years(-2450, 400).filter((t) => /BC/.test(t)).slice(0, 3), ["2400 BC", "2200 BC", "2000 BC"]);
  assert.deepEqual(years(-450, 450), ["450 BC", "400 BC", "350 BC", "300 BC", "250 BC", "200 BC", "150 BC", "100 BC", "50 BC", "AD 1", "50", "100", "150", "200", "250", "300", "350", "400", "450"].filter((t) => years(-450, 450).includes(t)));
  assert.ok(years(-450, 450).includes("AD 1"));
  const deep = years(-14_364_000_003, 5_564_000_001);
  assert.ok(deep.includes("10 billion BC") && deep.includes("AD 1") && deep.every((t) => /billion|AD 1/.test(t)), deep.join());
});

test("an empty timeline says why, and offers what is left", () => {
  const tally = { drawn: 0, dated: 0, undated: 40, window: false };
  assert.equal(emptyWords(tally), "Nothing here has a date: 40 things stand in the list below.");
  assert.equal(emptyWords({ ...tally, dated: 9, undated: 1 }), "The 1 thing shown has no date: it stands in the list below.");
  assert.equal(emptyWords({ ...tally, dated: 9, undated: 0, window: true }), "Nothing in these dates.");
  assert.equal(emptyWords({ ...tally, dated: 9, undated: 0 }), "Nothing is left by the filters.");
  assert.equal(emptyWords({ ...tally, drawn: 1 }), "");
});

test("a selection outside the window is said to be before or after it", () => {
  const law = laid.items[0];
  assert.deepEqual([outsideWords(law, 200, 300), outsideWords(law, 0, 50), outsideWords(law, 50, 150), outsideWords(undefined, 0, 1)], ["lies before these dates", "lies after these dates", "", ""]);
});

test("only a mark whose day is known is full", () => {
  const year = { flags: 0, bounds: [0, 0, 365, 365] as [number, number, number, number] };
  assert.deepEqual([coarse(year), coarse({ ...year, flags: 1 }), coarse({ ...year, bounds: [0, 1, 0, 1] }), coarse({ ...year, bounds: [0, 0, 0, null] })], [true, false, false, false]);
});

test("the name of a short era may reach back to the one before it on its line", () => {
  const era = (from: number, to: number): { id: string; label: string; from: number; to: number } => ({ id: "", label: "", from, to });
  const eras = [era(0, 10), era(5, 20), era(30, 34)];
  assert.deepEqual(eras.map((_, i) => eraRoom(eras, tracks(eras), i)), [-Infinity, -Infinity, 10]);
});

test("the wave of a break stops where a name stands, and goes on below it", () => {
  assert.equal(zigzag(32, []), "M0 0L3 8L-3 16L3 24L-3 32");
  assert.equal(zigzag(32, [[9, 15]]), "M0 0L3 8M-3 16L3 24L-3 32");
  assert.equal(zigzag(20, [[15, 30]]), "M0 0L3 8M-3 16M3 20");
});

test("a name without room in one line stands whole in two where rows are tall", () => {
  const scene = windowed(460, 490, 90);
  const tall = { left: 102, right: 200, geometry: laid.geometry, width: (m: { item: { label: string } }) => m.item.label.length * 20, part: (_: unknown, words: string) => words.length * 7 };
  for (const m of scene.marks) m.label = null;
  nameInWindow(scene, tall);
  const ahead = scene.marks.find((m) => m.item.id === "mark ahead")?.label;
  assert.deepEqual([ahead?.lines, ahead?.height], [["mark", "ahead"], 24]);
});

test("keys zoom, pan with Shift, and show everything; others lead nowhere", () => {
  const key = (name: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent => ({ key: name, ...more }) as KeyboardEvent;
  assert.deepEqual(moveOf(key("0"), [10, 20], 100), [0, 100]);
  assert.deepEqual(moveOf(key("ArrowRight", { shiftKey: true }), [10, 20], 100), [12.5, 22.5]);
  assert.deepEqual(moveOf(key("-"), [40, 50], 100)?.map(Math.round), [37, 53]);
  for (const none of [key("ArrowRight"), key("Enter"), key("toString"), key("+", { ctrlKey: true })]) assert.equal(moveOf(none, [10, 20], 100), null);
});

test("a cluster is zoomed to where most of it stands apart, and to nowhere where it never does", () => {
  const o = option();
  Object.assign(o.redthread, { levels: [0.3, 3] });
  const own = o.redthread.groupings[0]!;
  own.layouts.push({ rows: [1, 2], places: "02F01A000" + "11C" + "10C" + "11C", clusters: [] });
  own.use = [[0, 1]];
  const read = readTimeline(o);
  const view = { from: 0, to: 1000, left: 100, width: 1000 };
  const pill = { cluster: read.groupings[0]!.layout(0, 0).clusters[0]!, x: 0, y: 0, from: 0, to: 0, items: [] };
  const to = partedWindow(pill, read, read.groupings[0]!, view, makeAxis([0, 1000], []));
  assert.ok(to && to[0] < 400 && to[1] > 410 && 1000 / (to[1] - to[0]) >= 3, JSON.stringify(to));
  assert.equal(partedWindow(pill, laid, grouping, view, makeAxis([0, 1000], [])), null);
});
