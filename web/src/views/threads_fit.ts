// Names that have less room than they need: what makes them whole, tried in
// turn, and what is left out because next to nothing would be left of it.

import type { Red } from "./threads_draw";
import { fixed, formsOf, lineBoxes, meet, type Measure, type Obstacle } from "./threads_names";
import { SMALL_LINE, type Name, type Placed, type ThScene } from "./threads_scene";
import type { Box } from "./timeline_scene";

const LEAST = 4; // letters that are left of a name that is cut

type Free = (box: Box, own: Name) => boolean;
type Wide = (words: string) => number;

/**
 * Names that do not fit whole: what is named with its stage does without it, else
 * it takes more room where that is free of everything, or is set a size smaller,
 * or takes two lines; at last it stands over grey curves, which pass behind it.
 */
export function wholeNames(scene: ThScene, red: Red, measure: Measure): void {
  const free = freeIn(scene, red, true);
  const overCurves = freeIn(scene, red, false);
  for (const p of scene.placed) {
    const { label } = p;
    const wide: Wide = (words) => measure(words, p); // depends on label.small
    if (!label || label.lines || !p.shown || wide(label.text) <= label.width) continue;
    const own = p.owner ?? p;
    const full = label.text;
    const plain = full === own.mark.text ? own.mark.label : full;
    const room = (words: string, among: Free): boolean => grows(label, words, wide, p.x, among);
    if (fits(label, plain, wide) || room(full, free) || room(plain, free)) continue;
    label.small = true;
    label.small = fits(label, full, wide) || fits(label, plain, wide) || room(plain, free) || breaks(label, plain, wide, p.x, free) || room(plain, overCurves);
  }
}

/** Words that fit where the name is. */
function fits(label: Name, words: string, wide: Wide): boolean {
  if (wide(words) > label.width) return false;
  label.text = words;
  return true;
}

/** Words that fit with more room, away from the mark. */
function grows(label: Name, words: string, wide: Wide, mark: number, free: Free): boolean {
  const more = Math.ceil(wide(words)) + 2 - label.width;
  const toLeft = endsAt(label, mark);
  if (!free({ x: toLeft ? label.x - more : label.x + label.width, y: label.y, width: more, height: label.height }, label)) return false;
  Object.assign(label, { text: words, width: label.width + more, x: toLeft ? label.x - more : label.x });
  return true;
}

/** Words that fit in two small lines, beside the mark or a little off. */
function breaks(label: Name, words: string, wide: Wide, mark: number, free: Free): boolean {
  const two = formsOf(words, wide).find((f) => f.lines.length === 2);
  if (!two || label.above || two.width > label.width) return false;
  const box = { x: endsAt(label, mark) ? label.x + label.width - two.width : label.x, y: label.y + label.height / 2 - SMALL_LINE - 1, width: two.width, height: 2 * SMALL_LINE + 2 };
  const place = [0, 2, -2].map((off) => ({ ...box, y: box.y + off })).find((b) => free(b, label));
  if (place) Object.assign(label, place, { text: words, rows: two.lines });
  return place !== undefined;
}

/** Whether a name stands before its mark. */
const endsAt = (label: Name, mark: number): boolean => label.x + label.width <= mark;

/** Whether a place is free of all names but its own, of all marks, and of grey curves where these count. */
function freeIn(scene: ThScene, red: Red, curves: boolean): Free {
  let obstacles: Obstacle[] | null = null;
  return (box, own) => {
    obstacles ??= [...fixed(scene, red), ...lineBoxes(scene.curves.filter((c) => curves && c.shown && !c.tie.ruled).map((c) => c.near)).map((b) => ({ box: b, cost: 1 }))];
    const within = box.x >= 4 && box.x + box.width <= scene.width - 3 && box.y > 0 && box.y + box.height < scene.height;
    return within && !obstacles.some((o) => o.box !== own && meet(box, o.box, 3));
  };
}

/** Leaves out a name of which next to nothing would be left. */
export function dropStubs(scene: ThScene, shorten: (label: Name, p: Placed) => string): void {
  for (const p of scene.placed) {
    if (!p.label || p.label.lines || p.label.rows) continue;
    const cut = shorten(p.label, p);
    if (cut !== p.label.text && cut.replace("…", "").trim().length < LEAST) p.label = null;
  }
}
