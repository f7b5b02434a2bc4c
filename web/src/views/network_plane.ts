// Thousands of things: a path of all dots or lines that look the same, which the
// painter of ECharts moves and scales as one. Its own series for so many would
// bring more code than this into every page.

import { graphic, type EChartsType } from "../chart/echarts";
import type { Theme } from "../contract";
import type { Net, Point } from "./network_data";
import type { Transform } from "./network_geometry";
import type { Padding, Setting } from "./network_scene";
import type { Shading, Surface } from "./network_surface";

const DOT = 4; // diameter of a thing among thousands
const NEXT = 0.01; // a dot is a line that goes nowhere, as nearly as a canvas draws one

type Draw = (path: CanvasRenderingContext2D) => void;
interface Shape { draw: Draw }
type Bulk = Parameters<InstanceType<typeof graphic.Group>["add"]>[0] & { setStyle(key: "lineWidth", value: number): void };

const Bulk = graphic.extendShape({
  type: "rt-bulk", shape: { draw: (() => undefined) as Draw },
  buildPath(path: unknown, shape: Shape) { shape.draw(path as CanvasRenderingContext2D); },
} as never) as unknown as new (options: object) => Bulk;

export function planeSurface(chart: EChartsType, host: HTMLElement): Surface {
  let fit: Transform = { k: 1, tx: 0, ty: 0 };
  let now = fit;
  let last: Setting | undefined;
  const plane = new graphic.Group({ silent: true });
  const dots = new graphic.Group({ silent: true });
  chart.setOption({ animation: false, backgroundColor: "transparent" });
  chart.getZr().add(plane);
  plane.add(dots);
  const growth = (t: Transform): number => Math.min(2.5, Math.max(0.8, Math.sqrt(t.k / fit.k)));
  const move = (to: Transform): void => {
    now = to;
    plane.attr({ x: to.tx, y: to.ty, scaleX: to.k, scaleY: to.k });
    dots.eachChild((dot) => { (dot as unknown as Bulk).setStyle("lineWidth", DOT * growth(to)); });
  };
  return {
    chart, move, transform: () => now, fit: () => fit, growth,
    paint(net, place, shading, theme) {
      if (place !== last) now = fit = fitted(extentOf(place.at), host, place.pad);
      last = place;
      plane.removeAll();
      dots.removeAll();
      for (const line of lines(net, place, shading, theme)) plane.add(line);
      for (const dot of points(net, place, shading, theme)) dots.add(dot);
      plane.add(dots);
      move(now);
    },
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function extentOf(at: readonly Point[]): [Point, Point] {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of at) { x0 = Math.min(x0, x); y0 = Math.min(y0, y); x1 = Math.max(x1, x); y1 = Math.max(y1, y); }
  return x1 >= x0 ? [[x0, y0], [x1, y1]] : [[0, 0], [1, 1]];
}

function fitted([a, b]: [Point, Point], host: HTMLElement, p: Padding): Transform {
  const width = Math.max(1, host.clientWidth - p.left - p.right);
  const height = Math.max(1, host.clientHeight - p.top - p.bottom);
  const k = Math.min(width / Math.max(1e-9, b[0] - a[0]), height / Math.max(1e-9, b[1] - a[1]));
  return { k, tx: p.left + width / 2 - ((a[0] + b[0]) / 2) * k, ty: p.top + height / 2 - ((a[1] + b[1]) / 2) * k };
}

/** One path for each kind and brightness, since a path has one style. */
function points(net: Net, place: Setting, shading: Shading, theme: Theme): Bulk[] {
  const groups = grouped(net.nodes.map((n, i) => `${n.kind} ${shading.node(i)}`));
  return groups.map(([first, all]) => new Bulk({
    z: 3, silent: true, shape: { draw: (path: CanvasRenderingContext2D) => { for (const i of all) dot(path, place.at[i]); } },
    style: { fill: "none", stroke: theme.color(net.nodes[first]?.kind ?? ""), opacity: shading.node(first), lineWidth: DOT, lineCap: "round", strokeNoScale: true },
  }));
}

function dot(path: CanvasRenderingContext2D, at: Point | undefined): void {
  if (!at) return;
  path.moveTo(at[0], at[1]);
  path.lineTo(at[0] + NEXT, at[1]);
}

function lines(net: Net, place: Setting, shading: Shading, theme: Theme): Bulk[] {
  const strength = Math.min(0.3, Math.max(0.07, 1500 / net.links.length));
  return grouped(net.links.map((_, i) => String(shading.link(i)))).map(([first, all]) => new Bulk({
    z: 2, silent: true, shape: { draw: (path: CanvasRenderingContext2D) => { for (const i of all) line(path, place, net, i); } },
    style: { fill: "none", stroke: theme.muted, lineWidth: 0.6, opacity: strength * shading.link(first), strokeNoScale: true },
  }));
}

function line(path: CanvasRenderingContext2D, place: Setting, net: Net, i: number): void {
  const link = net.links[i];
  const p = link && place.at[link.from];
  const q = link && place.at[link.to];
  if (!p || !q) return;
  path.moveTo(p[0], p[1]);
  path.lineTo(q[0], q[1]);
}

/** The places of each key in a list, and the first of them, in the order of the keys. */
function grouped(keys: readonly string[]): [number, number[]][] {
  const groups = new Map<string, number[]>();
  keys.forEach((key, i) => { const group = groups.get(key); if (group) group.push(i); else groups.set(key, [i]); });
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, all]) => [all[0] ?? 0, all]);
}
