// How a status is drawn as a line, in the legend as on the charts.

import type { Status } from "../contract";
import { svg } from "../dom";

/** Dashes in pixels; empty is a full line. A chart may take them as lineDash. */
export const DASHES: Record<Status, readonly number[]> = {
  stated: [],
  possible: [6, 4],
  inferred: [1.5, 3.5],
  disputed: [8, 3, 1.5, 3],
};

export function lineSample(status: Status): SVGElement {
  return svg("svg", { class: "line-sample", width: 26, height: 10, viewBox: "0 0 26 10", "aria-hidden": "true", focusable: "false" },
    svg("line", { x1: 1, x2: 25, y1: 5, y2: 5, "stroke-dasharray": DASHES[status].join(" ") || null }));
}
