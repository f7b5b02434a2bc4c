// Marks as ECharts shapes. Every way of not knowing a date has a look of its
// own, and none of them is a colour alone.

import type { Theme } from "../contract";
import type { Ruler } from "../chart/text";
import { symbolPath } from "../symbols";
import { FLAG, coarse, fadesLeft, fadesRight, has, type Era, type Item } from "./timeline_data";
import { wrapped } from "./timeline_lines";
import { LEAST_BAR, LINE, liesUpon, type Scene, type SceneMark, type ScenePill } from "./timeline_scene";
import { pixel, type Axis, type View } from "./timeline_scale";
import type { Tick } from "./timeline_ticks";

export type Shape = Record<string, unknown>;

export interface Brush {
  theme: Theme;
  ruler: Ruler;
  symbol(kind: string): string;
  bright(id: string): number; // less than 1: it recedes
  red?(id: string): boolean; // the red thread passes here
  passed?(id: string): boolean; // here, or at a stage of it
  large: boolean; // names to be read from the last row
  selected: string | null;
  hovered: string | null;
}

export const LABEL = 12; // px
export const font = (theme: Theme, size = LABEL, weight = 400): string => `${weight} ${size}px ${theme.font}`;

/** A colour of the theme with an opacity. */
export function tint(colour: string, opacity: number): string {
  const n = Number.parseInt(colour.slice(1, 7), 16);
  if (!/^#[0-9a-f]{6}/i.test(colour) || Number.isNaN(n)) return colour;
  return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${opacity})`;
}

const rect = (x: number, y: number, width: number, height: number, style: Shape, r = 0): Shape => ({ type: "rect", shape: { x, y, width, height, r }, style });
const path = (pathData: string, x: number, y: number, style: Shape): Shape => ({ type: "path", x, y, shape: { pathData }, style });
const line = (x1: number, y1: number, x2: number, y2: number, style: Shape): Shape => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { fill: "none", ...style } });
const text = (t: string, x: number, y: number, style: Shape): Shape => ({ type: "text", style: { text: t, x, y, verticalAlign: "middle", ...style } });

function fading(stops: [number, string][]): Shape {
  return { type: "linear", x: 0, y: 0, x2: 1, y2: 0, colorStops: stops.map(([offset, color]) => ({ offset: Math.min(1, Math.max(0, offset)), color })) };
}

// ---- what lies behind -------------------------------------------------------

export interface Ground { scene: Scene; view: View; axis: Axis; ticks: readonly Tick[]; eras: readonly Era[]; width: number; titlesAbove: boolean }

export function drawGround(g: Ground, b: Brush): Shape {
  const { theme } = b;
  const children: Shape[] = [];
  g.scene.lanes.forEach((lane, i) => {
    if (i % 2 === 0) children.push(rect(0, lane.top, g.width, lane.height, { fill: theme.lane }));
  });
  for (const era of g.eras) children.push(...drawEra(era, g, b));
  for (const tick of g.ticks) {
    const x = crisp(pixel(g.view, g.axis.units(tick.day)));
    if (x >= g.view.left) children.push(line(x, 0, x, g.scene.height, { stroke: theme.rule, lineWidth: 1, opacity: tick.major ? 1 : 0.55 }));
  }
  for (const [from, to] of g.axis.breaks) children.push(...drawBreak(from, to, g, theme));
  for (const lane of g.scene.lanes) children.push(drawTitle(lane, g, b));
  return { type: "group", children };
}

const crisp = (x: number): number => Math.round(x) + 0.5;

/** A title stands whole: in as many lines as it takes, smaller where its lane is too low for them. */
function drawTitle(lane: Scene["lanes"][number], g: Ground, b: Brush): Shape {
  const room = g.titlesAbove ? g.width - 16 : g.view.left - 18;
  const large = wrapped(lane.title, room, (t) => b.ruler.width(t, font(b.theme, LABEL, 600)));
  const low = !g.titlesAbove && large.length > 1 && 15 * large.length + 6 > lane.height;
  const style = { fill: b.theme.muted, font: font(b.theme, low ? 10 : LABEL, 600) };
  const lines = low ? wrapped(lane.title, room, (t) => b.ruler.width(t, style.font)) : large;
  const y = g.titlesAbove ? lane.top + 13 : low ? lane.line - 5 * (lines.length - 1) : lane.line;
  return { type: "group", children: lines.map((t, i) => text(t, g.titlesAbove ? 6 : 10, y + (low ? 10 : 15) * i, style)) };
}

function drawEra(era: Era, g: Ground, b: Brush): Shape[] {
  const from = Math.max(g.view.left, pixel(g.view, g.axis.units(era.from)));
  const to = Math.min(g.view.left + g.view.width, pixel(g.view, g.axis.units(era.to)));
  if (to <= from) return [];
  return [
    rect(from, 0, to - from, g.scene.height, { fill: tint(b.theme.ink, 0.022) }),
    line(crisp(from), 0, crisp(from), g.scene.height, { stroke: b.theme.muted, lineWidth: 1, lineDash: [1, 4], opacity: 0.6 }),
  ];
}

const WAVE = 3; // pixels to either side
const AIR = 2; // pixels between a wave and a name

/** Two waves down the chart: here time is drawn shorter than it was. They stop where a name stands. */
function drawBreak(from: number, to: number, g: Ground, theme: Theme): Shape[] {
  const a = pixel(g.view, g.axis.units(from));
  const z = pixel(g.view, g.axis.units(to));
  if (z < g.view.left || a > g.view.left + g.view.width) return [];
  const left = Math.max(a, g.view.left);
  const wave = (x: number): Shape => path(zigzag(g.scene.height, namesAt(g.scene, x)), x, 0, { fill: "none", stroke: theme.muted, lineWidth: 1, opacity: 0.6 });
  return [rect(left, 0, Math.max(0, z - left), g.scene.height, { fill: theme.paper, opacity: 0.7 }), ...[a, z].filter((x) => x >= g.view.left).map(wave)];
}

function namesAt(scene: Scene, x: number): [number, number][] {
  return scene.marks.flatMap(({ label: l }): [number, number][] =>
    (l && l.x < x + WAVE + AIR && l.x + l.width > x - WAVE - AIR ? [[l.y - AIR, l.y + l.height + AIR]] : []));
}

/** A wave from the top down, without the stretches where something else stands. */
export function zigzag(height: number, taken: readonly (readonly [number, number])[]): string {
  let d = "M0 0";
  for (let y = 0, side = 1; y < height; y += 8, side = -side) {
    const to = Math.min(height, y + 8);
    d += `${taken.some(([a, z]) => a < to && z > y) ? "M" : "L"}${WAVE * side} ${to}`;
  }
  return d;
}

// ---- marks ------------------------------------------------------------------

export function drawMark(m: SceneMark, g: { view: View; axis: Axis }, b: Brush): Shape {
  const colour = isRed(m, b) ? b.theme.red : b.theme.color(m.item.kind);
  const children: Shape[] = [];
  for (const [from, to] of m.line) children.push(line(from, m.y, to, m.y, { stroke: colour, lineWidth: 1.5, opacity: 0.55 }));
  if (!has(m.item, FLAG.derived)) children.push(...drawTime(m, g, colour, b.theme));
  if (m.item.id === b.selected || m.item.id === b.hovered) children.push(drawRing(m, b));
  children.push(...(m.owner ? drawStage(m, colour, b.theme) : drawSymbol(m, colour, b)));
  if (m.label) children.push(...drawLabel(m, b));
  else if (m.item.id === b.hovered) children.push(drawTag(m, g.view, b));
  return receding({ type: "group", children }, b.bright(m.item.id));
}

/** A thing and the stages that lie on it are one mark: red where one of them is. */
export function isRed(m: SceneMark, b: Pick<Brush, "red">): boolean {
  if (m.owner && liesUpon(m)) return isRed(m.owner, b);
  return [m, ...(m.upon ?? [])].some((one) => b.red?.(one.item.id) ?? false);
}

/** A shape with all its parts at a share of their strength. */
function receding(shape: Shape, bright: number): Shape {
  if (bright >= 1) return shape;
  if (Array.isArray(shape["children"])) return { ...shape, children: (shape["children"] as Shape[]).map((child) => receding(child, bright)) };
  const style = (shape["style"] ?? {}) as { opacity?: number };
  return { ...shape, style: { ...style, opacity: (style.opacity ?? 1) * bright } };
}

/** Bar or band: solid where it is known, fading where the bounds leave it open. */
function drawTime(m: SceneMark, g: { view: View; axis: Axis }, colour: string, theme: Theme): Shape[] {
  const span = has(m.item, FLAG.span);
  if (m.to - m.from < LEAST_BAR) return [];
  const height = m.owner ? 9 : span ? 11 : 7;
  const out = [rect(m.from, m.y - height / 2, m.to - m.from, height, { fill: shade(m, g, tint(colour, m.owner ? 0.15 : span ? 0.3 : 0.2), tint(colour, 0)) }, 2)];
  if (!span && has(m.item, FLAG.oneOf)) out.push(...caps(m, colour, height));
  return [...out, ...drawEnds(m, colour, theme)];
}

/** How the bar's colour runs: from nothing at the earliest start to full at the latest, and out again. */
function shade(m: SceneMark, g: { view: View; axis: Axis }, full: string, none: string): Shape {
  const x = (day: number | null): number | null => (day === null ? null : (pixel(g.view, g.axis.units(day)) - m.from) / (m.to - m.from));
  const [, startLatest, endEarliest] = m.item.bounds;
  if (!has(m.item, FLAG.span)) {
    return fading([[0, fadesLeft(m.item) ? none : full], [1, fadesRight(m.item) ? none : full]]);
  }
  const soft = has(m.item, FLAG.approximate) ? Math.min(0.3, 14 / (m.to - m.from)) : 0;
  const a = Math.max(fadesLeft(m.item) ? (x(m.item.from) ?? 0) : (x(startLatest) ?? 0), soft);
  const z = Math.min(fadesRight(m.item) ? (x(m.item.to) ?? 1) : (x(endEarliest) ?? 1), 1 - soft);
  const [i, o] = a <= z ? [a, z] : [(a + z) / 2, (a + z) / 2];
  return fading([[0, i > 0.001 ? none : full], [i, full], [o, full], [1, o < 0.999 ? none : full]]);
}

/** One day among these: short posts at both ends. */
function caps(m: SceneMark, colour: string, height: number): Shape[] {
  const post = (x: number): Shape => line(x, m.y - height / 2 - 1, x, m.y + height / 2 + 1, { stroke: colour, lineWidth: 1, opacity: 0.8 });
  const clear = (x: number): boolean => !m.label || x < m.label.x || x > m.label.x + m.label.width;
  const ends = [...(fadesLeft(m.item) ? [] : [m.from]), ...(fadesRight(m.item) ? [] : [m.to])];
  return ends.filter(clear).map(post);
}

/** An open end is an arrow, an unknown one a question mark. */
function drawEnds(m: SceneMark, colour: string, theme: Theme): Shape[] {
  const out: Shape[] = [];
  const arrow = (x: number, way: 1 | -1): Shape => path(`M${-5 * way}-4L0 0L${-5 * way} 4`, x, m.y, { fill: "none", stroke: colour, lineWidth: 1.6, opacity: 0.9 });
  const asks = (x: number): Shape => text("?", x, m.y, { fill: theme.muted, font: font(theme, 10, 600), align: "center" });
  if (fadesRight(m.item)) out.push(has(m.item, FLAG.unknown) ? asks(m.to - 4) : arrow(m.to - 3, 1));
  if (fadesLeft(m.item)) out.push(has(m.item, FLAG.unknownStart) ? asks(m.from + 4) : arrow(m.from + 3, -1));
  return out;
}

function drawRing(m: SceneMark, b: Brush): Shape {
  const chosen = m.item.id === b.selected;
  return { type: "circle", shape: { cx: m.x, cy: m.y, r: m.owner ? 7.5 : 9.8 }, style: { fill: b.theme.paper, stroke: b.theme.ink, lineWidth: chosen ? 2 : 1, opacity: chosen ? 1 : 0.8 } };
}

function drawSymbol(m: SceneMark, colour: string, b: Brush): Shape[] {
  const d = symbolPath(b.symbol(m.item.kind));
  return [path(d, m.x, m.y, outline(m.item, colour, b.theme)), ...drawDoubts(m, colour, b.theme, d)];
}

const DASH: Record<Item["status"], number[] | undefined> = { stated: undefined, possible: [3, 2], inferred: [1, 2], disputed: undefined };

/** Filled when its day is known; hollow when only year or month are, with a dashed line when it is one day among several; its line tells the status. */
function outline(item: Item, colour: string, theme: Theme): Shape {
  const hollow = has(item, FLAG.oneOf) || coarse(item) || item.status === "possible" || item.status === "inferred";
  const dash = DASH[item.status] ?? (has(item, FLAG.oneOf) ? [2.5, 1.5] : undefined);
  return { fill: hollow ? theme.paper : colour, stroke: hollow ? colour : theme.paper, lineWidth: hollow ? 1.6 : 1, lineDash: hollow ? dash : undefined };
}

function drawStage(m: SceneMark, colour: string, theme: Theme): Shape[] {
  if (liesUpon(m)) return [path("M0 6.5V9.5", m.x, m.y, { fill: "none", stroke: colour, lineWidth: 1.8 }), ...drawDoubts(m, colour, theme, "")];
  const d = "M-3.2-5.5H3.2V5.5H-3.2z";
  return [path(d, m.x, m.y, outline(m.item, colour, theme)), ...drawDoubts(m, colour, theme, d)];
}

/** Signs at the mark: a wave for "about", a question for "uncertain", a second line for disputed, a cut for sources that disagree. */
function drawDoubts(m: SceneMark, colour: string, theme: Theme, d: string): Shape[] {
  const out: Shape[] = [];
  if (m.item.status === "disputed" && d) out.push({ ...path(d, m.x, m.y, { fill: "none", stroke: colour, lineWidth: 0.9 }), scaleX: 1.45, scaleY: 1.45 });
  if (has(m.item, FLAG.conflicting)) out.push(path("M-6 6L6-6", m.x, m.y, { fill: "none", stroke: theme.paper, lineWidth: 3 }), path("M-8 8L-5 5M5-5L8-8", m.x, m.y, { fill: "none", stroke: theme.ink, lineWidth: 1.2 }));
  if (has(m.item, FLAG.approximate)) out.push(path("M-5 9Q-2.5 6.6 0 8.6T5 8.2", m.x, m.y, { fill: "none", stroke: theme.ink, lineWidth: 1.2 }));
  if (has(m.item, FLAG.uncertain)) out.push(text("?", m.x + 6, m.y - 6, { fill: theme.ink, font: font(theme, 9, 700), align: "center", stroke: theme.paper, lineWidth: 2 }));
  return out;
}

export function labelFont(m: SceneMark, b: Brush, more = 0): string {
  return font(b.theme, more + (m.owner ? 11 : LABEL) + (b.large ? 2.5 : 0), m.item.id === b.selected || b.passed?.(m.item.id) ? 600 : 400);
}

function drawLabel(m: SceneMark, b: Brush): Shape[] {
  const label = m.label;
  if (!label) return [];
  const x = label.atEnd ? label.x + label.width : label.x;
  const onOwnBar = !label.atEnd && m.from < label.x && m.to > label.x + 0.7 * label.width;
  const style = { fill: m.owner ? b.theme.muted : b.theme.ink, font: labelFont(m, b, label.lines ? -1 : 0), align: label.atEnd ? "right" : "left", stroke: b.theme.paper, lineWidth: onOwnBar && !label.lines ? 0 : 3 };
  const lines = label.lines ?? [label.text];
  if (label.plate) return [onPlate(lines.join("\n"), x + (label.atEnd ? 5 : -5), m.y, { ...style, lineWidth: 0, lineHeight: LINE }, b)];
  return lines.map((words, i) => text(words, x, m.y + LINE * (i - (lines.length - 1) / 2), style));
}

/** A name over whatever stands there. */
function onPlate(words: string, x: number, y: number, style: Shape, b: Brush): Shape {
  return { ...text(words, x, y, { ...style, backgroundColor: b.theme.card, borderColor: b.theme.rule, borderWidth: 1, borderRadius: 4, padding: [2, 5] }), z2: 10 };
}

/** The name of a mark under the pointer that has none on the chart, over all else. */
function drawTag(m: SceneMark, view: View, b: Brush): Shape {
  const type = labelFont(m, b);
  const wide = (words: string): number => b.ruler.width(words, type);
  const lines = wrapped(m.item.label, view.width - 30, wide);
  const need = Math.max(...lines.map(wide)) + 24;
  const x = Math.max(view.left, m.x + need > view.left + view.width ? m.x - need : m.x + 12);
  return onPlate(lines.join("\n"), x, m.y, { fill: b.theme.ink, font: type, lineHeight: 15 }, b);
}

// ---- clusters ---------------------------------------------------------------

export function drawPill(p: ScenePill, b: Brush, colour: string): Shape {
  const children: Shape[] = [];
  if (p.to - p.from > 36) children.push(line(p.from, p.y, p.to, p.y, { stroke: colour, lineWidth: 1, opacity: 0.6 }), path("M0-4V4", p.from, p.y, { fill: "none", stroke: colour, lineWidth: 1 }), path("M0-4V4", p.to, p.y, { fill: "none", stroke: colour, lineWidth: 1 }));
  const holds = p.items.some((item) => item.id === b.selected || item.stages.length > 0 && b.selected?.startsWith(`${item.id}/`));
  const words = p.items.length > 999 ? "999+" : String(p.items.length);
  children.push(rect(p.x - 16, p.y - 8, 32, 16, { fill: b.theme.card, stroke: holds ? b.theme.ink : colour, lineWidth: holds ? 2 : 1.2 }, 8));
  children.push(text(words, p.x, p.y + 0.5, { fill: b.theme.ink, font: font(b.theme, 11, 600), align: "center" }));
  return receding({ type: "group", children }, Math.max(...p.items.map((item) => b.bright(item.id))));
}
