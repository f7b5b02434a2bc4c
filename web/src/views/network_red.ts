// The red thread in the network: which curves and marks it has, and where its
// line runs, so that no name stands in its way.

import type { Context } from "../contract";
import { nodeOf, type Net, type Point } from "./network_data";
import { along, drawnCurve, loopOf, type Box, type Screen } from "./network_geometry";
import { redThread } from "./threads_red";

/** The links and the nodes of the red thread that are shown. */
export interface Red { links: readonly number[]; nodes: readonly number[]; }

/** A line in pieces so short that they may be taken for straight. */
export type Line = readonly Point[];

export const RED_WIDE = 2.6; // pixels of the line and of the rings
export const RED_OFF = 2; // from a mark to the middle of its ring
const PIECES = 24;

export function redOf(net: Net, context: Context, shown: readonly boolean[], linkShown: readonly boolean[]): Red {
  const { relations, nodes } = redThread(context);
  const passed = [...nodes].flatMap((id) => nodeOf(net, id) ?? []).filter((i) => shown[i]);
  return { links: net.links.flatMap((l, i) => (linkShown[i] && l.relations.some((r) => relations.has(r)) ? [i] : [])), nodes: [...new Set(passed)] };
}

/** The lines of the thread as they are drawn. */
export function redLines(net: Net, screen: Screen, red: Red): Line[] {
  return red.links.flatMap((l) => {
    const link = net.links[l];
    if (!link) return [];
    const at = link.from === link.to ? around(screen, link.from) : (s: number) => along(drawnCurve(net, screen, link), s);
    return [Array.from({ length: PIECES + 1 }, (_, i) => at(i / PIECES))];
  });
}

function around(screen: Screen, node: number): (s: number) => Point {
  const { centre: [x, y], r } = loopOf(screen, node);
  return (s) => [x + r * Math.cos((1 + 1.5 * s) * Math.PI), y + r * Math.sin((1 + 1.5 * s) * Math.PI)];
}

/** Marks with the rings of the thread around them, for whatever keeps off them. */
export function ringed(screen: Screen, red: Red): Screen {
  if (red.nodes.length === 0) return screen;
  const radius = [...screen.radius];
  for (const i of red.nodes) radius[i] = (radius[i] ?? 0) + RED_OFF + RED_WIDE / 2;
  return { ...screen, radius };
}

/** Whether one of the lines, as wide as it is drawn, touches a box. */
export function touched(lines: readonly Line[], { x, y, width, height }: Box): boolean {
  const off = RED_WIDE / 2 + 0.5;
  const [x0, y0, x1, y1] = [x - off, y - off, x + width + off, y + height + off];
  return lines.some((line) => pieces(line).some(([a, b]) => through(a, b, x0, y0, x1, y1)));
}

/** Clips the piece to the box side by side (Liang and Barsky); it meets the box when something is left. */
function through([ax, ay]: Point, [bx, by]: Point, x0: number, y0: number, x1: number, y1: number): boolean {
  let [from, to] = [0, 1];
  for (const [step, room] of [[ax - bx, ax - x0], [bx - ax, x1 - ax], [ay - by, ay - y0], [by - ay, y1 - ay]] as const) {
    if (step === 0) { if (room < 0) return false; continue; }
    if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to;
}

/** Whether two lines cross. */
export function meet(one: Line, other: Line): boolean {
  return pieces(one).some(([a, b]) => pieces(other).some(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0));
}

function pieces(line: Line): [Point, Point][] { return line.slice(1).map((b, i) => [line[i] ?? b, b]); }

/** Positive where c lies on one side of the line through a and b, negative on the other. */
function turn(a: Point, b: Point, c: Point): number { return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]); }
