// The ECharts instance below the overlay: one series of the graph, or scatter
// and lines for thousands of things. It only draws; pointers and keys are ours.

import { init, type EChartsType } from "../chart/echarts";
import { symbolPath } from "../symbols";
import type { Theme } from "../contract";
import type { Link, Net, Point } from "./network_data";
import type { Transform } from "./network_geometry";
import type { Padding, Setting } from "./network_scene";

/** How bright each node and link is drawn, from 0 to 1. */
export interface Shading {
  node(i: number): number;
  link(i: number): number;
}

export interface Surface {
  readonly chart: EChartsType;
  /** Draws anew: positions, colours, brightness. A new setting is seen as a whole, an old one from where one was. */
  paint(net: Net, place: Setting, shading: Shading, theme: Theme): void;
  transform(): Transform;
  move(to: Transform): void;
  /** The view in which everything is seen, after the last paint or resize. */
  fit(): Transform;
  /** How much larger than their size marks are drawn at a zoom. */
  growth(t: Transform): number;
  resize(): void;
  dispose(): void;
}

/** Shapes through which one sees: they get a plate behind them instead of an edge. */
export const HOLLOW: ReadonlySet<string> = new Set(["ring", "tablet", "pin"]);

const SMALL = 10;
const DOT = 4; // diameter of a thing among thousands

type Option = Record<string, unknown>;

const GROW = 0.22; // share of the zoom that marks take part in
const DASHES: Record<string, number[] | "solid"> = { stated: "solid", possible: [5, 4], inferred: [1.5, 3.5], disputed: [9, 3, 2, 3] };

export function dashes(status: string): number[] | "solid" { return DASHES[status] ?? "solid"; }

export function surface(host: HTMLElement, large: boolean): Surface {
  const chart = init(host, null, { renderer: "canvas" });
  return large ? planeSurface(chart, host) : graphSurface(chart);
}

function graphSurface(chart: EChartsType): Surface {
  let fit: Transform = { k: 1, tx: 0, ty: 0 };
  let last: Setting | undefined;
  const read = (): Transform => {
    const [tx, ty] = pixel(chart, [0, 0]);
    const [x] = pixel(chart, [1000, 0]);
    return { k: (x - tx) / 1000, tx, ty };
  };
  const move = (to: Transform): void => {
    const now = read();
    const zoom = to.k / now.k;
    chart.dispatchAction({ type: "graphRoam", seriesId: "network", dx: to.tx / zoom - now.tx, dy: to.ty / zoom - now.ty, zoom, originX: 0, originY: 0 });
  };
  /** What ECharts makes of the whole: zoom 1 about the middle. */
  const home = (pad: Padding): void => {
    chart.setOption({ series: [{ id: "network", zoom: 1, center: null, ...pad }] });
    fit = read();
  };
  return {
    chart, move, transform: read, fit: () => fit, growth: (t) => (t.k / fit.k - 1) * GROW + 1,
    paint(net, place, shading, theme) {
      chart.setOption(graphOption(net, place, shading, theme));
      if (place !== last) home(place.pad);
      last = place;
    },
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function pixel(chart: EChartsType, p: Point): Point {
  const at = chart.convertToPixel({ seriesId: "network" }, [p[0], p[1]]) as unknown as [number, number];
  return [at[0], at[1]];
}

function graphOption(net: Net, place: Setting, shading: Shading, theme: Theme): Option {
  return {
    animation: false, backgroundColor: "transparent",
    series: [{
      id: "network", type: "graph", layout: "none", silent: true, roam: false, nodeScaleRatio: GROW, preserveAspect: true, ...place.pad,
      data: net.nodes.map((_, i) => drawnNode(net, place, i, shading.node(i), theme)),
      links: net.links.map((l, i) => drawnLink(l, net, shading.link(i), theme)),
      label: { show: false }, edgeLabel: { show: false }, emphasis: { disabled: true },
    }],
  };
}

function drawnNode(net: Net, place: Setting, i: number, bright: number, theme: Theme): Option {
  const n = net.nodes[i];
  const [x, y] = place.at[i] ?? [0, 0];
  const size = place.size[i] ?? SMALL;
  const border = HOLLOW.has(n?.symbol ?? "") ? 0 : size < SMALL ? 0.5 : 1.2; // keeps a mark off the curves, and may not eat it
  return {
    id: n?.id, name: n?.id, x, y, symbol: `path://${symbolPath(n?.symbol ?? "")}`, symbolSize: size, symbolKeepAspect: true,
    itemStyle: { color: theme.color(n?.kind ?? ""), borderColor: theme.paper, borderWidth: border, borderJoin: "round", opacity: bright },
  };
}

function drawnLink(l: Link, net: Net, bright: number, theme: Theme): Option {
  const carries = l.influence !== "none";
  return {
    source: net.nodes[l.from]?.id, target: net.nodes[l.to]?.id, symbol: "none",
    lineStyle: {
      color: theme.muted, width: l.relations.length > 1 ? 2.6 : carries ? 1.3 : 0.9,
      type: dashes(l.status), curveness: l.curve, opacity: bright * (carries ? 0.55 : 0.36), cap: "round",
    },
  };
}

function planeSurface(chart: EChartsType, host: HTMLElement): Surface {
  let fit: Transform = { k: 1, tx: 0, ty: 0 };
  let now = fit;
  let last: Setting | undefined;
  let dots: string[] = [];
  const growth = (t: Transform): number => Math.min(2.5, Math.max(0.8, Math.sqrt(t.k / fit.k)));
  const move = (to: Transform): void => {
    now = to;
    chart.setOption({ ...axes(to, host), series: dots.map((id) => ({ id, symbolSize: DOT * growth(to) })) });
  };
  return {
    chart, move, transform: () => now, fit: () => fit, growth,
    paint(net, place, shading, theme) {
      if (place !== last) now = fit = fitted(extentOf(place.at), host, place.pad);
      last = place;
      const series = planeSeries(net, place, shading, theme, DOT * growth(now));
      dots = series.filter((one) => one["type"] === "scatter").map((one) => String(one["id"]));
      chart.setOption({ animation: false, backgroundColor: "transparent", grid: { left: 0, right: 0, top: 0, bottom: 0 }, ...axes(now, host), series }, { replaceMerge: ["series"] });
    },
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function axes(t: Transform, host: HTMLElement): Option {
  const range = (size: number, at: number): Option => ({ type: "value", show: false, min: -at / t.k, max: (size - at) / t.k });
  return { xAxis: range(host.clientWidth, t.tx), yAxis: { ...range(host.clientHeight, t.ty), inverse: true } };
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

/** One scatter series for each kind and brightness, since a large series has one style. */
function planeSeries(net: Net, place: Setting, shading: Shading, theme: Theme, size: number): Option[] {
  const groups = new Map<string, { kind: string; bright: number; data: Point[] }>();
  net.nodes.forEach((n, i) => {
    const bright = shading.node(i);
    const key = `${n.kind} ${bright}`;
    const group = groups.get(key) ?? { kind: n.kind, bright, data: [] };
    group.data.push(place.at[i] ?? [0, 0]);
    groups.set(key, group);
  });
  const dots = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, g]) => ({
    id: `nodes ${key}`, type: "scatter", large: true, largeThreshold: 0, silent: true, symbol: "circle",
    symbolSize: size, data: g.data, z: 3, itemStyle: { color: theme.color(g.kind), opacity: g.bright },
  }));
  return [...planeLines(net, place, shading, theme), ...dots];
}

function planeLines(net: Net, place: Setting, shading: Shading, theme: Theme): Option[] {
  const groups = new Map<number, { coords: Point[] }[]>();
  net.links.forEach((l, i) => {
    const p = place.at[l.from];
    const q = place.at[l.to];
    if (!p || !q) return;
    const bright = shading.link(i);
    const data = groups.get(bright) ?? [];
    data.push({ coords: [p, q] });
    groups.set(bright, data);
  });
  return [...groups].sort(([a], [b]) => a - b).map(([bright, data]) => ({
    id: `links ${bright}`, type: "lines", coordinateSystem: "cartesian2d", large: true, largeThreshold: 0, silent: true,
    data, z: 2, lineStyle: { color: theme.muted, width: 0.6, opacity: Math.min(0.3, Math.max(0.07, 1500 / net.links.length)) * bright },
  }));
}
