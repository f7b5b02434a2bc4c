// What is looked at: the selection, what lies under the pointer, what the story
// speaks of. From it what lies over the chart, and what the page reports.

import type { Context, Mark } from "../contract";
import type { Net } from "./network_data";
import type { Box, Screen } from "./network_geometry";
import type { Spot } from "./network_keys";
import type { Scene } from "./network_overlay";
import { inTheWay, spokenLinks, type Caption, type Reading } from "./network_scene";

export function sceneOf(net: Net, context: Context, reading: Reading, screen: Screen, captions: readonly Caption[], spot: Spot | null, size: Box): Scene {
  const { chosen, shading, red } = reading;
  const { step, focus } = context.store.state;
  const link = chosen.link === undefined ? undefined : net.links[chosen.link];
  const none = chosen.node === undefined && chosen.link === undefined;
  return {
    net, screen, theme: context.theme(), captions, looked: lookedAt(net, context, reading, spot), shading, red,
    ringed: chosen.node !== undefined ? [chosen.node] : link ? [link.from, link.to] : [],
    hovered: spot?.link === undefined ? spot?.node : undefined,
    grounds: step === 0 && (focus === 0 || none),
    margin: Math.max(14, Math.min(44, size.width / 26)),
  };
}

/** The links drawn strong. */
function lookedAt(net: Net, context: Context, reading: Reading, spot: Spot | null): number[] {
  const at = ({ node, link }: { node?: number; link?: number }): number[] =>
    link !== undefined ? [link] : node === undefined ? [] : (net.linksAt[node] ?? []).filter((l) => reading.linkShown[l]);
  return [...new Set([...at(reading.chosen), ...(spot ? at(spot) : []), ...spokenLinks(net, context, reading)])];
}

/** The marks with their names, in reading order. */
export function marksOf(net: Net, reading: Reading, screen: Screen, captions: readonly Caption[]): Mark[] {
  const boxes = new Map(captions.map((c) => [c.node, c]));
  const { shown } = inTheWay(net, reading, screen);
  const list = net.nodes.flatMap((n, i): Mark[] => {
    if (!shown[i]) return [];
    const [x, y] = screen.at[i] ?? [0, 0];
    const r = screen.radius[i] ?? 0;
    const c = boxes.get(i);
    const label = c ? { text: c.text.replace("\n", " "), x: c.x, y: c.y, width: c.width, height: c.height } : undefined;
    return [{ id: n.id, x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...(label ? { label } : {}) }];
  });
  return list.sort((a, b) => a.y - b.y || a.x - b.x);
}
