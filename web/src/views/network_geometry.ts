// The plane in pixels: where nodes and curves stand, and what lies under the
// pointer.

import type { Link, Net, Point } from "./network_data";

/** From the layout's units to CSS pixels: x' = x*k + tx. */
export interface Transform { k: number; tx: number; ty: number; }
export interface Box { x: number; y: number; width: number; height: number; }

export function project(t: Transform, [x, y]: Point): Point { return [x * t.k + t.tx, y * t.k + t.ty]; }

export function zoomedAt(t: Transform, factor: number, x: number, y: number): Transform {
  return { k: t.k * factor, tx: x - (x - t.tx) * factor, ty: y - (y - t.ty) * factor };
}

export function moved(t: Transform, dx: number, dy: number): Transform { return { k: t.k, tx: t.tx + dx, ty: t.ty + dy }; }

/** On the way from one view to another; s runs from 0 to 1. */
export function between(a: Transform, b: Transform, s: number): Transform {
  const k = a.k * Math.pow(b.k / a.k, s);
  const share = Math.abs(a.k - b.k) < 1e-9 * a.k ? s : (k - a.k) / (b.k - a.k);
  return { k, tx: a.tx + (b.tx - a.tx) * share, ty: a.ty + (b.ty - a.ty) * share };
}

/** Keeps the zoom between a half and `most` times the whole, and the plane on the screen. */
export function held(t: Transform, fit: Transform, width: number, height: number, most: number): Transform {
  const k = clamp(t.k, fit.k * 0.5, fit.k * most);
  const near = k === t.k ? t : zoomedAt(t, k / t.k, width / 2, height / 2);
  const grow = k / fit.k;
  const rest = zoomedAt(fit, grow, width / 2, height / 2);
  const reach = Math.max(1, grow) / 2;
  return { k, tx: rest.tx + clamp(near.tx - rest.tx, -width * reach, width * reach), ty: rest.ty + clamp(near.ty - rest.ty, -height * reach, height * reach) };
}

export function clamp(value: number, low: number, high: number): number { return Math.min(Math.max(value, low), high); }

/** A curve on the screen: ends and the control point of a quadratic. */
export interface Curve { a: Point; c: Point; b: Point; }

/** The control point as ECharts places it, so that what is drawn over a curve lies on it. */
export function curve(a: Point, b: Point, bend: number): Curve {
  return { a, b, c: [(a[0] + b[0]) / 2 + (b[1] - a[1]) * bend, (a[1] + b[1]) / 2 - (b[0] - a[0]) * bend] };
}

export function along(q: Curve, s: number): Point {
  const u = 1 - s;
  return [u * u * q.a[0] + 2 * u * s * q.c[0] + s * s * q.b[0], u * u * q.a[1] + 2 * u * s * q.c[1] + s * s * q.b[1]];
}

/** The first part of a curve, up to s. */
export function cut(q: Curve, s: number): Curve {
  const c: Point = [q.a[0] + (q.c[0] - q.a[0]) * s, q.a[1] + (q.c[1] - q.a[1]) * s];
  return { a: q.a, c, b: along(q, s) };
}

export function reversed(q: Curve): Curve { return { a: q.b, c: q.c, b: q.a }; }

/** Where a curve comes within r of its end, as a share of its way. */
export function reachOfEnd(q: Curve, r: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 20; i++) {
    const s = (low + high) / 2;
    if (distance(along(q, s), q.b) > r) low = s; else high = s;
  }
  return low;
}

export function distance(a: Point, b: Point): number { return Math.hypot(a[0] - b[0], a[1] - b[1]); }

function toSegment(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const s = length === 0 ? 0 : clamp(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length, 0, 1);
  return distance(p, [a[0] + dx * s, a[1] + dy * s]);
}

/** How far a point is from a curve, to within a pixel or so. */
export function toCurve(p: Point, q: Curve): number {
  const parts = q.c[0] === (q.a[0] + q.b[0]) / 2 && q.c[1] === (q.a[1] + q.b[1]) / 2 ? 1 : 12;
  let best = Infinity;
  let last = q.a;
  for (let i = 1; i <= parts; i++) {
    const next = along(q, i / parts);
    best = Math.min(best, toSegment(p, last, next));
    last = next;
  }
  return best;
}

/** Where everything stands at the moment. */
export interface Screen {
  at: readonly Point[]; // of each node
  radius: readonly number[];
  shown: readonly boolean[];
  linkShown: readonly boolean[];
}

export function curveOf(net: Net, screen: Screen, link: Link): Curve {
  const a = screen.at[link.from] ?? [0, 0];
  const b = screen.at[link.to] ?? [0, 0];
  return net.large ? curve(a, b, 0) : curve(a, b, link.curve);
}

/** The part of a link's curve between the edges of its marks, a little off them. */
export function drawnCurve(net: Net, screen: Screen, link: Link): Curve {
  const whole = curveOf(net, screen, link);
  const end = reachOfEnd(whole, (screen.radius[link.to] ?? 4) + 2);
  const start = reachOfEnd(reversed(whole), (screen.radius[link.from] ?? 4) + 1);
  return reversed(cut(reversed(cut(whole, end)), 1 - (1 - start) / end));
}

/** The node under a point, the nearest where several could be meant. */
export function nodeAt(screen: Screen, p: Point, slack: number): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  screen.at.forEach((at, i) => {
    if (!screen.shown[i]) return;
    const d = distance(p, at) - (screen.radius[i] ?? 0);
    if (d <= slack && d < least) { least = d; best = i; }
  });
  return best;
}

/** The link under a point; loops stand above and to the right of their node. */
export function linkAt(net: Net, screen: Screen, p: Point, slack: number): number | undefined {
  let best: number | undefined;
  let least = slack;
  net.links.forEach((link, i) => {
    if (!screen.linkShown[i]) return;
    const d = link.from === link.to ? toLoop(net, screen, link, p) : toLink(net, screen, link, p, slack);
    if (d < least) { least = d; best = i; }
  });
  return best;
}

function toLink(net: Net, screen: Screen, link: Link, p: Point, slack: number): number {
  const q = curveOf(net, screen, link);
  const out = Math.min(q.a[0], q.b[0], q.c[0]) - slack > p[0] || Math.max(q.a[0], q.b[0], q.c[0]) + slack < p[0] ||
    Math.min(q.a[1], q.b[1], q.c[1]) - slack > p[1] || Math.max(q.a[1], q.b[1], q.c[1]) + slack < p[1];
  return out ? Infinity : toCurve(p, q);
}

/** The circle a relation of a thing with itself is drawn as. */
export function loopOf(screen: Screen, node: number): { centre: Point; r: number } {
  const [x, y] = screen.at[node] ?? [0, 0];
  const r = screen.radius[node] ?? 4;
  return { centre: [x + r * 0.9, y - r * 0.9], r: r * 0.8 + 3 };
}

function toLoop(_net: Net, screen: Screen, link: Link, p: Point): number {
  const loop = loopOf(screen, link.from);
  return Math.abs(distance(p, loop.centre) - loop.r);
}

/** The nearest shown node in a direction, preferring what lies straight ahead. */
export function nextNode(screen: Screen, from: number, dx: number, dy: number): number | undefined {
  const start = screen.at[from];
  if (!start) return undefined;
  let best: number | undefined;
  let least = Infinity;
  screen.at.forEach((at, i) => {
    if (i === from || !screen.shown[i]) return;
    const ahead = (at[0] - start[0]) * dx + (at[1] - start[1]) * dy;
    const aside = Math.abs((at[0] - start[0]) * dy) + Math.abs((at[1] - start[1]) * dx);
    const cost = ahead + 2.2 * aside;
    if (ahead > 0 && aside <= 2 * ahead && cost < least) { least = cost; best = i; }
  });
  return best;
}
