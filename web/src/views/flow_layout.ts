// Where everything of the diagram stands on the screen: columns, ribbons,
// labels that never overlap. Pure arithmetic over the places that the options
// give.

import type { Flow, FlowNode } from "./flow_data";

export interface Box { x: number; y: number; width: number; height: number }

export interface FlowLabel extends Box { id: string; lines: readonly string[]; count: string }
export interface FlowTitle extends Box { lines: readonly string[] }

/** A ribbon: at each step of its path the upper edge where it leaves and where it arrives. */
export interface Ribbon { relation: string; height: number; steps: readonly { x1: number; y1: number; x2: number; y2: number }[] }

export interface Placing {
  width: number; height: number; top: number; left: number;
  span: number; // from the first column to the end of the last
  right: number; // beside the last column
  stretch: number; // of the heights
  node: ReadonlyMap<string, Box>;
  ribbon: ReadonlyMap<string, Ribbon>;
  labels: readonly FlowLabel[];
  titles: readonly FlowTitle[];
}

export const NODE_WIDTH = 10;
export const LINE = 16; // height of a line of a label
export const ICON = 17; // what the symbol takes before the words
const GAP = 7; // between a node and its label
const BELOW = 10; // between the head of a column and what stands below it

type Measure = (text: string, bold: boolean) => number;

/** Places the diagram in a width, as high as asked for where it may be stretched. */
export function placeFlow(flow: Flow, width: number, height: number, name: (id: string) => string, measure: Measure): Placing {
  const last = flow.columns.length - 1;
  const ends = flow.nodes.filter((n) => n.column === last && n.waypoint === null);
  const widest = Math.max(40, ...ends.map((n) => ICON + measure(name(n.id), false) + measure(countOf(n), false)));
  const right = Math.min(widest + GAP + 6, width * 0.32);
  const left = 1;
  const xs = columnsAt(flow, left, width - right - NODE_WIDTH);
  const heads = flow.columns.map((column, i) => {
    const wide = i === last ? right : (xs[i + (column.noLaw ? 2 : 1)] ?? xs[i + 1] ?? width) - (xs[i] ?? 0) - 10;
    return breakLines(column.title, wide, 2, (t) => measure(t, true));
  });
  const top = Math.max(1, ...heads.map((lines, i) => (flow.columns[i]?.noLaw ? 1 : lines.length))) * LINE + BELOW;
  const stretch = Math.min(1.35, Math.max(1, (height - top - 4) / flow.height));
  const node = new Map(flow.nodes.map((n) => [n.id, {
    x: xs[n.column] ?? left, y: top + n.y * stretch, width: NODE_WIDTH, height: Math.max(1, n.height * stretch),
  }]));
  const span = (xs[last] ?? left) - left + NODE_WIDTH;
  const placing = { width, height: top + flow.height * stretch + 4, top, left, span, right: width - left - span, stretch, node };
  const labels = labelsOf(flow, placing, name, measure);
  return { ...placing, ribbon: ribbonsOf(flow, node, flow.unit * stretch), labels, titles: titlesOf(flow, node, heads, top, measure) };
}

const NEAR = 0.35; // of a step: from a column whose names run on over those that follow

/** Where the columns begin, in whole pixels: no seam shows between the parts of a ribbon. */
function columnsAt(flow: Flow, from: number, to: number): number[] {
  const last = flow.columns.length - 1;
  const free = last > 1 && flow.columns[0]?.noLaw === true && flow.links.every((l) => flow.node.get(l.path[0] ?? "")?.column !== 0 || flow.node.get(l.path.at(-1) ?? "")?.column === last);
  const first = free ? NEAR : 1;
  const step = (to - from) / Math.max(1, last - 1 + first);
  return flow.columns.map((_, i) => Math.floor(from + (i === 0 ? 0 : first + i - 1) * step));
}

const countOf = (n: FlowNode): string => (n.threads > 1 ? ` ${n.threads}` : "");

/** Each label right of its thing, as wide as there is room before the next thing at its height. */
function labelsOf(flow: Flow, at: { width: number; node: ReadonlyMap<string, Box> }, name: (id: string) => string, measure: Measure): FlowLabel[] {
  const things = flow.nodes.filter((n) => n.waypoint === null);
  return things.map((n) => {
    const box = at.node.get(n.id) as Box;
    const x = box.x + NODE_WIDTH + GAP;
    const count = countOf(n);
    const middle = box.y + box.height / 2;
    const fit = (most: number): { lines: string[]; room: number } => {
      const room = roomFor(things, at, n, middle - (most * LINE) / 2, most * LINE) - x;
      return { room, lines: breakLines(name(n.id), room - ICON, most, (t) => measure(t, false), measure(count, false)) };
    };
    const most = Math.max(1, Math.min(4, Math.floor((box.height + 12) / LINE)));
    const first = fit(most);
    const { lines, room } = first.lines.at(-1)?.endsWith("…") && alone(things, at, n) ? fit(most + 1) : first;
    const wide = Math.max(...lines.map((line, i) => measure(line, false) + (i === lines.length - 1 ? measure(count, false) : 0)));
    const height = lines.length * LINE;
    return { id: n.id, lines, count, x, y: middle - height / 2, width: Math.min(room, ICON + wide), height };
  });
}

/** Whether a label may stand out above and below its thing, no other of the column being near. */
function alone(things: readonly FlowNode[], at: { node: ReadonlyMap<string, Box> }, own: FlowNode): boolean {
  const box = at.node.get(own.id) as Box;
  return things.every((other) => {
    const b = at.node.get(other.id) as Box;
    return other === own || other.column !== own.column || b.y > box.y + box.height + 1.5 * LINE || b.y + b.height + 1.5 * LINE < box.y;
  });
}

/** The right end of the room that a label has. */
function roomFor(things: readonly FlowNode[], at: { width: number; node: ReadonlyMap<string, Box> }, own: FlowNode, top: number, height: number): number {
  let end = at.width;
  for (const other of things) {
    const box = at.node.get(other.id) as Box;
    if (other.column <= own.column || box.x >= end) continue;
    const half = Math.max(box.height / 2, LINE * 1.5);
    const middle = box.y + box.height / 2;
    if (middle - half < top + height && middle + half > top) end = box.x - 8;
  }
  return end;
}

/** The words in at most so many lines, with room for something behind the last word; what does not fit ends in an ellipsis. */
export function breakLines(text: string, room: number, most: number, measure: (text: string) => number, behind = 0): string[] {
  const words = text.split(/[ \u3000]+/).filter(Boolean);
  const lines: string[] = [];
  let line = "";
  while (words.length > 0 && lines.length < most) {
    const next = line ? `${line} ${words[0]}` : (words[0] as string);
    if (measure(next) + (words.length === 1 ? behind : 0) <= room || (line === "" && lines.length < most - 1)) {
      line = next;
      words.shift();
    } else if (lines.length === most - 1) break;
    else { lines.push(line); line = ""; }
  }
  if (words.length > 0) line = line ? `${line} ${words.join(" ")}` : words.join(" ");
  if (line) lines.push(line);
  return (lines.length > 0 ? lines : [""]).map((l, i) => cut(l, i < lines.length - 1 ? room : room - behind, measure));
}

function cut(text: string, room: number, measure: (text: string) => number): string {
  if (measure(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && measure(`${letters.join("").trimEnd()}…`) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Heads stand over their columns; that of what no law leads to stands over it, farther down. */
function titlesOf(flow: Flow, node: ReadonlyMap<string, Box>, heads: readonly (readonly string[])[], top: number, measure: Measure): FlowTitle[] {
  return flow.columns.flatMap((column, i): FlowTitle[] => {
    const boxes = flow.nodes.filter((n) => n.column === i && n.waypoint === null).map((n) => node.get(n.id) as Box);
    const lines = heads[i] ?? [];
    if (boxes.length === 0 || lines.length === 0) return [];
    const height = lines.length * LINE;
    const base = column.noLaw ? Math.min(...boxes.map((b) => b.y)) : top;
    return [{ lines, x: boxes[0]?.x ?? 0, y: base - BELOW - height, width: Math.max(...lines.map((t) => measure(t, true))), height }];
  });
}

/** Stacks the ribbons at both sides of each node, in the order of where they lead. */
function ribbonsOf(flow: Flow, node: ReadonlyMap<string, Box>, unit: number): Map<string, Ribbon> {
  const order = new Map(flow.nodes.map((n, i) => [n.id, i]));
  const rank = (id: string): number => order.get(id) ?? 0;
  const parts = flow.links.flatMap((link) => link.path.slice(1).map((to, i) => ({ link, i, from: link.path[i] ?? "", to })));
  const used = new Map<string, number>();
  const next = (key: string, height: number): number => {
    const at = used.get(key) ?? 0;
    used.set(key, at + height);
    return at;
  };
  const leaves = new Map<string, number>();
  const arrives = new Map<string, number>();
  for (const p of [...parts].sort((a, b) => rank(a.to) - rank(b.to))) leaves.set(`${p.link.relation} ${p.i}`, next(`out ${p.from}`, p.link.threads * unit));
  for (const p of [...parts].sort((a, b) => rank(a.from) - rank(b.from))) arrives.set(`${p.link.relation} ${p.i}`, next(`in ${p.to}`, p.link.threads * unit));
  const ribbons = new Map<string, Ribbon>();
  for (const link of flow.links) {
    const steps = link.path.slice(1).flatMap((to, i) => {
      const a = node.get(link.path[i] ?? "");
      const b = node.get(to);
      if (!a || !b) return [];
      const key = `${link.relation} ${i}`;
      return [{ x1: a.x + a.width, y1: a.y + (leaves.get(key) ?? 0), x2: b.x, y2: b.y + (arrives.get(key) ?? 0) }];
    });
    if (steps.length > 0) ribbons.set(link.relation, { relation: link.relation, height: Math.max(1, link.threads * unit), steps });
  }
  return ribbons;
}

/** The middle of a ribbon at a part of one of its steps, from 0 to 1. */
export function along(ribbon: Ribbon, at: number, t: number): { x: number; y: number } {
  const step = ribbon.steps[at];
  if (!step) return { x: 0, y: 0 };
  const s = 1 - t;
  const half = (step.x1 + step.x2) / 2;
  return {
    x: s * s * s * step.x1 + 3 * s * t * half + t * t * t * step.x2,
    y: (s * s * s + 3 * s * s * t) * step.y1 + (3 * s * t * t + t * t * t) * step.y2 + ribbon.height / 2,
  };
}

/** The middle of a ribbon, where the ring stands. */
export function middleOf(ribbon: Ribbon): { x: number; y: number } {
  return along(ribbon, Math.floor((ribbon.steps.length - 1) / 2), 0.5);
}

/** Where a word may stand on a ribbon, best first; null where everything is taken. */
export function wordOn(ribbon: Ribbon, width: number, height: number, taken: readonly Box[]): Box | null {
  for (const t of [0.5, 0.72, 0.8, 0.28]) {
    for (const step of ribbon.steps.keys()) {
      const { x, y } = along(ribbon, step, t);
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      if (!taken.some((other) => meets(other, box, 3))) return box;
    }
  }
  return null;
}

export function meets(a: Box, b: Box, room = 0): boolean {
  return a.x < b.x + b.width + room && b.x < a.x + a.width + room && a.y < b.y + b.height + room && b.y < a.y + a.height + room;
}
