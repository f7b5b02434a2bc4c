// The last touch on labels, when their true widths are known: closer, whole,
// none that is cut.

import type { Geometry } from "./timeline_data";
import { wrapped } from "./timeline_lines";
import { isWhole } from "./timeline_room";
import { LINE, markBox, pieces, pillBox, type Box, type Label, type Scene, type SceneMark } from "./timeline_scene";
import { clamp } from "./timeline_scale";

type Width = (m: SceneMark) => number;

/** Gives labels their true widths, where Go allowed for more, and sets those that stand side by side as close as these allow. */
export function tighten(scene: Scene, width: Width): void {
  const of = new Map(scene.marks.flatMap((m) => (m.label ? [[m.label, m] as const] : [])));
  const slack = new Map([...of].map(([label, m]) => [label, Math.max(0, label.width - Math.ceil(width(m)) - 2)]));
  for (const label of of.keys()) {
    const beside = label.beside ? (slack.get(label.beside) ?? 0) : 0;
    label.x += label.atEnd ? beside : -beside;
  }
  for (const [label, more] of slack) {
    if (label.atEnd) label.x += more;
    label.width -= more;
  }
}

/** Labels that are cut, by the window or by what they may take, go: the mark names itself when it is chosen. */
export function dropCut(scene: Scene, from: number, to: number, width: Width): void {
  for (const m of scene.marks) if (m.label && !isWhole(m.label, width(m), from, to)) m.label = null;
}

export interface Sheet {
  geometry: Geometry;
  left: number; // of what is seen, px
  right: number;
  width: Width; // of a name in one line
  part(m: SceneMark, words: string): number; // of a line of a name in several
}

/** The selected thing says its whole name, in lines where the window is narrow; labels that it would cover step back. */
export function nameInFull(scene: Scene, id: string | null, sheet: Sheet): void {
  const mark = scene.marks.find((m) => m.item.id === id);
  if (!mark || mark.label) return;
  const label = fullLabel(mark, scene, sheet);
  mark.label = label;
  mark.line = mark.line.flatMap(([a, z]) => pieces(a, z, [label]));
  for (const other of scene.marks) if (other !== mark && other.label && meet(other.label, label, 4)) other.label = null;
}

/** Beside the mark, on the side where it covers less; within the window in any case, and on a plate over what it covers. */
function fullLabel(mark: SceneMark, scene: Scene, sheet: Sheet): Label {
  const after = labelAt(mark, false, sheet);
  const before = labelAt(mark, true, sheet);
  const label = covered(before, mark, scene, sheet) < covered(after, mark, scene, sheet) ? before : after;
  return covered(label, mark, scene, sheet) > 0 ? { ...label, plate: true } : label;
}

/** How many marks and clusters a label would cover; its own counts for more than all others. */
function covered(label: Label, mark: SceneMark, scene: Scene, { geometry: g }: Sheet): number {
  const marks = scene.marks.reduce((n, m) => n + (meet(markBox(m, g), label, 0) ? (m === mark ? 1e6 : 1) : 0), 0);
  return marks + scene.pills.filter((p) => meet(pillBox(p, g), label, 0)).length;
}

function labelAt(mark: SceneMark, atEnd: boolean, { geometry: g, left, right, width, part }: Sheet): Label {
  const one = Math.ceil(width(mark)) + 2;
  const room = right - left;
  const lines = one <= room ? undefined : wrapped(mark.item.label, room, (words) => part(mark, words));
  const need = lines ? Math.ceil(Math.max(...lines.map((words) => part(mark, words)))) + 2 : one;
  const gap = g.labelGap + 4; // clear of the ring
  const x = clamp(atEnd ? mark.x - gap - need : mark.x + gap, left, Math.max(left, right - need));
  const height = lines ? LINE * lines.length : 16;
  return { text: mark.item.label, x, y: mark.y - height / 2, width: need, height, stage: mark.owner !== null, atEnd, beside: null, ...(lines ? { lines } : {}) };
}

const RING = 14; // px from the middle of a chosen mark to what is written beside it

/** Words beside the chosen mark make room for its ring, where nothing else is in the way. */
export function clearRing(scene: Scene, id: string | null, { geometry: g, left, right }: Pick<Sheet, "geometry" | "left" | "right">): void {
  const chosen = scene.marks.find((m) => m.item.id === id);
  for (const m of chosen ? [chosen, ...(chosen.upon ?? [])] : []) {
    const { label } = m;
    const gap = !label ? Infinity : label.atEnd ? m.x - label.x - label.width : label.x - m.x;
    if (!label || gap >= RING || gap < 0) continue;
    const next = { ...label, x: label.x + (label.atEnd ? gap - RING : RING - gap) };
    const inside = next.x >= left && next.x + next.width <= right;
    const taken = scene.marks.some((o) => o !== m && (meet(markBox(o, g), next, 0) || (o.label && meet(o.label, next, 0)))) || scene.pills.some((p) => meet(pillBox(p, g), next, 0));
    if (inside && !taken) m.label = next;
  }
}

export function meet(a: Box, b: Box, gap: number): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height && b.y < a.y + a.height;
}
