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

/** Names what was found: a mark without a label gets one at its right where nothing stands. */
export function nameFound(scene: Scene, g: Geometry, right: number, width: (m: SceneMark) => number): void {
  for (const m of scene.marks) {
    if (m.label || m.owner) continue;
    const x = Math.max(m.to, m.x + g.markHalf) + g.partGap;
    const wide = Math.ceil(width(m)) + 2;
    const free = (other: SceneMark): boolean => other === m || other.owner === m || Math.abs(other.y - m.y) > 12 || apart(other, x - 4, x + wide + 4);
    if (x + wide > right || !scene.marks.every(free) || m.item.stages.length > 0) continue;
    m.label = { text: m.item.label, x, y: m.y - 8, width: wide, height: 16, stage: false, atEnd: false, beside: null };
  }
}

function apart(m: SceneMark, from: number, to: number): boolean {
  const left = Math.min(m.from, m.x - 7, m.label?.x ?? m.x, m.line[0]?.[0] ?? m.x);
  const right = Math.max(m.to, m.x + 7, m.label ? m.label.x + m.label.width : m.x, m.line.at(-1)?.[1] ?? m.x);
  return right < from || left > to;
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
