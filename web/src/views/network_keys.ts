// The keyboard: one stop for Tab, arrow keys to the nearest mark in their
// direction, [ and ] through the relations of the mark. A ring follows; it is
// the active option of a list box, so that a screen reader names what it is on.

import type { Context } from "../contract";
import { h } from "../dom";
import type { Net, Point } from "./network_data";
import { along, curveOf, nextNode, type Screen } from "./network_geometry";
import type { Zoom } from "./network_controls";
import { noteOfLink, noteOfNode } from "./network_words";

/** A place the ring can be: a node, or one relation of it. */
export interface Spot { node?: number; link?: number; relation?: string; }

export interface Moves {
  screen(): Screen;
  choose(spot: Spot): void;
  look(spot: Spot | null): void;
  reveal(at: Point): void;
  pan(dx: number, dy: number): void;
  zoom: Zoom;
  close(): void;
}

export interface Keys { place(): void; put(spot: Spot | null): void; dispose(): void; }

const ARROWS: Record<string, Point> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
let made = 0;

export function keyboard(pad: HTMLElement, net: Net, context: Context, moves: Moves): Keys {
  const id = `rt-net-ring-${++made}`;
  const ring = h("div", { class: "rt-net-ring", role: "option", id, "aria-selected": "false" });
  let spot: Spot | null = null;
  let active = false;
  pad.append(ring);
  for (const [name, value] of [["role", "listbox"], ["tabindex", "0"], ["aria-label", "Network"], ["aria-activedescendant", id]] as const) pad.setAttribute(name, value);

  const place = (): void => {
    const screen = moves.screen();
    const at = spot ? middle(net, screen, spot) : undefined;
    ring.classList.toggle("rt-net-on", active && at !== undefined);
    if (!spot || !at) return;
    const r = spot.relation === undefined ? (screen.radius[spot.node ?? 0] ?? 4) + 6 : 9;
    ring.style.transform = `translate(${at[0] - r}px, ${at[1] - r}px)`;
    ring.style.width = ring.style.height = `${2 * r}px`;
    describe(ring, net, context, spot);
  };
  const to = (next: Spot | null): void => {
    if (!next) return;
    spot = next;
    active = true;
    moves.look(next);
    const at = middle(net, moves.screen(), next);
    if (at) moves.reveal(at);
    place();
  };
  const stop = new AbortController();
  pad.addEventListener("focus", () => { if (pad.matches(":focus-visible")) to(spot ?? start(net, context, moves.screen())); }, { signal: stop.signal });
  pad.addEventListener("blur", () => { active = false; moves.look(null); place(); }, { signal: stop.signal });
  pad.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (press(e.key, e.shiftKey)) e.preventDefault();
  }, { signal: stop.signal });

  const press = (key: string, shift: boolean): boolean => {
    const way = ARROWS[key];
    if (way && shift) { moves.pan(-way[0] * 60, -way[1] * 60); return true; }
    if (way) { to(step(net, context, moves.screen(), spot, way)); return true; }
    switch (key) {
      case "[": case "]": to(nextRelation(net, context, spot, key === "]" ? 1 : -1)); return true;
      case "Enter": case " ": if (spot) moves.choose(spot); return spot !== null;
      case "Home": to(start(net, context, moves.screen(), true)); return true;
      case "+": case "=": moves.zoom.nearer(); return true;
      case "-": moves.zoom.farther(); return true;
      case "0": moves.zoom.whole(); return true;
      case "Escape": moves.close(); if (!context.store.state.selected) return false; context.store.set({ selected: null }); return true;
    }
    return false;
  };
  ring.setAttribute("aria-label", "no mark"); // until there is a spot the option has a name all the same
  return { place, put(next) { spot = next; active = false; }, dispose() { stop.abort(); } };
}

function describe(ring: HTMLElement, net: Net, context: Context, spot: Spot): void {
  const words = spot.link !== undefined ? noteOfLink(net, context, spot.link, spot.relation) : noteOfNode(net, context, spot.node ?? 0);
  const selected = context.store.state.selected;
  const own = spot.relation !== undefined ? `r:${spot.relation}` : net.nodes[spot.node ?? 0]?.id;
  ring.setAttribute("aria-label", words);
  ring.setAttribute("aria-selected", String(selected === own));
  ring.setAttribute("aria-setsize", String(net.nodes.length));
  ring.setAttribute("aria-posinset", String((spot.node ?? 0) + 1));
}

/** Where a spot stands on the screen. */
function middle(net: Net, screen: Screen, spot: Spot): Point | undefined {
  const link = spot.link === undefined ? undefined : net.links[spot.link];
  if (link && link.from !== link.to) return along(curveOf(net, screen, link), 0.5);
  return screen.at[link ? link.from : (spot.node ?? -1)];
}

/** The selection, else the most connected of what is shown. */
function start(net: Net, context: Context, screen: Screen, top = false): Spot | null {
  const selected = top ? null : context.store.state.selected;
  const own = selected === null ? undefined : net.at.get(selected.split("/")[0] ?? "");
  if (own !== undefined) return { node: own };
  let best: number | undefined;
  net.nodes.forEach((n, i) => {
    if (screen.shown[i] && (best === undefined || n.degree > (net.nodes[best]?.degree ?? 0))) best = i;
  });
  return best === undefined ? null : { node: best };
}

function step(net: Net, context: Context, screen: Screen, spot: Spot | null, [dx, dy]: Point): Spot | null {
  const from = spot?.node ?? (spot?.link === undefined ? undefined : net.links[spot.link]?.from);
  if (from === undefined) return start(net, context, screen);
  const next = nextNode(screen, from, dx, dy);
  return next === undefined ? { node: from } : { node: next };
}

/** The relations of a node, one after the other, those within bundles too. */
function nextRelation(net: Net, context: Context, spot: Spot | null, by: number): Spot | null {
  const node = spot?.node ?? (spot?.link === undefined ? undefined : net.links[spot.link]?.from);
  if (node === undefined) return null;
  const all = (net.linksAt[node] ?? []).flatMap((link) => (net.links[link]?.relations ?? []).filter((r) => context.visibleRelation(r)).map((relation) => ({ node, link, relation })));
  if (all.length === 0) return null;
  const at = all.findIndex((s) => s.relation === spot?.relation);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  return all[next] ?? null;
}
