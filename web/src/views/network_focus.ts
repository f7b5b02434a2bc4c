// What stays bright: the selection and its surroundings of one to three steps.

import { nodeOf, otherEnd, type Net, type Point } from "./network_data";
import { clamp, type Box, type Transform } from "./network_geometry";

export type Direction = "both" | "out" | "in";

/** What is selected, as numbers of the network. */
export interface Chosen { node?: number; link?: number; relation?: string; }

export function chosen(net: Net, selected: string | null): Chosen {
  if (!selected) return {};
  if (!selected.startsWith("r:")) {
    const node = nodeOf(net, selected);
    return node === undefined ? {} : { node };
  }
  const relation = selected.slice(2);
  const link = net.linkOf.get(relation);
  return link === undefined ? {} : { link, relation };
}

/** Nodes by their distance from the selection; null when nothing recedes. */
export function surroundings(net: Net, what: Chosen, steps: number, direction: Direction, usable: (link: number) => boolean): Map<number, number> | null {
  if (steps === 0) return null;
  if (what.link !== undefined) return endsOf(net, what.link);
  if (what.node === undefined) return null;
  const found = new Map([[what.node, 0]]);
  let edge = [what.node];
  for (let step = 1; step <= steps && edge.length > 0; step++) {
    const next: number[] = [];
    for (const node of edge) {
      for (const l of net.linksAt[node] ?? []) {
        const link = net.links[l];
        if (!link || !usable(l) || !leads(net, l, node, direction)) continue;
        const other = otherEnd(link, node);
        if (!found.has(other)) { found.set(other, step); next.push(other); }
      }
    }
    edge = next;
  }
  return found;
}

function endsOf(net: Net, l: number): Map<number, number> | null {
  const link = net.links[l];
  return link ? new Map([[link.from, 0], [link.to, 0]]) : null;
}

function leads(net: Net, l: number, node: number, direction: Direction): boolean {
  const link = net.links[l];
  if (!link || direction === "both" || link.from === link.to) return true;
  return direction === "out" ? link.from === node : link.to === node;
}

const CLOSEST = 2.4; // times the whole
const AROUND = 110; // pixels for the names of the outermost

/** The view in which the points fill the stage, no farther than the whole. */
export function framing(points: readonly Point[], fit: Transform, stage: Box): Transform {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  if (points.length === 0) return fit;
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = (size: number, most: number): number => size - 2 * Math.min(most, size * 0.2);
  const k = Math.min(room(stage.width, AROUND) / Math.max(1e-9, right - left), room(stage.height, AROUND / 2) / Math.max(1e-9, bottom - top));
  const to = clamp(k, fit.k, fit.k * CLOSEST);
  if (to === fit.k) return fit;
  return { k: to, tx: stage.width / 2 - ((left + right) / 2) * to, ty: stage.height / 2 - ((top + bottom) / 2) * to };
}
