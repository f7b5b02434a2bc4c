// The diagram as a list for the keyboard and for screen readers: an option for
// each thing and each relation, a ring over the active one. Left and right
// follow the flow, up and down the column.

import { listbox } from "../chart/listbox";
import type { Context } from "../contract";
import type { Flow } from "./flow_data";
import { middleOf, type Box, type Placing } from "./flow_layout";
import type { Spot } from "./flow_surface";
import { linkWords, nodeWords } from "./flow_words";

/** A place the ring can be; its rank is twice the column, relations between. */
export interface Stop { key: string; spot: Spot; rank: number; y: number; box: Box; before: readonly string[]; after: readonly string[] }

/** All stops, by rank and from the top. */
export function stopsOf(flow: Flow, placing: Placing): Stop[] {
  const stops: Stop[] = [];
  const inner = new Map<string, { before: string[]; after: string[] }>();
  for (const n of flow.nodes) if (n.waypoint === null) inner.set(n.id, { before: [], after: [] });
  for (const link of flow.links) {
    const ribbon = placing.ribbon.get(link.relation);
    const from = link.path[0] ?? "";
    const to = link.path[link.path.length - 1] ?? "";
    if (!ribbon) continue;
    const { x, y } = middleOf(ribbon);
    const key = `r:${link.relation}`;
    inner.get(from)?.after.push(key);
    inner.get(to)?.before.push(key);
    const high = Math.max(12, ribbon.height);
    stops.push({ key, spot: { relation: link.relation }, rank: 2 * (flow.node.get(from)?.column ?? 0) + 1, y, box: { x: x - 16, y: y - high / 2, width: 32, height: high }, before: [from], after: [to] });
  }
  for (const label of placing.labels) {
    const box = placing.node.get(label.id);
    const ends = inner.get(label.id);
    if (!box || !ends) continue;
    const top = Math.min(box.y, label.y);
    const around = { x: box.x, y: top, width: label.x + label.width - box.x, height: Math.max(box.y + box.height, label.y + label.height) - top };
    stops.push({ key: label.id, spot: { thing: label.id }, rank: 2 * (flow.node.get(label.id)?.column ?? 0), y: box.y + box.height / 2, box: around, ...ends });
  }
  return stops.sort((a, b) => a.rank - b.rank || a.y - b.y);
}

/** Where a key leads from a stop; null for a key that is none of ours. */
export function target(key: string, active: number, stops: readonly Stop[]): number | null {
  const from = stops[active];
  const follow = (keys: readonly string[] | undefined): number => {
    const nearest = stops.map((s, i) => ({ s, i })).filter(({ s }) => keys?.includes(s.key)).sort((a, b) => Math.abs(a.s.y - (from?.y ?? 0)) - Math.abs(b.s.y - (from?.y ?? 0)))[0];
    return nearest?.i ?? active;
  };
  const along = (by: number): number => (from && stops[active + by]?.rank === from.rank ? active + by : active);
  switch (key) {
    case "ArrowRight": return from ? follow(from.after) : 0;
    case "ArrowLeft": return from ? follow(from.before) : 0;
    case "ArrowDown": return from ? along(1) : 0;
    case "ArrowUp": return from ? along(-1) : 0;
    case "Home": return 0;
    case "End": return stops.length - 1;
    default: return null;
  }
}

export interface Keys {
  pad: HTMLElement;
  ring: HTMLElement;
  draw(stops: readonly Stop[]): void;
  put(spot: Spot | null): void;
}

export function keyboard(flow: Flow, context: Context, choose: (spot: Spot) => void, look: (spot: Spot | null) => void): Keys {
  const { pad, ring, draw, put } = listbox<Stop>({
    name: "rt-flow", label: "Flow", off: 3, key: (s) => s.key, box: (s) => s.box, target, open: (s) => choose(s.spot), tell: (s) => look(s?.spot ?? null),
    first: (stops) => Math.max(0, stops.findIndex((s) => s.key === context.store.state.selected)),
  });
  return {
    pad, ring,
    draw: (stops) => draw(stops, {
      label: `Flow, ${stops.length} things and relations. Left and right follow the flow, up and down the column, Enter opens the evidence.`,
      words: (s) => stopWords(flow, context, s.spot), selected: (s) => s.key === context.store.state.selected,
    }),
    put: (spot) => put(spot?.relation ? `r:${spot.relation}` : spot?.thing),
  };
}

export function stopWords(flow: Flow, context: Context, spot: Spot): string {
  return spot.relation ? linkWords(flow, context.index, spot.relation) : nodeWords(flow, context.index, spot.thing ?? "");
}
