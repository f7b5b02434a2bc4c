// Names where the window has room for them. Go settles labels for the whole
// timeline; here those that the window cuts, or whose mark it leaves outside,
// find a place at what is still seen of their thing.

import { FLAG, fadesLeft, fadesRight, has, type Geometry } from "./timeline_data";
import { inLines } from "./timeline_lines";
import { LINE, drawnParts, pieces, type Label, type Scene, type SceneMark } from "./timeline_scene";
import { clamp } from "./timeline_scale";

export interface Frame {
  left: number; // of what is seen, px
  right: number;
  geometry: Geometry;
  waves?: readonly Span[]; // of breaks in the axis, which names keep off where they can
  width(m: SceneMark): number; // of its name as it will be written
  part?(m: SceneMark, words: string): number; // of some of its words, where rows are tall enough for two lines
}

export type Span = [number, number];

const APART = 8; // px between neighbours in a row
const END = 14; // px of an arrow or a question mark

/** Gives every thing that is seen its whole name where its row has room, else none; words of a stage stay only beside their owner's name. */
export function nameInWindow(scene: Scene, frame: Frame): void {
  for (const row of rowsOf(scene).values()) {
    const own = row.marks.filter((m) => !m.owner);
    for (const m of own.filter((o) => o.label)) improve(m, row, frame);
    for (const m of own.filter((o) => !o.label)) improve(m, row, frame);
  }
  const named = new Set(scene.marks.filter((m) => !m.owner && m.label).map((m) => m));
  for (const m of scene.marks) {
    const alone = m.owner !== null && (!named.has(m.owner) || m.x < frame.left || m.x > frame.right);
    if (alone) m.label = null;
  }
  clearLines(scene);
}

/** The lines through things and their stages make room for the names upon them. */
export function clearLines(scene: Scene): void {
  for (const m of scene.marks) clearLine(m, scene);
}

export interface Row { marks: SceneMark[]; pills: Span[] }

export function rowsOf(scene: Scene): Map<number, Row> {
  const rows = new Map<number, Row>();
  const row = (y: number): Row => {
    const found = rows.get(y) ?? { marks: [], pills: [] };
    rows.set(y, found);
    return found;
  };
  for (const m of scene.marks) row(m.y).marks.push(m);
  for (const p of scene.pills) row(p.y).pills.push([Math.min(p.from, p.x - 18), Math.max(p.to, p.x + 18)]);
  return rows;
}

/** Whether a label is written whole and lies in the window. */
export function isWhole(label: Label, need: number, left: number, right: number): boolean {
  return (label.lines !== undefined || label.width >= need) && label.x >= left && label.x + label.width <= right;
}

function improve(m: SceneMark, row: Row, frame: Frame): void {
  const need = Math.ceil(frame.width(m)) + 2;
  const fine = m.label && isWhole(m.label, need, frame.left, frame.right) ? m.label : null;
  const { waves = [] } = frame;
  if (fine && !waves.some(([a, z]) => fine.x < z && fine.x + fine.width > a)) return;
  const at = (taken: Span[]): Label | null => {
    const free = gaps(taken, frame);
    return written(m, free, frame, (width) => anchors(m, row, width, frame, free));
  };
  const taken = obstacles(m, row, frame);
  m.label = at([...taken, ...waves]) ?? fine ?? at(taken);
}

/** The name in one line, else in two, at the first of the places that has room for it. */
export function written(m: SceneMark, free: readonly Span[], frame: Frame, at: (width: number) => readonly Anchor[]): Label | null {
  const need = Math.ceil(frame.width(m)) + 2;
  return fitting(m, at(need), need, free) ?? inTwo(m, free, frame, at);
}

function fitting(m: SceneMark, at: readonly Anchor[], need: number, free: readonly Span[]): Label | null {
  for (const a of at) {
    const label = fit(a, need, free, m);
    if (label) return label;
  }
  return null;
}

function inTwo(m: SceneMark, free: readonly Span[], { part }: Frame, at: (width: number) => readonly Anchor[]): Label | null {
  const lines = part ? inLines(m.item.label, 2, (words) => part(m, words)) : null;
  if (!part || !lines) return null;
  const need = Math.ceil(Math.max(...lines.map((words) => part(m, words)))) + 2;
  const found = fitting(m, at(need), need, free);
  return found ? { ...found, y: m.y - LINE, height: 2 * LINE, lines } : null;
}

/** A place for a name: where it starts, or where it ends. */
export interface Anchor { x: number; atEnd: boolean }

/** At its own place, beside its mark, before what is drawn, at the edge through which it comes, on its line, behind it; the best first. */
export function anchors(m: SceneMark, row: Row, need: number, { left, right, geometry: g }: Frame, free: readonly Span[]): Anchor[] {
  const group = row.marks.filter((o) => o === m || o.owner === m);
  const parts = group.flatMap(drawnParts);
  const [from, to] = [Math.min(...parts.map((p) => p[0])), Math.max(...parts.map((p) => p[1]))];
  const words = group.flatMap((o) => (o !== m && o.label ? [o.label.x + o.label.width] : []));
  const end = Math.max(to, ...words);
  const out: Anchor[] = [];
  if (m.label) out.push({ x: m.label.atEnd ? m.label.x + m.label.width : m.label.x, atEnd: m.label.atEnd });
  if (group.length === 1 && m.x >= left && m.x <= right && !fadesRight(m.item)) out.push({ x: m.x + g.labelGap, atEnd: false });
  if (from > left) out.push({ x: from - g.partGap, atEnd: true });
  if (from <= left) out.push({ x: left + 6, atEnd: false });
  if (group.length > 1) for (const [a, z] of free) if (a > from && z < to) out.push({ x: a + 2, atEnd: false });
  if (end < right) out.push({ x: end + g.partGap, atEnd: false });
  if (to >= right) out.push({ x: right - 6, atEnd: true });
  if (m.x > left && m.x - need > from) out.push({ x: m.x - g.labelGap, atEnd: true });
  return out;
}

/** The whole name at a place; null where the gap that the place lies in has no room for it. */
function fit(at: Anchor, need: number, free: readonly Span[], m: SceneMark): Label | null {
  const x = at.atEnd ? at.x - need : at.x;
  const room = free.some(([a, z]) => x >= a - 1 && x + need <= z + 1);
  return room ? { text: m.item.label, x, y: m.y - 8, width: need, height: 16, stage: m.owner !== null, atEnd: at.atEnd, beside: null } : null;
}

/** What a name may not cover: others with all they say, the marks and words of its own stages, ends that fade. Its own bar it may. */
function obstacles(m: SceneMark, row: Row, { geometry: g }: Frame): Span[] {
  const out: Span[] = row.pills.map(([a, z]) => [a - APART, z + APART]);
  for (const o of row.marks) {
    const own = o === m || o.owner === m;
    if (!own) for (const [a, z] of drawnParts(o)) out.push([a - APART, z + APART]);
    if (o !== m && o.label) out.push([o.label.x - (own ? g.partGap : APART), o.label.x + o.label.width + (own ? g.partGap : APART)]);
    if (!own) continue;
    const half = o.owner ? g.stageHalf + 2 : g.labelGap;
    out.push([o.x - half, o.x + half]);
    if (has(o.item, FLAG.derived)) continue;
    if (fadesRight(o.item)) out.push([o.to - END, o.to]);
    if (fadesLeft(o.item)) out.push([o.from, o.from + END]);
  }
  return out;
}

/** What the obstacles leave of the window. */
export function gaps(taken: Span[], { left, right }: Frame): Span[] {
  const out: Span[] = [];
  let at = left;
  for (const [a, z] of taken.sort((p, q) => p[0] - q[0])) {
    if (a > at) out.push([at, Math.min(a, right)]);
    at = clamp(z, at, Infinity);
    if (at >= right) break;
  }
  if (at < right) out.push([at, right]);
  return out;
}

/** The line through a thing's stages makes room for the names upon it. */
function clearLine(m: SceneMark, scene: Scene): void {
  const ends = m.line.flat();
  if (ends.length === 0) return;
  const words = scene.marks.flatMap((n) => ((n === m || n.owner === m) && n.label ? [n.label] : []));
  m.line = pieces(Math.min(...ends), Math.max(...ends), words);
}
