// Names of the chosen thread stand whole beside their discs, in as many lines as
// need be, where they hide least; the red line and its discs are never under
// them. The others make way: one that is covered, or of which next to nothing is
// left, is left out.

import type { Red } from "./threads_draw";
import type { Placed, ThScene } from "./threads_scene";
import type { Box } from "./timeline_scene";

const LINE = 14; // pixels of a line of a name
const HEIGHT = 16; // of a name of one line
const DISC = 10; // half a disc
const GAP = 13; // from the middle of a disc to its name
const ENOUGH = 55; // cost at which a name is better left out

/** How wide words are, set as the name of that thing. */
export type Measure = (words: string, p: Placed) => number;

/** Words to be placed beside a disc. */
interface Item { x: number; y: number; forms: Form[]; put(box: Box, form: Form): void; box: Box | null; own: Placed }
export interface Form { lines: string[]; note: string[]; width: number; cost: number }
export interface Obstacle { box: Box; cost: number }

/** Places the names of the chosen thread, the last with what is said of it; what they cover is left out. */
export function nameChosen(scene: ThScene, red: Red, others: readonly Box[], measure: Measure, said: readonly Form[]): void {
  const items = itemsOf(scene, red, measure, red.grey ? [] : said);
  for (const item of items) item.own.label = null;
  const obstacles = [...fixed(scene, red), ...others.map((box) => ({ box, cost: 80 }))];
  for (let round = 0; round < 3; round++) for (const item of items) item.box = best(item, scene, obstacles, items);
  makeWay(scene, items, red);
}

/** Gives a name to what has none, where it is free of all names, marks and curves. */
export function nameRest(scene: ThScene, red: Red, most: number, measure: Measure): void {
  const bare = scene.placed.filter((p) => p.shown && p.mark.owner === null && p.mark.aside === 0 && !(scene.placed[p.mark.head] ?? p).label);
  if (bare.length === 0) return;
  const lines = scene.curves.filter((c) => c.shown && !c.tie.ruled).flatMap((c) => lineBoxes([c.near]));
  const obstacles = [...fixed(scene, red), ...lines.map((box) => ({ box, cost: 300 }))];
  for (const p of scene.placed) if (p.label) obstacles.push({ box: p.label, cost: 900 });
  for (const p of bare) {
    const head = scene.placed[p.mark.head] ?? p;
    const form: Form = { lines: [p.mark.text], note: [], width: Math.min(most, Math.ceil(measure(p.mark.text, head)) + 2), cost: 0 };
    const ends = { width: form.width, height: HEIGHT, y: head.y - HEIGHT / 2 }; // behind what is drawn of it, and before
    const free = [...places(head, form), { box: { ...ends, x: p.to + 8 }, cost: 8 }, { box: { ...ends, x: p.from - 8 - form.width }, cost: 8 }].map((at) => ({ ...at, cost: at.cost + price(at.box, scene, obstacles) })).sort((a, b) => a.cost - b.cost)[0];
    if (!free || free.cost >= ENOUGH) continue;
    head.label = { ...free.box, text: p.mark.text, above: Math.abs(free.box.y + free.box.height / 2 - head.y) > 3 };
    obstacles.push({ box: free.box, cost: 900 });
  }
}

/** Each mark of the thread by its name; a stage also by what it is a stage of. */
function itemsOf(scene: ThScene, red: Red, measure: Measure, said: readonly Form[]): Item[] {
  const done = new Set<Placed>();
  return red.marks.flatMap(({ placed, x }) => {
    const own = placed.owner ?? placed;
    const head = scene.placed[own.mark.head] ?? own;
    const out: Item[] = [];
    for (const p of placed.owner && head !== placed ? [placed, head] : [placed.owner ? placed : head]) {
      if (done.has(p) || !p.shown) continue;
      done.add(p);
      const words = p === head ? own.mark.text : p.mark.label;
      const at = p === placed || (p === head && !placed.owner) ? x : (red.marks.find((m) => m.placed === p)?.x ?? p.x);
      const forms = formsOf(words, (w) => measure(w, p));
      out.push({
        x: at, y: p.y, forms: placed === red.marks.at(-1)?.placed && out.length === 0 ? withNote(forms, said) : forms, own: p, box: null,
        put: (box, form) => { p.label = { ...box, text: words, above: false, lines: form.lines, note: form.note, toEnd: box.x + box.width < at }; },
      });
    }
    return out;
  });
}

/** What is said of a thing stands below its name. */
function withNote(forms: readonly Form[], said: readonly Form[]): Form[] {
  if (said.length === 0) return [...forms];
  return forms.flatMap((f) => said.map((s) => ({ lines: f.lines, note: s.lines, width: Math.max(f.width, s.width), cost: f.cost + s.cost })));
}

/** The ways to break words into one, two or three lines, the widest line as short as can be. */
export function formsOf(words: string, width: (words: string) => number): Form[] {
  const parts = words.split(" ");
  const line = (from: number, to: number): string => parts.slice(from, to).join(" ");
  const form = (lines: string[]): Form => ({ lines, note: [], width: Math.ceil(Math.max(...lines.map(width))) + 2, cost: (lines.length - 1) * 6 });
  const narrow = (forms: Form[]): Form[] => forms.sort((a, b) => a.width - b.width).slice(0, 1);
  const two = parts.slice(1).map((_, i) => form([line(0, i + 1), line(i + 1, parts.length)]));
  const three = parts.length > 9 ? [] : parts.slice(2).flatMap((_, i) => parts.slice(i + 2).map((_, k) => form([line(0, i + 1), line(i + 1, i + 2 + k), line(i + 2 + k, parts.length)])));
  return [form([words]), ...narrow(two), ...narrow(three)];
}

/** The box that costs least, right, left, above or below. */
function best(item: Item, scene: ThScene, obstacles: readonly Obstacle[], items: readonly Item[]): Box | null {
  let least = Infinity;
  let chosen: { box: Box; form: Form } | null = null;
  for (const form of item.forms) {
    for (const { box, cost } of places(item, form)) {
      const sum = form.cost + cost + price(box, scene, obstacles) + 1000 * items.filter((other) => other !== item && other.box && meet(box, other.box, 3)).length;
      if (sum < least) { least = sum; chosen = { box, form }; }
    }
  }
  if (chosen) item.put(chosen.box, chosen.form);
  return chosen?.box ?? null;
}

function places({ x, y }: { x: number; y: number }, form: Form): { box: Box; cost: number }[] {
  const w = form.width;
  const height = HEIGHT + (form.lines.length + form.note.length - 1) * LINE;
  const out: { box: Box; cost: number }[] = [];
  const at = (left: number, middle: number, cost: number): void => { out.push({ box: { x: left, y: middle - height / 2, width: w, height }, cost }); };
  at(x + GAP, y, 0);
  at(x - GAP - w, y, 1);
  const off = DISC + 1 + height / 2;
  for (const [far, more] of [[0, 0], [12, 7], [24, 14]] as const) {
    for (const [left, cost] of [[x - 8, 3], [x + 8 - w, 4], [x - w / 2, 5], [x + 6, 4], [x - 6 - w, 5]] as const) {
      at(left, y - off - far, cost + more);
      at(left, y + off + far, cost + more + 2);
    }
  }
  return out;
}

function price(box: Box, scene: ThScene, obstacles: readonly Obstacle[]): number {
  let sum = 0;
  const out = Math.max(0, 4 - box.x) + Math.max(0, box.x + box.width - scene.width + 3) + Math.max(0, 1 - box.y) + Math.max(0, box.y + box.height - scene.height + 1);
  if (out > 0) sum += 3000 + out * 10;
  for (const o of obstacles) if (meet(box, o.box, 1)) sum += o.cost;
  return sum;
}

/** What is there already: discs and the red line, marks, bars, titles, and names that would have to go. */
export function fixed(scene: ThScene, red: Red): Obstacle[] {
  const out: Obstacle[] = [];
  const around = (x: number, y: number, half: number, cost: number): void => { out.push({ box: { x: x - half, y: y - half, width: 2 * half, height: 2 * half }, cost }); };
  for (const lane of scene.lanes) if (lane.height > 0) out.push({ box: { x: 0, y: lane.line - 8, width: scene.view.left - 14, height: 16 }, cost: 300 });
  for (const m of red.marks) around(m.x, m.placed.y, DISC, 900);
  if (!red.grey) for (const box of lineBoxes([...red.curves.map((c) => c.curve.near), ...red.runs.map((r): [number, number][] => [[r.x1, r.y], [r.x2, r.y]])])) out.push({ box, cost: 220 });
  for (const p of scene.placed) {
    if (!p.shown) continue;
    if (!red.marks.some((m) => m.placed === p)) around(p.x, p.y, p.mark.owner === null ? 7 : 5, 60);
    if (!p.mark.noDate && p.to - p.from > 8) out.push({ box: { x: p.from, y: p.y - 6, width: p.to - p.from, height: 12 }, cost: 26 });
    if (p.label) out.push({ box: p.label, cost: 12 });
  }
  return out;
}

/** Lines in small boxes. */
export function lineBoxes(lines: readonly (readonly [number, number][])[]): Box[] {
  const out: Box[] = [];
  const leg = (x1: number, y1: number, x2: number, y2: number): void => {
    const n = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / 10));
    for (let k = 0; k < n; k++) {
      const [ax, ay] = [x1 + ((x2 - x1) * k) / n, y1 + ((y2 - y1) * k) / n];
      const [bx, by] = [x1 + ((x2 - x1) * (k + 1)) / n, y1 + ((y2 - y1) * (k + 1)) / n];
      out.push({ x: Math.min(ax, bx) - 2, y: Math.min(ay, by) - 2, width: Math.abs(bx - ax) + 4, height: Math.abs(by - ay) + 4 });
    }
  };
  for (const points of lines) points.forEach(([x, y], i) => { const [px, py] = points[i - 1] ?? [x, y]; if (i > 0) leg(px, py, x, y); });
  return out;
}

/** Leaves out the names that stand under those of the thread, or under its discs. */
function makeWay(scene: ThScene, items: readonly Item[], red: Red): void {
  const named = new Set(items.map((i) => i.own));
  for (const p of scene.placed) {
    const { label } = p;
    if (!label || named.has(p)) continue;
    const covered = items.some((i) => i.box && meet(label, i.box, 2)) || red.marks.some((m) => meet(label, { x: m.x - DISC, y: m.placed.y - DISC, width: 2 * DISC, height: 2 * DISC }, 0));
    if (covered) p.label = null;
  }
}

export function meet(a: Box, b: Box, apart: number): boolean {
  return a.x < b.x + b.width + apart && b.x < a.x + a.width + apart && a.y < b.y + b.height && b.y < a.y + a.height;
}
