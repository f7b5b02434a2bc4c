// The threads as ECharts shapes. One thread is red and numbered; the others
// recede. What cannot have happened, or has no link in the sources, is never a
// line: its two ends are grey discs.

import type { Status } from "../contract";
import { DASHES } from "../shell/lines";
import { symbolPath } from "../symbols";
import { SMALL_LINE, type Curve, type Name, type Placed, type ThScene } from "./threads_scene";
import { FLAG, has } from "./timeline_data";
import { drawMark as drawTimelineMark, font, type Brush, type Shape } from "./timeline_draw";
import { pixel, type Axis } from "./timeline_scale";
import { bundlePath, type Overview } from "./threads_bundle";
import { pieces, type SceneMark } from "./timeline_scene";
import type { Tick } from "./timeline_ticks";

export const RECEDE = 0.38;

/** What is chosen, as far as the picture shows it. */
export interface Red {
  marks: { placed: Placed; x: number; number: number }[];
  curves: { curve: Curve; status: Status }[];
  runs: { x1: number; x2: number; y: number; status: Status }[]; // along a row
  grey: boolean; // it cannot have happened: marks only
}

export interface Shade { mark(i: number): number; curve(i: number): number; strong(i: number): boolean }

const none: Red = { marks: [], curves: [], runs: [], grey: false };
export const noRed = (): Red => none;

const line = (x1: number, y1: number, x2: number, y2: number, style: Shape): Shape => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { fill: "none", ...style } });
const path = (pathData: string, style: Shape): Shape => ({ type: "path", shape: { pathData }, style: { fill: "none", ...style } });
const text = (t: string, x: number, y: number, style: Shape): Shape => ({ type: "text", style: { text: t, x, y, verticalAlign: "middle", ...style } });
const group = (children: Shape[]): Shape => ({ type: "group", children });

/** Every shape within, fainter: a group has no opacity of its own. */
export function faint(shape: Shape, opacity: number): Shape {
  if (opacity >= 0.999) return shape;
  const style = shape["style"] as Shape | undefined;
  const children = shape["children"] as Shape[] | undefined;
  return {
    ...shape,
    ...(style ? { style: { ...style, opacity: ((style["opacity"] as number | undefined) ?? 1) * opacity } } : {}),
    ...(children ? { children: children.map((c) => faint(c, opacity)) } : {}),
  };
}

// ---- what lies behind -------------------------------------------------------

export function drawGround(scene: ThScene, axis: Axis, ticks: readonly Tick[], window: readonly [number, number] | null, b: Brush): Shape {
  const { theme } = b;
  const out: Shape[] = [];
  scene.lanes.forEach((lane, i) => {
    if (i % 2 === 0 && lane.height > 0) out.push({ type: "rect", shape: { x: 0, y: lane.top, width: scene.width, height: lane.height }, style: { fill: theme.lane } });
  });
  for (const tick of ticks) {
    const x = Math.round(pixel(scene.view, axis.units(tick.day))) + 0.5;
    if (x >= scene.view.left) out.push(line(x, 0, x, scene.height, { stroke: theme.rule, lineWidth: 1, opacity: tick.major ? 1 : 0.5 }));
  }
  if (window) for (const day of window) {
    const x = Math.round(pixel(scene.view, axis.units(day))) + 0.5;
    if (x > scene.view.left && x < scene.view.left + scene.view.width) out.push(line(x, 0, x, scene.height, { stroke: theme.muted, lineWidth: 1, lineDash: [4, 3] }));
  }
  const strong = font(theme, 12, 600);
  for (const lane of scene.lanes) if (lane.height > 0) out.push(text(b.ruler.shorten(lane.title, scene.view.left - 14, strong), 10, lane.line - (Number.isNaN(lane.strip) ? 0 : 8), { fill: theme.muted, font: strong }));
  for (const lane of scene.lanes) if (!Number.isNaN(lane.strip)) out.push(text(`${lane.total} in all`, 10, lane.line + 9, { fill: theme.muted, font: font(theme, 12, 400) }));
  return group(out);
}

// ---- curves -----------------------------------------------------------------

/** A curve that is not chosen; a change of stage is the row's own line, and what is ruled out shows only when chosen. */
export function drawCurve(c: Curve, opacity: number, b: Brush): Shape {
  if (c.tie.ruled || c.tie.relation === "") return group([]);
  return path(c.path, { stroke: b.theme.ink, lineWidth: 1.1, lineDash: dash(c.tie.status), opacity: opacity * 0.8 });
}

/** What is not named: lines between discs, the wider the more. */
export function drawBundles(o: Overview, opacity: number, b: Brush): Shape[] {
  return o.bundles.map((bundle) => path(bundlePath(bundle), {
    stroke: b.theme.ink, lineWidth: Math.min(9, 0.7 + 0.8 * Math.sqrt(bundle.count)), lineDash: dash(bundle.status), opacity: opacity * Math.min(0.5, 0.14 + 0.04 * bundle.count),
  }));
}

/** Counted discs; one thing alone has no number. */
export function drawClusters(o: Overview, bright: (members: readonly number[]) => number, b: Brush): Shape[] {
  return o.clusters.flatMap((c) => {
    const opacity = bright(c.members);
    const disc: Shape = { type: "circle", shape: { cx: c.x, cy: c.y, r: c.r }, style: { fill: b.theme.paper, stroke: b.theme.color(c.kind), lineWidth: 1.5, opacity } };
    return c.members.length < 2 ? [disc] : [disc, text(String(c.members.length), c.x, c.y + 0.5, { fill: b.theme.ink, font: font(b.theme, c.members.length > 999 ? 9 : 11, 600), align: "center", opacity: Math.max(opacity, 0.8) })];
  });
}

export const noteFont = (theme: Brush["theme"]): string => font(theme, 11, 500);

function dash(status: Status): number[] | undefined {
  const said = DASHES[status];
  return said.length > 0 ? [...said] : undefined;
}

/** The chosen thread: a wide ground of paper, then the line. What is no thread has none. */
export function drawRed(red: Red, opacity: number, b: Brush): Shape[] {
  if (red.grey) return [];
  const out: Shape[] = [];
  const stroke = (shape: (style: Shape) => Shape, status: Status): void => {
    out.push(shape({ stroke: b.theme.paper, lineWidth: 6, opacity: 0.85 * opacity }));
    out.push(shape({ stroke: b.theme.red, lineWidth: 2.6, lineDash: dash(status), lineCap: "butt", opacity }));
  };
  for (const { curve, status } of red.curves) if (!along(curve)) stroke((style) => path(curve.path, style), status);
  return out;
}

/** Whether a curve goes from one mark of a row to another. */
function along(curve: Curve): boolean {
  const [from, to] = [curve.near[0], curve.near.at(-1)];
  return !!from && !!to && Math.abs(from[1] - to[1]) < 1;
}

/** Where the thread goes along a row: over the row's bar, line and stages, which would tint it. */
export function drawRuns(red: Red, opacity: number, b: Brush): Shape[] {
  if (red.grey) return [];
  const over = (x1: number, x2: number, y: number, status: Status): Shape[] => [
    line(x1, y, x2, y, { stroke: b.theme.paper, lineWidth: 5, opacity }),
    line(x1, y, x2, y, { stroke: b.theme.red, lineWidth: 2.6, lineDash: dash(status), opacity }),
  ];
  return [
    ...red.runs.flatMap((run) => over(run.x1, run.x2, run.y, run.status)),
    ...red.curves.flatMap(({ curve, status }) => (along(curve) ? over(curve.near[0]?.[0] ?? 0, curve.near.at(-1)?.[0] ?? 0, curve.near[0]?.[1] ?? 0, status) : [])),
  ];
}

/** Discs with the numbers that the words have; those that would cover each other are one, with both numbers. */
export function drawDiscs(red: Red, apart: number, opacity: number, b: Brush): Shape[] {
  const colour = red.grey ? b.theme.muted : b.theme.red;
  return together(red.marks, apart).flatMap((marks) => {
    const xs = marks.map((m) => m.x);
    const y = marks[0]?.placed.y ?? 0;
    const [from, to] = [Math.min(...xs), Math.max(...xs)];
    const x = (from + to) / 2;
    const words = marks.length > 1 ? `${marks[0]?.number}\u2013${marks.at(-1)?.number}` : String(marks[0]?.number);
    const half = Math.max(9.5, marks.length > 1 ? 11.5 : 0, (to - from) / 2 + 9.5);
    return [
      { type: "rect", shape: { x: x - half, y: y - 9.5, width: 2 * half, height: 19, r: 9.5 }, style: { fill: colour, stroke: b.theme.paper, lineWidth: marks.length > 1 ? 1 : 2, opacity } },
      text(words, x, y + 0.5, { fill: b.theme.paper, font: font(b.theme, marks.length > 1 ? 10 : 11, 700), align: "center", opacity }),
    ];
  });
}

/** Marks that follow one another in a row and stand too close for two discs. */
function together(marks: Red["marks"], apart: number): Red["marks"][] {
  const out: Red["marks"][] = [];
  for (const m of marks) {
    const last = out.at(-1)?.at(-1);
    if (last && Math.abs(last.x - m.x) < apart && Math.abs(last.placed.y - m.placed.y) < 1) out.at(-1)?.push(m);
    else out.push([m]);
  }
  return out;
}

// ---- marks ------------------------------------------------------------------

export function drawPlaced(p: Placed, scene: ThScene, axis: Axis, shade: Shade, covered: boolean, b: Brush): Shape {
  const opacity = shade.mark(p.mark.index);
  const bold = shade.strong(p.mark.index);
  const out: Shape[] = [];
  if (p.mark.noDate) out.push(...drawUndated(p, covered, b));
  else out.push(drawTimelineMark(sceneMark(p, scene), { view: scene.view, axis }, b));
  const shapes = out.map((s) => faint(s, opacity));
  const whole = p.owner?.mark.head === p.mark.index ? Math.max(opacity, shade.mark(p.owner.mark.index)) : opacity; // the name beside a stage is that of all
  if (p.label && !p.label.lines) shapes.push(drawName(p.label, p, bold, whole, b));
  return group(shapes);
}

function sceneMark(p: Placed, scene: ThScene): SceneMark {
  const owner = p.owner ? sceneMark({ ...p.owner, owner: null }, scene) : null;
  return { item: p.mark, lane: 0, x: p.x, y: p.y, from: p.from, to: p.to, owner, line: p.mark.owner === null ? rowLine(p, scene) : [], label: null };
}

/** The line through the stages of a thing, interrupted by names on it. */
function rowLine(p: Placed, scene: ThScene): [number, number][] {
  if (p.mark.stages.length === 0) return [];
  const stages = p.mark.stages.map((k) => scene.placed[k]).filter((s) => s !== undefined);
  const xs = [p.x, ...stages.map((s) => s.x)];
  const names = [p, ...stages].flatMap((s) => (s.label && !s.label.above ? [s.label] : []));
  return pieces(Math.min(...xs), Math.max(...xs), names.map((n) => ({ ...n, stage: false, atEnd: false, beside: null })));
}

/** Without a date: hollow and dotted. */
function drawUndated(p: Placed, covered: boolean, b: Brush): Shape[] {
  const colour = b.theme.color(p.mark.kind);
  const d = p.mark.owner === null ? symbolPath(b.symbol(p.mark.kind)) : "M-3.2-5.5H3.2V5.5H-3.2z";
  const ring = p.mark.id === b.selected || p.mark.id === b.hovered;
  const out: Shape[] = ring && !covered ? [{ type: "circle", shape: { cx: p.x, cy: p.y, r: 10 }, style: { fill: b.theme.paper, stroke: b.theme.ink, lineWidth: p.mark.id === b.selected ? 2 : 1 } }] : [];
  out.push({ type: "path", x: p.x, y: p.y, shape: { pathData: d }, style: { fill: b.theme.paper, stroke: colour, lineWidth: 1.5, lineDash: [1.5, 1.7] } });
  return out;
}

export function nameFont(p: Placed, bold: boolean, b: Brush): string {
  const size = p.mark.owner !== null && p.owner?.mark.head !== p.mark.index ? 11 : 12;
  return font(b.theme, size - (p.label?.small ? 1 : 0), bold ? 600 : 400);
}

/** Where the words of a name begin: a name that ends at its mark is set from there. */
export function nameX(label: Name, p: Placed, width: number): number {
  return label.x + label.width <= p.x ? label.x + label.width - width : label.x;
}

function drawName(label: Name, p: Placed, bold: boolean, opacity: number, b: Brush): Shape {
  const f = nameFont(p, bold, b);
  const style: Shape = { fill: b.theme.ink, font: f, stroke: b.theme.paper, lineWidth: has(p.mark, FLAG.span) && !label.above ? 2 : 3, opacity: bold ? 1 : Math.min(1, opacity + 0.22) };
  if (label.rows) {
    const x = nameX(label, p, label.width);
    const toEnd = label.x + label.width <= p.x;
    return group(label.rows.map((words, i) => text(words, toEnd ? x + label.width : x, label.y + label.height / 2 + (i - 0.5) * SMALL_LINE, { ...style, align: toEnd ? "right" : "left" })));
  }
  const words = b.ruler.shorten(label.text, label.width, f);
  const x = nameX(label, p, b.ruler.width(words, f));
  return text(words, x, label.y + label.height / 2, style);
}

/** The names of the chosen thread, over all else, on a ground of paper. */
export function drawChosenNames(scene: ThScene, opacity: number, b: Brush): Shape[] {
  return scene.placed.flatMap((p) => {
    const { label } = p;
    if (!label?.lines || !p.shown) return [];
    const rows = [...label.lines.map((words) => ({ words, font: nameFont(p, true, b) })), ...(label.note ?? []).map((words) => ({ words, font: noteFont(b.theme) }))];
    const x = label.toEnd ? label.x + label.width : label.x;
    const middle = label.y + label.height / 2 - (rows.length - 1) * 7;
    return rows.map((row, i) => text(row.words, x, middle + 14 * i, { fill: b.theme.ink, font: row.font, align: label.toEnd ? "right" : "left", stroke: b.theme.paper, lineWidth: 4, opacity }));
  });
}
