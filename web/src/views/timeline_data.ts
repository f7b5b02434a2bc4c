// What Go laid out, read back: marks, lanes, and for each level a place for
// every mark.

import type { Status } from "../contract";

export const FLAG = {
  span: 1, uncertain: 2, approximate: 4, open: 8, unknown: 16, openStart: 32, unknownStart: 64,
  oneOf: 128, derived: 256, conflicting: 512,
} as const;

type Bound = number | null;

export interface Item {
  index: number;
  id: string;
  kind: string; // a stage has its owner's
  label: string;
  flags: number;
  status: Status;
  owner: number | null;
  stages: number[];
  bounds: [Bound, Bound, Bound, Bound]; // earliest and latest start, earliest and latest end
  from: number;
  to: number;
  at: number; // of the mark; all in days
}

export interface Lane { id: string; title: string; kind?: string; members: number[] }
export interface Cluster { lane: number; row: number; from: number; to: number; count: number; members: number[] }
export const enum Side { None, Right, Left, After, Before, End }
export interface Place { item: number; lane: number; row: number; cluster: number; side: Side; width: number }
export interface Layout { rows: number[]; places: Place[]; clusters: Cluster[] }
export interface Geometry { markHalf: number; stageHalf: number; labelGap: number; partGap: number; fade: number; pillHalf: number }
export interface Era { id: string; label: string; from: number; to: number }

export interface Grouping { id: string; lanes: Lane[]; layout(size: number, level: number): Layout }

export interface Laid {
  items: Item[];
  range: [number, number];
  breaks: [number, number, number][];
  eras: Era[];
  density: number[];
  tray: string[];
  levels: number[];
  sizes: number[];
  geometry: Geometry;
  groupings: Grouping[];
}

interface RawItem { name: string; value: (number | null)[]; kind: string; label: string; flags?: number; owner?: number; status?: Status }
interface RawLayout { rows: number[]; places: string; clusters: number[][] }
interface RawGrouping { id: string; lanes: Lane[]; layouts: RawLayout[]; use: number[][] }
type RawOwn = Omit<Laid, "items" | "groupings"> & { groupings: RawGrouping[] };
export interface TimelineOption { series: { id: string; renderItem: string; data?: unknown[] }[]; redthread: RawOwn }

/** Reads the island; layouts are decoded when first used. */
export function readTimeline(option: TimelineOption): Laid {
  const marks = option.series.find((s) => s.id === "marks");
  const items = ((marks?.data ?? []) as RawItem[]).map(readItem);
  for (const item of items) if (item.owner !== null) items[item.owner]?.stages.push(item.index);
  const own = option.redthread;
  return { ...own, items, groupings: own.groupings.map((g) => readGrouping(g, items)) };
}

function readItem(raw: RawItem, index: number): Item {
  const [a = null, b = null, c = null, d = null, from, to, at] = raw.value;
  return {
    index, id: raw.name, kind: raw.kind, label: raw.label, flags: raw.flags ?? 0, status: raw.status ?? "stated",
    owner: raw.owner ?? null, stages: [], bounds: [a, b, c, d], from: from ?? 0, to: to ?? 0, at: at ?? 0,
  };
}

function readGrouping(raw: RawGrouping, items: readonly Item[]): Grouping {
  const done = new Map<number, Layout>();
  return {
    id: raw.id, lanes: raw.lanes,
    layout(size, level) {
      const which = raw.use[size]?.[level] ?? 0;
      const found = done.get(which);
      if (found) return found;
      const read = readLayout(raw.layouts[which], raw.lanes, items);
      done.set(which, read);
      return read;
    },
  };
}

function readLayout(raw: RawLayout | undefined, lanes: readonly Lane[], items: readonly Item[]): Layout {
  if (!raw) return { rows: [], places: [], clusters: [] };
  const clusters = raw.clusters.map(([lane = 0, row = 0, from = 0, to = 0, count = 0]): Cluster => ({ lane, row, from, to, count, members: [] }));
  const places: Place[] = [];
  let cluster = -1;
  const read = (item: number, lane: number, own: boolean): void => {
    const code = raw.places.slice(3 * places.length, 3 * places.length + 3);
    if (code[0] !== "~") {
      const side = digit(code[1]);
      places.push({ item, lane, row: digit(code[0]), cluster: -1, side: side & 7, width: 256 * (side >> 3) + 4 * digit(code[2]) });
      return;
    }
    if (code[1] === "+") cluster++;
    if (own) clusters[cluster]?.members.push(item);
    places.push({ item, lane, row: clusters[cluster]?.row ?? 0, cluster, side: Side.None, width: 0 });
  };
  lanes.forEach((lane, l) => {
    for (const m of lane.members) {
      read(m, l, true);
      for (const s of items[m]?.stages ?? []) read(s, l, false);
    }
  });
  return { rows: raw.rows, places, clusters };
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

function digit(c: string | undefined): number { return c === undefined ? 0 : Math.max(0, DIGITS.indexOf(c)); }

export const has = (item: Item, flag: number): boolean => (item.flags & flag) !== 0;
export const fadesLeft = (item: Item): boolean => item.bounds[0] === null && !has(item, FLAG.derived);
export const fadesRight = (item: Item): boolean => item.bounds[3] === null && !has(item, FLAG.derived);

/** Whether only the year, month or some days are known in which it was: its mark stands for no day of its own. */
export function coarse({ flags, bounds: [from, , , to] }: Pick<Item, "flags" | "bounds">): boolean {
  return (flags & (FLAG.span | FLAG.derived)) === 0 && from !== null && to !== null && to - from > 1.5;
}
