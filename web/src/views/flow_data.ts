// The options of the flow, as the view uses them: things in columns, relations
// that run between them, the threads behind, and the matrix.

import type { Status } from "../contract";

export interface FlowColumn { title: string; noLaw: boolean }

/** A thing, or a place that a relation passes. `y` and `height` are pixels, not stretched. */
export interface FlowNode {
  id: string; name: string; column: number; kind: string; threads: number; noLaw: boolean;
  waypoint: string | null; y: number; height: number;
  others: number; // not 0: so many things drawn as one
}

/** A relation from column to column; `path` leads from a thing over waypoints to a thing. */
export interface FlowLink { relation: string; status: Status; threads: number; path: readonly string[]; bundled: number /* not 0: so many relations drawn as one */; ends: readonly string[] /* the first of what is drawn as one, that it leads to */; endCount: number /* how many these are */ }

export interface FlowThread { id: string; from: string; to: string; status: Status; relations: readonly string[]; noLaw: boolean }

export type CellMark = Status | "impossible" | "ruled-out";
export interface CellBreak { late: string; after: string; repealed?: string; unbound?: string; over?: string /* what a step without a date leads to */ }
export interface FlowCell {
  column: number; row: number; mark: CellMark; thread: string | null; time: string; threads: number; more: boolean;
  ruled: readonly string[]; breaks: readonly CellBreak[];
}
export interface FlowHead { id: string; kind: string; noLaw: boolean }

export interface Flow {
  columns: readonly FlowColumn[];
  nodes: readonly FlowNode[]; // by column, then from the top
  links: readonly FlowLink[];
  threads: readonly FlowThread[];
  node: ReadonlyMap<string, FlowNode>;
  link: ReadonlyMap<string, FlowLink>;
  left: readonly { relation: string; why: string }[];
  omitted: number;
  unit: number; // pixels for a thread
  height: number;
  rows: readonly FlowHead[];
  heads: readonly FlowHead[];
  cells: readonly FlowCell[];
  elsewhere: readonly string[];
}

type Raw = Record<string, unknown>;

const record = (value: unknown): Raw => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
const STATUS: readonly string[] = ["stated", "possible", "inferred", "disputed"];
const statusOf = (value: unknown): Status => (STATUS.includes(text(value)) ? (value as Status) : "disputed");

/** Reads the options; what is not there is empty. */
export function readFlow(option: unknown): Flow {
  const sankey = record(record(option)["sankey"]);
  const matrix = record(record(option)["matrix"]);
  const own = record(sankey["redthread"]);
  const series = record(list(sankey["series"])[0]);
  const unit = number(own["unit"]) || 14;
  const scale = number(own["scale"]);
  const nodes = list(series["data"]).map((raw): FlowNode => {
    const n = record(raw);
    const threads = number(n["value"]);
    return {
      id: text(n["id"]), name: text(n["name"]), column: number(n["depth"]), kind: text(n["kind"]), threads, noLaw: n["noLaw"] === true,
      others: number(n["others"]), waypoint: text(n["waypoint"]) || null, y: number(n["localY"]) * scale, height: threads * unit,
    };
  });
  const links = readLinks(list(series["links"]));
  const cells = record(matrix["redthread"]);
  return {
    columns: list(own["columns"]).map((c) => ({ title: text(record(c)["title"]), noLaw: record(c)["noLaw"] === true })),
    nodes, links, threads: list(own["threads"]).map(readThread),
    node: new Map(nodes.map((n) => [n.id, n])), link: new Map(links.map((l) => [l.relation, l])),
    left: list(own["left"]).map((l) => ({ relation: text(record(l)["relation"]), why: text(record(l)["why"]) })),
    omitted: number(own["omitted"]), unit, height: number(own["height"]) || 1,
    rows: list(cells["rows"]).map(readHead), heads: list(cells["columns"]).map(readHead),
    cells: list(record(list(matrix["series"])[0])["data"]).map(readCell),
    elsewhere: list(cells["elsewhere"]).map(text),
  };
}

/** The parts of a relation stand one after the other. */
function readLinks(raw: readonly unknown[]): FlowLink[] {
  const links: (FlowLink & { path: string[] })[] = [];
  for (const part of raw.map(record)) {
    const last = links[links.length - 1];
    const source = text(part["source"]);
    if (last && last.relation === part["relation"] && last.path[last.path.length - 1] === source) last.path.push(text(part["target"]));
    else links.push({ relation: text(part["relation"]), status: statusOf(part["status"]), threads: number(part["value"]), bundled: number(part["relations"]), ends: list(part["ends"]).map(text), endCount: number(part["endCount"]), path: [source, text(part["target"])] });
  }
  return links;
}

function readThread(raw: unknown): FlowThread {
  const t = record(raw);
  return { id: text(t["id"]), from: text(t["from"]), to: text(t["to"]), status: statusOf(t["status"]), relations: list(t["relations"]).map(text), noLaw: t["noLaw"] === true };
}

function readHead(raw: unknown): FlowHead {
  const h = record(raw);
  return { id: text(h["id"]), kind: text(h["kind"]), noLaw: h["noLaw"] === true };
}

function readCell(raw: unknown): FlowCell {
  const c = record(raw);
  const [column, row] = list(c["value"]).map(number);
  const mark = text(c["mark"]);
  return {
    column: column ?? 0, row: row ?? 0, mark: mark === "impossible" || mark === "ruled-out" ? mark : statusOf(mark),
    thread: text(c["thread"]) || null, time: text(c["time"]), threads: number(c["threads"]), more: c["more"] === true, ruled: list(c["ruled"]).map(text),
    breaks: list(c["breaks"]).map(record).map((b) => ({ late: text(b["late"]), after: text(b["after"]), ...(text(b["repealed"]) ? { repealed: text(b["repealed"]) } : {}), ...(text(b["unbound"]) ? { unbound: text(b["unbound"]) } : {}), ...(text(b["over"]) ? { over: text(b["over"]) } : {}) })),
  };
}

/** The thing of the diagram that a selection means: a stage stands for its owner. */
export function thingOf(flow: Flow, selected: string | null): string | null {
  const id = selected?.split("/")[0] ?? "";
  const node = flow.node.get(id);
  return node && node.waypoint === null && node.others === 0 ? id : null;
}

/** The relation of the diagram that a selection names. */
export function linkOf(flow: Flow, selected: string | null): string | null {
  const id = selected?.startsWith("r:") ? selected.slice(2) : "";
  return flow.link.has(id) ? id : null;
}

/** What a thing of the diagram is called: its name, or how many are drawn as one. */
export function labelOf(flow: Flow, id: string, name: (id: string) => string): string {
  const node = flow.node.get(id);
  return node && node.others > 0 ? node.name : name(id);
}

/** The thread that the state names, by its id or, the best of the pair, as "from--to". */
export function namedThread(flow: Flow, id: string | null): FlowThread | undefined {
  return flow.threads.find((t) => t.id === id) ?? flow.threads.find((t) => `${t.from}--${t.to}` === id);
}

/** The threads that pass a thing or follow a relation. */
export function threadsAt(flow: Flow, id: string, relation: boolean): FlowThread[] {
  return flow.threads.filter((t) => t.relations.some((r) => {
    const path = flow.link.get(r)?.path;
    return relation ? r === id : path !== undefined && (path[0] === id || path[path.length - 1] === id);
  }));
}

/** What threads make of the diagram: their relations, and what these join. */
export function reachOf(flow: Flow, threads: readonly FlowThread[]): { relations: Set<string>; things: Set<string> } {
  const relations = new Set(threads.flatMap((t) => t.relations));
  const things = new Set<string>();
  for (const id of relations) {
    const path = flow.link.get(id)?.path ?? [];
    for (const end of [path[0], path[path.length - 1]]) if (end !== undefined) things.add(end);
  }
  return { relations, things };
}
