// The signs of the timeline in a list: each as it is drawn, and what it says of
// a date.

import { svg } from "../dom";

export interface Sign { sample: SVGElement; words: string }

const DISC = "M0-5A5 5 0 1 0 .01-5z";

/** Parts of a sample in a box of 48 by 20, its middle at 0: paths by how they are drawn. */
type Part = readonly ["full" | "hollow" | "dashed" | "bar" | "pale" | "line" | "fade-left" | "fade-right", string, number?];

const SIGNS: readonly (readonly [readonly Part[], string])[] = [
  [[["bar", "M-20-5.5H20V5.5H-20z"], ["full", DISC, -14]], "lasts from one end of the bar to the other"],
  [[["pale", "M-20-3.5H20V3.5H-20z"], ["hollow", DISC]], "at some time in this year or month; the mark stands in the middle"],
  [[["pale", "M-20-3.5H20V3.5H-20z"], ["line", "M-20-5V5M20-5V5"], ["dashed", DISC]], "one day between the posts, which one is not known"],
  [[["fade-left", "M-20-3.5H10V3.5H-20z"], ["line", "M-15-4L-20 0L-15 4"], ["dashed", DISC, 10]], "on that day or before"],
  [[["full", DISC, -10], ["fade-right", "M-10-5.5H20V5.5H-10z"], ["line", "M15-4L20 0L15 4"]], "from then on, the end is left open"],
  [[["full", DISC, -10], ["fade-right", "M-10-5.5H14V5.5H-10z"], ["line", "M15-2.5A2.5 2.5 0 1 1 17.5 0V1.5M17.5 4V4.6"]], "when it ended is not known"],
  [[["full", DISC], ["line", "M-5 9Q-2.5 6.6 0 8.6T5 8.2"]], "about then"],
  [[["full", DISC], ["line", "M5.5-6.5A2 2 0 1 1 7.5-4.5V-3.5M7.5-1.6V-1.2"]], "the date is uncertain"],
  [[["full", DISC], ["line", "M-8 8L-5 5M5-5L8-8"]], "the sources disagree about the date"],
  [[["line", "M-20 0H20"], ["full", "M-13.2-5.5H-6.8V5.5H-13.2z"], ["full", "M8.8-5.5H15.2V5.5H8.8z"]], "stages of one thing, as passed and in force"],
  [[["full", DISC], ["line", "M0 6.5V9.5"]], "a stage on the day of the thing itself"],
  [[["line", "M-20 0H20M-20-4V4M20-4V4"], ["hollow", "M-8-8H8A8 8 0 0 1 8 8H-8A8 8 0 0 1-8-8z"], ["line", "M-2-4V4M2-4V4"]], "several things close together; it opens them"],
  [[["line", "M-8-10L-5-5L-11 0L-5 5L-8 10M8-10L11-5L5 0L11 5L8 10"]], "a long time without anything is left out"],
];

export function timelineSigns(): Sign[] {
  return SIGNS.map(([parts, words]) => ({ sample: drawSample(parts), words }));
}

function drawSample(parts: readonly Part[]): SVGElement {
  return svg("svg", { class: "sign", width: 48, height: 20, viewBox: "-24 -10 48 20", "aria-hidden": "true", focusable: "false" },
    ...parts.map(([how, d, x]) => svg("path", { class: `sign-${how}`, d, transform: x ? `translate(${x} 0)` : null })));
}
