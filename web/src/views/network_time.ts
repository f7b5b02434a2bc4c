// What a window of time does to what has no date. A thing without a date is
// there once a dated relation of its is, or a relation without one joins it to
// something that is there; such a relation is there once both its ends are.

import type { Context, State } from "../contract";
import { otherEnd, type Link, type Net } from "./network_data";

export interface Lifetimes {
  waits(node: number): boolean; // without a date, and nothing tells yet that it is there
  stands(link: Link): boolean; // some of its relations are there
  undated(link: Link): boolean; // those that are have no date, and time matters
}

/** Without a window, and in the story, which speaks of what it likes, everything is there. */
export function lifetimes(net: Net, context: Context, state: State, shown: readonly boolean[]): Lifetimes {
  const visible = (l: Link): readonly string[] => l.relations.filter((r) => context.visibleRelation(r));
  if (!state.window || state.step > 0) return { waits: () => false, stands: (l) => visible(l).length > 0, undated: () => false };
  const dated = (r: string): boolean => context.index.relation(r)?.when !== undefined;
  const datedNode = net.nodes.map((n) => context.index.thing(n.id)?.when !== undefined);
  const begins = (l: Link): boolean => visible(l).some(dated);
  const now = reached(net, (i) => datedNode[i] === true && shown[i] === true, begins, (l) => visible(l).length > 0);
  const ever = reached(net, (i) => datedNode[i] === true, (l) => l.relations.some(dated), () => true);
  const waits = (i: number): boolean => (ever[i] ?? false) && !(now[i] ?? false) && !datedNode[i];
  return {
    waits, undated: (l) => !begins(l),
    stands: (l) => begins(l) || (visible(l).length > 0 && !waits(l.from) && !waits(l.to)),
  };
}

/** What is there by a date of its own, by a relation that begins, or joined to such a thing. */
function reached(net: Net, own: (node: number) => boolean, begins: (l: Link) => boolean, joins: (l: Link) => boolean): boolean[] {
  const there = net.nodes.map((_, i) => own(i) || (net.linksAt[i] ?? []).some((l) => { const link = net.links[l]; return link !== undefined && begins(link); }));
  const edge = there.flatMap((is, i) => (is ? [i] : []));
  for (let node = edge.pop(); node !== undefined; node = edge.pop()) {
    for (const l of net.linksAt[node] ?? []) {
      const link = net.links[l];
      const other = link && joins(link) ? otherEnd(link, node) : node;
      if (!there[other]) { there[other] = true; edge.push(other); }
    }
  }
  return there;
}
