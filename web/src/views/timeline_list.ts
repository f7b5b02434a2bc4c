// The marks as a list for the keyboard and for screen readers: one focusable
// list box over the canvas, an option for each mark that is seen, and a ring
// over the active one.

import { inRows, listbox } from "../chart/listbox";
import type { Context } from "../contract";
import { apart, dateText } from "../words";
import type { Box, ScenePill, SceneMark } from "./timeline_scene";

/** A mark or a cluster, as the arrow keys meet it. */
export interface Stop { key: string; lane: number; x: number; y: number; box: Box; mark: SceneMark | null; pill: ScenePill | null }

export interface List {
  pad: HTMLElement;
  ring: HTMLElement;
  /** While a gesture goes on only the places follow; the options come when it rests. */
  draw(stops: readonly Stop[], selected: string | null, moving: boolean): void;
}

export function makeList(context: Context, act: (stop: Stop) => void, tell: (stop: Stop | null) => void): List {
  const { pad, ring, draw } = listbox<Stop>({
    name: "rt-tl", label: "Timeline", off: 4, key: (s) => s.key, box: (s) => s.box, target: inRows, open: act, tell,
    first: (stops) => Math.max(0, stops.findIndex((s) => s.mark?.item.id === context.store.state.selected)),
  });
  return {
    pad, ring,
    draw: (stops, selected, moving) => draw(stops, moving ? null : {
      label: `Timeline, ${stops.length} marks in view. Arrow keys move, Enter opens, plus and minus zoom.`,
      words: (s) => stopWords(s, context), selected: (s) => s.mark !== null && s.mark.item.id === selected,
    }),
  };
}

export function stopWords(stop: Stop, context: Context): string {
  if (stop.pill) return `${stop.pill.items.length} things close together, ${apart(context.index.label(stop.pill.items[0]?.id ?? ""))} and others; Enter opens them`;
  return stop.mark ? markWords(stop.mark.item.id, context) : "";
}

/** "Cyber Security Law, law, passed between ..." in one line, by its whole name where no other is given. */
export function markWords(id: string, context: Pick<Context, "index">, name?: string): string {
  const thing = context.index.thing(id);
  if (!thing) return id;
  const kind = thing.owner ? "stage" : (context.index.kind(thing.kind)?.label ?? thing.kind);
  const when = dateText(thing.when, context.index.stagesOf(id).some((stage) => stage.when));
  const status = thing.status && thing.status !== "stated" ? `, ${thing.status}` : "";
  return `${apart(name ?? thing.name)}, ${kind}, ${when}${status}`;
}
