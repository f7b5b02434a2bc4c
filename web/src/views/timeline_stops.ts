// What a pointer hits and the keys walk: marks and clusters as boxes in
// reading order.

import type { Ruler } from "../chart/text";
import type { Mark } from "../contract";
import { EDGE } from "./timeline_compose";
import type { Geometry } from "./timeline_data";
import { labelFont, type Brush } from "./timeline_draw";
import type { Stop } from "./timeline_list";
import { clamp, type View } from "./timeline_scale";
import { drawnParts, markBox, pillBox, type Box, type Scene, type SceneMark } from "./timeline_scene";

export function stopsOf(scene: Scene, view: View, g: Geometry): Stop[] {
  const marks = scene.marks.map((m): Stop => {
    const box = stopBox(m, view, g);
    return { key: `${m.lane}:${m.item.id}`, lane: m.lane, x: box.x + box.width / 2, y: m.y, box, mark: m, pill: null };
  });
  const pills = scene.pills.map((p, i): Stop => ({ key: `cluster:${p.cluster.lane}:${i}`, lane: p.cluster.lane, x: p.x, y: p.y, box: pillBox(p, g), mark: null, pill: p }));
  const order = new Map(scene.lanes.map((lane, i) => [lane.index, i]));
  const rank = (s: Stop): number => order.get(s.lane) ?? 0;
  return pills.length === 0 ? marks : [...marks, ...pills].sort((a, b) => rank(a) - rank(b) || a.x - b.x);
}

/** The mark; where it is out of sight, the piece of its bar or line that is in sight. */
function stopBox(m: SceneMark, { left, width }: View, g: Geometry): Box {
  if (m.x >= left - 1 && m.x <= left + width + EDGE) return markBox(m, g);
  const [from, to] = drawnParts(m).find(([a, z]) => z > left && a < left + width) ?? [m.from, m.to];
  const x = clamp(from, left, left + width);
  return { x, y: m.y - 7, width: Math.max(8, Math.min(clamp(to, left, left + width) - x, 40)), height: 14 };
}

/** A stop as it is told to tests: its box, and the words beside it with theirs, moved by dx and dy. */
export function told(stop: Stop, dx: number, dy: number, ruler: Ruler, brush: Brush): Mark {
  const label = stop.mark ? labelBox(stop.mark, ruler, brush) : undefined;
  return {
    id: stop.mark?.item.id ?? stop.key, x: stop.box.x + dx, y: stop.box.y + dy, width: stop.box.width, height: stop.box.height,
    ...(label ? { label: { ...label, x: label.x + dx, y: label.y + dy } } : {}),
  };
}

function labelBox(m: SceneMark, ruler: Ruler, brush: Brush): Mark["label"] {
  if (!m.label) return undefined;
  const { text, x, y, width, height, atEnd, lines } = m.label;
  if (lines) return { text, x, y, width, height };
  const inked = ruler.width(text, labelFont(m, brush));
  return { text, x: atEnd ? x + width - inked : x, y: y + 1, width: inked, height: 14 };
}

/** The stop at a place on the canvas; fingers reach farther. */
export function hit(stops: readonly Stop[], x: number, y: number, touch: boolean, row: number): Stop | null {
  const reach = touch ? 20 : 11;
  let best: Stop | null = null;
  let least = Infinity;
  for (const stop of stops) {
    const far = distance(stop, x, y, reach, row);
    if (far < least) { least = far; best = stop; }
  }
  return best;
}

/** How far a place is from a mark: its symbol first, then its label, then its bar; Infinity when none is near. */
function distance(stop: Stop, x: number, y: number, reach: number, row: number): number {
  const near = Math.max(Math.abs(x - stop.x), Math.abs(y - stop.y));
  if (near <= reach) return near;
  if (Math.abs(y - stop.y) > row / 2) return Infinity;
  const m = stop.mark;
  const l = m?.label;
  if (l && x >= l.x && x <= l.x + l.width) return reach + 1;
  if (m && x >= m.from && x <= m.to) return reach + 2;
  if (stop.pill && x >= stop.pill.from && x <= stop.pill.to) return reach + 2;
  return m?.line.some(([from, to]) => x >= from && x <= to) ? reach + 3 : Infinity;
}
