// From the layout to places on the screen, by the same rules as Go: see
// chart/threads_lay.go and chart/threads_route.go. The layout of a width holds
// up to the next: places are stretched, names are not.

import { fadesLeft, fadesRight } from "./timeline_data";
import { pixel, type Axis, type View } from "./timeline_scale";
import type { Level, Size, ThMark, Threads, Tie } from "./threads_data";
import type { Box } from "./timeline_scene";

/** Pixels of a line of a name that is set smaller, in two lines. */
export const SMALL_LINE = 12;

export interface Name extends Box { text: string; above: boolean; lines?: readonly string[] /* of the chosen thread: whole, in so many lines */; note?: readonly string[] /* said below */; toEnd?: boolean /* these end at the right */; rows?: readonly string[] /* of another thing: whole, in two lines */; small?: boolean /* a size smaller, to stand whole */ }

export interface Placed {
  mark: ThMark;
  x: number;
  y: number;
  from: number; // of the drawing
  to: number;
  owner: Placed | null;
  label: Name | null;
  shown: boolean; // its row is open
}

/** A curve: points of a path, and how the page finds one near the pointer. */
export interface Curve { tie: Tie; index: number; path: string; near: [number, number][]; shown: boolean }

export interface ThScene {
  view: View;
  placed: Placed[]; // by the index of the mark
  curves: Curve[];
  lanes: { title: string; kind: string; top: number; height: number; line: number; strip: number /* of what is not named; NaN: none */; total: number }[];
  width: number;
  height: number;
}

export interface Room { width: number; height: number; leastRow: number; mostRow: number }

/** The widest layout that fits. */
export function levelOf(levels: readonly Level[], width: number): Level | undefined {
  return levels.filter((l) => l.width <= width + 0.5).at(-1) ?? levels[0];
}

export function makeThScene(t: Threads, axis: Axis, room: Room, keep: ReadonlySet<number> | null = null): ThScene {
  const g = t.geometry;
  const most = Math.max(t.levels[0]?.width ?? 100, room.width - g.left - g.margin);
  const level = levelOf(t.levels, most);
  const left = g.left + Math.floor(Math.max(0, Math.min(asideNeeds(t) - g.left, most - (level?.width ?? most))));
  const time = most - (left - g.left);
  const whole = level?.sizes[0] ?? { height: 0, tops: [], rows: [], sides: "", bends: [] };
  const least = part(t, whole, keep);
  const spare = (room.height - least.height) / Math.max(1, least.strips.filter((y) => !Number.isNaN(y)).length);
  const size = keep ? part(t, whole, keep, Math.min(TALL, STRIP + Math.max(0, spare))) : least;
  const scale = g.row > 0 ? Math.min(Math.max(room.height / Math.max(1, size.height), room.leastRow / g.row), room.mostRow / g.row) : 1;
  const view: View = { from: 0, to: axis.length, left, width: time };
  const stretch = time / (level?.width ?? time);
  const layout = new Layout(t, axis, view, level?.most ?? 200, size, scale, stretch);
  return layout.scene(Math.max(room.height, size.height * scale));
}

/** The room left of the axis in which the names of what stands there would be whole. It gets it as far as the layout of the width stays the same. */
function asideNeeds(t: Threads): number {
  const g = t.geometry;
  return Math.max(0, ...t.marks.filter((m) => m.aside > 0 && m.owner === null).map((m) => m.width + g.labelGap + 4 + 14 + g.aside * (m.aside - 1)));
}

/** A layout with, for each lane, the line of what has no row of its own; NaN where everything has. */
export interface Part extends Size { strips: number[] }

const STRIP = 34; // pixels of that line, at the least
const TALL = 130; // and at the most, where there is room

/** The layout with the rows closed of which nothing is kept. What is not kept has no row: it is counted in a line above. */
export function part(t: Threads, size: Size, keep: ReadonlySet<number> | null, tall = STRIP): Part {
  if (!keep) return { ...size, strips: t.lanes.map(() => NaN) };
  const g = t.geometry;
  const rank = new Map([...keep].map((k, i) => [k, i])); // what is kept first stands first, so that the chosen thread runs over few names
  const heights = new Map<number, number>(); // of what is kept
  const tops: number[] = [];
  const rows: number[] = [];
  const strips: number[] = [];
  let top = 0;
  let n = 0;
  for (const lane of t.lanes) {
    tops.push(top);
    const strip = lane.members.some((k) => !keep.has(k)) ? tall : 0;
    strips.push(strip > 0 ? top + g.pad / 2 + strip / 2 : NaN);
    const old = lane.members.map(() => size.rows[n++] ?? 0);
    const first = (y: number): number => Math.min(...old.map((o, k) => (o === y ? (rank.get(lane.members[k] ?? -1) ?? Infinity) : Infinity)));
    const used = [...new Set(old.filter((_, k) => keep.has(lane.members[k] ?? -1)))].sort((a, b) => first(a) - first(b));
    const line = new Map(used.map((y, k) => [y, top + g.pad / 2 + strip + g.tall * k + g.tall - g.row / 2]));
    const now = old.map((y, k) => (keep.has(lane.members[k] ?? -1) ? (line.get(y) ?? NaN) : NaN));
    now.forEach((y, k) => heights.set(lane.members[k] ?? -1, y));
    rows.push(...now);
    if (used.length > 0 || strip > 0) top += g.pad + strip + g.tall * used.length;
  }
  const at = (i: number): number => heights.get(t.marks[i]?.owner ?? i) ?? NaN;
  return { ...size, height: top, tops, rows, strips, bends: size.bends.map((b, i) => (b.length === 0 ? b : [at(t.ties[i]?.from ?? -1), at(t.ties[i]?.to ?? -1)])) };
}

class Layout {
  private readonly placed: Placed[];
  private readonly named: number[][];

  constructor(private readonly t: Threads, private readonly axis: Axis, private readonly view: View, private readonly most: number, private readonly size: Part, private readonly scale: number, private readonly stretch: number) {
    this.named = t.marks.map((m) => this.namedOf(m));
    this.placed = t.marks.map((mark) => ({ mark, x: this.markX(mark), y: 0, from: 0, to: 0, owner: null, label: null, shown: false }));
    for (const p of this.placed) this.stepAside(p);
    for (const p of this.placed) this.stretchOut(p);
  }

  scene(height: number): ThScene {
    const { t, size, scale } = this;
    let n = 0;
    for (const lane of t.lanes) for (const i of lane.members) {
      this.putRow(i, (size.rows[n] ?? 0) * scale, size.sides[n] ?? "r");
      n++;
    }
    for (const p of this.placed) p.x = this.markX(p.mark); // names have their room; a mark never leaves its date
    const tops = size.tops.map((top) => top * scale);
    const lanes = t.lanes.map((lane, i) => {
      const top = tops[i] ?? 0;
      const strip = (size.strips[i] ?? NaN) * scale;
      const end = i + 1 < tops.length ? (tops[i + 1] ?? top) : Math.max(height, size.height * scale);
      return { title: lane.title, kind: lane.kind, top, height: end - top, line: (Number.isNaN(strip) ? top + (t.geometry.pad / 2 + t.geometry.row / 2) * scale : strip), strip, total: lane.members.length };
    });
    return { view: this.view, placed: this.placed, curves: t.ties.map((tie, i) => this.curve(tie, i)), lanes, width: this.view.left + this.view.width + t.geometry.margin, height: Math.ceil(Math.max(height, size.height * scale)) };
  }

  private namedOf(m: ThMark): number[] {
    const passed = m.stages.filter((k) => this.t.marks[k]?.taking && this.t.marks[k]?.met);
    return !m.met && passed.length === 1 ? [] : passed;
  }

  private day(day: number): number { return pixel(this.view, this.axis.units(day)); }

  private markX(m: ThMark): number {
    return m.aside > 0 ? this.view.left - 14 - this.t.geometry.aside * (m.aside - 1) : this.day(m.at);
  }

  /** Room left of a stage at the same time, as names are laid out. */
  private stepAside(p: Placed): void {
    if (p.mark.owner !== null) { p.owner = this.placed[p.mark.owner] ?? null; return; }
    if (!p.mark.met) return;
    for (const k of this.named[p.mark.index] ?? []) p.x = Math.min(p.x, (this.placed[k]?.x ?? p.x) - this.t.geometry.apart);
  }

  private stretchOut(p: Placed): void {
    const g = this.t.geometry;
    if (p.mark.noDate) { p.from = p.x; p.to = p.x; return; }
    p.from = this.day(p.mark.from) - (fadesLeft(p.mark) ? g.fade : 0);
    p.to = this.day(p.mark.to) + (fadesRight(p.mark) ? g.fade : 0);
  }

  private wide(p: Placed): number {
    return Math.min(p.mark.width, p.mark.aside > 0 ? p.x - this.t.geometry.labelGap - 4 : this.most);
  }

  /** What a thing covers of its row without names. */
  private drawn(own: Placed): [number, number] {
    const g = this.t.geometry;
    let from = own.x - g.markHalf;
    let to = own.x + g.markHalf;
    const cover = (p: Placed): void => { if (!p.mark.noDate) { from = Math.min(from, p.from); to = Math.max(to, p.to); } };
    cover(own);
    for (const k of own.mark.stages) {
      const stage = this.placed[k] as Placed;
      from = Math.min(from, stage.x - g.stageHalf);
      to = Math.max(to, stage.x + g.stageHalf);
      cover(stage);
    }
    return [from, to];
  }

  private putRow(i: number, y: number, side: string): void {
    const own = this.placed[i] as Placed;
    const g = this.t.geometry;
    if (Number.isNaN(y)) return;
    for (const p of [own, ...own.mark.stages.map((k) => this.placed[k] as Placed)]) { p.y = y; p.shown = true; }
    if (side === "n") return; // a curve would run over its name
    const head = this.placed[own.mark.head] ?? own;
    const width = this.wide(own);
    const [from, to] = this.drawn(own);
    const x = { r: head.x + g.labelGap, l: head.x - g.labelGap - width, e: to + 6, b: from - 6 - width, a: head.x + 6 }[side] ?? head.x + g.labelGap;
    const above = side === "a";
    head.label = { text: own.mark.text, x, y: (above ? y - g.above : y) - g.half, width, height: 2 * g.half, above };
    for (const k of this.named[i] ?? []) this.nameStage(this.placed[k] as Placed, head.label);
  }

  private nameStage(p: Placed, main: Name): void {
    const g = this.t.geometry;
    const width = this.wide(p);
    const behind = !p.mark.noDate && fadesRight(p.mark) ? Math.max(p.x + g.labelGap, p.to + 4) : p.x + g.labelGap; // behind the sign of an open end
    const over = main.above && main.x + main.width + 8 < p.x - 4;
    p.label = { text: p.mark.label, x: over ? p.x - 4 : behind, y: (over ? p.y - g.above : p.y) - g.half, width, height: 2 * g.half, above: over };
  }

  private tieX(p: Placed, day: number): number {
    return p.mark.aside > 0 || day === p.mark.at ? p.x : this.day(day);
  }

  private curve(tie: Tie, index: number): Curve {
    const a = this.placed[tie.from] as Placed;
    const b = this.placed[tie.to] as Placed;
    const x1 = this.tieX(a, tie.leave);
    const x2 = this.tieX(b, tie.end);
    const bends = this.size.bends[index] ?? [];
    return { tie, index, shown: a.shown && b.shown, ...trace(x1, a.y, x2, b.y, this.placeBends(bends, x1, x2), this.t.geometry.corner) };
  }

  /** Heights and the place of a detour, stretched as everything else, and never outside the two ends. */
  private placeBends(bends: readonly number[], x1: number, x2: number): number[] {
    const across = (x: number): number => {
      const wide = this.view.width / this.stretch;
      return this.view.left + (x < 0 ? x : x > wide ? this.view.width + x - wide : x * this.stretch);
    };
    return bends.map((v, i) => (i === 2 ? Math.min(Math.max(across(v), Math.min(x1, x2)), Math.max(x1, x2)) : v * this.scale));
  }
}

/** The path of a curve and points along it. */
export function trace(x1: number, y1: number, x2: number, y2: number, bends: readonly number[], corner: number): { path: string; near: [number, number][] } {
  if (Math.abs(y1 - y2) < 1) return { path: `M${r(x1)} ${r(y1)}H${r(x2)}`, near: [[x1, y1], [(x1 + x2) / 2, y1], [x2, y2]] };
  if (bends.length === 0) return hook(x1, y1, x2, y2, corner);
  const legs = bends.length === 5 ? [[x1, bends[0], bends[2], bends[1]], [bends[2], bends[3], x2, bends[4]]] : [[x1, bends[0], x2, bends[1]]];
  let path = `M${r(x1)} ${r(y1)}`;
  const near: [number, number][] = [[x1, y1]];
  for (const [fx = 0, fy = 0, tx = 0, ty = 0] of legs) {
    const third = (ty - fy) / 3;
    path += `V${r(fy)}C${r(fx)} ${r(fy + third)} ${r(tx)} ${r(ty - third)} ${r(tx)} ${r(ty)}`;
    for (let k = 0; k <= 12; k++) { const t = k / 12; near.push([fx + (tx - fx) * t * t * (3 - 2 * t), fy + (ty - fy) * t]); }
  }
  near.push([x2, y2]);
  return { path: `${path}V${r(y2)}`, near };
}

function hook(x1: number, y1: number, x2: number, y2: number, corner: number): { path: string; near: [number, number][] } {
  const down = y2 > y1 ? 1 : -1;
  const side = x2 > x1 ? 1 : -1;
  const c = Math.min(corner, Math.abs(x2 - x1), Math.abs(y2 - y1));
  const path = `M${r(x1)} ${r(y1)}V${r(y2 - down * c)}Q${r(x1)} ${r(y2)} ${r(x1 + side * c)} ${r(y2)}H${r(x2)}`;
  return { path, near: [[x1, y1], [x1, y2 - down * c], [x1 + side * c, y2], [x2, y2]] };
}

const r = (n: number): number => Math.round(n * 10) / 10;

/** How far a point is from a polyline. */
export function away(x: number, y: number, line: readonly [number, number][]): number {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1] as [number, number];
    const [bx, by] = line[i] as [number, number];
    const long = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return least;
}
