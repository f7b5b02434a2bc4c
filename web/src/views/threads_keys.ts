// The keyboard on the chart: arrows among the marks, Enter for the evidence,
// and wherever the focus is in the view, n and p (or ] and [) for the next and
// the previous thread. The marks are the options of a list box, so that a screen
// reader names them.

import { inRows, listbox } from "../chart/listbox";
import type { Context } from "../contract";
import type { Box } from "./timeline_scene";
import { markWords } from "./timeline_list";

export interface Stop { id: string; x: number; y: number; box: Box; number: number } // number: on the chosen thread, 0 when not on it

export interface Acts { open(id: string): void; tell(id: string | null): void }

export interface Keys { pad: HTMLElement; ring: HTMLElement; draw(stops: readonly Stop[], selected: string | null, told: string): void }

export function makeKeys(context: Context, acts: Acts): Keys {
  const first = (stops: readonly Stop[]): number => {
    const of = (test: (s: Stop) => boolean): number => stops.findIndex(test);
    return Math.max(0, of((s) => s.id === context.store.state.selected), of((s) => s.number === 1));
  };
  const { pad, ring, draw } = listbox<Stop>({
    name: "rt-th", label: "Threads on the chart", off: 3, key: (s) => s.id, box: (s) => s.box, first, target: inRows,
    open: (s) => acts.open(s.id), tell: (s) => acts.tell(s?.id ?? null),
  });
  return {
    pad, ring,
    draw: (stops, selected, told) => draw(stops, {
      label: `${told}. ${stops.length} marks. Arrow keys move, Enter opens the evidence, n and p go to the next and the previous thread.`,
      words: (s) => `${s.number > 0 ? `${s.number}. ` : ""}${markWords(s.id, context)}`,
      selected: (s) => s.id === selected,
    }),
  };
}

const FIELD = "input, select, textarea, [contenteditable], dialog";

/** The way that a key goes among the threads; null for any other, and while something is written or chosen from. */
export function wayOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented">, focus: Pick<Element, "closest"> | null): 1 | -1 | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || focus?.closest(FIELD)) return null;
  if (event.key === "n" || event.key === "]") return 1;
  return event.key === "p" || event.key === "[" ? -1 : null;
}
