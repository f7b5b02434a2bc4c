// Names of the chosen thread are set in bold, which is wider than the room that
// was laid out for them: they take what is free beside them, and what a name
// that recedes can spare. They are cut last.

import type { Name, Placed, ThScene } from "./threads_scene";

const APART = 5; // pixels between a name and what is beside it
const SPARE = 46; // pixels that a name keeps when it makes room
const TITLE = 110; // pixels of a lane's title

interface Free { least: number; most: number; yields: Placed[] }

/** Gives each strong name the width it needs, as far as there is room. */
export function widenNames(scene: ThScene, strong: (i: number) => boolean, need: (p: Placed) => number): void {
  for (const p of scene.placed) {
    if (!p.shown || !p.label || !strong(p.mark.index)) continue;
    const wanted = Math.ceil(need(p)) + 1;
    if (wanted <= p.label.width) continue;
    widen(p, p.label, wanted, freeAround(scene, p, p.label, strong));
    makeWay(p, p.label, freeAround(scene, p, p.label, strong).yields);
  }
}

/** Away from its mark; a name above its line may also begin before it. */
function widen(p: Placed, label: Name, wanted: number, free: Free): void {
  const end = label.x + label.width;
  if (end <= p.x) {
    const x = Math.min(label.x, Math.max(end - wanted, free.least));
    label.width = end - x;
    label.x = x;
    return;
  }
  label.width = Math.max(label.width, Math.min(wanted, free.most - label.x));
  if (!label.above || label.width >= wanted) return;
  const x = Math.min(label.x, Math.max(label.x + label.width - wanted, free.least));
  label.width += label.x - x;
  label.x = x;
}

/** How far a name can reach in its line: up to marks, titles and other strong names; of a name that recedes, a part is kept. */
function freeAround(scene: ThScene, p: Placed, label: Name, strong: (i: number) => boolean): Free {
  const free: Free = { least: 4, most: scene.width - 2, yields: [] };
  const middle = label.x + label.width / 2;
  const block = (from: number, to: number): void => {
    if ((from + to) / 2 < middle) free.least = Math.max(free.least, to + APART);
    else free.most = Math.min(free.most, from - APART);
  };
  const beside = (y: number, half: number): boolean => Math.abs(y - label.y - label.height / 2) < half + label.height / 2;
  for (const lane of scene.lanes) if (beside(lane.line, 6)) block(0, TITLE);
  for (const o of scene.placed) {
    if (!o.shown) continue;
    if (beside(o.y, 6) && (o !== p || o.mark.owner === null)) block(o.x - 8, o.x + 8);
    if (o === p || !o.label || !beside(o.label.y + o.label.height / 2, 8)) continue;
    const spare = strong(o.mark.index) ? 0 : Math.max(0, o.label.width - SPARE);
    const before = o.label.x + o.label.width / 2 < middle;
    const inward = before === o.label.x + o.label.width > o.x; // its far end from its own mark is towards this name
    const kept = inward ? spare : 0;
    if (before) block(o.label.x, o.label.x + o.label.width - kept);
    else block(o.label.x + kept, o.label.x + o.label.width);
    if (kept > 0) free.yields.push(o);
  }
  return free;
}

/** Shortens the names that a widened one reaches into. */
function makeWay(p: Placed, label: Name, yields: readonly Placed[]): void {
  for (const o of yields) {
    const other = o.label;
    if (!other || o === p) continue;
    const end = other.x + other.width;
    if (other.x < label.x) other.width = Math.min(other.width, label.x - APART - other.x);
    else {
      other.x = Math.min(end - 1, Math.max(other.x, label.x + label.width + APART));
      other.width = end - other.x;
    }
  }
}
