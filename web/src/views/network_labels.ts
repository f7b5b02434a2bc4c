// Labels that never overlap: the most connected things choose their place
// first, a label that finds none waits for a closer look.

import { clamp, type Box, type Screen } from "./network_geometry";
import type { Point, Side } from "./network_data";
import { meet, touched, type Line } from "./network_red";

export interface Candidate {
  node: number;
  forms: readonly Form[]; // measured, the first is tried first
  rank: number; // the greater goes first
  insist: boolean; // may stand off with a leader when its sides are taken
  always?: boolean; // named even where every free place is nearer to another mark: a line leads from its own
  side: Side; // tried first
}

/** What a text takes up, in CSS pixels, as written in one line or in two. */
export interface Form { width: number; height: number; }

export interface Placed extends Box {
  node: number;
  form: number; // which of the candidate's
  align: "left" | "center" | "right";
  leader: boolean; // a thin line leads from the mark
}

const GAPS = [4, 2]; // pixels between a mark and its name; the second where others are near
const CELL = 48;
const SIDES: Record<Side, Side[]> = {
  right: ["right", "left", "below", "above"],
  left: ["left", "right", "below", "above"],
  below: ["below", "right", "left", "above"],
  above: ["above", "right", "left", "below"],
};

/** What names have to do with besides marks and each other. */
export interface Around {
  lines?: readonly Point[]; // on curves that they had better not cover
  red?: readonly Line[]; // that none may touch
  rivals?: readonly boolean[]; // the marks that a name could be taken for; those shown when left out
}

/** Places what fits, the highest rank first; marks and earlier labels stay clear, and no name stands nearer to a rival mark than to its own. */
export function placeLabels(candidates: readonly Candidate[], screen: Screen, bounds: Box, { lines = [], red = [], rivals = screen.shown }: Around = {}): Placed[] {
  const taken = marksOf(screen, 1);
  const marks = new Boxes();
  screen.at.forEach((_, i) => { if (rivals[i]) marks.add(markOf(screen, i)); });
  const placed: Placed[] = [];
  const put = (p: Placed): void => { taken.add(pad(p, 2, 1)); placed.push(p); };
  const open = (c: Candidate): Placed[] => options(c, screen).filter((p) => inside(p, bounds) && !taken.meets(p) && !touched(red, p));
  const settle = (list: readonly Candidate[]): Candidate[] => list.filter((c) => {
    const free = clearest(open(c).filter((p) => belongs(p, screen, marks)), lines);
    if (free) put(free);
    return !free;
  });
  const order = [...candidates].sort((a, b) => b.rank - a.rank || a.node - b.node);
  for (const c of settle(order.filter((c) => c.always))) {
    const doubtful = leastDoubtful(open(c), screen, marks, red);
    if (doubtful) put(doubtful);
  }
  settle(order.filter((c) => !c.always));
  return placed;
}

/** Of labels that have moved with their marks, those that still touch nothing; the first in the list stay. */
export function stillClear<T extends Box & { node: number }>(labels: readonly T[], screen: Screen, red: readonly Line[] = []): T[] {
  const taken = marksOf(screen, 0);
  return labels.filter((label) => {
    if (taken.meets(label) || touched(red, label)) return false;
    taken.add(label);
    return true;
  });
}

function marksOf(screen: Screen, margin: number): Boxes {
  const taken = new Boxes();
  screen.at.forEach((_, i) => { if (screen.shown[i]) taken.add(pad(markOf(screen, i), margin, margin)); });
  return taken;
}

interface Marked extends Box { mark: number; }

function markOf(screen: Screen, i: number): Marked {
  const [x, y] = screen.at[i] ?? [0, 0];
  const r = screen.radius[i] ?? 0;
  return { mark: i, x: x - r, y: y - r, width: 2 * r, height: 2 * r };
}

/** A reader gives a name to the nearest mark. */
function belongs(p: Placed, screen: Screen, marks: Boxes): boolean {
  const own = apart(p, markOf(screen, p.node));
  return !marks.some(pad(p, own, own), (m) => (m as Marked).mark !== p.node && apart(p, m) < own - 0.01);
}

const ROOMY = 12; // pixels to the next mark that are enough beside a line to one's own
const SEEN = 6; // pixels of that line that can be seen
const CLOSE = 0.4; // pixels of that room that a pixel nearer to one's own mark is worth
const CROSSED = 9; // pixels that a mark under the line to one's own takes away, and the red thread twice

/** The place whose nearest other mark is farthest, near before far, and led to over as little as can be. */
function leastDoubtful(open: readonly Placed[], screen: Screen, marks: Boxes, red: readonly Line[]): Placed | undefined {
  let best: Placed | undefined;
  let most = -Infinity;
  for (const p of open) {
    const own = apart(p, markOf(screen, p.node));
    let worth = ROOMY;
    const others = (b: Box, see: (other: Marked) => void): void => { marks.some(b, (m) => { if ((m as Marked).mark !== p.node) see(m as Marked); return false; }); };
    others(pad(p, ROOMY, ROOMY), (m) => { worth = Math.min(worth, apart(p, m)); });
    if (worth < own - 0.5 && own < SEEN - 0.5) continue; // nearer to another, and no line to tell
    worth -= own * CLOSE;
    if (worth <= most) continue;
    const line = leaderOf(p, screen);
    const under = new Set<number>();
    others(around(line), (m) => { if (touched([line], m)) under.add(m.mark); });
    worth -= CROSSED * (under.size + (red.some((r) => meet(line, r)) ? 2 : 0));
    if (worth > most) { most = worth; best = { ...p, leader: true }; }
  }
  return best;
}

/** The line from the edge of a mark to the nearest point of its name. */
export function leaderOf(p: Box & { node: number }, screen: Screen): Line {
  const [x, y] = screen.at[p.node] ?? [0, 0];
  const tx = clamp(x, p.x, p.x + p.width);
  const ty = clamp(y, p.y + 3, p.y + p.height - 3);
  const d = Math.hypot(tx - x, ty - y) || 1;
  const r = (screen.radius[p.node] ?? 4) + 1;
  return [[x + ((tx - x) / d) * r, y + ((ty - y) / d) * r], [tx, ty]];
}

function around(line: Line): Box {
  const xs = line.map(([x]) => x);
  const ys = line.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** How far two boxes are from each other. */
export function apart(a: Box, b: Box): number {
  const dx = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const dy = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(dx, dy);
}

/** The first that covers the fewest points of the strong lines; standing off costs as much as three of them. */
function clearest(free: readonly Placed[], lines: readonly Point[]): Placed | undefined {
  let best: Placed | undefined;
  let least = Infinity;
  for (const p of free) {
    const cost = lines.reduce((n, q) => n + (contains(p, q) ? 1 : 0), p.leader ? 3 : 0);
    if (cost < least) { least = cost; best = p; }
    if (cost === 0) break;
  }
  return best;
}

function contains(b: Box, [x, y]: Point): boolean { return x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height; }

function options(c: Candidate, screen: Screen): Placed[] {
  const [x, y] = screen.at[c.node] ?? [0, 0];
  const r = screen.radius[c.node] ?? 4;
  const shapes = c.forms.map((f, form): Shape => ({ node: c.node, form, far: c.always === true, width: f.width, height: f.height }));
  const near = GAPS.flatMap((gap) => shapes.flatMap((s) => [...SIDES[c.side].map((side) => beside(s, x, y, r + gap, side)), ...corners(s, x, y, r, gap)]));
  return c.insist ? [...near, ...shapes.flatMap((s) => slid(s, x, y, r)), ...shapes.flatMap((s) => standingOff(s, x, y, r))] : near;
}

interface Shape extends Form { node: number; form: number; far: boolean; }

function beside(s: Shape, x: number, y: number, d: number, side: Side): Placed {
  const { width, height } = s;
  const leader = false;
  switch (side) {
    case "right": return { ...s, x: x + d, y: y - height / 2, align: "left", leader };
    case "left": return { ...s, x: x - d - width, y: y - height / 2, align: "right", leader };
    case "below": return { ...s, x: x - width / 2, y: y + d - 1, align: "center", leader };
    case "above": return { ...s, x: x - width / 2, y: y - d + 1 - height, align: "center", leader };
  }
}

/** Beside the mark, but higher or lower by two thirds of it; then above and below, but to one side. */
function corners(s: Shape, x: number, y: number, r: number, gap: number): Placed[] {
  const d = r * 0.75 + gap - 1;
  const shift = s.height / 2 + r * 0.6;
  const slide = s.width / 2 - r;
  return [
    beside(s, x, y - shift, d, "right"), beside(s, x, y + shift, d, "right"),
    beside(s, x, y - shift, d, "left"), beside(s, x, y + shift, d, "left"),
    beside(s, x + slide, y, r + gap, "above"), beside(s, x + slide, y, r + gap, "below"),
    beside(s, x - slide, y, r + gap, "above"), beside(s, x - slide, y, r + gap, "below"),
  ];
}

const SLIDE = 2; // pixels from one place beside a mark to the next

/** Along each side of the mark, as far as the name still touches it. */
function slid(s: Shape, x: number, y: number, r: number): Placed[] {
  const out: Placed[] = [];
  for (const gap of s.far ? [...GAPS, SEEN] : GAPS) {
    for (let off = SLIDE; off <= s.height / 2 + r; off += SLIDE) {
      for (const dy of [-off, off]) out.push(beside(s, x, y + dy, r + gap, "right"), beside(s, x, y + dy, r + gap, "left"));
    }
    for (let off = 2 * SLIDE; off <= s.width / 2 + r; off += 2 * SLIDE) {
      for (const dx of [-off, off]) out.push(beside(s, x + dx, y, r + gap, "below"), beside(s, x + dx, y, r + gap, "above"));
    }
  }
  return out;
}

/** Around the mark in growing distance, twenty places a round. */
function standingOff(s: Shape, x: number, y: number, r: number): Placed[] {
  const out: Placed[] = [];
  const { width, height } = s;
  for (let d = 6; d <= (s.far ? 216 : 102); d += 6) {
    for (let i = 0; i < 20; i++) {
      const angle = (i % 2 === 0 ? i : -i - 1) * (Math.PI / 20);
      const cx = x + Math.cos(angle) * (r + d + width / 2);
      const cy = y + Math.sin(angle) * (r + d + height / 2);
      out.push({ ...s, x: cx - width / 2, y: cy - height / 2, align: "center", leader: true });
    }
  }
  return out;
}

function inside(p: Box, bounds: Box): boolean {
  return p.x >= bounds.x && p.y >= bounds.y && p.x + p.width <= bounds.x + bounds.width && p.y + p.height <= bounds.y + bounds.height;
}

function pad(p: Box, dx: number, dy: number): Box { return { x: p.x - dx, y: p.y - dy, width: p.width + 2 * dx, height: p.height + 2 * dy }; }

/** Boxes by the cells of a grid they touch. */
class Boxes {
  private readonly cells = new Map<string, Box[]>();

  add(b: Box): void {
    this.each(b, (key) => {
      const list = this.cells.get(key);
      if (list) list.push(b); else this.cells.set(key, [b]);
      return false;
    });
  }

  meets(b: Box): boolean { return this.some(b, (o) => overlap(o, b)); }

  /** Whether any of the boxes near a box is so. */
  some(b: Box, so: (other: Box) => boolean): boolean {
    return this.each(b, (key) => this.cells.get(key)?.some(so) ?? false);
  }

  private each(b: Box, visit: (key: string) => boolean): boolean {
    for (let i = Math.floor(b.x / CELL); i <= Math.floor((b.x + b.width) / CELL); i++) {
      for (let j = Math.floor(b.y / CELL); j <= Math.floor((b.y + b.height) / CELL); j++) {
        if (visit(`${i},${j}`)) return true;
      }
    }
    return false;
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Breaks a long name into two lines of about equal length, and shortens what is longer still. */
export function wrap(name: string, measure: (text: string) => number, most: number): string {
  if (measure(name) <= most) return name;
  const gaps = [...name.matchAll(/[ \u3000]/g)].map((m) => m.index);
  let best: [string, string] | undefined;
  let least = Infinity;
  for (const at of gaps) {
    const pair: [string, string] = [name.slice(0, at), name.slice(at + 1)];
    const width = Math.max(measure(pair[0]), measure(pair[1]));
    if (width < least) { least = width; best = pair; }
  }
  if (!best) return shorten(name, measure, most);
  return best.map((line) => shorten(line, measure, most * 1.3)).join("\n");
}

function shorten(line: string, measure: (text: string) => number, most: number): string {
  if (measure(line) <= most) return line;
  const letters = [...line];
  while (letters.length > 1 && measure(letters.join("") + "…") > most) letters.pop();
  return letters.join("").trimEnd() + "…";
}
