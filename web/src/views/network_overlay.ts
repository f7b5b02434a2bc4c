// What lies over the chart and changes with the pointer: labels, the ring of
// the selection, the curves that are looked at, with their arrow heads.

import { graphic, type EChartsType } from "../chart/echarts";
import type { Theme } from "../contract";
import type { Link, Net, Point } from "./network_data";
import { along, curveOf, drawnCurve, loopOf, type Curve, type Screen } from "./network_geometry";
import { hulls } from "./network_hulls";
import { leaderOf } from "./network_labels";
import { RED_OFF, RED_WIDE, redLines, touched, type Red } from "./network_red";
import { fontOf, lineHeight, type Caption } from "./network_scene";
import { dashes, HOLLOW, type Shading } from "./network_surface";

export interface Scene {
  net: Net;
  screen: Screen;
  theme: Theme;
  captions: readonly Caption[];
  looked: readonly number[]; // links drawn strong, with arrow heads
  ringed: readonly number[]; // nodes with a ring
  red: Red;
  hovered: number | undefined;
  shading: Shading;
  grounds: boolean; // the communities on grounds of their own
  margin: number; // pixels that two grounds may reach out to each other
}

export interface Overlay {
  draw(scene: Scene): void;
  /** Plates behind marks that one sees through, so that curves do not show through them; needed only when marks have moved. */
  settle(scene: Scene): void;
  dispose(): void;
}

export function overlay(chart: EChartsType): Overlay {
  const group = new graphic.Group({ silent: true });
  const plates = new graphic.Group({ silent: true });
  chart.getZr().add(plates);
  chart.getZr().add(group);
  return {
    settle(scene) {
      plates.removeAll();
      if (scene.net.large) return;
      if (scene.grounds) for (const points of hulls(scene.net, scene.screen)) drawGround(plates, scene, points);
      scene.net.nodes.forEach((n, i) => { if (scene.screen.shown[i] && (HOLLOW.has(n.symbol) || scene.shading.node(i) < 1)) drawBacking(plates, scene, i); });
    },
    draw(scene) {
      group.removeAll();
      for (const l of scene.looked) drawLink(group, scene, l, scene.theme.ink, scene.looked.length > 12 ? 1.2 : 1.6);
      for (const l of scene.red.links) drawLink(group, scene, l, scene.theme.red, RED_WIDE);
      scene.net.links.forEach((link, i) => { if (scene.screen.linkShown[i]) drawExtra(group, scene, link, scene.shading.link(i)); });
      for (const node of scene.red.nodes) drawRing(group, scene, node, RED_WIDE, RED_OFF, scene.theme.red);
      for (const node of scene.ringed) drawRing(group, scene, node, 2, 4);
      if (scene.hovered !== undefined && !scene.ringed.includes(scene.hovered)) drawRing(group, scene, scene.hovered, 1.2, 3);
      const strong = scene.looked.length > MOST_LOOKED ? [] : redLines(scene.net, scene.screen, { links: scene.looked, nodes: [] });
      for (const caption of scene.captions) {
        if (!caption.plate && touched(strong, caption)) drawVeil(group, scene, caption);
        drawCaption(group, scene, caption);
      }
    },
    dispose() { chart.getZr().remove(group); chart.getZr().remove(plates); },
  };
}

type Group = InstanceType<typeof graphic.Group>;
const MOST_LOOKED = 200; // lines that names are held against
const LAYER = 1; // of its own, so that hovering does not paint the network again

/** Below everything; the broad edge of the same colour rounds the corners and gives the marks room. */
function drawGround(group: Group, scene: Scene, points: readonly Point[]): void {
  const { lane } = scene.theme;
  group.add(new graphic.Polygon({ z: 0, silent: true, shape: { points: points.map(([x, y]) => [x, y]) }, style: { fill: lane, stroke: lane, lineWidth: scene.margin, lineJoin: "round" } }));
}

/** Between the curves (z2 below 10) and the marks (z2 100) of the graph series. */
function drawBacking(group: Group, scene: Scene, node: number): void {
  const [cx, cy] = scene.screen.at[node] ?? [0, 0];
  const r = (scene.screen.radius[node] ?? 4) * 0.72;
  group.add(new graphic.Circle({ z: 2, z2: 50, silent: true, shape: { cx, cy, r }, style: { fill: scene.theme.paper } }));
}

function drawLink(group: Group, scene: Scene, l: number, colour: string, wide: number): void {
  const link = scene.net.links[l];
  if (!link) return;
  const style = { stroke: colour, fill: "none", lineWidth: wide, lineDash: dashes(link.status), lineCap: "round" as const };
  if (link.from === link.to) { drawLoop(group, scene, link.from, style); return; }
  const q = drawnCurve(scene.net, scene.screen, link);
  addCurve(group, q, style);
  group.add(new graphic.Polygon({ zlevel: LAYER, z: 2, silent: true, shape: { points: head(q).map(([x, y]) => [x, y]) }, style: { fill: colour } }));
}

function addCurve(group: Group, q: Curve, style: object): void {
  const shape = { x1: q.a[0], y1: q.a[1], cpx1: q.c[0], cpy1: q.c[1], x2: q.b[0], y2: q.b[1] };
  group.add(new graphic.BezierCurve({ zlevel: LAYER, z: 1, silent: true, shape, style }));
}

function head(q: Curve): Point[] {
  const [x, y] = q.b;
  const back = along(q, 0.92);
  const angle = Math.atan2(y - back[1], x - back[0]);
  const wing = (turn: number): Point => [x - 8 * Math.cos(angle + turn), y - 8 * Math.sin(angle + turn)];
  return [[x, y], wing(0.42), wing(-0.42)];
}

/** Loops and the counts of bundles are not ECharts': they stand over its curves at all times. */
function drawExtra(group: Group, scene: Scene, link: Link, bright: number): void {
  if (link.from === link.to) drawLoop(group, scene, link.from, { stroke: scene.theme.muted, fill: "none", lineWidth: 1, opacity: 0.6 * bright, lineDash: dashes(link.status) });
  else if (link.relations.length > 1) drawCount(group, scene, link, bright);
}

function drawLoop(group: Group, scene: Scene, node: number, style: object): void {
  const { centre, r } = loopOf(scene.screen, node);
  group.add(new graphic.Arc({ zlevel: LAYER, silent: true, shape: { cx: centre[0], cy: centre[1], r, startAngle: Math.PI, endAngle: Math.PI * 2.5 }, style }));
}

function drawCount(group: Group, scene: Scene, link: Link, opacity: number): void {
  const [x, y] = along(curveOf(scene.net, scene.screen, link), 0.5);
  const { theme } = scene;
  group.add(new graphic.Circle({ zlevel: LAYER, z: 2, silent: true, shape: { cx: x, cy: y, r: 8 }, style: { fill: theme.card, stroke: theme.muted, lineWidth: 1, opacity } }));
  group.add(new graphic.Text({ zlevel: LAYER, z: 3, silent: true, style: { x, y, text: String(link.relations.length), fill: theme.ink, opacity, font: `10px ${theme.font}`, align: "center", verticalAlign: "middle" } }));
}

function drawRing(group: Group, scene: Scene, node: number, width: number, off: number, colour = scene.theme.ink): void {
  const [cx, cy] = scene.screen.at[node] ?? [0, 0];
  const r = (scene.screen.radius[node] ?? 4) + off;
  group.add(new graphic.Circle({ zlevel: LAYER, z: 3, silent: true, shape: { cx, cy, r }, style: { fill: "none", stroke: colour, lineWidth: width } }));
}

function drawCaption(group: Group, scene: Scene, caption: Caption): void {
  if (caption.leader) drawLeader(group, scene, caption);
  if (caption.plate) drawPlate(group, scene, caption);
  const { theme } = scene;
  const x = caption.align === "left" ? caption.x : caption.align === "right" ? caption.x + caption.width : caption.x + caption.width / 2;
  group.add(new graphic.Text({
    zlevel: LAYER, z: caption.plate ? 6 : 4, silent: true,
    style: {
      x, y: caption.y, opacity: caption.bold ? 1 : 0.86, text: caption.text, font: fontOf(caption.size, caption.bold, theme.font), lineHeight: lineHeight(caption.size),
      align: caption.align, verticalAlign: "top", fill: theme.ink, stroke: theme.paper, lineWidth: 3,
    },
  }));
}

/** Strong lines pale under a name that has no place beside them. */
function drawVeil(group: Group, scene: Scene, c: Caption): void {
  const shape = { x: c.x - 1, y: c.y, width: c.width + 2, height: c.height, r: 3 };
  group.add(new graphic.Rect({ zlevel: LAYER, z: 3, silent: true, shape, style: { fill: scene.theme.paper, opacity: 0.8 } }));
}

function drawPlate(group: Group, scene: Scene, c: Caption): void {
  const shape = { x: c.x - 4, y: c.y - 2, width: c.width + 8, height: c.height + 4, r: 4 };
  group.add(new graphic.Rect({ zlevel: LAYER, z: 5, silent: true, shape, style: { fill: scene.theme.card, stroke: scene.theme.rule, lineWidth: 1 } }));
}

function drawLeader(group: Group, scene: Scene, c: Caption): void {
  const [from = [0, 0], to = [0, 0]] = leaderOf(c, scene.screen);
  const shape = { x1: from[0], y1: from[1], x2: to[0], y2: to[1] };
  group.add(new graphic.Line({ zlevel: LAYER, z: 3, silent: true, shape, style: { stroke: scene.theme.ink, lineWidth: 0.9 } }));
}
