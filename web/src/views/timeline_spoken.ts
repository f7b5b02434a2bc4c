// Names in a step of the story: only what it speaks of has one, so there is
// room to set each whole, larger, and clear of the others and of all marks.

import { FLAG, fadesLeft, fadesRight, has } from "./timeline_data";
import { inLines } from "./timeline_lines";
import { clearLines } from "./timeline_room";
import { LINE, drawnParts, type Box, type Label, type Scene, type SceneMark } from "./timeline_scene";

export interface Sheet {
  left: number; // of what is seen, px
  right: number;
  height: number; // of a label
  width(m: SceneMark): number; // of its name as it will be written
  part?(m: SceneMark, words: string): number; // of some of its words, where rows are tall enough for two lines
  spoken(m: SceneMark): boolean;
}

const GAP = 10; // from the middle of a mark to its name
const HALF = 8; // of a mark
const STAGE = 5; // half of what a stage is wide
const END = 14; // of an arrow or a question mark
const BAR = 6; // half of what a bar and its ends are high
const PILL = { half: 18, height: 18 };

/** Takes every name away and sets those that are spoken of: things first, their stages where room is left. */
export function nameSpoken(scene: Scene, sheet: Sheet): void {
  for (const m of scene.marks) m.label = null;
  const named = scene.marks.filter((m) => sheet.spoken(m));
  const taken = obstacles(scene, named);
  for (const m of [...named.filter((n) => !n.owner), ...named.filter((n) => n.owner)]) {
    const near = taken.filter((b) => b.of !== thing(m) && Math.abs(b.y + b.height / 2 - m.y) < 2 * LINE + b.height / 2);
    m.label = written(m, scene.marks.filter((s) => s.owner === m), near, sheet);
    if (m.label) taken.push({ ...m.label, x: m.label.x - 3, width: m.label.width + 6, of: null });
  }
  clearLines(scene);
}

const thing = (m: SceneMark): SceneMark => m.owner ?? m;

interface Obstacle extends Box { of: SceneMark | null } // of: the thing whose own names may cover it

/** Marks, open ends of what is named, and clusters; bars and lines for all but the thing that they are of. */
function obstacles({ marks, pills }: Scene, named: readonly SceneMark[]): Obstacle[] {
  const bar = ([from, to]: [number, number], m: SceneMark): Obstacle => ({ x: from, y: m.y - BAR, width: to - from, height: 2 * BAR, of: thing(m) });
  return [
    ...marks.map((m): Obstacle => { const half = m.owner ? STAGE : HALF; return { x: m.x - half, y: m.y - HALF, width: 2 * half, height: 2 * HALF, of: null }; }),
    ...named.flatMap((m) => ends(m).map((x): Obstacle => ({ x, y: m.y - BAR, width: END, height: 2 * BAR, of: null }))),
    ...marks.flatMap((m) => drawnParts(m).map((part) => bar(part, m))),
    ...pills.map((p): Obstacle => {
      const [from, to] = [Math.min(p.from, p.x - PILL.half), Math.max(p.to, p.x + PILL.half)];
      return { x: from, y: p.y - PILL.height / 2, width: to - from, height: PILL.height, of: null };
    }),
  ];
}

/** Where signs of ends that are open or not known begin. */
function ends({ item, from, to }: SceneMark): number[] {
  if (has(item, FLAG.derived)) return [];
  return [...(fadesLeft(item) ? [from] : []), ...(fadesRight(item) ? [to - END] : [])];
}

/** The name in one line, else in two, at the first place that is free. */
function written(m: SceneMark, stages: readonly SceneMark[], near: readonly Box[], sheet: Sheet): Label | null {
  const free = (label: Label): boolean => label.x >= sheet.left && label.x + label.width <= sheet.right && near.every((b) => apart(label, b));
  const one = places(m, stages, Math.ceil(sheet.width(m)) + 2, sheet).find(free);
  const { part } = sheet;
  const lines = !one && part ? inLines(m.item.label, 2, (words) => part(m, words)) : null;
  if (one || !part || !lines) return one ?? null;
  const width = Math.ceil(Math.max(...lines.map((words) => part(m, words)))) + 2;
  return places(m, stages, width, sheet).map((label): Label => ({ ...label, y: m.y - LINE, height: 2 * LINE, lines })).find(free) ?? null;
}

/** Where a name may stand, the best first: a thing with stages before one that is spoken of, around all, else behind one; a thing alone after its mark. */
function places(m: SceneMark, stages: readonly SceneMark[], width: number, sheet: Sheet): Label[] {
  const at = (x: number, atEnd: boolean): Label => ({ text: m.item.label, x, y: m.y - sheet.height / 2, width, height: sheet.height, stage: m.owner !== null, atEnd, beside: null });
  const after = at(m.x + GAP, false);
  const before = at(m.x - GAP - width, true);
  if (m.owner) return [after, before, at(m.to + 4, false)];
  const said = stages.filter(sheet.spoken);
  const beforeStages = said.map((s) => at(s.x - GAP - width, true));
  const beyond = at(Math.max(m.to, ...stages.flatMap((s) => [s.x, s.to])) + GAP, false);
  const behindStages = stages.map((s) => at(s.x + GAP, false));
  const onBar = at(sheet.left + 6, false);
  const ahead = at(Math.min(m.from, m.x - HALF, ...stages.map((s) => s.from)) - 4 - width, true);
  return stages.length > 0 ? [before, ...beforeStages, beyond, after, ahead, ...behindStages, onBar] : [...(m.x < sheet.left ? [onBar] : []), after, before, ahead, beyond];
}

function apart(a: Box, b: Box): boolean {
  return b.x >= a.x + a.width || b.x + b.width <= a.x || b.y >= a.y + a.height || b.y + b.height <= a.y;
}
