// What must not hide in a counted cluster, as the marks of the red thread, is
// taken out of it into rows of its own at the end of its lane.

import { Side, type Cluster, type Item, type Layout, type Place } from "./timeline_data";

/** What a thing covers of a row with all its words, in pixels from the start of the axis. */
export type Reach = (item: Item) => [number, number];

const APART = 8; // px between neighbours in a row

/** The layout with the wanted things, given by index, out of their clusters, and out of rows that have no room for their names; what a cluster then holds alone comes along. */
export function lift(layout: Layout, items: readonly Item[], wanted: ReadonlySet<number>, reach: Reach): Layout {
  const rest = layout.clusters.map((c) => c.members.filter((m) => !wanted.has(m)));
  const mute = new Set(layout.places.filter((p) => wanted.has(p.item) && p.side === Side.None).map((p) => key(p, items)));
  if (mute.size === 0) return layout; // what stands in a cluster has no name either
  const out = (p: Place): boolean => mute.has(key(p, items)) || (rest[p.cluster]?.length ?? 2) < 2;
  const { rows, rowOf } = pack(layout, items, layout.places.filter((p) => out(p) && items[p.item]?.owner === null), reach);
  const kept = rest.flatMap((members, i) => (members.length > 1 ? [i] : []));
  return {
    rows,
    places: layout.places.map((p): Place => {
      if (!out(p)) return p.cluster < 0 ? p : { ...p, cluster: kept.indexOf(p.cluster) };
      return { ...p, row: rowOf.get(key(p, items)) ?? p.row, cluster: -1, side: Side.None, width: 0 };
    }),
    clusters: kept.map((i) => shrunk(layout.clusters[i] as Cluster, rest[i] ?? [], items)),
  };
}

const ownerOf = (p: Place, items: readonly Item[]): number => items[p.item]?.owner ?? p.item;

const key = (p: Place, items: readonly Item[]): string => `${p.lane}:${ownerOf(p, items)}`;

/** Each in the first of the new rows with room. */
function pack(layout: Layout, items: readonly Item[], places: readonly Place[], reach: Reach): { rows: number[]; rowOf: Map<string, number> } {
  const ends = layout.rows.map((): number[] => []);
  const rowOf = new Map<string, number>();
  const put = places.map((p) => ({ p, span: reach(items[p.item] as Item) })).sort((a, b) => a.span[0] - b.span[0]);
  for (const { p, span } of put) {
    const lane = ends[p.lane];
    if (!lane) continue;
    const free = lane.findIndex((end) => end + APART <= span[0]);
    const row = free < 0 ? lane.length : free;
    lane[row] = span[1];
    rowOf.set(key(p, items), (layout.rows[p.lane] ?? 0) + row);
  }
  return { rows: layout.rows.map((n, i) => n + (ends[i]?.length ?? 0)), rowOf };
}

function shrunk(cluster: Cluster, members: number[], items: readonly Item[]): Cluster {
  const at = members.map((m) => items[m]?.at ?? cluster.from);
  return { ...cluster, members, count: members.length, from: Math.min(...at), to: Math.max(...at) };
}
