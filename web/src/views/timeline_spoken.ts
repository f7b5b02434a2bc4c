// Names in a step of the story: only what it speaks of has one, so there is
// room to set each whole, larger, and clear of the others.

import { pieces, type Box, type Label, type Scene, type SceneMark } from "./timeline_scene";

export interface Sheet {
  left: number; // of what is seen, px
  right: number;
  height: number; // of a label
  width(m: SceneMark): number; // of its name as it will be written
  spoken(m: SceneMark): boolean;
}

const GAP = 10; // from the middle of a mark to its name
const HALF = 8; // of a mark

/** Takes every name away and sets those that are spoken of: things first, their stages where room is left. */
export function nameSpoken(scene: Scene, sheet: Sheet): void {
  for (const m of scene.marks) m.label = null;
  const named = scene.marks.filter((m) => sheet.spoken(m));
  const taken: Box[] = named.map((m) => ({ x: m.x - HALF, y: m.y - HALF, width: 2 * HALF, height: 2 * HALF }));
  for (const m of [...named.filter((n) => !n.owner), ...named.filter((n) => n.owner)]) {
    const label = places(m, named, sheet).find((box) => fits(box, m, sheet, taken));
    if (!label) continue;
    m.label = label;
    taken.push({ ...label, x: label.x - 3, width: label.width + 6 });
  }
  for (const m of scene.marks) clearLine(m, scene);
}

/** Where a name may stand, the best first: a thing with stages before one of them, a thing alone after its mark. */
function places(m: SceneMark, named: readonly SceneMark[], sheet: Sheet): Label[] {
  const width = Math.ceil(sheet.width(m)) + 2;
  const at = (x: number, atEnd: boolean): Label => ({ text: m.item.label, x, y: m.y - sheet.height / 2, width, height: sheet.height, stage: m.owner !== null, atEnd, beside: null });
  const after = at(m.x + GAP, false);
  const before = at(m.x - GAP - width, true);
  if (m.owner) return [after, before];
  const stages = named.filter((n) => n.owner === m);
  const beforeStages = stages.map((s) => at(s.x - GAP - width, true));
  const beyond = at(Math.max(m.to, ...stages.map((s) => s.x)) + GAP, false);
  const onBar = at(sheet.left + 6, false);
  const ahead = at(Math.min(m.from, m.x - HALF) - 4 - width, true);
  return stages.length > 0 ? [before, ...beforeStages, beyond, after, onBar] : [...(m.x < sheet.left ? [onBar] : []), after, before, ahead, beyond];
}

function fits(box: Box, m: SceneMark, sheet: Sheet, taken: readonly Box[]): boolean {
  const inside = box.x >= sheet.left && box.x + box.width <= sheet.right;
  const own = (b: Box): boolean => b.y === m.y - HALF && b.x === m.x - HALF;
  return inside && taken.every((b) => own(b) || b.x >= box.x + box.width || b.x + b.width <= box.x || b.y >= box.y + box.height || b.y + b.height <= box.y);
}

/** The line through a thing's stages makes room for the names upon it. */
function clearLine(m: SceneMark, scene: Scene): void {
  const ends = m.line.flat();
  if (ends.length === 0) return;
  const words = scene.marks.flatMap((n) => ((n === m || n.owner === m) && n.label ? [n.label] : []));
  m.line = pieces(Math.min(...ends), Math.max(...ends), words);
}
