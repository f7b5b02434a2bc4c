// Labels that never overlap: the most connected things choose their place
// first, a label that finds none waits for a closer look.

import type { Box, Screen } from "./network_geometry";
import type { Point, Side } from "./network_data";

export interface Candidate {
  node: number;
  width: number; // measured, CSS pixels
  height: number;
  rank: number; // the greater goes first
  insist: boolean; // may stand off with a leader when its sides are taken
  side: Side; // tried first
}

export interface Placed extends Box {
  node: number;
  align: "left" | "center" | "right";
  leader: boolean; // a thin line leads from the mark
}

const GAP = 4;
const CELL = 48;
const SIDES: Record<Side, Side[]> = {
  right: ["right", "left", "below", "above"],
  left: ["left", "right", "below", "above"],
  below: ["below", "right", "left", "above"],
  above: ["above", "right", "left", "below"],
};

/** Places what fits, the highest rank first; marks and earlier labels stay clear. */
export function placeLabels(candidates: readonly Candidate[], screen: Screen, bounds: Box, lines: readonly Point[] = []): Placed[] {
  const taken = marksOf(screen, 1);
  const placed: Placed[] = [];
  for (const c of [...candidates].sort((a, b) => b.rank - a.rank || a.node - b.node)) {
    const free = clearest(options(c, screen).filter((p) => inside(p, bounds) && !taken.meets(p)), lines);
    if (!free) continue;
    taken.add(pad(free, 2, 1));
    placed.push(free);
  }
  return placed;
}

/** Of labels that have moved with their marks, those that still touch nothing; the first in the list stay. */
export function stillClear<T extends Box & { node: number }>(labels: readonly T[], screen: Screen): T[] {
  const taken = marksOf(screen, 0);
  return labels.filter((label) => {
    if (taken.meets(label)) return false;
    taken.add(label);
    return true;
  });
}

function marksOf(screen: Screen, margin: number): Boxes {
  const taken = new Boxes();
  screen.at.forEach(([x, y], i) => {
    if (!screen.shown[i]) return;
    const r = (screen.radius[i] ?? 0) + margin;
    taken.add({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
  });
  return taken;
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
  const near = SIDES[c.side].map((side) => beside(c, x, y, r + GAP, side));
  near.push(...corners(c, x, y, r));
  return c.insist ? [...near, ...standingOff(c, x, y, r)] : near;
}

function beside(c: Candidate, x: number, y: number, d: number, side: Side): Placed {
  const { node, width, height } = c;
  const leader = false;
  switch (side) {
    case "right": return { node, x: x + d, y: y - height / 2, width, height, align: "left", leader };
    case "left": return { node, x: x - d - width, y: y - height / 2, width, height, align: "right", leader };
    case "below": return { node, x: x - width / 2, y: y + d - 1, width, height, align: "center", leader };
    case "above": return { node, x: x - width / 2, y: y - d + 1 - height, width, height, align: "center", leader };
  }
}

/** Beside the mark, but higher or lower by two thirds of it. */
function corners(c: Candidate, x: number, y: number, r: number): Placed[] {
  const d = r * 0.75 + GAP - 1;
  const shift = c.height / 2 + r * 0.6;
  return [
    beside(c, x, y - shift, d, "right"), beside(c, x, y + shift, d, "right"),
    beside(c, x, y - shift, d, "left"), beside(c, x, y + shift, d, "left"),
  ];
}

/** Around the mark in growing distance, twenty places a round. */
function standingOff(c: Candidate, x: number, y: number, r: number): Placed[] {
  const out: Placed[] = [];
  const { node, width, height } = c;
  for (let d = 10; d <= 210; d += 8) {
    for (let i = 0; i < 20; i++) {
      const angle = (i % 2 === 0 ? i : -i - 1) * (Math.PI / 20);
      const cx = x + Math.cos(angle) * (r + d + width / 2);
      const cy = y + Math.sin(angle) * (r + d + height / 2);
      out.push({ node, x: cx - width / 2, y: cy - height / 2, width, height, align: "center", leader: true });
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

  meets(b: Box): boolean {
    return this.each(b, (key) => this.cells.get(key)?.some((o) => overlap(o, b)) ?? false);
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
