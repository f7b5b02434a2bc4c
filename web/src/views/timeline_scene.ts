// From a layout to places on the screen. Pure: what is drawn, hit by a pointer
// and walked by keys all comes from here.

import { FLAG, Side, fadesLeft, fadesRight, has, type Cluster, type Geometry, type Grouping, type Item, type Laid, type Layout, type Place } from "./timeline_data";
import { clamp, pixel, type Axis, type View } from "./timeline_scale";

export interface Box { x: number; y: number; width: number; height: number }
export interface Label extends Box { text: string; stage: boolean; atEnd: boolean; beside: Label | null; lines?: readonly string[]; plate?: boolean } // plate: over other marks; beside: the label it stands next to, whose true width is known later; lines: where it is written in more than one

export interface SceneMark {
  item: Item;
  lane: number;
  x: number; // middle of the mark
  y: number;
  from: number; // of the drawing, with ends that fade
  to: number;
  owner: SceneMark | null; // of a stage
  upon?: readonly SceneMark[]; // stages that lie on it
  line: [number, number][]; // pieces of an owner's line through its stages, around their words
  label: Label | null;
}

export interface ScenePill { cluster: Cluster; x: number; y: number; from: number; to: number; items: Item[] }
export interface SceneLane { index: number; id: string; title: string; top: number; height: number; line: number; rows: number } // line: middle of the first row

export interface Scene {
  lanes: SceneLane[];
  marks: SceneMark[]; // within the window, in reading order
  pills: ScenePill[];
  height: number;
  row: number;
  count: number; // things of their own that are seen, in clusters too
}

export interface Plan {
  narrow: boolean; // names have less room than the layouts allow for
  available: number; // pixels; 0: as many as the rows need
  edge: number; // pixels from where on lanes are scrolled to; 0: the page scrolls
  size: number; // of the layouts, where the height is free
  least: number; // pixels of a row
  tight: number; // pixels of a row where this saves scrolling
  most: number;
  titles: number; // pixels of a title's own line, 0 where titles stand beside
}

const PAD = 6;
const HALF = 9; // pixels from the middle of a row that a name or a cluster takes
export const LEAST_BAR = 3; // pixels below which a bar is its mark alone
export const LINE = 12; // pixels from one line of a name to the next

/** Chooses by the rows that each size takes the tallest that fits, the smallest if none does; where the height is free, the one that takes no more than the plan's. */
export function sizeFor(laid: Laid, plan: Plan, rowsOf: (size: number) => readonly number[], shown: (lane: number) => boolean): number {
  const last = laid.sizes.length - 1;
  const base = plan.available === 0 ? Math.min(plan.size, last) : 0;
  const most = plan.available === 0 ? needed([laid.sizes[base] ?? 0], plan, () => true) : plan.available;
  for (let size = last; size > base; size--) if (needed(rowsOf(size), plan, shown) <= most) return size;
  return base;
}

function needed(rows: readonly number[], plan: Plan, shown: (lane: number) => boolean): number {
  const beside = plan.available === 0 ? 0 : plan.titles + PAD; // a free height is counted in rows
  return rows.reduce((sum, n, lane) => (shown(lane) ? sum + n * plan.least + beside : sum), 0);
}

/** Lanes under each other; what is left of the height is shared evenly. */
export function planLanes(grouping: Grouping, layout: Layout, plan: Plan, shown: (lane: number) => boolean): { lanes: SceneLane[]; row: number; height: number } {
  const open = grouping.lanes.map((_, i) => i).filter(shown);
  const rows = open.reduce((sum, i) => sum + (layout.rows[i] ?? 1), 0);
  const fixed = open.length * (plan.titles + PAD);
  const natural = Math.floor((plan.available - fixed) / Math.max(1, rows));
  const scrolls = natural < plan.tight;
  const row = scrolls ? plan.least : Math.min(natural, plan.most);
  const spare = Math.max(0, plan.available - fixed - rows * row) / Math.max(1, open.length);
  const stack = stacked(open, grouping, layout, row, plan, spare);
  return scrolls && plan.edge > 0 && stack.height > plan.edge ? stacked(open, grouping, layout, row, plan, airFor(stack, plan.edge)) : stack;
}

/** Where lanes scroll: the air in each that moves a row, which the edge would cut in two, below the edge. */
function airFor({ lanes, row }: { lanes: SceneLane[]; row: number }, edge: number): number {
  for (const [i, lane] of lanes.entries()) {
    for (let k = 0; k < lane.rows; k++) {
      const y = lane.line + k * row;
      if (Math.abs(y - edge) < HALF) return (edge + HALF - y) / (i + 0.5);
    }
  }
  return 0;
}

function stacked(open: readonly number[], grouping: Grouping, layout: Layout, row: number, { titles, available }: Plan, spare: number): { lanes: SceneLane[]; row: number; height: number } {
  let top = 0;
  const lanes = open.map((index): SceneLane => {
    const lane = grouping.lanes[index];
    const rows = layout.rows[index] ?? 1;
    const height = rows * row + titles + PAD + spare;
    const line = top + (PAD + spare) / 2 + titles + row / 2;
    const out = { index, id: lane?.id ?? "", title: lane?.title ?? "", top, height, line, rows };
    top += height;
    return out;
  });
  return { lanes, row, height: Math.max(top, available) };
}

export interface Sight {
  view: View;
  axis: Axis;
  geometry: Geometry;
  visible(id: string): boolean;
}

export function makeScene(laid: Laid, layout: Layout, planned: { lanes: SceneLane[]; row: number; height: number }, sight: Sight): Scene {
  const lines = new Map(planned.lanes.map((lane) => [lane.index, lane.line]));
  const scene: Scene = { lanes: planned.lanes, marks: [], pills: [], height: planned.height, row: planned.row, count: 0 };
  for (let i = 0; i < layout.places.length;) {
    const place = layout.places[i] as Place;
    const item = laid.items[place.item];
    const stages = item?.stages.length ?? 0;
    const line = lines.get(place.lane);
    if (item && line !== undefined && place.cluster < 0 && sight.visible(item.id)) {
      addCompound(scene, laid, layout.places.slice(i, i + 1 + stages), line + place.row * planned.row, sight);
    }
    i += 1 + stages;
  }
  addPills(scene, laid, layout, lines, sight);
  const order = new Map(scene.lanes.map((lane, i) => [lane.index, i]));
  scene.marks.sort((a, b) => (order.get(a.lane) ?? 0) - (order.get(b.lane) ?? 0) || a.item.at - b.item.at || (a.item.owner ?? -1) - (b.item.owner ?? -1) || a.item.index - b.item.index);
  scene.count = new Set([...scene.marks.filter((m) => !m.owner).map((m) => m.item.id), ...scene.pills.flatMap((p) => p.items.map((i) => i.id))]).size;
  return scene;
}

function addCompound(scene: Scene, laid: Laid, places: Place[], y: number, sight: Sight): void {
  const [own, ...rest] = places as [Place, ...Place[]];
  const owner = mark(laid.items[own.item] as Item, own.lane, y, null, sight);
  const stages = rest.map((p) => mark(laid.items[p.item] as Item, p.lane, y, owner, sight));
  owner.upon = stages.filter(liesUpon);
  if (stages.length > 0) {
    const xs = [owner.x, ...stages.map((s) => s.x)];
    labelCompound(owner, own, stages, rest, sight);
    owner.line = pieces(Math.min(...xs), Math.max(...xs), [owner, ...stages].flatMap((s) => s.label ?? []));
  } else {
    labelCompound(owner, own, stages, rest, sight);
  }
  const seen = stages.filter((s) => sight.visible(s.item.id) && touches(s, sight.view));
  if (seen.length > 0 || touches(owner, sight.view)) scene.marks.push(owner, ...seen);
}

/** A line from one end to the other that leaves room for words. */
export function pieces(from: number, to: number, words: readonly Box[]): [number, number][] {
  const out: [number, number][] = [];
  let at = from;
  for (const w of [...words].sort((a, b) => a.x - b.x)) {
    const end = Math.min(w.x - 3, to);
    if (end > at) out.push([at, end]);
    at = Math.max(at, w.x + w.width);
  }
  if (to > at) out.push([at, to]);
  return out;
}

function mark(item: Item, lane: number, y: number, owner: SceneMark | null, sight: Sight): SceneMark {
  const x = (day: number): number => pixel(sight.view, sight.axis.units(day));
  const fade = sight.geometry.fade;
  return {
    item, lane, y, owner, x: x(item.at), line: [], label: null,
    from: x(item.from) - (fadesLeft(item) ? fade : 0),
    to: x(item.to) + (fadesRight(item) ? fade : 0),
  };
}

function labelCompound(owner: SceneMark, own: Place, stages: SceneMark[], places: Place[], sight: Sight): void {
  const { labelGap: gap, partGap } = sight.geometry;
  let [from, to] = reachOf([owner, ...stages], sight);
  stages.forEach((stage, i) => {
    const p = places[i] as Place;
    if (p.side === Side.None) return;
    const x = p.side === Side.Left ? from - partGap - p.width : p.side === Side.After ? stage.x + gap + own.width + partGap : p.side === Side.End ? stage.to + partGap : stage.x + gap;
    stage.label = labelAt(stage, x, p.width, true, p.side === Side.Left);
    from = Math.min(from, x);
    to = Math.max(to, x + p.width);
  });
  switch (own.side) {
    case Side.Right: owner.label = labelAt(owner, onBar(owner, own.width, sight), own.width, false); break;
    case Side.Left: case Side.Before: owner.label = labelAt(owner, from - partGap - own.width, own.width, false, true); break;
    case Side.End:
      owner.label = labelAt(owner, to + partGap, own.width, false);
      owner.label.beside = stages.find((s) => s.label && !s.label.atEnd && s.label.x + s.label.width === to)?.label ?? null;
      break;
    default:
  }
  const only = stages[0]?.label;
  if (only && owner.label && own.side === Side.Before) owner.label.beside = only;
  if (only && owner.label && own.side === Side.Right) only.beside = owner.label;
  if (stages.length > 0) keepInSight(owner, stages, sight);
}

/** The name of a thing whose first mark has left the window moves along its line, up to the next mark or word. */
function keepInSight(owner: SceneMark, stages: readonly SceneMark[], sight: Sight): void {
  const label = owner.label;
  const left = sight.view.left + 2;
  if (!label || label.x >= left) return;
  const seen = stages.flatMap((s) => [Math.min(s.from, s.x - sight.geometry.stageHalf), ...(s.label ? [s.label.x] : [])]).filter((x) => x + 1 >= left || x > label.x);
  const next = Math.min(...seen.filter((x) => x > left - 1));
  const inside = stages.some((s) => (s.label ? s.label.x + s.label.width : s.x) > left && Math.min(s.from, s.x) < left && s.x > owner.x);
  const room = next - 6 - left;
  if (!inside && Number.isFinite(next) && room >= label.width) owner.label = { ...label, x: left, atEnd: false };
}

/** All that is drawn of a thing and its stages, labels apart. */
function reachOf(marks: readonly SceneMark[], sight: Sight): [number, number] {
  const half = (m: SceneMark): number => (m.owner ? sight.geometry.stageHalf : sight.geometry.markHalf);
  return [Math.min(...marks.map((m) => Math.min(m.from, m.x - half(m)))), Math.max(...marks.map((m) => Math.max(m.to, m.x + half(m))))];
}

/** A label right of its mark; it slides along its bar to stay in sight. */
function onBar(m: SceneMark, width: number, sight: Sight): number {
  const start = m.x + sight.geometry.labelGap;
  if (m.item.stages.length > 0) return start;
  return Math.max(start, Math.min(sight.view.left + 6, m.to - width));
}

/** Aligned to the end, the label's text is set against the mark. */
function labelAt(m: SceneMark, x: number, width: number, stage: boolean, atEnd = false): Label {
  return { text: m.item.label, x, y: m.y - 8, width, height: 16, stage, atEnd, beside: null };
}

/** Whether a stage lies on the mark of its owner, and is seen only as a post below it. */
export function liesUpon({ x, owner }: Pick<SceneMark, "x" | "owner">): boolean {
  return owner !== null && Math.abs(x - owner.x) < 6;
}

/** All that is drawn of a mark but its words: the mark, its bar, its line. */
export function drawnParts(m: SceneMark): [number, number][] {
  const half = m.owner ? 4 : 7;
  const parts: [number, number][] = [[m.x - half, m.x + half], ...m.line];
  if (!has(m.item, FLAG.derived) && m.to - m.from >= LEAST_BAR) parts.push([m.from, m.to]);
  return parts;
}

/** What is drawn in the window is shown, named and reached; words alone are not. */
function touches(m: SceneMark, view: View): boolean {
  return drawnParts(m).some(([from, to]) => to > view.left && from < view.left + view.width);
}

function addPills(scene: Scene, laid: Laid, layout: Layout, lines: ReadonlyMap<number, number>, sight: Sight): void {
  for (const cluster of layout.clusters) {
    const line = lines.get(cluster.lane);
    const items = cluster.members.flatMap((m) => laid.items[m] ?? []).filter((i) => sight.visible(i.id));
    if (line === undefined || items.length === 0) continue;
    const x = (day: number): number => pixel(sight.view, sight.axis.units(day));
    const pill: ScenePill = { cluster, items, from: x(cluster.from), to: x(cluster.to), x: 0, y: line + cluster.row * scene.row };
    const edge = sight.geometry.pillHalf;
    pill.x = clampInto((pill.from + pill.to) / 2, Math.max(pill.from, sight.view.left + edge), Math.min(pill.to, sight.view.left + sight.view.width - edge));
    if (pill.to + edge > sight.view.left && pill.from - edge < sight.view.left + sight.view.width) scene.pills.push(pill);
  }
}

/** The middle of a cluster that reaches out of the window moves into sight. */
function clampInto(x: number, least: number, most: number): number {
  return least > most ? x : clamp(x, least, most);
}

/** The mark's box, as a pointer or a test sees it. */
export function markBox(m: SceneMark, g: Geometry): Box {
  const half = m.owner ? g.stageHalf : g.markHalf;
  return { x: m.x - half, y: m.y - g.markHalf, width: 2 * half, height: 2 * g.markHalf };
}

export function pillBox(p: ScenePill, g: Geometry): Box {
  return { x: p.x - g.pillHalf, y: p.y - 9, width: 2 * g.pillHalf, height: 18 };
}
