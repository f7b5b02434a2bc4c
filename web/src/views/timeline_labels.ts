// The last touch on labels, when their true widths are known: closer, whole,
// shortened at the window's edge.

import type { Geometry } from "./timeline_data";
import { LEGIBLE, pieces, type Scene, type SceneMark } from "./timeline_scene";
import { clamp } from "./timeline_scale";

/** Sets labels that stand side by side as close as their true widths allow. */
export function tighten(scene: Scene, width: (m: SceneMark) => number): void {
  const of = new Map(scene.marks.flatMap((m) => (m.label ? [[m.label, m] as const] : [])));
  for (const { label } of scene.marks) {
    const other = label?.beside;
    const mark = other ? of.get(other) : undefined;
    if (!label || !other || !mark) continue;
    const slack = Math.max(0, other.width - width(mark));
    label.x += label.atEnd ? slack : -slack;
  }
}

/** Shortens labels to the window; what is left of nothing goes. */
export function trim(scene: Scene, from: number, to: number): void {
  for (const m of scene.marks) {
    const l = m.label;
    if (!l || (l.x >= from && l.x + l.width <= to)) continue;
    const x = Math.max(l.x, from);
    const width = Math.min(l.x + l.width, to) - x;
    m.label = width < LEGIBLE ? null : { ...l, x, width };
  }
}

/** The selected thing says its whole name; labels that it would cover step back. */
export function nameInFull(scene: Scene, id: string | null, g: Geometry, [left, right]: [number, number], width: (m: SceneMark) => number): void {
  const mark = scene.marks.find((m) => m.item.id === id);
  if (!mark) return;
  const need = Math.ceil(width(mark)) + 2;
  if (mark.label && mark.label.width >= need) return;
  const gap = g.labelGap + 4; // clear of the ring
  const before = mark.label?.atEnd ?? mark.x + gap + need > right;
  const x = clamp(before ? mark.x - gap - need : mark.x + gap, left, Math.max(left, right - need));
  const label = { text: mark.item.label, x, y: mark.y - 8, width: need, height: 16, stage: mark.owner !== null, atEnd: before, beside: null };
  mark.label = label;
  mark.line = mark.line.flatMap(([a, z]) => pieces(a, z, [label]));
  for (const other of scene.marks) {
    const l = other.label;
    const covered = l && other !== mark && Math.abs(other.y - mark.y) < 14 && l.x < x + need + 4 && l.x + l.width > x - 4;
    if (covered) other.label = null;
  }
}
