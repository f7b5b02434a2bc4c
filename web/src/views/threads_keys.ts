// The keyboard on the chart: arrows among the marks, Enter for the evidence,
// and wherever the focus is in the view, n and p (or ] and [) for the next and
// the previous thread. The marks are the options of a list box, so that a screen
// reader names them.

import type { Context } from "../contract";
import { fill, h } from "../dom";
import type { Box } from "./timeline_scene";
import { markWords } from "./timeline_list";

export interface Stop { id: string; x: number; y: number; box: Box; number: number } // number: on the chosen thread, 0 when not on it

export interface Acts { open(id: string): void; tell(id: string | null): void }

export interface Keys { pad: HTMLElement; ring: HTMLElement; draw(stops: readonly Stop[], selected: string | null, told: string): void }

let made = 0;

export function makeKeys(context: Context, acts: Acts): Keys {
  const own = `rt-th-${made++}`;
  const pad = h("div", { class: "rt-th-pad", role: "listbox", tabindex: "0", "aria-label": "Threads on the chart" });
  const ring = h("div", { class: "rt-th-ring", hidden: true });
  let stops: readonly Stop[] = [];
  let active = -1;
  let written = "";

  const point = (): void => {
    const stop = stops[active];
    const on = stop !== undefined && pad.matches(":focus-visible");
    ring.hidden = !on;
    if (stop) pad.setAttribute("aria-activedescendant", `${own}-${active}`);
    else pad.removeAttribute("aria-activedescendant");
    if (!on || !stop) return;
    Object.assign(ring.style, { left: `${stop.box.x - 3}px`, top: `${stop.box.y - 3}px`, width: `${stop.box.width + 6}px`, height: `${stop.box.height + 6}px` });
    ring.scrollIntoView({ block: "nearest" });
  };
  const go = (to: number): void => {
    active = Math.min(Math.max(to, 0), stops.length - 1);
    point();
    acts.tell(stops[active]?.id ?? null);
  };
  const first = (): number => {
    const of = (test: (s: Stop) => boolean): number => stops.findIndex(test);
    return Math.max(0, of((s) => s.id === context.store.state.selected), of((s) => s.number === 1));
  };

  pad.addEventListener("focus", () => { if (active < 0 && stops.length > 0) active = first(); point(); });
  pad.addEventListener("blur", () => { point(); acts.tell(null); });
  pad.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = target(event.key, active, stops);
    const stop = stops[active];
    if (to !== null) go(to);
    else if ((event.key === "Enter" || event.key === " ") && stop) acts.open(stop.id);
    else return;
    event.preventDefault();
  });

  return {
    pad, ring,
    draw(next, selected, told) {
      const id = stops[active]?.id;
      stops = next;
      active = id === undefined ? -1 : stops.findIndex((s) => s.id === id);
      const words = stops.map((s) => `${s.number > 0 ? `${s.number}. ` : ""}${markWords(s.id, context)}`);
      const text = words.join("\n") + (selected ?? "") + told;
      if (text !== written) {
        written = text;
        fill(pad, ...stops.map((s, i) => h("div", { class: "sr", role: "option", id: `${own}-${i}`, "aria-selected": String(s.id === selected) }, words[i])));
        pad.setAttribute("aria-label", `${told}. ${stops.length} marks. Arrow keys move, Enter opens the evidence, n and p go to the next and the previous thread.`);
      }
      point();
    },
  };
}

const FIELD = "input, select, textarea, [contenteditable], dialog";

/** The way that a key goes among the threads; null for any other, and while something is written or chosen from. */
export function wayOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented">, focus: Pick<Element, "closest"> | null): 1 | -1 | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || focus?.closest(FIELD)) return null;
  if (event.key === "n" || event.key === "]") return 1;
  return event.key === "p" || event.key === "[" ? -1 : null;
}

/** Left and right in reading order, up and down to the nearest in the row above or below. */
export function target(key: string, active: number, stops: readonly Stop[]): number | null {
  switch (key) {
    case "ArrowRight": return active + 1;
    case "ArrowLeft": return active - 1;
    case "ArrowDown": return neighbour(active, 1, stops);
    case "ArrowUp": return neighbour(active, -1, stops);
    case "Home": return 0;
    case "End": return stops.length - 1;
    default: return null;
  }
}

function neighbour(active: number, way: 1 | -1, stops: readonly Stop[]): number {
  const from = stops[active];
  if (!from) return 0;
  let best = active;
  let least = Infinity;
  stops.forEach((s, i) => {
    const down = (s.y - from.y) * way;
    if (down < 4) return;
    const far = down * 1000 + Math.abs(s.x - from.x);
    if (far < least) { least = far; best = i; }
  });
  return best;
}
