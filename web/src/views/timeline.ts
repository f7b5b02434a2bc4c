// The timeline: lanes of marks that Go has packed, drawn for the window that
// is seen. This file holds the controller; what is drawn where is worked out
// in timeline_scene, how in timeline_draw.

import { init, type EChartsType } from "../chart/echarts";
import { makeRuler } from "../chart/text";
import type { Context, Mark, Panel, State } from "../contract";
import { windowWords } from "../dates";
import { fill, h } from "../dom";
import { CALM, makeLight } from "../story/light";
import { redThread } from "./threads_red";
import { makeAxisBar } from "./timeline_axis";
import { makeControls } from "./timeline_controls";
import { readTimeline, type Grouping, type Laid, type Layout, type TimelineOption } from "./timeline_data";
import { drawGround, drawMark, drawPill, labelFont, type Brush, type Shape } from "./timeline_draw";
import { listen } from "./timeline_gestures";
import { dropCut, nameInFull, tighten } from "./timeline_labels";
import { Lens, LEAST, type Window } from "./timeline_lens";
import { makeList, markWords, type Stop } from "./timeline_list";
import { makeOverview } from "./timeline_overview";
import { makePopup } from "./timeline_popup";
import { nameInWindow } from "./timeline_room";
import { nameSpoken } from "./timeline_spoken";
import { clamp, levelFor, makeAxis, moved, scaleOf, unitsAt, zoomed, type Axis, type View } from "./timeline_scale";
import { compact, drawnParts, makeScene, markBox, pillBox, planLanes, sizeFor, type Box, type Plan, type Scene, type SceneMark, type ScenePill } from "./timeline_scene";
import { ticks, type Tick } from "./timeline_ticks";
import { makeTray } from "./timeline_tray";
import { makeNotice, outsideWords } from "./timeline_words";

const WIDE = 620; // pixels from where on lane titles stand beside the lanes
const PAPER = 680; // pixels across on paper
const TALL = 26; // pixels of a row that has room for two lines
const EDGE = 10; // pixels kept free at the right

export function mount(host: HTMLElement, context: Context): Panel {
  return new Timeline(host, context);
}

class Timeline implements Panel {
  private readonly laid: Laid;
  private readonly axis: Axis;
  private readonly ruler = makeRuler();
  private readonly light = makeLight((id) => this.context.inFocus(id));
  private readonly root = h("div", { class: "rt-tl" });
  private readonly canvas = h("div", { class: "rt-tl-canvas", "aria-hidden": "true" });
  private readonly scroller = h("div", { class: "rt-tl-scroll" });
  private readonly popup;
  private readonly lens;
  private readonly controls;
  private readonly axisBar;
  private readonly list;
  private readonly overview;
  private readonly tray;
  private readonly notice;
  private outside = ""; // what was said of a selection that is not drawn
  private chart: EChartsType;
  private printing = false;
  private size = 0; // of the layouts
  private hovered: string | null = null;
  private scene: Scene = { lanes: [], marks: [], pills: [], height: 0, row: 18, count: 0 };
  private view: View = { from: 0, to: 1, left: 0, width: 1 };
  private ticks: Tick[] = [];
  private stops: Stop[] = [];

  constructor(private readonly host: HTMLElement, private readonly context: Context) {
    this.laid = readTimeline(context.option as TimelineOption);
    this.axis = makeAxis(this.laid.range, this.laid.breaks);
    this.lens = new Lens(context, this.axis, () => this.draw());
    this.controls = makeControls(this.laid.groupings.map((g) => g.id), {
      lanes: (by) => context.store.set({ lanes: by }),
      zoom: (factor) => this.lens.glide(this.zoomedBy(factor)),
      all: () => this.lens.glide([0, this.axis.length]),
    });
    this.axisBar = makeAxisBar(this.ruler);
    this.popup = makePopup(context, () => this.list.pad);
    this.list = makeList(context, (stop) => this.open(stop), (stop) => this.caption(stop));
    this.overview = makeOverview(this.axis, (from, to, done) => { this.lens.look([from, to]); if (done) this.lens.settle(); });
    this.tray = makeTray(this.laid.tray, context);
    this.notice = makeNotice(context, () => context.store.set({ window: null }));
    this.scroller.append(this.canvas, this.list.pad, this.list.ring, this.popup.element, this.notice.element);
    this.root.append(this.controls.element, this.axisBar.element, this.scroller, this.overview.element, this.tray.element);
    fill(host, this.root);
    this.chart = this.newChart();
    this.listen();
    if (this.laid.items.length === 0) this.beUndated();
    this.draw();
    this.revealFocus();
    this.chart.on("finished", once(() => context.ready()));
  }

  /** Without a date there is no axis, only words and the list. */
  private beUndated(): void {
    this.root.classList.add("rt-tl-undated");
    this.tray.element.open = true;
    requestAnimationFrame(() => this.context.ready());
  }

  // ---- the panel ------------------------------------------------------------

  update(state: State, before: State): void {
    if (state.lanes !== before.lanes) this.popup.close();
    if (state.step !== before.step) return this.turn(before);
    this.draw();
    if (state.selected !== before.selected) this.reveal(state.selected);
  }

  resize(): void { this.draw(); }

  repaint(): void { this.draw(); }

  marks(): Mark[] {
    const at = this.scroller.getBoundingClientRect();
    const home = this.host.getBoundingClientRect();
    const dx = at.left - home.left;
    const dy = at.top - home.top - this.scroller.scrollTop;
    return this.stops.map((stop): Mark => {
      const label = stop.mark ? this.labelBox(stop.mark) : undefined;
      return {
        id: stop.mark?.item.id ?? stop.key, x: stop.box.x + dx, y: stop.box.y + dy, width: stop.box.width, height: stop.box.height,
        ...(label ? { label: { ...label, x: label.x + dx, y: label.y + dy } } : {}),
      };
    });
  }

  dispose(): void {
    this.lens.dispose();
    removeEventListener("beforeprint", this.onPaper);
    removeEventListener("afterprint", this.onScreen);
    this.chart.dispose();
    fill(this.host);
  }

  /** A thing chosen elsewhere comes into sight. */
  private reveal(id: string | null): void {
    const mark = this.scene.marks.find((m) => m.item.id === id);
    if (mark && this.scroller.scrollHeight > this.scroller.clientHeight + 1) {
      const { scrollTop, clientHeight } = this.scroller;
      if (mark.y < scrollTop + 12 || mark.y > scrollTop + clientHeight - 12) this.scroller.scrollTop = mark.y - clientHeight / 2;
    }
  }

  /** Another step of the story: window and brightness move together. */
  private turn(before: State): void {
    this.light.turn(this.laid.items.map((item) => item.id));
    this.lens.follow(before.window, CALM, (share) => this.light.at(share));
    this.revealFocus();
  }

  /** What the story speaks of comes into sight, where not all lanes fit. */
  private revealFocus(): void {
    if (this.context.store.state.step === 0) return;
    const ys = this.scene.marks.filter((m) => this.context.inFocus(m.item.id)).map((m) => m.y);
    if (ys.length === 0) return;
    const [top, bottom] = [Math.min(...ys) - 24, Math.max(...ys) + 24];
    for (const box of [this.scroller, this.host]) {
      const room = box.clientHeight - (box === this.host ? this.scroller.offsetTop - box.offsetTop : 0);
      box.scrollTop = bottom - top < room ? (top + bottom - room) / 2 : top;
    }
  }

  // ---- drawing --------------------------------------------------------------

  private grouping(): Grouping {
    const by = this.context.store.state.lanes;
    return this.laid.groupings.find((g) => g.id === by) ?? (this.laid.groupings[0] as Grouping);
  }

  private plan(width: number): Plan {
    const coarse = matchMedia("(pointer: coarse)").matches || width < WIDE;
    const grows = this.printing || width < WIDE;
    return { available: grows ? 0 : this.scroller.clientHeight, size: this.printing ? this.laid.sizes.length - 1 : 1, least: this.printing ? 19 : coarse ? 26 : 18, most: 28, titles: width < WIDE ? 20 : 0 };
  }

  private draw(): void {
    const width = this.printing ? PAPER : Math.floor(this.root.clientWidth);
    if (width < 50) return;
    if (this.laid.items.length === 0) {
      this.tray.draw();
      return this.sayEmpty();
    }
    const grouping = this.grouping();
    const left = width < WIDE ? 6 : grouping.id === "kind" ? 128 : 150;
    const [from, to] = this.lens.now();
    this.view = { from, to, left, width: width - left - EDGE };
    const perUnit = scaleOf(this.view);
    this.ticks = ticks(this.axis.days(from), this.axis.days(to), perUnit, width < WIDE ? 46 : 58).filter((t) => !this.broken(t.day));
    this.controls.draw(this.context.store.state.lanes, this.lens.whole(), to - from <= LEAST * 1.01);
    this.axisBar.draw(this.ticks, this.laid.eras, this.axis, this.view, this.context.theme());
    this.drawOverview(from, to);
    this.tray.draw();
    this.drawScene(grouping, perUnit, width);
    this.writeList();
    this.sayEmpty();
    this.saySelected();
    if (this.hovered === null) this.caption(null);
  }

  private sayEmpty(): void {
    const undated = this.tray.count();
    const hidden = this.notice.element.hidden;
    this.notice.draw({ drawn: this.scene.count, dated: this.laid.items.length, undated, window: !this.lens.whole() && this.laid.items.length > 0 });
    if (hidden && !this.notice.element.hidden && undated > 0) this.tray.element.open = true;
  }

  /** A selection that the window leaves out is told of, once aloud. */
  private saySelected(): void {
    const { selected } = this.context.store.state;
    const [from, to] = this.lens.now().map((u) => this.axis.days(u)) as Window;
    const words = selected ? outsideWords(this.laid.items.find((item) => item.id === selected), from, to) : "";
    const said = words && selected ? `${this.context.index.label(selected)} ${words}` : "";
    if (said && said !== this.outside) this.context.announce(said);
    this.outside = said;
  }

  private broken(day: number): boolean {
    return this.laid.breaks.some(([from, to]) => day > from && day < to);
  }

  private drawScene(grouping: Grouping, perUnit: number, width: number): void {
    const level = levelFor(this.laid.levels, perUnit);
    const shown = this.shownLanes(grouping);
    const plan = this.plan(width);
    const size = this.size = sizeFor(this.laid, grouping, level, plan, shown);
    const layout = this.filtered(grouping.layout(size, level));
    this.scene = makeScene(this.laid, layout, planLanes(grouping, layout, plan, shown), {
      view: this.view, axis: this.axis, geometry: this.laid.geometry, visible: (id) => this.context.visible(id),
    });
    this.finishLabels();
    this.paint(width, Math.max(60, Math.ceil(this.scene.height)));
  }

  /** Rows that the filters empty are closed. */
  private filtered(layout: Layout): Layout {
    const { hidden, query } = this.context.store.state;
    if (query === "" && hidden.length === 0) return layout;
    const off = new Set(hidden);
    return compact(layout, this.laid.items, (item) => !off.has(item.kind) && (query === "" || this.context.visible(item.id)));
  }

  /** A lane is open while something of it may show; what only lies outside the window keeps its lane. */
  private shownLanes(grouping: Grouping): (lane: number) => boolean {
    const { store, visible, index } = this.context;
    const { hidden, query } = store.state;
    const [from, to] = this.lens.now().map((u) => this.axis.days(u)) as Window;
    const off = new Set(hidden);
    const small = this.root.clientWidth < WIDE; // a phone has room for the lanes that the story speaks of
    const open = grouping.lanes.map((lane) => lane.members.some((m) => {
      const item = this.laid.items[m];
      if (!item || off.has(item.kind) || (small && !this.context.inFocus(item.id))) return false;
      const outside = item.to < from || item.from > to;
      return outside ? query === "" && index.thing(item.id) !== undefined : visible(item.id);
    }));
    return (lane) => open[lane] ?? false;
  }

  /** What Go could only estimate is settled with true widths. */
  private finishLabels(): void {
    const { selected, step } = this.context.store.state;
    const brush = this.brush();
    const width = (m: SceneMark): number => this.ruler.width(m.item.label, labelFont(m, brush));
    const { left, width: across } = this.view;
    const edges = { left: left + 2, right: left + across + EDGE };
    const part = (m: SceneMark, words: string): number => this.ruler.width(words, labelFont(m, brush, -1));
    if (step > 0) nameSpoken(this.scene, { ...edges, height: brush.large ? 18 : 16, width, spoken: (m) => this.context.inFocus(m.item.id) });
    else {
      tighten(this.scene, width);
      nameInWindow(this.scene, { ...edges, geometry: this.laid.geometry, width, ...(this.scene.row >= TALL ? { part } : {}) });
    }
    dropCut(this.scene, left, left + across + EDGE, width);
    nameInFull(this.scene, selected, { ...edges, geometry: this.laid.geometry, width, part });
  }

  private brush(): Brush {
    const theme = this.context.theme();
    return {
      theme, ruler: this.ruler, selected: this.context.store.state.selected, hovered: this.hovered,
      symbol: (kind) => this.context.index.kind(kind)?.symbol ?? "disc", bright: (id) => this.light.of(id), red: (id) => redThread(this.context).marks.has(id),
      large: this.context.store.state.step > 0 && this.root.clientWidth >= WIDE && !this.printing,
    };
  }

  /** The renderers, under the names that the options use. */
  private renderers(brush: Brush, width: number): Record<string, (i: number) => Shape | null> {
    const { scene, view, axis } = this;
    const ground = { scene, view, axis, ticks: this.ticks, eras: this.laid.eras, width, titlesAbove: width < WIDE };
    const kindOf = (pill: ScenePill): string => scene.lanes.length > 0 ? brush.theme.color(pill.items[0]?.kind ?? "") : brush.theme.muted;
    return {
      "rt.timeline.ground": () => drawGround(ground, brush),
      "rt.timeline.marks": (i) => (scene.marks[i] ? drawMark(scene.marks[i], { view, axis }, brush) : null),
      "rt.timeline.clusters": (i) => (scene.pills[i] ? drawPill(scene.pills[i], brush, kindOf(scene.pills[i])) : null),
    };
  }

  private paint(width: number, height: number): void {
    if (this.chart.getWidth() !== width || this.chart.getHeight() !== height) {
      this.canvas.style.height = `${height}px`;
      this.list.pad.style.height = `${height}px`;
      this.chart.resize({ width, height });
    }
    const renderers = this.renderers(this.brush(), width);
    const counts: Record<string, number> = { ground: 1, marks: this.scene.marks.length, clusters: this.scene.pills.length };
    const option = this.context.option as TimelineOption;
    this.chart.setOption({
      animation: false, backgroundColor: "transparent",
      grid: { left: this.view.left, right: 0, top: 0, bottom: 0, containLabel: false },
      xAxis: { type: "value", show: false, min: this.view.from, max: this.view.to },
      yAxis: { type: "value", show: false, min: 0, max: 1 },
      series: option.series.map((s, z) => {
        const render = renderers[s.renderItem];
        if (!render) throw new Error(`there is no renderer "${s.renderItem}"`);
        return {
          id: s.id, type: "custom", coordinateSystem: "cartesian2d", silent: true, z, clip: s.id !== "ground", animation: false,
          data: Array.from({ length: counts[s.id] ?? 0 }, (_, i) => [this.view.from, 0, i]),
          renderItem: (params: { dataIndex: number }) => { const shape = render(params.dataIndex); return shape && { ...shape, $mergeChildren: false }; },
        };
      }),
    } as never, { replaceMerge: ["series"], lazyUpdate: false });
    if (this.printing) this.chart.getZr().flush();
  }

  private drawOverview(from: number, to: number): void {
    const parts = this.laid.density.length;
    const left = new Array<number>(parts).fill(0);
    const { hidden } = this.context.store.state;
    const off = new Set(hidden);
    for (const item of this.laid.items) {
      if (item.owner !== null || off.has(item.kind)) continue;
      const part = clamp(Math.floor((this.axis.units(item.at) / this.axis.length) * parts), 0, parts - 1);
      left[part] = (left[part] ?? 0) + 1;
    }
    this.overview.draw(this.laid.density, left, from, to, this.view.left, this.view.width);
  }

  // ---- marks to reach -------------------------------------------------------

  private writeList(): void {
    const g = this.laid.geometry;
    const marks = this.scene.marks.map((m): Stop => {
      const box = this.stopBox(m);
      return { key: `${m.lane}:${m.item.id}`, lane: m.lane, x: box.x + box.width / 2, y: m.y, box, mark: m, pill: null };
    });
    const pills = this.scene.pills.map((p, i): Stop => ({ key: `cluster:${p.cluster.lane}:${i}`, lane: p.cluster.lane, x: p.x, y: p.y, box: pillBox(p, g), mark: null, pill: p }));
    const order = new Map(this.scene.lanes.map((lane, i) => [lane.index, i]));
    const rank = (s: Stop): number => order.get(s.lane) ?? 0;
    this.stops = pills.length === 0 ? marks : [...marks, ...pills].sort((a, b) => rank(a) - rank(b) || a.x - b.x);
    this.list.draw(this.stops, this.context.store.state.selected, this.lens.moving);
  }

  /** The mark; where it is out of sight, the piece of its bar or line that is in sight. */
  private stopBox(m: SceneMark): Box {
    const { left, width } = this.view;
    if (m.x >= left - 1 && m.x <= left + width + EDGE) return markBox(m, this.laid.geometry);
    const [from, to] = drawnParts(m).find(([a, z]) => z > left && a < left + width) ?? [m.from, m.to];
    const x = clamp(from, left, left + width);
    return { x, y: m.y - 7, width: Math.max(8, Math.min(clamp(to, left, left + width) - x, 40)), height: 14 };
  }

  private labelBox(m: SceneMark): Mark["label"] {
    if (!m.label) return undefined;
    const brush = this.brush();
    const { text, x, y, width, height, atEnd, lines } = m.label;
    if (lines) return { text, x, y, width, height };
    const true_ = this.ruler.width(text, labelFont(m, brush));
    return { text, x: atEnd ? x + width - true_ : x, y: y + 1, width: true_, height: 14 };
  }

  private hit(x: number, y: number, touch: boolean): Stop | null {
    const reach = touch ? 20 : 11;
    let best: Stop | null = null;
    let least = Infinity;
    for (const stop of this.stops) {
      const far = distance(stop, x, y, reach, this.scene.row);
      if (far < least) { least = far; best = stop; }
    }
    return best;
  }

  private open(stop: Stop): void {
    if (stop.pill) return this.openCluster(stop.pill);
    this.context.store.set({ selected: stop.mark?.item.id ?? null });
  }

  /** Zooms until the cluster parts and fills the window; what never parts opens as a list. */
  private openCluster(pill: ScenePill): void {
    const { cluster } = pill;
    const members = new Set(cluster.members);
    const levels = this.laid.levels;
    const parted = levels.findIndex((scale, level) => scale > scaleOf(this.view) && !this.grouping().layout(this.size, level).clusters
      .some((c) => c.lane === cluster.lane && c.members.filter((m) => members.has(m)).length > members.size / 2));
    const least = levels[parted];
    if (least === undefined) return this.popup.open(pill, this.view.left + this.view.width);
    const [from, to] = [this.axis.units(cluster.from), this.axis.units(cluster.to)];
    const span = Math.min(this.view.width / least, Math.max((to - from) * 1.3, LEAST));
    const middle = (from + to) / 2;
    this.context.announce(`Zooming to ${pill.items.length} things`);
    this.lens.glide(moved(middle - span / 2, middle + span / 2, 0, this.axis.length));
  }

  private caption(stop: Stop | null): void {
    const active = stop ?? null;
    if (active?.pill) return this.controls.say(`${active.pill.items.length} things close together`);
    if (active?.mark) return this.controls.say(markWords(active.mark.item.id, this.context));
    const [from, to] = this.lens.now();
    const n = this.scene.count;
    const window = windowWords([this.axis.days(from), this.axis.days(to)]);
    this.controls.say(`${this.outside ? `${this.outside} · ` : ""}${window} · ${n} ${n === 1 ? "thing" : "things"}`);
  }

  // ---- what the reader does -------------------------------------------------

  private listen(): void {
    listen(this.list.pad, {
      zoom: (factor, x) => this.lens.look(this.zoomedBy(factor, clamp(unitsAt(this.view, x), 0, this.axis.length))),
      pan: (dx) => this.lens.look(moved(...this.lens.now(), -dx / scaleOf(this.view), this.axis.length)),
      hover: (at) => this.hover(at),
      choose: ({ x, y, touch }) => {
        this.popup.close();
        const stop = this.hit(x, y, touch);
        if (stop) this.open(stop);
        else if (this.context.store.state.selected) this.context.store.set({ selected: null });
      },
      done: () => this.lens.settle(),
      scrolls: () => this.scroller.scrollHeight > this.scroller.clientHeight + 2,
    });
    this.list.pad.addEventListener("keydown", (event) => this.key(event));
    this.tray.element.addEventListener("toggle", () => this.draw());
    addEventListener("beforeprint", this.onPaper);
    addEventListener("afterprint", this.onScreen);
  }

  /** The window after zooming, about its middle or the place given in units. */
  private zoomedBy(factor: number, about?: number): Window {
    const [from, to] = this.lens.now();
    return zoomed(from, to, about ?? (from + to) / 2, factor, this.axis.length, LEAST);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [from, to] = this.lens.now();
    const pan = (share: number): Window => moved(from, to, (to - from) * share, this.axis.length);
    const zoom = (factor: number): Window => this.zoomedBy(factor);
    const go: Record<string, () => Window> = {
      "+": () => zoom(1.6), "=": () => zoom(1.6), "-": () => zoom(1 / 1.6), "_": () => zoom(1 / 1.6), "0": () => [0, this.axis.length],
      ...(event.shiftKey ? { ArrowLeft: () => pan(-0.25), ArrowRight: () => pan(0.25) } : {}),
    };
    const next = Object.hasOwn(go, event.key) ? go[event.key] : undefined;
    if (!next) return;
    event.preventDefault();
    this.lens.glide(next());
  }

  private hover(at: { x: number; y: number } | null): void {
    const stop = at ? this.hit(at.x, at.y, false) : null;
    const id = stop ? (stop.mark?.item.id ?? stop.key) : null;
    if (id === this.hovered) return;
    this.hovered = id;
    this.list.pad.classList.toggle("rt-tl-over", stop !== null);
    this.caption(stop);
    this.paint(this.chart.getWidth(), this.chart.getHeight());
  }

  // ---- paper ----------------------------------------------------------------

  private newChart(pixels?: number): EChartsType {
    const size = { width: Math.max(60, this.root.clientWidth), height: 60 };
    return init(this.canvas, null, { renderer: "canvas", ...size, ...(pixels ? { devicePixelRatio: pixels } : {}) });
  }

  private readonly onPaper = (): void => this.reopen(true);
  private readonly onScreen = (): void => this.reopen(false);

  /** On paper: the window that is chosen, at twice the resolution, in the width of a page. */
  private reopen(printing: boolean): void {
    this.printing = printing;
    this.chart.dispose();
    this.chart = this.newChart(printing ? 2 : undefined);
    this.draw();
    if (!printing) requestAnimationFrame(() => this.draw()); // the page has its old size only then
  }
}

/** How far a place is from a mark: its symbol first, then its label, then its bar; Infinity when none is near. */
function distance(stop: Stop, x: number, y: number, reach: number, row: number): number {
  const near = Math.max(Math.abs(x - stop.x), Math.abs(y - stop.y));
  if (near <= reach) return near;
  if (Math.abs(y - stop.y) > row / 2) return Infinity;
  const m = stop.mark;
  const l = m?.label;
  if (l && x >= l.x && x <= l.x + l.width) return reach + 1;
  if (m && x >= m.from && x <= m.to) return reach + 2;
  if (stop.pill && x >= stop.pill.from && x <= stop.pill.to) return reach + 2;
  return m?.line.some(([from, to]) => x >= from && x <= to) ? reach + 3 : Infinity;
}

function once(run: () => void): () => void {
  let done = false;
  return () => { if (!done) { done = true; run(); } };
}
