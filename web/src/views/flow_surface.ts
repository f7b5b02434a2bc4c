// The ECharts instance with the diagram: one Sankey series whose places are
// those of the options. It draws and tells what lies under the pointer.

import { init, type EChartsType } from "../chart/echarts";
import type { Status, Theme } from "../contract";
import type { Flow, FlowLink } from "./flow_data";
import { NODE_WIDTH, type Placing } from "./flow_layout";

/** What is bright, and what is the red thread. */
export interface Shading {
  thing(id: string): number; // 0 to 1
  relation(id: string): number;
  red: ReadonlySet<string>; // relations of the red thread
  redThings: ReadonlySet<string>;
}

export interface Spot { thing?: string; relation?: string }

export interface Surface {
  readonly chart: EChartsType;
  paint(flow: Flow, placing: Placing, shading: Shading, theme: Theme): void;
  on(hover: (spot: Spot | null) => void, tap: (spot: Spot | null) => void): void;
  dispose(): void;
}

type Option = Record<string, unknown>;

export function surface(host: HTMLElement): Surface {
  const chart = init(host, null, { renderer: "canvas" });
  return {
    chart,
    paint(flow, placing, shading, theme) {
      chart.resize({ width: placing.width, height: placing.height });
      chart.setOption({ animation: false, series: [series(flow, placing, shading, theme)] }, { notMerge: true });
    },
    on(hover, tap) {
      chart.on("mouseover", (e) => hover(spotOf(e)));
      chart.on("mouseout", () => hover(null));
      chart.on("click", (e) => tap(spotOf(e)));
      chart.getZr().on("click", (e) => { if (!e.target) tap(null); });
    },
    dispose: () => chart.dispose(),
  };
}

function spotOf(event: unknown): Spot | null {
  const datum = (event as { data?: { thing?: string; relation?: string } }).data;
  if (datum?.relation) return { relation: datum.relation };
  return datum?.thing ? { thing: datum.thing } : null;
}

function series(flow: Flow, placing: Placing, shading: Shading, theme: Theme): Option {
  // Without gaps ECharts makes the fullest column as high as the series, and every thread as high as ours.
  const heights = fullest(flow) * flow.unit * placing.stretch;
  const data: Option[] = [];
  const links: Option[] = [];
  const place = (id: string, more: Option, offset = 0): void => {
    const node = flow.node.get(id);
    const box = placing.node.get(id);
    if (node && box) data.push({ id: id + (more["strand"] ? "!" : ""), depth: node.column, localX: (box.x - placing.left) / placing.span, localY: (box.y - placing.top + offset) / heights, ...more });
  };
  for (const n of flow.nodes) {
    const passing = n.waypoint === null ? undefined : flow.link.get(n.waypoint);
    if (passing) for (const s of strands(passing, shading)) {
      place(n.id, { strand: s.red, value: s.threads, relation: passing.relation, itemStyle: fill(flow, passing, s.red, shading, theme) }, s.offset * flow.unit * placing.stretch);
    } else {
      const red = shading.redThings.has(n.id);
      place(n.id, { thing: n.id, value: n.threads, itemStyle: { color: red ? theme.red : theme.color(n.kind), opacity: shading.thing(n.id) } });
    }
  }
  for (const link of flow.links) for (const s of strands(link, shading)) {
    const style = fill(flow, link, s.red, shading, theme);
    link.path.slice(1).forEach((to, i) => links.push({
      source: strandEnd(flow, link.path[i] ?? "", s.red), target: strandEnd(flow, to, s.red), value: s.threads, relation: link.relation, lineStyle: style,
    }));
  }
  return {
    id: "flow", type: "sankey", left: placing.left, top: placing.top, width: placing.span, height: heights,
    nodeAlign: "left", nodeWidth: NODE_WIDTH, nodeGap: 0, layoutIterations: 0, draggable: false, label: { show: false }, emphasis: { disabled: true },
    lineStyle: { curveness: 0.5 }, itemStyle: { borderWidth: 0 }, data, links,
  };
}

/** The threads in the fullest column: ECharts finds from it how high one is. */
function fullest(flow: Flow): number {
  const full = new Map<number, number>();
  for (const n of flow.nodes) full.set(n.column, (full.get(n.column) ?? 0) + n.threads);
  return Math.max(1, ...full.values());
}

interface Strand { red: boolean; threads: number; offset: number }

/** The red thread is one strand of its relations; the others stay what they are. */
function strands(link: FlowLink, shading: Shading): Strand[] {
  if (!shading.red.has(link.relation)) return [{ red: false, threads: link.threads, offset: 0 }];
  const first: Strand = { red: true, threads: 1, offset: 0 };
  return link.threads > 1 ? [first, { red: false, threads: link.threads - 1, offset: 1 }] : [first];
}

const strandEnd = (flow: Flow, id: string, red: boolean): string => (red && flow.node.get(id)?.waypoint ? `${id}!` : id);

function fill(flow: Flow, link: FlowLink, red: boolean, shading: Shading, theme: Theme): Option {
  const kind = flow.node.get(link.path[0] ?? "")?.kind ?? "";
  const bright = shading.relation(link.relation);
  return { color: pattern(link.status, red ? theme.red : theme.color(kind), bright * (red ? 1.6 : 1)), opacity: 1 };
}

const TILE = 8;
const tiles = new Map<string, unknown>();

/** How a status looks: full, hatched, dotted, crossed. The styles of the legend and the matrix say the same in CSS. */
export function pattern(status: Status, colour: string, bright: number): unknown {
  const key = `${status} ${colour} ${bright}`;
  const before = tiles.get(key);
  if (before) return before;
  const made = status === "stated" ? withAlpha(colour, 0.4 * bright) : tile(status, colour, bright);
  if (tiles.size > 400) tiles.clear();
  tiles.set(key, made);
  return made;
}

function tile(status: Status, colour: string, bright: number): unknown {
  const sharp = 2; // device pixels for one of ours
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = TILE * sharp;
  const c = canvas.getContext("2d");
  if (!c) return withAlpha(colour, 0.3 * bright);
  c.scale(sharp, sharp);
  c.fillStyle = withAlpha(colour, 0.13 * bright);
  c.fillRect(0, 0, TILE, TILE);
  c.strokeStyle = c.fillStyle = withAlpha(colour, Math.min(1, 0.55 * bright));
  c.lineWidth = 1.6;
  c.beginPath();
  if (status === "inferred") {
    for (const [x, y] of [[2, 2], [6, 6]] as const) { c.moveTo(x + 1.1, y); c.arc(x, y, 1.1, 0, 7); }
    c.fill();
  } else {
    for (const at of [-TILE, 0, TILE]) { c.moveTo(at - 1, TILE + 1); c.lineTo(at + TILE + 1, -1); }
    if (status === "disputed") for (const at of [-TILE, 0, TILE]) { c.moveTo(at - 1, -1); c.lineTo(at + TILE + 1, TILE + 1); }
    c.stroke();
  }
  return { image: canvas, repeat: "repeat", scaleX: 1 / sharp, scaleY: 1 / sharp };
}

/** #rrggbb with an alpha; anything else as it is. */
export function withAlpha(colour: string, alpha: number): string {
  const m = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!m) return colour;
  return `rgba(${m.slice(1).map((x) => parseInt(x, 16)).join(",")},${Math.min(1, alpha).toFixed(3)})`;
}
