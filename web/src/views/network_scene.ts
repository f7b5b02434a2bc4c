// From the state to what stands where: the screen, the brightness of each mark,
// and the captions that fit.

import type { Context, State } from "../contract";
import { chosen, surroundings, type Chosen, type Direction } from "./network_focus";
import { otherEnd, type Net, type Point } from "./network_data";
import { project, type Box, type Screen, type Transform } from "./network_geometry";
import { placeLabels, wrap, type Candidate, type Placed } from "./network_labels";
import type { Shading } from "./network_surface";

export const NAMED = 12; // the most connected things are always named

const RECEDED = 0.16;
const GONE = 0.05;

/** What the state says about every node and link; made anew when it changes. */
export interface Reading {
  chosen: Chosen;
  shown: readonly boolean[];
  linkShown: readonly boolean[];
  bright: ReadonlyMap<number, number> | null; // distance from the selection; null: nothing recedes
  shading: Shading;
}

export function read(net: Net, context: Context, state: State, direction: Direction): Reading {
  const shown = net.nodes.map((n) => context.visible(n.id));
  const linkShown = net.links.map((l) => (shown[l.from] ?? false) && (shown[l.to] ?? false) && l.relations.some((r) => context.visibleRelation(r)));
  const what = chosen(net, state.selected);
  const bright = surroundings(net, what, state.focus, direction, (l) => linkShown[l] ?? false);
  const near = (i: number): boolean => bright === null || bright.has(i);
  const shading: Shading = {
    node: (i) => (!shown[i] ? GONE : near(i) ? 1 : RECEDED),
    link(i) {
      const l = net.links[i];
      return !l || !linkShown[i] ? GONE : near(l.from) && near(l.to) ? 1 : RECEDED;
    },
  };
  return { chosen: what, shown, linkShown, bright, shading };
}

export function screenOf(net: Net, reading: Reading, portrait: boolean, t: Transform, growth: number): Screen {
  return {
    at: net.nodes.map((n) => project(t, portrait ? n.portrait : n.landscape)),
    radius: net.nodes.map((n) => (n.size / 2) * growth),
    shown: reading.shown, linkShown: reading.linkShown,
  };
}

/** A caption keeps its place beside its mark while the plane moves. */
export interface Caption extends Placed { text: string; lines: number; size: number; bold: boolean; dx: number; dy: number; }

/** Measures text as the canvas will set it, each text once. */
export class Ruler {
  private readonly context = document.createElement("canvas").getContext("2d");
  private readonly known = new Map<string, number>();

  width(text: string, size: number, bold: boolean, font: string): number {
    const key = `${bold ? "600 " : ""}${size}px ${font}`;
    const found = this.known.get(key + text);
    if (found !== undefined) return found;
    if (this.context) this.context.font = key;
    const width = this.context?.measureText(text).width ?? text.length * size * 0.55;
    this.known.set(key + text, width);
    return width;
  }
}

/** Nodes by falling degree: the order in which they are named. */
export function byDegree(net: Net): number[] {
  return net.nodes.map((_, i) => i).sort((a, b) => (net.nodes[b]?.degree ?? 0) - (net.nodes[a]?.degree ?? 0) || a - b);
}

const MOST_TRIED = 600; // labels a screen could hold at the very most

export function captions(net: Net, context: Context, reading: Reading, screen: Screen, bounds: Box, order: readonly number[], ruler: Ruler): Caption[] {
  const beside = besideChosen(net, reading.chosen);
  const inView = order.filter((i) => wanted(i, reading, screen, bounds));
  const top = new Set(order.slice(0, NAMED));
  const rank = new Map(inView.map((i, n) => [i, inView.length - n + (beside.get(i) ?? 0) * 1e6]));
  const first = [...inView].sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0)).slice(0, MOST_TRIED);
  const texts = new Map(first.map((i) => [i, written(net, context, i, top.has(i) || beside.get(i) === 2, bounds, ruler)]));
  const candidates = first.map((i): Candidate => {
    const t = texts.get(i);
    const insist = top.has(i) || beside.has(i);
    return { node: i, width: t?.width ?? 0, height: t?.height ?? 0, rank: rank.get(i) ?? 0, insist, side: net.nodes[i]?.side ?? "right" };
  });
  return placeLabels(candidates, screen, bounds).flatMap((p) => {
    const t = texts.get(p.node);
    const [x, y] = screen.at[p.node] ?? [0, 0];
    return t ? [{ ...p, text: t.text, lines: t.lines, size: t.size, bold: t.bold, dx: p.x - x, dy: p.y - y }] : [];
  });
}

/** The selection counts 2, what is joined to it 1. */
function besideChosen(net: Net, what: Chosen): Map<number, number> {
  const out = new Map<number, number>();
  if (what.node !== undefined) {
    for (const l of net.linksAt[what.node] ?? []) {
      const link = net.links[l];
      if (link) out.set(otherEnd(link, what.node), 1);
    }
    out.set(what.node, 2);
  }
  const link = what.link === undefined ? undefined : net.links[what.link];
  if (link) { out.set(link.from, 2); out.set(link.to, 2); }
  return out;
}

function wanted(i: number, reading: Reading, screen: Screen, bounds: Box): boolean {
  if (!reading.shown[i] || (reading.bright !== null && !reading.bright.has(i))) return false;
  const [x, y] = screen.at[i] ?? [0, 0];
  return x >= bounds.x && x <= bounds.x + bounds.width && y >= bounds.y && y <= bounds.y + bounds.height;
}

interface Written { text: string; lines: number; width: number; height: number; size: number; bold: boolean; }

function written(net: Net, context: Context, i: number, bold: boolean, bounds: Box, ruler: Ruler): Written {
  const font = context.theme().font;
  const size = bold ? 12.5 : 11.5;
  const measure = (text: string): number => ruler.width(text, size, bold, font);
  const text = wrap(context.index.label(net.nodes[i]?.id ?? "").replace(/\s+/g, " "), measure, bounds.width < 600 ? 96 : 136);
  const lines = text.split("\n");
  return { text, lines: lines.length, width: Math.max(...lines.map(measure)), height: lines.length * lineHeight(size), size, bold };
}

export function lineHeight(size: number): number { return Math.round(size * 1.18); }

/** Captions where their marks stand now. */
export function follow(list: readonly Caption[], screen: Screen): Caption[] {
  return list.map((c) => {
    const [x, y]: Point = screen.at[c.node] ?? [0, 0];
    return { ...c, x: x + c.dx, y: y + c.dy };
  });
}
