// Which rows are open: those of which the filters and the window leave
// something. A pan opens rows and closes none, so that nothing jumps under the
// hand; a zoom that has come to rest closes what it left empty.

import type { Item, Layout } from "./timeline_data";

export type Rows = readonly ReadonlySet<number>[]; // by lane

/** The rows in which something is to be seen. meets says whether days come into the window. */
export function rowsMet(layout: Layout, items: readonly Item[], stays: (item: Item) => boolean, meets: (from: number, to: number) => boolean): Rows {
  const met = layout.rows.map(() => new Set<number>());
  for (const p of layout.places) {
    const item = items[p.item];
    if (!item || !stays(item)) continue;
    const cluster = layout.clusters[p.cluster];
    const [from, to] = cluster ? [cluster.from, cluster.to] : spanOf(item, items);
    if (meets(from, to)) met[p.lane]?.add(p.row);
  }
  return met;
}

/** From the first to the last that is drawn of a thing and its stages. */
function spanOf(item: Item, items: readonly Item[]): [number, number] {
  const all = [item, ...item.stages.flatMap((s) => items[s] ?? [])];
  return [Math.min(...all.map((i) => Math.min(i.from, i.at))), Math.max(...all.map((i) => Math.max(i.to, i.at)))];
}

/** Closes the rows that are not open; a lane keeps one. */
export function compact(layout: Layout, open: Rows): Layout {
  const rows = open.map((set) => new Map([...set].sort((a, b) => a - b).map((row, i) => [row, i])));
  const row = (lane: number, old: number): number => rows[lane]?.get(old) ?? 0;
  const shut = (lane: number, old: number): boolean => !(rows[lane]?.has(old) ?? false);
  return {
    rows: rows.map((r) => Math.max(1, r.size)),
    places: layout.places.flatMap((p) => (shut(p.lane, p.row) ? [] : [{ ...p, row: row(p.lane, p.row) }])),
    clusters: layout.clusters.flatMap((c) => (shut(c.lane, c.row) ? [] : [{ ...c, row: row(c.lane, c.row) }])),
  };
}

export interface Choice { size: number; open: Rows }

export interface Ask {
  key: string; // of all that changes rows but the window
  scale: number;
  moving: boolean; // a gesture goes on
  met(size: number): Rows;
  choose(): number; // the size
}

/** Remembers what is open from one picture to the next. */
export class OpenRows {
  private held: { key: string; scale: number; choice: Choice } | null = null;

  for({ key, scale, moving, met, choose }: Ask): Choice {
    const { held } = this;
    const stays = held !== null && held.key === key && (moving || Math.abs(held.scale / scale - 1) < 1e-3);
    if (held && stays) {
      const now = met(held.choice.size);
      held.choice = { size: held.choice.size, open: held.choice.open.map((set, lane) => new Set([...set, ...(now[lane] ?? [])])) };
      return held.choice;
    }
    const size = choose();
    const choice = { size, open: met(size) };
    this.held = { key, scale, choice };
    return choice;
  }
}
