// The canvas of the timeline: ECharts, with the renderers that the options
// name.

import { init, type EChartsType } from "../chart/echarts";
import type { Laid, TimelineOption } from "./timeline_data";
import { drawGround, drawMark, drawPill, isRed, type Brush, type Shape } from "./timeline_draw";
import { WIDE } from "./timeline_compose";
import type { Axis, View } from "./timeline_scale";
import type { Scene, ScenePill } from "./timeline_scene";
import type { Tick } from "./timeline_ticks";

/** All that is drawn. */
export interface Sight { scene: Scene; view: View; ticks: readonly Tick[]; width: number }

type Renderers = Record<string, (i: number) => Shape | null>;

export class Canvas {
  private chart: EChartsType;

  constructor(private readonly element: HTMLElement, private readonly option: TimelineOption, private readonly laid: Laid, private readonly axis: Axis) {
    this.chart = this.open();
  }

  get width(): number { return this.chart.getWidth(); }
  get height(): number { return this.chart.getHeight(); }

  private open(pixels?: number): EChartsType {
    const size = { width: Math.max(60, this.element.clientWidth), height: 60 };
    return init(this.element, null, { renderer: "canvas", ...size, ...(pixels ? { devicePixelRatio: pixels } : {}) });
  }

  /** Begins anew, with as many pixels to one of the page's as are given. */
  reopen(pixels?: number): void {
    this.chart.dispose();
    this.chart = this.open(pixels);
  }

  onceFinished(run: () => void): void {
    let done = false;
    this.chart.on("finished", () => { if (!done) { done = true; run(); } });
  }

  /** True where the size has changed. */
  fit(width: number, height: number): boolean {
    if (this.width === width && this.height === height) return false;
    this.element.style.height = `${height}px`;
    this.chart.resize({ width, height });
    return true;
  }

  /** Paints; at once where it cannot wait for a frame. */
  paint(sight: Sight, brush: Brush, now: boolean): void {
    const { scene, view } = sight;
    const renderers = this.renderers(sight, brush);
    const counts: Record<string, number> = { ground: 1, marks: scene.marks.length, clusters: scene.pills.length };
    this.chart.setOption({
      animation: false, backgroundColor: "transparent",
      grid: { left: view.left, right: 0, top: 0, bottom: 0, containLabel: false },
      xAxis: { type: "value", show: false, min: view.from, max: view.to },
      yAxis: { type: "value", show: false, min: 0, max: 1 },
      series: this.option.series.map((s, z) => {
        const render = renderers[s.renderItem];
        if (!render) throw new Error(`there is no renderer "${s.renderItem}"`);
        return {
          id: s.id, type: "custom", coordinateSystem: "cartesian2d", silent: true, z, clip: s.id !== "ground", animation: false,
          data: Array.from({ length: counts[s.id] ?? 0 }, (_, i) => [view.from, 0, i]),
          renderItem: (params: { dataIndex: number }) => { const shape = render(params.dataIndex); return shape && { ...shape, $mergeChildren: false }; },
        };
      }),
    } as never, { replaceMerge: ["series"], lazyUpdate: false });
    if (now) this.chart.getZr().flush();
  }

  /** The renderers, under the names that the options use. */
  private renderers({ scene, view, ticks, width }: Sight, brush: Brush): Renderers {
    const { axis, laid } = this;
    const ground = { scene, view, axis, ticks, eras: laid.eras, width, titlesAbove: width < WIDE };
    const rank = new Map(scene.marks.map((m) => [m, (isRed(m, brush) ? 2 : 0) + (brush.bright(m.item.id) < 1 ? 0 : 1)]));
    const marks = [...scene.marks].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)); // what matters most lies above
    const kindOf = (pill: ScenePill): string => (scene.lanes.length > 0 ? brush.theme.color(pill.items[0]?.kind ?? "") : brush.theme.muted);
    return {
      "rt.timeline.ground": () => drawGround(ground, brush),
      "rt.timeline.marks": (i) => (marks[i] ? drawMark(marks[i], { view, axis }, brush) : null),
      "rt.timeline.clusters": (i) => (scene.pills[i] ? drawPill(scene.pills[i], brush, kindOf(scene.pills[i])) : null),
    };
  }

  dispose(): void { this.chart.dispose(); }
}
