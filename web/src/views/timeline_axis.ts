// The calendar above the lanes, with the names of eras where there are any.

import { fill, h, svg } from "../dom";
import type { Ruler } from "../chart/text";
import type { Theme } from "../contract";
import type { Era } from "./timeline_data";
import { font } from "./timeline_draw";
import { pixel, scaleOf, type Axis, type View } from "./timeline_scale";
import { between, type Tick } from "./timeline_ticks";

const ROW = 22;
const TRACK = 15; // pixels of a line of eras

/** Eras that overlap stand under each other: the track of each, by the order given. */
export function tracks(eras: readonly Era[]): number[] {
  const free: number[] = [];
  const out = eras.map(() => 0);
  const byStart = eras.map((_, i) => i).sort((a, b) => (eras[a]?.from ?? 0) - (eras[b]?.from ?? 0) || a - b);
  for (const i of byStart) {
    const era = eras[i] as Era;
    const found = free.findIndex((end) => end <= era.from);
    const track = found < 0 ? free.length : found;
    free[track] = era.to;
    out[i] = track;
  }
  return out;
}

export interface AxisBar { element: HTMLElement; draw(ticks: readonly Tick[], eras: readonly Era[], axis: Axis, view: View, theme: Theme): void }

export function makeAxisBar(ruler: Ruler): AxisBar {
  const picture = svg("svg", { "aria-hidden": "true" });
  const element = h("div", { class: "rt-tl-axis" }, picture);
  return {
    element,
    draw(ticks, eras, axis, view, theme) {
      const track = tracks(eras);
      const height = ROW + (eras.length > 0 ? TRACK * (Math.max(...track) + 1) + 2 : 0);
      picture.setAttribute("width", String(view.left + view.width));
      picture.setAttribute("height", String(height));
      fill(picture, ...drawTicks(ticks, axis, view, height, theme, ruler), ...eras.flatMap((era, i) => drawEra(era, TRACK * (track[i] ?? 0), eraRoom(eras, track, i), axis, view, theme, ruler)));
    },
  };
}

function drawTicks(ticks: readonly Tick[], axis: Axis, view: View, height: number, theme: Theme, ruler: Ruler): SVGElement[] {
  const out = minorLines(axis, view, height);
  const seen = ticks
    .map((tick) => ({ ...tick, x: Math.round(pixel(view, axis.units(tick.day))) + 0.5 }))
    .filter((tick) => tick.x >= view.left && !axis.breaks.some(([from, to]) => tick.day > from && tick.day < to));
  for (const { x } of seen) out.push(svg("line", { class: "rt-tl-tick", x1: x, x2: x, y1: height - 5, y2: height }));
  const ends = axis.breaks.map(([, to]) => pixel(view, axis.units(to)));
  const wide = (t: Tick): number => ruler.width(t.text, font(theme, 12, t.major ? 600 : 400));
  for (const [tick, x] of namedTicks(seen, wide, view.left + view.width + MARGIN, ends)) {
    out.push(svg("text", { class: tick.major ? "rt-tl-tick-major" : "rt-tl-tick-minor", x, y: height - 8 }, tick.text));
  }
  return out;
}

const BESIDE = 4; // pixels from a tick to its name
const APART = 8; // pixels between two names
const MARGIN = 6; // pixels that a name may stand beyond the axis

/**
 * The ticks that have a name and where it begins, so that none leaves the axis
 * at the right or runs into another; the last may begin a little before its
 * tick. A name in front of a break that would reach what comes behind it gives
 * way: the years there are more, and it would stand over time that is not its own.
 */
export function namedTicks<T extends Tick & { x: number }>(ticks: readonly T[], wide: (tick: T) => number, right: number, breaks: readonly number[]): [T, number][] {
  const out: [T, number][] = [];
  let free = -Infinity;
  for (const tick of ticks) {
    const width = wide(tick);
    const x = Math.min(tick.x + BESIDE, right - width);
    if (x < free || x < tick.x - 2 || breaks.some((end) => tick.x < end && x + width > end)) continue;
    out.push([tick, x]);
    free = x + width + APART;
  }
  return out;
}

function minorLines(axis: Axis, view: View, height: number): SVGElement[] {
  return between(axis.days(view.from), axis.days(view.to), scaleOf(view))
    .filter((day) => !axis.breaks.some(([from, to]) => day > from && day < to))
    .map((day) => Math.round(pixel(view, axis.units(day))) + 0.5)
    .filter((x) => x >= view.left)
    .map((x) => svg("line", { class: "rt-tl-tick", x1: x, x2: x, y1: height - 3, y2: height }));
}

/** From where the line of an era is free for its name: the end of the one before it there. */
export function eraRoom(eras: readonly Era[], track: readonly number[], i: number): number {
  const own = eras[i];
  const before = eras.filter((era, k) => own && k !== i && track[k] === track[i] && era.from < own.from).map((era) => era.to);
  return Math.max(-Infinity, ...before);
}

/** The name stands on its era; one that is too short for it has it end where the era ends. It is written whole or not at all. */
function drawEra(era: Era, y: number, free: number, axis: Axis, view: View, theme: Theme, ruler: Ruler): SVGElement[] {
  const from = Math.max(view.left, pixel(view, axis.units(era.from)));
  const to = Math.min(view.left + view.width, pixel(view, axis.units(era.to)));
  if (to - from < 6) return [];
  const width = ruler.width(era.label, font(theme, 11, 400));
  const inside = width <= to - from - 6;
  const least = Number.isFinite(free) ? Math.max(view.left, pixel(view, axis.units(free)) + 8) : view.left;
  const line = svg("line", { class: "rt-tl-era-line", x1: from, x2: to, y1: y + 1.5, y2: y + 1.5 });
  if (!inside && width > to - least) return [line];
  return [line, svg("text", { class: "rt-tl-era", x: inside ? from + 4 : to, y: y + 13, "text-anchor": inside ? "start" : "end" }, era.label)];
}
