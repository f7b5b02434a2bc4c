// The network on paper.

import type { EChartsType } from "../chart/echarts";

const SHEET = 450; // CSS pixels of height, a page in landscape with its heading

/** One canvas of its own with more pixels: print sees no later frame and may lose a layer. */
export function sheetOf(chart: EChartsType): HTMLCanvasElement {
  const sheet = chart.renderToCanvas({ pixelRatio: 2.5 });
  sheet.className = "rt-net-sheet";
  sheet.setAttribute("aria-hidden", "true");
  sheet.style.cssText = ""; // ECharts makes it stand over others
  sheet.style.width = `${(SHEET * sheet.width) / sheet.height}px`;
  return sheet;
}
