// Where there are too many things to name: what is not on the chosen thread is
// gathered, lane by lane, into counted discs at its dates, and the curves
// between them into lines as wide as there are many.

import type { Status } from "../contract";
import { STATUSES } from "../words";
import type { Threads } from "./threads_data";
import type { Placed, ThScene } from "./threads_scene";

export const BIN = 36; // pixels of the axis that share a disc

/** Things of a lane at about the same date, drawn as one. */
export interface Cluster { lane: number; kind: string; x: number; y: number; r: number; members: number[] /* indices of marks */ }

/** Curves between the same two ends, each a disc or a thing; as sure as the least sure of them. */
export interface Bundle { x1: number; y1: number; x2: number; y2: number; count: number; status: Status; ties: number[] }

export interface Overview { clusters: Cluster[]; bundles: Bundle[] }

export const nothingMore = (): Overview => ({ clusters: [], bundles: [] });

/** What the scene does not name. */
export function makeOverview(t: Threads, scene: ThScene): Overview {
  const clusters = t.lanes.flatMap((lane, i) => clustersOf(scene, lane.members, lane.kind, i));
  const of = new Map<number, Cluster>();
  for (const c of clusters) for (const k of c.members) of.set(k, c);
  return { clusters, bundles: bundlesOf(t, scene, of) };
}

function clustersOf(scene: ThScene, members: readonly number[], kind: string, lane: number): Cluster[] {
  const y = scene.lanes[lane]?.strip ?? NaN;
  if (Number.isNaN(y)) return [];
  const bins = new Map<number, number[]>();
  for (const k of members) {
    const p = scene.placed[k];
    if (!p || p.shown) continue;
    const head = scene.placed[p.mark.head] ?? p;
    const bin = Math.floor((head.x - scene.view.left) / BIN);
    bins.set(bin, [...(bins.get(bin) ?? []), k]);
  }
  return [...bins].sort(([a], [b]) => a - b).map(([bin, list]) => ({
    lane, kind, x: scene.view.left + (bin + 0.5) * BIN, y, r: radius(list.length), members: list,
  }));
}

/** The area says how many, as far as two discs stay apart. */
function radius(count: number): number {
  return Math.min(BIN / 2 - 1.5, 4 + 1.7 * Math.sqrt(count) + (count > 1 ? 2.5 : 0));
}

function bundlesOf(t: Threads, scene: ThScene, of: ReadonlyMap<number, Cluster>): Bundle[] {
  const all = new Map<string, Bundle>();
  t.ties.forEach((tie, i) => {
    if (tie.ruled || tie.relation === "" || scene.curves[i]?.shown) return;
    const a = endOf(scene.placed[tie.from], of);
    const b = endOf(scene.placed[tie.to], of);
    if (!a || !b || a.key === b.key) return;
    const key = `${a.key}|${b.key}`;
    const found = all.get(key);
    if (!found) { all.set(key, { x1: a.x, y1: a.y, x2: b.x, y2: b.y, count: 1, status: tie.status, ties: [i] }); return; }
    found.count++;
    found.ties.push(i);
    if (STATUSES.indexOf(tie.status) > STATUSES.indexOf(found.status)) found.status = tie.status;
  });
  return [...all.values()].sort((a, b) => a.count - b.count);
}

function endOf(p: Placed | undefined, of: ReadonlyMap<number, Cluster>): { key: string; x: number; y: number } | null {
  if (!p) return null;
  if (p.shown) return { key: `m${p.mark.index}`, x: p.x, y: p.y };
  const c = of.get(p.mark.owner ?? p.mark.index);
  return c ? { key: `c${c.lane}:${c.x}`, x: c.x, y: c.y } : null;
}

/** The path of a bundle: upright at both ends, or a bow within a lane. */
export function bundlePath(b: Bundle): string {
  const { x1, y1, x2, y2 } = b;
  if (Math.abs(y1 - y2) < 1) return `M${r(x1)} ${r(y1)}C${r(x1 + (x2 - x1) / 4)} ${r(y1 + 16)} ${r(x2 - (x2 - x1) / 4)} ${r(y2 + 16)} ${r(x2)} ${r(y2)}`;
  const mid = (y1 + y2) / 2;
  return `M${r(x1)} ${r(y1)}C${r(x1)} ${r(mid)} ${r(x2)} ${r(mid)} ${r(x2)} ${r(y2)}`;
}

const r = (n: number): number => Math.round(n * 10) / 10;
