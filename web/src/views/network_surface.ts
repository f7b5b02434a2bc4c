// The ECharts instance below the overlay: one series of the graph, or for
// thousands of things a few shapes of its painter (network_plane.ts). It only
// draws; pointers and keys are ours.

import { init, type EChartsType } from "../chart/echarts";
import { symbolPath } from "../symbols";
import type { Theme } from "../contract";
import type { Link, Net, Point } from "./network_data";
import type { Transform } from "./network_geometry";
import { planeSurface } from "./network_plane";
import type { Setting } from "./network_scene";

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
  return {
    chart, move, transform: read, fit: () => fit, growth: (t) => (t.k / fit.k - 1) * GROW + 1,
    paint(net, place, shading, theme) {
      const moved = place !== last;
      chart.setOption(graphOption(net, place, shading, theme, moved ? WHOLE : {}));
      if (moved) fit = read();
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

/** What ECharts makes of the whole: zoom 1 about the middle. */
const WHOLE: Option = { zoom: 1, center: null };

function graphOption(net: Net, place: Setting, shading: Shading, theme: Theme, view: Option): Option {
  return {
    animation: false, backgroundColor: "transparent",
    series: [{
      id: "network", type: "graph", layout: "none", silent: true, roam: false, nodeScaleRatio: GROW, preserveAspect: true, ...place.pad, ...view,
      data: net.nodes.map((_, i) => drawnNode(net, place, i, shading.node(i), theme)),
      links: net.links.map((l, i) => drawnLink(l, net, shading.link(i), theme)),
      // Without a word on emphasis ECharts makes a hidden label for every mark.
      label: { show: false }, edgeLabel: { show: false }, emphasis: { disabled: true, label: { show: false } },
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
