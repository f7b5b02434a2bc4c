// Opening a cluster: few things are listed, many are zoomed to until they part.

import type { Grouping, Laid } from "./timeline_data";
import { LEAST, type Window } from "./timeline_lens";
import { moved, scaleOf, type Axis, type View } from "./timeline_scale";
import type { ScenePill } from "./timeline_scene";

export const FEW = 20; // things that a list shows at once

/** The window in which a cluster has parted where there are rows enough, filled by what it held; null where no zoom parts it. */
export function partedWindow({ cluster }: ScenePill, laid: Laid, grouping: Grouping, view: View, axis: Axis): Window | null {
  const members = new Set(cluster.members);
  const size = laid.sizes.length - 1;
  const parted = laid.levels.find((scale, level) => scale > scaleOf(view) && !grouping.layout(size, level).clusters
    .some((c) => c.lane === cluster.lane && c.members.filter((m) => members.has(m)).length > members.size / 2));
  if (parted === undefined) return null;
  const [from, to] = [axis.units(cluster.from), axis.units(cluster.to)];
  const span = Math.min(view.width / parted, Math.max((to - from) * 1.3, LEAST));
  const middle = (from + to) / 2;
  return moved(middle - span / 2, middle + span / 2, 0, axis.length);
}
