// From the state to what stands where: the screen, the brightness of each mark,
// and the captions that fit.

import type { Ruler } from "../chart/text";
import type { Context, State } from "../contract";
import { RECEDED } from "../story/light";
import { chosen, surroundings, type Chosen, type Direction } from "./network_focus";
import { otherEnd, type Net, type Point, type Side } from "./network_data";
import { along, clamp, curveOf, project, type Box, type Screen, type Transform } from "./network_geometry";
import { placeLabels, wrap, type Candidate, type Placed } from "./network_labels";
import { redLines, redOf, ringed, type Red } from "./network_red";
import type { Shading } from "./network_surface";
import { lifetimes } from "./network_time";

export const NAMED = 12; // the most connected things are always named

const GONE = 0.05;
const UNDATED = 0.4; // under a window of time, of a relation that may be older or younger

/** What the state says about every node and link; made anew when it changes. */
export interface Reading {
  chosen: Chosen;
  shown: readonly boolean[];
  linkShown: readonly boolean[];
  near(node: number): boolean; // does not recede
  shading: Shading;
  red: Red;
}

export function read(net: Net, context: Context, state: State, direction: Direction): Reading {
  const shown = net.nodes.map((n) => context.visible(n.id));
  const time = lifetimes(net, context, state, shown);
  const linkShown = net.links.map((l) => (shown[l.from] ?? false) && (shown[l.to] ?? false) && time.stands(l));
  const what = chosen(net, state.selected);
  const bright = surroundings(net, what, state.focus, direction, (l) => linkShown[l] ?? false);
  const spoken = net.nodes.map((n) => context.inFocus(n.id));
  const near = (i: number): boolean => (spoken[i] ?? false) && (bright === null || bright.has(i)) && !time.waits(i);
  const shading: Shading = {
    node: (i) => (!shown[i] ? GONE : near(i) ? 1 : RECEDED),
    link(i) {
      const l = net.links[i];
      return !l || !linkShown[i] ? GONE : near(l.from) && near(l.to) ? (time.undated(l) ? UNDATED : 1) : RECEDED;
    },
  };
  return { chosen: what, shown, linkShown, near, shading, red: redOf(net, context, shown, linkShown) };
}

/** Where the nodes stand, in the layout's units, how large marks may be, and how far the outermost stay from the edges. */
export interface Setting { at: readonly Point[]; size: readonly number[]; side: readonly Side[]; pad: Padding; }

export interface Padding { left: number; right: number; top: number; bottom: number; }

const STRETCH = 1.4; // a layout bears this much more or less height
const SMALLEST = 7; // pixels
const ROOM = 2200; // square pixels a mark with its name would like; where there are fewer, marks shrink

/** Takes the layout whose canvas is nearer to the shape of the stage, and stretches it to fill. */
export function setting(net: Net, width: number, height: number, measure: Measure = "degree"): Setting {
  const off = (canvas: Point): number => height / width / (canvas[1] / canvas[0]);
  const upright = Math.abs(Math.log(off(net.tall))) < Math.abs(Math.log(off(net.wide)));
  const canvas = upright ? net.tall : net.wide;
  const stretch = clamp(off(canvas), 1 / STRETCH, STRETCH);
  const k = Math.min(width / canvas[0], height / (canvas[1] * stretch));
  const at = net.nodes.map(({ portrait, landscape }): Point => (upright ? [portrait[0], portrait[1] * stretch] : [landscape[0], landscape[1] * stretch]));
  const room = clamp(Math.sqrt((width * height) / (net.nodes.length * ROOM)), 0.5, 1);
  const size = sizes(net, measure).map((d) => Math.max(SMALLEST, d * room * clamp(k, 0.5, 1.25)));
  return { at, size, side: net.nodes.map((n) => (upright ? n.tallSide : n.side)), pad: padding(at, [canvas[0], canvas[1] * stretch], k, width, height) };
}

/** What the area of a mark stands for. */
export type Measure = "degree" | "betweenness";

/** Diameters; for degree those of the layout, which made room for them. */
function sizes(net: Net, measure: Measure): number[] {
  if (measure === "degree") return net.nodes.map((n) => n.size);
  const most = Math.max(1e-9, ...net.nodes.map((n) => n.betweenness));
  const [least, largest] = [Math.min(...net.nodes.map((n) => n.size)), Math.max(...net.nodes.map((n) => n.size))];
  return net.nodes.map((n) => least + (largest - least) * Math.sqrt(n.betweenness / most));
}

/** What is left around the outermost nodes when the layout's canvas stands in the middle of the stage. */
function padding(at: readonly Point[], canvas: Point, k: number, width: number, height: number): Padding {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of at) { x0 = Math.min(x0, x); x1 = Math.max(x1, x); y0 = Math.min(y0, y); y1 = Math.max(y1, y); }
  if (x0 >= x1 || y0 >= y1) return { left: 40, right: 40, top: 40, bottom: 40 };
  const left = (width - canvas[0] * k) / 2 + x0 * k;
  const top = (height - canvas[1] * k) / 2 + y0 * k;
  return { left, right: width - left - (x1 - x0) * k, top, bottom: height - top - (y1 - y0) * k };
}

export function screenOf(place: Setting, reading: Reading, t: Transform, growth: number): Screen {
  return {
    at: place.at.map((p) => project(t, p)), radius: place.size.map((d) => (d / 2) * growth),
    shown: reading.shown, linkShown: reading.linkShown,
  };
}

/** A caption keeps its place beside its mark while the plane moves. */
export interface Caption extends Placed { text: string; lines: number; size: number; bold: boolean; dx: number; dy: number; plate?: boolean; }

/** Nodes by falling degree: the order in which they are named. */
export function byDegree(net: Net): number[] {
  return net.nodes.map((_, i) => i).sort((a, b) => (net.nodes[b]?.degree ?? 0) - (net.nodes[a]?.degree ?? 0) || a - b);
}

const MOST_TRIED = 600; // labels a screen could hold at the very most

export function captions(net: Net, context: Context, reading: Reading, place: Setting, screen: Screen, bounds: Box, order: readonly number[], ruler: Ruler): Caption[] {
  const beside = besideChosen(net, reading);
  const told = context.store.state.step > 0;
  const inView = order.filter((i) => wanted(i, reading, screen, bounds));
  const top = new Set(order.slice(0, NAMED));
  const rank = new Map(inView.map((i, n) => [i, inView.length - n + (beside.get(i) ?? 0) * 1e6]));
  const first = [...inView].sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0)).slice(0, MOST_TRIED);
  const texts = new Map(first.map((i) => [i, written(net, context, i, top.has(i) || (beside.get(i) ?? 0) > 1, bounds, ruler)]));
  const candidates = first.map((i): Candidate => {
    const t = texts.get(i);
    const insist = top.has(i) || beside.has(i) || told;
    return { node: i, forms: t ?? [], rank: rank.get(i) ?? 0, insist, always: top.has(i) || (beside.get(i) ?? 0) > 1, side: place.side[i] ?? "right" };
  });
  const around = { lines: strongLines(net, context, reading, screen), red: redLines(net, screen, reading.red), rivals: rivals(reading) };
  return placeLabels(candidates, inTheWay(net, reading, screen), bounds, around).flatMap((p) => {
    const t = texts.get(p.node)?.[p.form];
    const [x, y] = screen.at[p.node] ?? [0, 0];
    return t ? [{ ...p, text: t.text, lines: t.lines, size: t.size, bold: t.bold, dx: p.x - x, dy: p.y - y }] : [];
  });
}

/** What a name could be taken for; not what recedes. */
function rivals(reading: Reading): boolean[] { return reading.shown.map((shown, i) => shown && reading.near(i)); }

const RING_OFF = 6; // pixels from a mark to the outer edge of the ring of the selection

/** A mark with the ring of the selection around it. */
function chosenRinged(net: Net, { chosen: { node, link } }: Reading, screen: Screen): Screen {
  const joined = link === undefined ? undefined : net.links[link];
  const ringed = node !== undefined ? [node] : joined ? [joined.from, joined.to] : [];
  if (ringed.length === 0) return screen;
  const radius = [...screen.radius];
  for (const i of ringed) radius[i] = (radius[i] ?? 0) + RING_OFF;
  return { ...screen, radius };
}

/** Labels keep off every mark and off its rings; among thousands, only off those that do not recede. */
export function inTheWay(net: Net, reading: Reading, screen: Screen): Screen {
  const rings = ringed(chosenRinged(net, reading, screen), reading.red);
  return net.large ? { ...rings, shown: screen.shown.map((shown, i) => shown && reading.near(i)) } : rings;
}

/** Between what the story speaks of; none where it speaks of everything. */
export function spokenLinks(net: Net, context: Context, reading: Reading): number[] {
  const spoken = net.nodes.map((n) => context.inFocus(n.id));
  if (spoken.every((one) => one)) return [];
  return net.links.flatMap((l, i) => (reading.linkShown[i] && spoken[l.from] && spoken[l.to] ? [i] : []));
}

/** Points on the curves of the selection and of what the story speaks of, which labels had better not cover. */
function strongLines(net: Net, context: Context, reading: Reading, screen: Screen): Point[] {
  const { node, link } = reading.chosen;
  const links = link !== undefined ? [link] : node === undefined ? [] : (net.linksAt[node] ?? []);
  return [...new Set([...links, ...spokenLinks(net, context, reading)])].flatMap((l) => {
    const one = net.links[l];
    if (!one || !reading.linkShown[l]) return [];
    const q = curveOf(net, screen, one);
    return Array.from({ length: 25 }, (_, i) => along(q, (1 - Math.cos((Math.PI * i) / 24)) / 2)); // closer together where names stand
  });
}

/** The selection counts 3, what the red thread passes 2, what is joined to the selection 1. */
function besideChosen(net: Net, { chosen: what, red }: Reading): Map<number, number> {
  const out = new Map<number, number>();
  if (what.node !== undefined) {
    for (const l of net.linksAt[what.node] ?? []) {
      const link = net.links[l];
      if (link) out.set(otherEnd(link, what.node), 1);
    }
  }
  for (const i of red.nodes) out.set(i, 2);
  if (what.node !== undefined) out.set(what.node, 3);
  const link = what.link === undefined ? undefined : net.links[what.link];
  if (link) { out.set(link.from, 3); out.set(link.to, 3); }
  return out;
}

function wanted(i: number, reading: Reading, screen: Screen, bounds: Box): boolean {
  if (!reading.shown[i] || !reading.near(i)) return false;
  const [x, y] = screen.at[i] ?? [0, 0];
  return x >= bounds.x && x <= bounds.x + bounds.width && y >= bounds.y && y <= bounds.y + bounds.height;
}

interface Written { text: string; lines: number; width: number; height: number; size: number; bold: boolean; }

/** A name as it is best written, and in one line where that is another way. */
function written(net: Net, context: Context, i: number, bold: boolean, bounds: Box, ruler: Ruler): Written[] {
  const narrow = bounds.width < 600;
  const told = context.store.state.step > 0 && !narrow; // read from the last row
  const size = (bold ? 12.5 : 11.5) - (narrow ? 0.5 : 0) + (told ? 2.5 : 0);
  const font = fontOf(size, bold, context.theme().font);
  const measure = (text: string): number => ruler.width(text, font);
  const name = context.index.label(net.nodes[i]?.id ?? "").replace(/\s+/g, " ");
  const text = wrap(name, measure, narrow ? 92 : told ? 168 : 136);
  const form = (text: string): Written => {
    const lines = text.split("\n");
    return { text, lines: lines.length, width: Math.max(...lines.map(measure)), height: lines.length * lineHeight(size), size, bold };
  };
  const forms = [form(text)];
  const lone = (net.linksAt[i] ?? []).length === 0; // stands in a row, with room beside it and little above
  if (lone && !narrow && text !== name && measure(name) <= ONE_LINE) return [form(name), ...forms];
  if (text !== name && measure(name) <= ONE_LINE) forms.push(form(name));
  else if (bold && text === name && name.includes(" ")) forms.push(form(wrap(name, measure, measure(name) * 0.7)));
  return forms;
}

const ONE_LINE = 190; // pixels of a name in one line, where two do not fit

export function fontOf(size: number, bold: boolean, family: string): string { return `${bold ? "600 " : ""}${size}px ${family}`; }

export function lineHeight(size: number): number { return Math.round(size * 1.18); }

/** The caption of a mark that has none, on a plate over whatever is there. */
export function captionOf(net: Net, context: Context, i: number, screen: Screen, bounds: Box, ruler: Ruler): Caption {
  const [t] = written(net, context, i, true, bounds, ruler) as [Written, ...Written[]];
  const [x, y] = screen.at[i] ?? [0, 0];
  const off = (screen.radius[i] ?? 4) + 7;
  const left = x + off + t.width > bounds.x + bounds.width;
  const dx = left ? -off - t.width : off;
  return { node: i, form: 0, x: x + dx, y: y - t.height / 2, width: t.width, height: t.height, align: "left", leader: false, plate: true, text: t.text, lines: t.lines, size: t.size, bold: t.bold, dx, dy: -t.height / 2 };
}

/** Captions where their marks stand now. */
export function follow(list: readonly Caption[], screen: Screen): Caption[] {
  return list.map((c) => {
    const [x, y]: Point = screen.at[c.node] ?? [0, 0];
    return { ...c, x: x + c.dx, y: y + c.dy };
  });
}
