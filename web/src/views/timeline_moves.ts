// The keys that move time: plus and minus zoom, 0 shows everything, Shift with
// an arrow pans.

import type { Window } from "./timeline_lens";
import { LEAST } from "./timeline_lens";
import { moved, zoomed } from "./timeline_scale";

const STEP = 1.6; // of a zoom

/** The window after zooming, about its middle or the place given in units. */
export function zoomedBy([from, to]: Window, factor: number, length: number, about = (from + to) / 2): Window {
  return zoomed(from, to, about, factor, length, LEAST);
}

/** Where a key leads; null for a key that is none of these. */
export function moveOf(event: KeyboardEvent, now: Window, length: number): Window | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const pan = (share: number): Window => moved(...now, (now[1] - now[0]) * share, length);
  switch (event.key) {
    case "+": case "=": return zoomedBy(now, STEP, length);
    case "-": case "_": return zoomedBy(now, 1 / STEP, length);
    case "0": return [0, length];
    case "ArrowLeft": return event.shiftKey ? pan(-0.25) : null;
    case "ArrowRight": return event.shiftKey ? pan(0.25) : null;
    default: return null;
  }
}
