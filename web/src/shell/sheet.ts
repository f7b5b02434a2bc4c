// On a narrow screen the details lie over the lower half of the page as a
// sheet; what they tell of should be seen above it.

import type { Mark } from "../contract";

const CLEAR = 24; // pixels from the edges within which a mark is hardly seen

/** Scrolls the page so far that a mark, or where there is none its chart, stands above the sheet. */
export function showAboveSheet(sheet: HTMLElement, chart: HTMLElement, marks: readonly Mark[], id: string): void {
  if (getComputedStyle(sheet).position !== "fixed") return;
  const free = sheet.getBoundingClientRect().top;
  const mark = marks.find((m) => m.id === id);
  const top = chart.getBoundingClientRect().top;
  if (!mark && top < free / 2) return;
  const at = mark ? top + mark.y + mark.height / 2 : top + free / 2;
  if (mark && at > CLEAR && at < free - CLEAR) return;
  scrollBy({ top: at - free / 2, behavior: "instant" });
}
