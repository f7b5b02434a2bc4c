// What the network's island says, read once into plain arrays. Two shapes of
// options arrive: a graph series, and for thousands of things one scatter
// series a kind with one series of lines.

export type Influence = "none" | "forward" | "backward";
export type Point = readonly [number, number];
export type Side = "right" | "left" | "below" | "above";

export interface Node {
  id: string;
  kind: string;
  symbol: string;
  size: number; // diameter in CSS pixels when the whole is in view
  degree: number;
  betweenness: number;
  community: number;
  side: Side; // where the layout left room for the label
  tallSide: Side;
  landscape: Point;
  portrait: Point;
}

/** One curve: a relation, or a counted bundle of several between the same two. */
export interface Link {
  relations: readonly string[];
  from: number;
  to: number;
  curve: number; // share of the length that the curve stands off
  status: string;
  influence: Influence;
}

export interface Net {
  nodes: readonly Node[];
  links: readonly Link[];
  at: ReadonlyMap<string, number>; // id of a thing to its node
  linkOf: ReadonlyMap<string, number>; // id of a relation to its link
  linksAt: readonly (readonly number[])[]; // of each node
  large: boolean;
  wide: Point; // width and height of the canvas that `landscape` was made for
  tall: Point; // of that of `portrait`
}

type Row = Record<string, unknown>;

export function readNet(option: unknown): Net {
  const root = row(option);
  const own = row(root["redthread"]);
  const series = rows(root["series"]);
  const graph = series.find((s) => s["type"] === "graph");
  return graph ? fromGraph(graph, own) : fromPlane(series, own);
}

function fromGraph(series: Row, own: Row): Net {
  const nodes = rows(series["data"]).map(node);
  const at = new Map(nodes.map((n, i) => [n.id, i]));
  const links = [...rows(series["links"]), ...rows(own["loops"])].flatMap((one) => link(one, at));
  return join(nodes, links, at, false, own);
}

function node(from: Row): Node {
  const landscape: Point = [number(from["x"]), number(from["y"])];
  return {
    id: text(from["id"]), kind: text(from["kind"]), symbol: text(from["symbol"]), size: number(from["symbolSize"], 8),
    degree: number(from["degree"]), betweenness: number(from["betweenness"]), community: number(from["community"]),
    side: side(from["side"]), tallSide: side(from["tallSide"]), landscape, portrait: point(from["portrait"], landscape),
  };
}

function link(one: Row, at: Map<string, number>): Link[] {
  const from = at.get(text(one["source"]));
  const to = at.get(text(one["target"]));
  if (from === undefined || to === undefined) return [];
  const bend = number(row(one["lineStyle"])["curveness"]);
  return [{ relations: strings(one["relations"]), from, to, curve: bend, status: text(one["status"]) || "stated", influence: influence(one["influence"]) }];
}

/** The scatter series hold the places, `own` who stands there, kind by kind. */
function fromPlane(series: readonly Row[], own: Row): Net {
  const places = series.filter((s) => s["type"] === "scatter").map((s) => list(s["data"]));
  const nodes = rows(own["dots"]).flatMap((dots, i) => scattered(dots, places[i] ?? []));
  nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
  const at = new Map(nodes.map((n, i) => [n.id, i]));
  return join(nodes, lines(row(own["lines"]), at), at, true, own);
}

function scattered(dots: Row, places: readonly unknown[]): Node[] {
  const [portraits, sizes, degrees, communities] = ["portraits", "sizes", "degrees", "communities"].map((key) => list(dots[key])) as [unknown[], unknown[], unknown[], unknown[]];
  return strings(dots["ids"]).map((id, i) => {
    const landscape = point(places[i], [0, 0]);
    return {
      id, kind: text(dots["kind"]), symbol: text(dots["symbol"]), size: number(sizes[i], 4), degree: number(degrees[i]), betweenness: 0,
      community: number(communities[i]), side: "right" as const, tallSide: "right" as const, landscape, portrait: point(portraits[i], landscape),
    };
  });
}

function lines(own: Row, at: Map<string, number>): Link[] {
  const ends = list(own["ends"]);
  const statuses = row(own["statuses"]);
  return strings(own["relations"]).flatMap((id, i) => {
    const [a, b] = strings(ends[i]);
    const from = at.get(a ?? "");
    const to = at.get(b ?? "");
    if (from === undefined || to === undefined) return [];
    return [{ relations: [id], from, to, curve: 0, status: text(statuses[i]) || "stated", influence: "none" as const }];
  });
}

function join(nodes: Node[], links: Link[], at: Map<string, number>, large: boolean, own: Row): Net {
  const linkOf = new Map<string, number>();
  const linksAt: number[][] = nodes.map(() => []);
  links.forEach((l, i) => {
    for (const id of l.relations) linkOf.set(id, i);
    linksAt[l.from]?.push(i);
    if (l.to !== l.from) linksAt[l.to]?.push(i);
  });
  const [w, h, narrow, high] = list(own["canvas"]).map((v) => number(v, 600));
  return { nodes, links, at, linkOf, linksAt, large, wide: [w ?? 1100, h ?? 640], tall: [narrow ?? 340, high ?? 515] };
}

/** The node that stands for a thing: its own, or its owner's for a stage. */
export function nodeOf(net: Net, thing: string): number | undefined {
  const slash = thing.indexOf("/");
  return net.at.get(thing) ?? (slash < 0 ? undefined : net.at.get(thing.slice(0, slash)));
}

/** The other end of a link. */
export function otherEnd(l: Link, node: number): number { return l.from === node ? l.to : l.from; }

function row(value: unknown): Row { return typeof value === "object" && value !== null ? (value as Row) : {}; }
function rows(value: unknown): Row[] { return list(value).filter((v): v is Row => typeof v === "object" && v !== null); }
function list(value: unknown): unknown[] { return Array.isArray(value) ? value : []; }
function strings(value: unknown): string[] { return list(value).map(text); }
function text(value: unknown): string { return typeof value === "string" ? value : ""; }
function number(value: unknown, otherwise = 0): number { return typeof value === "number" && Number.isFinite(value) ? value : otherwise; }
function influence(value: unknown): Influence { return value === "forward" || value === "backward" ? value : "none"; }
function side(value: unknown): Side { return value === "left" || value === "below" || value === "above" ? value : "right"; }

function point(value: unknown, otherwise: Point): Point {
  const [x, y] = list(value);
  return typeof x === "number" && typeof y === "number" ? [x, y] : otherwise;
}
