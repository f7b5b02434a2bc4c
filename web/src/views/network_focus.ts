// What stays bright: the selection and its surroundings of one to three steps.

import { nodeOf, otherEnd, type Net } from "./network_data";

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
