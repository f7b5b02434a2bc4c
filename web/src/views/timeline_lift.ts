// What must not hide in a counted cluster is taken out of it into rows of its
// own: marks of the red thread at the end of their lane, where theirs has no
// room; what the story speaks of at its head, all of it.

import { Side, type Cluster, type Item, type Layout, type Place } from "./timeline_data";

/** What a thing covers of a row with all its words, in pixels from the start of the axis. */
export type Reach = (item: Item) => [number, number];

const APART = 8; // px between neighbours in a row

type Keys = ReadonlySet<string>; // of things in lanes

/** The layout with the wanted things, given by index, out of their clusters, and out of rows that have no room for their names; what a cluster then holds alone comes along. */
export function lift(layout: Layout, items: readonly Item[], wanted: ReadonlySet<number>, reach: Reach): Layout {
  const mute = new Set(layout.places.filter((p) => wanted.has(p.item) && p.side === Side.None).map((p) => key(p, items))); // what stands in a cluster has no name either
  if (mute.size === 0) return layout;
  const rest = remain(layout, mute);
  return rebuilt(layout, items, rest, pack(layout, items, new Set(), reach), pack(layout, items, new Set([...mute, ...lonely(layout, rest)]), reach));
}

/** The layout with the wanted things, given by index, in rows of their own above all others of their lanes. */
export function raise(layout: Layout, items: readonly Item[], wanted: ReadonlySet<number>, reach: Reach): Layout {
  const raised = new Set(layout.places.filter((p) => wanted.has(p.item)).map((p) => key(p, items)));
  if (raised.size === 0) return layout;
  const rest = remain(layout, raised);
  return rebuilt(layout, items, rest, pack(layout, items, raised, reach), pack(layout, items, lonely(layout, rest), reach));
}

/** Members of each cluster without those that leave it. */
function remain(layout: Layout, gone: Keys): number[][] {
  return layout.clusters.map((c) => c.members.filter((m) => !gone.has(`${c.lane}:${m}`)));
}

/** What is left alone in its cluster. */
function lonely(layout: Layout, rest: readonly number[][]): Keys {
  return new Set(layout.clusters.flatMap((c, i) => (rest[i]?.length === 1 ? [`${c.lane}:${rest[i]?.[0]}`] : [])));
}

/** New rows for each lane: those at its head, those that were, those at its end. */
function rebuilt(layout: Layout, items: readonly Item[], rest: readonly number[][], head: Packed, end: Packed): Layout {
  const above = (lane: number): number => head.rows[lane] ?? 0;
  const kept = rest.flatMap((members, i) => (members.length > 1 ? [i] : []));
  const place = (p: Place): Place => {
    const k = key(p, items);
    const [first, last] = [head.rowOf.get(k), end.rowOf.get(k)];
    const row = first ?? above(p.lane) + (last === undefined ? p.row : (layout.rows[p.lane] ?? 0) + last);
    if (first === undefined && last === undefined) return { ...p, row, cluster: p.cluster < 0 ? -1 : kept.indexOf(p.cluster) };
    return { ...p, row, cluster: -1, side: Side.None, width: 0 };
  };
  return {
    rows: layout.rows.map((n, lane) => above(lane) + n + (end.rows[lane] ?? 0)),
    places: layout.places.map(place),
    clusters: kept.map((i) => shrunk(layout.clusters[i] as Cluster, above, rest[i] ?? [], items)),
  };
}

const ownerOf = (p: Place, items: readonly Item[]): number => items[p.item]?.owner ?? p.item;

const key = (p: Place, items: readonly Item[]): string => `${p.lane}:${ownerOf(p, items)}`;

interface Packed { rows: number[]; rowOf: ReadonlyMap<string, number> } // rows by lane

/** Each in the first of the new rows with room. */
function pack(layout: Layout, items: readonly Item[], which: Keys, reach: Reach): Packed {
  const ends = layout.rows.map((): number[] => []);
  const rowOf = new Map<string, number>();
  const places = layout.places.filter((p) => items[p.item]?.owner === null && which.has(key(p, items)));
  const put = places.map((p) => ({ p, span: reach(items[p.item] as Item) })).sort((a, b) => a.span[0] - b.span[0]);
  for (const { p, span } of put) {
    const lane = ends[p.lane];
    if (!lane) continue;
    const free = lane.findIndex((end) => end + APART <= span[0]);
    const row = free < 0 ? lane.length : free;
    lane[row] = span[1];
    rowOf.set(key(p, items), row);
  }
  return { rows: ends.map((rows) => rows.length), rowOf };
}

function shrunk(cluster: Cluster, above: (lane: number) => number, members: number[], items: readonly Item[]): Cluster {
  const row = cluster.row + above(cluster.lane);
  if (members.length === cluster.members.length) return { ...cluster, row };
  const at = members.map((m) => items[m]?.at ?? cluster.from);
  return { ...cluster, row, members, count: members.length, from: Math.min(...at), to: Math.max(...at) };
}
