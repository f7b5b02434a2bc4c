// The timeline: lanes of marks that Go has packed, drawn for the window that
// is seen. This file holds the controller; what stands where is worked out in
// timeline_compose, how it is drawn in timeline_draw.

import { makeRuler } from "../chart/text";
import type { Context, Mark, Panel, State } from "../contract";
import { windowWords } from "../dates";
import { fill, h } from "../dom";
import { CALM, makeLight } from "../story/light";
import { redThread } from "./threads_red";
import { makeAxisBar } from "./timeline_axis";
import { Canvas } from "./timeline_canvas";
import { FEW, partedWindow } from "./timeline_cluster";
import { Composer, WIDE } from "./timeline_compose";
import { makeControls } from "./timeline_controls";
import { readTimeline, type Laid, type TimelineOption } from "./timeline_data";
import type { Brush } from "./timeline_draw";
import { listen } from "./timeline_gestures";
import { Lens, LEAST, type Window } from "./timeline_lens";
import { makeList, markWords, type Stop } from "./timeline_list";
import { moveOf, zoomedBy } from "./timeline_moves";
import { drawTally, makeOverview } from "./timeline_overview";
import { makePopup } from "./timeline_popup";
import { markEdge, reveal, revealFocus } from "./timeline_reveal";
import { clamp, makeAxis, moved, scaleOf, unitsAt, type Axis, type View } from "./timeline_scale";
import type { Scene, ScenePill } from "./timeline_scene";
import { hit, stopsOf, told } from "./timeline_stops";
import { ticks, type Tick } from "./timeline_ticks";
import { makeTray } from "./timeline_tray";
import { makeNotice, outsideWords } from "./timeline_words";

const PAPER = 776; // pixels across on paper, made smaller by the zoom of .host-timeline

export function mount(host: HTMLElement, context: Context): Panel {
  return new Timeline(host, context);
}

class Timeline implements Panel {
  private readonly laid: Laid;
  private readonly axis: Axis;
  private readonly ruler = makeRuler();
  private readonly light = makeLight((id) => this.context.inFocus(id) || redThread(this.context).nodes.has(id));
  private readonly root = h("div", { class: "rt-tl" });
  private readonly scroller = h("div", { class: "rt-tl-scroll" });
  private readonly composer;
  private readonly canvas;
  private readonly popup;
  private readonly lens;
  private readonly controls;
  private readonly axisBar;
  private readonly list;
  private readonly overview;
  private readonly tray;
  private readonly notice;
  private outside = ""; // what was said of a selection that is not drawn
  private printing = false;
  private hovered: string | null = null;
  private scene: Scene = { lanes: [], marks: [], pills: [], height: 0, row: 18, count: 0 };
  private view: View = { from: 0, to: 1, left: 0, width: 1 };
  private ticks: Tick[] = [];
  private stops: Stop[] = [];

  constructor(private readonly host: HTMLElement, private readonly context: Context) {
    const option = context.option as TimelineOption;
    this.laid = readTimeline(option);
    this.axis = makeAxis(this.laid.range, this.laid.breaks);
    this.composer = new Composer(this.laid, this.axis, context, this.ruler);
    this.lens = new Lens(context, this.axis, () => this.draw());
    this.controls = makeControls(this.laid.groupings.map((g) => g.id), {
      lanes: (by) => context.store.set({ lanes: by }),
      zoom: (factor) => this.lens.glide(zoomedBy(this.lens.now(), factor, this.axis.length)),
      all: () => this.lens.glide([0, this.axis.length]),
    });
    this.axisBar = makeAxisBar(this.ruler);
    this.popup = makePopup(context, () => this.list.pad);
    this.list = makeList(context, (stop) => this.open(stop), (stop) => this.caption(stop));
    this.overview = makeOverview(this.axis, (from, to, done) => { this.lens.look([from, to]); if (done) this.lens.settle(); });
    this.tray = makeTray(this.laid.tray, context);
    this.notice = makeNotice(context, () => context.store.set({ window: null }));
    const paper = h("div", { class: "rt-tl-canvas", "aria-hidden": "true" });
    this.scroller.append(paper, this.list.pad, this.list.ring, this.popup.element, this.notice.element);
    this.root.append(this.controls.element, this.axisBar.element, this.scroller, this.overview.element, this.tray.element);
    fill(host, this.root);
    this.canvas = new Canvas(paper, option, this.laid, this.axis);
    this.listen();
    if (this.laid.items.length === 0) this.beUndated();
    this.draw();
    this.revealFocus();
    this.canvas.onceFinished(() => context.ready());
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
    if (state.selected !== before.selected) reveal(this.scene, state.selected, this.scroller);
  }

  resize(): void { this.draw(); }

  repaint(): void { this.draw(); }

  marks(): Mark[] {
    const at = this.scroller.getBoundingClientRect();
    const home = this.host.getBoundingClientRect();
    const brush = this.brush();
    return this.stops.map((stop) => told(stop, at.left - home.left, at.top - home.top - this.scroller.scrollTop, this.ruler, brush));
  }

  dispose(): void {
    this.lens.dispose();
    removeEventListener("beforeprint", this.onPaper);
    removeEventListener("afterprint", this.onScreen);
    this.canvas.dispose();
    fill(this.host);
  }

  /** Another step of the story: window and brightness move together. */
  private turn(before: State): void {
    this.light.turn(this.laid.items.map((item) => item.id));
    this.lens.follow(before.window, CALM, (share) => this.light.at(share));
    this.revealFocus();
  }

  private revealFocus(): void { revealFocus(this.scene, this.context, this.scroller, this.host); }

  // ---- drawing --------------------------------------------------------------

  private draw(): void {
    const width = this.printing ? PAPER : Math.floor(this.root.clientWidth);
    if (width < 50) return;
    if (this.laid.items.length === 0) {
      this.tray.draw();
      return this.sayEmpty();
    }
    this.view = this.composer.view(this.lens.now(), width);
    this.drawAround(width);
    const sheet = { width, height: this.scroller.clientHeight, scrolls: getComputedStyle(this.scroller).overflowY === "auto", printing: this.printing };
    this.scene = this.composer.compose(sheet, this.view, this.lens.moving, this.brush());
    this.paint(width, Math.max(60, Math.ceil(this.scene.height)));
    markEdge(this.scroller);
    this.stops = stopsOf(this.scene, this.view, this.laid.geometry);
    this.list.draw(this.stops, this.context.store.state.selected, this.lens.moving);
    this.sayEmpty();
    this.saySelected();
    if (this.hovered === null) this.caption(null);
  }

  /** Tools, calendar, overview and tray. */
  private drawAround(width: number): void {
    const { from, to } = this.view;
    const { state } = this.context.store;
    this.ticks = ticks(this.axis.days(from), this.axis.days(to), scaleOf(this.view), width < WIDE ? 46 : 58).filter((t) => !this.broken(t.day));
    this.controls.draw(state.lanes, this.lens.whole(), to - from <= LEAST * 1.01);
    this.axisBar.draw(this.ticks, this.laid.eras, this.axis, this.view, this.context.theme());
    drawTally(this.overview, this.laid, this.axis, this.view, new Set(state.hidden));
    this.tray.draw();
  }

  private broken(day: number): boolean {
    return this.laid.breaks.some(([from, to]) => day > from && day < to);
  }

  private brush(): Brush {
    const { context } = this;
    const { selected, step } = context.store.state;
    return {
      theme: context.theme(), ruler: this.ruler, selected, hovered: this.hovered,
      symbol: (kind) => context.index.kind(kind)?.symbol ?? "disc", bright: (id) => this.light.of(id), red: (id) => redThread(context).marks.has(id), passed: (id) => redThread(context).nodes.has(id),
      large: step > 0 && this.root.clientWidth >= WIDE && !this.printing,
    };
  }

  private paint(width: number, height: number): void {
    if (this.canvas.fit(width, height)) this.list.pad.style.height = `${height}px`;
    this.canvas.paint({ scene: this.scene, view: this.view, ticks: this.ticks, width }, this.brush(), this.printing);
  }

  // ---- words ----------------------------------------------------------------

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

  private caption(stop: Stop | null): void {
    if (stop?.pill) return this.controls.say(`${stop.pill.items.length} things close together`);
    if (stop?.mark) return this.controls.say(markWords(stop.mark.item.id, this.context, this.context.index.label(stop.mark.item.id)));
    const n = this.scene.count;
    const window = windowWords(this.lens.now().map((u) => this.axis.days(u)) as Window);
    this.controls.say(`${this.outside ? `${this.outside} · ` : ""}${window} · ${n} ${n === 1 ? "thing" : "things"}`);
  }

  // ---- what the reader does -------------------------------------------------

  private listen(): void {
    listen(this.list.pad, {
      zoom: (factor, x) => this.lens.look(zoomedBy(this.lens.now(), factor, this.axis.length, clamp(unitsAt(this.view, x), 0, this.axis.length))),
      pan: (dx) => this.lens.look(moved(...this.lens.now(), -dx / scaleOf(this.view), this.axis.length)),
      hover: (at) => this.hover(at),
      choose: ({ x, y, touch }) => {
        this.popup.close();
        const stop = hit(this.stops, x, y, touch, this.scene.row);
        if (stop) this.open(stop);
        else if (this.context.store.state.selected) this.context.store.set({ selected: null });
      },
      done: () => this.lens.settle(),
      scrolls: () => this.scroller.scrollHeight > this.scroller.clientHeight + 2,
    });
    this.scroller.addEventListener("scroll", () => markEdge(this.scroller), { passive: true });
    this.list.pad.addEventListener("keydown", (event) => this.key(event));
    this.tray.element.addEventListener("toggle", () => this.draw());
    addEventListener("beforeprint", this.onPaper);
    addEventListener("afterprint", this.onScreen);
  }

  private open(stop: Stop): void {
    if (stop.pill) return this.openCluster(stop.pill);
    this.context.store.set({ selected: stop.mark?.item.id ?? null });
  }

  /** Few things are listed at once, with a way to zoom to them; many are zoomed to until they part. */
  private openCluster(pill: ScenePill): void {
    const parted = partedWindow(pill, this.laid, this.composer.grouping(), this.view, this.axis);
    const zoom = (): void => {
      if (!parted) return;
      this.context.announce(`Zooming to ${pill.items.length} things`);
      this.lens.glide(parted);
    };
    if (parted && pill.items.length > FEW) return zoom();
    this.popup.open(pill, this.view.left + this.view.width, parted ? zoom : null);
  }

  private key(event: KeyboardEvent): void {
    const next = moveOf(event, this.lens.now(), this.axis.length);
    if (!next) return;
    event.preventDefault();
    this.lens.glide(next);
  }

  private hover(at: { x: number; y: number } | null): void {
    const stop = at ? hit(this.stops, at.x, at.y, false, this.scene.row) : null;
    const id = stop ? (stop.mark?.item.id ?? stop.key) : null;
    if (id === this.hovered) return;
    this.hovered = id;
    this.list.pad.classList.toggle("rt-tl-over", stop !== null);
    this.caption(stop);
    this.paint(this.canvas.width, this.canvas.height);
  }

  // ---- paper ----------------------------------------------------------------

  private readonly onPaper = (): void => this.reopen(true);
  private readonly onScreen = (): void => this.reopen(false);

  /** On paper: the window that is chosen, at twice the resolution, in the width of a page. */
  private reopen(printing: boolean): void {
    this.printing = printing;
    this.canvas.reopen(printing ? 2 : undefined);
    this.draw();
    if (!printing) requestAnimationFrame(() => this.draw()); // the page has its old size only then
  }
}
