// The names of what the red thread passes and of what is chosen: every one is
// written, and others step back for it.

import { meet } from "./timeline_labels";
import { anchors, clearLines, gaps, isWhole, rowsOf, written, type Anchor, type Frame, type Row, type Span } from "./timeline_room";
import { drawnParts, type Scene, type SceneMark } from "./timeline_scene";

/** Names the marks by these ids; a stage beside the name of what it belongs to. */
export function nameFirst(scene: Scene, first: (id: string) => boolean, frame: Frame): void {
  const marks = scene.marks.filter((m) => first(m.item.id));
  if (marks.length === 0) return;
  const rows = rowsOf(scene);
  const named = new Set<SceneMark>();
  const things = new Set(marks.map((m) => m.owner ?? m));
  for (const m of [...things, ...marks.filter((n) => n.owner)]) {
    const row = rows.get(m.y);
    if (row) name(m, row, named, frame);
    if (m.label) named.add(m);
    for (const other of scene.marks) if (m.label && other.label && !named.has(other) && meet(other.label, m.label, 2)) other.label = null;
  }
  clearLines(scene);
}

function name(m: SceneMark, row: Row, named: ReadonlySet<SceneMark>, frame: Frame): void {
  if (m.label && isWhole(m.label, frame.width(m), frame.left, frame.right)) return;
  const free = gaps(kept(m, row, named, frame), frame);
  m.label = written(m, free, frame, (need) => [...anchors(m, row, need, frame, free), ...aroundAll(m, row, frame), ...nearest(m, need, free)]);
}

/** What even these names do not cover: clusters, marks, and names that come before them. */
function kept(m: SceneMark, row: Row, named: ReadonlySet<SceneMark>, { geometry: g }: Frame): Span[] {
  const half = (o: SceneMark): number => (o === m ? g.labelGap - 1 : (o.owner ? g.stageHalf : g.markHalf) + 2);
  return [
    ...row.pills,
    ...row.marks.map((o): Span => [o.x - half(o), o.x + half(o)]),
    ...row.marks.flatMap((o): Span[] => (o !== m && o.label && named.has(o) ? [[o.label.x - g.partGap, o.label.x + o.label.width + g.partGap]] : [])),
  ];
}

/** Behind and before a thing with all its stages. */
function aroundAll(m: SceneMark, row: Row, { geometry: g }: Frame): Anchor[] {
  const group = row.marks.filter((o) => (o.owner ?? o) === (m.owner ?? m));
  const parts = group.flatMap((o) => [...drawnParts(o), ...(o !== m && o.label ? [[o.label.x, o.label.x + o.label.width] as Span] : [])]);
  return [{ x: Math.max(...parts.map((p) => p[1])) + g.partGap, atEnd: false }, { x: Math.min(...parts.map((p) => p[0])) - g.partGap, atEnd: true }];
}

/** In the gap next to the mark. */
function nearest(m: SceneMark, need: number, free: readonly Span[]): Anchor[] {
  const far = (a: Anchor): number => Math.abs(a.x - m.x);
  return free.filter(([a, z]) => z - a >= need).flatMap(([a, z]): Anchor[] => [{ x: a, atEnd: false }, { x: z, atEnd: true }]).sort((a, b) => far(a) - far(b));
}
