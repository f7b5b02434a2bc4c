// Communities as light grounds, so that the eye finds them before it reads.

import type { Net, Point } from "./network_data";
import type { Screen } from "./network_geometry";

const LEAST = 4; // members of a community that is worth a ground

/** The outline of each community that is large enough, largest first. */
export function hulls(net: Net, screen: Screen): Point[][] {
  const members = new Map<number, Point[]>();
  net.nodes.forEach((n, i) => {
    const at = screen.at[i];
    if (!at || !screen.shown[i] || (net.linksAt[i]?.length ?? 0) === 0) return;
    const list = members.get(n.community);
    if (list) list.push(at); else members.set(n.community, [at]);
  });
  return [...members].filter(([, list]) => list.length >= LEAST).sort(([a], [b]) => a - b).map(([, list]) => hull(list));
}

/** The convex hull, counter-clockwise (A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions", 1979). */
export function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]): Point[] => {
    const out: Point[] = [];
    for (const p of list) {
      while (out.length >= 2 && turn(out[out.length - 2] as Point, out[out.length - 1] as Point, p) <= 0) out.pop();
      out.push(p);
    }
    return out;
  };
  return sorted.length < 3 ? sorted : [...half(sorted).slice(0, -1), ...half(sorted.reverse()).slice(0, -1)];
}

function turn(a: Point, b: Point, c: Point): number { return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]); }
