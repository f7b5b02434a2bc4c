// The marks of a chart as a list for the keyboard and for screen readers: one
// focusable list box over the canvas, an option for each mark that is seen, and
// a ring over the active one.

import { fill, h } from "../dom";

export interface Box { x: number; y: number; width: number; height: number }

/** What a chart says about its marks; S is a mark as the arrow keys meet it. */
export interface Rules<S> {
  name: string; // of the classes, "rt-tl"
  label: string; // until something is drawn
  off: number; // pixels between a mark and the ring
  key(stop: S): string; // tells a mark from the others while they move
  box(stop: S): Box;
  /** Where the focus lands when it first comes. */
  first(stops: readonly S[]): number;
  /** Where a key leads from the active one; null for a key that is none of ours. */
  target(key: string, active: number, stops: readonly S[]): number | null;
  open(stop: S): void;
  tell(stop: S | null): void;
}

export interface Drawn<S> { label: string; words(stop: S): string; selected(stop: S): boolean }

export interface Listbox<S> {
  pad: HTMLElement;
  ring: HTMLElement;
  /** Without what is to be said only the places follow: while a gesture goes on. */
  draw(stops: readonly S[], said: Drawn<S> | null): void;
  put(key: string | undefined): void;
}

let made = 0;

export function listbox<S>(rules: Rules<S>): Listbox<S> {
  const own = `${rules.name}-${++made}`;
  const pad = h("div", { class: `${rules.name}-pad`, role: "listbox", tabindex: "0", "aria-label": rules.label });
  const ring = h("div", { class: `${rules.name}-ring`, hidden: true });
  let stops: readonly S[] = [];
  let active = -1;
  let written = "";

  const point = (): void => {
    const stop = stops[active];
    const on = stop !== undefined && pad.matches(":focus-visible");
    ring.hidden = !on;
    if (stop) pad.setAttribute("aria-activedescendant", `${own}-${active}`);
    else pad.removeAttribute("aria-activedescendant");
    if (on) enclose(ring, rules.box(stop), rules.off);
  };
  const go = (to: number): void => {
    active = Math.min(Math.max(to, 0), stops.length - 1);
    point();
    rules.tell(stops[active] ?? null);
  };
  const put = (key: string | undefined): void => { active = key === undefined ? -1 : stops.findIndex((s) => rules.key(s) === key); };
  const write = ({ label, words, selected }: Drawn<S>): void => {
    const options = stops.map((s) => ({ text: words(s), on: selected(s) }));
    const text = label + options.map((o) => `\n${o.on ? "*" : ""}${o.text}`).join("");
    if (text === written) return;
    written = text;
    fill(pad, ...options.map((o, i) => h("div", { class: "sr", role: "option", id: `${own}-${i}`, "aria-selected": String(o.on) }, o.text)));
    pad.setAttribute("aria-label", label);
  };

  pad.addEventListener("focus", () => {
    if (active < 0 && stops.length > 0) active = rules.first(stops);
    if (pad.matches(":focus-visible")) go(active);
    else point();
  });
  pad.addEventListener("blur", () => { point(); rules.tell(null); });
  pad.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = rules.target(event.key, active, stops);
    const stop = stops[active];
    if (to !== null) go(to);
    else if ((event.key === "Enter" || event.key === " ") && stop) rules.open(stop);
    else return;
    event.preventDefault();
  });

  return {
    pad, ring,
    draw(next, said) {
      const stop = stops[active];
      stops = next;
      put(stop && rules.key(stop));
      if (said) write(said);
      point();
    },
    put(key) { put(key); point(); },
  };
}

function enclose(ring: HTMLElement, box: Box, off: number): void {
  Object.assign(ring.style, { left: `${box.x - off}px`, top: `${box.y - off}px`, width: `${box.width + 2 * off}px`, height: `${box.height + 2 * off}px` });
  ring.scrollIntoView({ block: "nearest" });
}

/** In rows: left and right in reading order, up and down to the nearest in the row above or below. */
export function inRows(key: string, active: number, stops: readonly { x: number; y: number }[]): number | null {
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

function neighbour(active: number, way: 1 | -1, stops: readonly { x: number; y: number }[]): number {
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
