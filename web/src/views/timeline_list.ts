// The marks as a list for the keyboard and for screen readers: one focusable
// list box over the canvas, an option for each mark that is seen, and a ring
// over the active one.

import type { Context } from "../contract";
import { fill, h } from "../dom";
import type { Box, ScenePill, SceneMark } from "./timeline_scene";

/** A mark or a cluster, as the arrow keys meet it. */
export interface Stop { key: string; lane: number; x: number; y: number; box: Box; mark: SceneMark | null; pill: ScenePill | null }

export interface List {
  pad: HTMLElement;
  ring: HTMLElement;
  /** While a gesture goes on only the places follow; the options come when it rests. */
  draw(stops: readonly Stop[], selected: string | null, moving: boolean): void;
}

let lists = 0;

export function makeList(context: Context, act: (stop: Stop) => void, tell: (stop: Stop | null) => void): List {
  const name = `rt-tl-${lists++}`;
  const pad = h("div", { class: "rt-tl-pad", role: "listbox", tabindex: "0", "aria-label": "Timeline" });
  const ring = h("div", { class: "rt-tl-ring", hidden: true });
  let stops: readonly Stop[] = [];
  let active = -1;
  let written = "";

  const point = (): void => {
    const stop = stops[active];
    const on = stop !== undefined && pad.matches(":focus-visible");
    ring.hidden = !on;
    if (stop) pad.setAttribute("aria-activedescendant", `${name}-${active}`);
    else pad.removeAttribute("aria-activedescendant");
    if (!on || !stop) return;
    ring.style.left = `${stop.box.x - 4}px`;
    ring.style.top = `${stop.box.y - 4}px`;
    ring.style.width = `${stop.box.width + 8}px`;
    ring.style.height = `${stop.box.height + 8}px`;
    ring.scrollIntoView({ block: "nearest" });
  };
  const go = (to: number): void => {
    active = Math.min(Math.max(to, 0), stops.length - 1);
    point();
    tell(stops[active] ?? null);
  };

  pad.addEventListener("focus", () => { if (active < 0 && stops.length > 0) active = Math.max(0, stops.findIndex((s) => s.mark?.item.id === context.store.state.selected)); point(); });
  pad.addEventListener("blur", () => { point(); tell(null); });
  pad.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = target(event.key, active, stops);
    if (to !== null) { event.preventDefault(); go(to); return; }
    const stop = stops[active];
    if ((event.key === "Enter" || event.key === " ") && stop) { event.preventDefault(); act(stop); }
  });

  return {
    pad, ring,
    draw(next, selected, moving) {
      const key = stops[active]?.key;
      stops = next;
      active = key === undefined ? -1 : stops.findIndex((s) => s.key === key);
      if (moving) return point();
      const words = stops.map((s) => stopWords(s, context));
      const text = words.join("\n") + (selected ?? "");
      if (text !== written) {
        written = text;
        fill(pad, ...stops.map((s, i) => h("div", {
          class: "sr", role: "option", id: `${name}-${i}`, "aria-selected": String(s.mark !== null && s.mark.item.id === selected),
        }, words[i])));
        pad.setAttribute("aria-label", `Timeline, ${stops.length} marks in view. Arrow keys move, Enter opens, plus and minus zoom.`);
      }
      point();
    },
  };
}

/** Left and right follow the lane, up and down go to the nearest mark of the row above or below. */
function target(key: string, active: number, stops: readonly Stop[]): number | null {
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

export function stopWords(stop: Stop, context: Context): string {
  if (stop.pill) return `${stop.pill.items.length} things close together, ${context.index.label(stop.pill.items[0]?.id ?? "")} and others; Enter opens them`;
  return stop.mark ? markWords(stop.mark.item.id, context) : "";
}

/** "Cyber Security Law, law, passed between ..." in one line, by its whole name where no other is given. */
export function markWords(id: string, context: Context, name?: string): string {
  const thing = context.index.thing(id);
  if (!thing) return id;
  const kind = thing.owner ? "stage" : (context.index.kind(thing.kind)?.label ?? thing.kind);
  const status = thing.status && thing.status !== "stated" ? `, ${thing.status}` : "";
  return `${name ?? thing.name}, ${kind}, ${thing.when?.text ?? "undated"}${status}`;
}
