// The threads: a list, the chart with one thread in red, and that thread told
// step by step. This file holds the controller; what stands where is worked out
// in threads_scene, how it is drawn in threads_draw, what is said in
// threads_words and threads_tale.

import { init, type EChartsType } from "../chart/echarts";
import { makeRuler } from "../chart/text";
import type { Context, Mark, Panel, State } from "../contract";
import { fill, h } from "../dom";
import { RECEDED } from "../story/light";
import { broken, choices, find, idOf, marksOf, readThreads, type Choice, type ThMark, type Threads, type ThreadsOption } from "./threads_data";
import { RECEDE, drawBundles, drawChosenNames, drawClusters, drawCurve, drawDiscs, drawGround, drawPlaced, drawRed, drawRuns, faint, nameFont, nameX, noRed, noteFont, type Red, type Shade } from "./threads_draw";
import { makeOverview, nothingMore, type Cluster, type Overview } from "./threads_bundle";
import { makeKeys, wayOf, type Stop } from "./threads_keys";
import { makeThreadList } from "./threads_list";
import { dropStubs, wholeNames } from "./threads_fit";
import { formsOf, nameChosen, nameRest } from "./threads_names";
import { away, makeThScene, type Curve, type Placed, type ThScene } from "./threads_scene";
import { drawTale, paperAbsences, paperTale } from "./threads_tale";
import { beforeNote, choiceTitle, clusterWords, metWords, sizeWords, windowWords } from "./threads_words";
import { makeAxisBar } from "./timeline_axis";
import type { Brush, Shape } from "./timeline_draw";
import { markWords } from "./timeline_list";
import { makeAxis, scaleOf, type Axis } from "./timeline_scale";
import { ticks, type Tick } from "./timeline_ticks";

const NARROW = 760; // pixels of the window up to which the words stand alone
const PAPER = 820; // pixels across on paper, where threads.css makes them smaller
const NAMED = 16; // things named then, at the most, besides those of the chosen thread
const MOST = 150; // pixels of a name for which room is sought
const SHEETS = 60; // threads printed at once
const CALM = 240; // milliseconds from one thread to the next
const NO_LINE = "The grey discs are the two ends; no line is drawn, because this is no thread. ";
const UNDATED = "Hollow and dotted: no date is known; it stands between its neighbours.";

export function mount(host: HTMLElement, context: Context): Panel {
  return new ThreadsPanel(host, context);
}

class ThreadsPanel implements Panel {
  private readonly t: Threads;
  private readonly axis: Axis;
  private readonly byId: ReadonlyMap<string, ThMark>;
  private readonly crowded: boolean;
  private readonly ruler = makeRuler();
  private readonly canvas = h("div", { class: "rt-th-canvas", "aria-hidden": "true" });
  private readonly scroller = h("div", { class: "rt-th-scroll" });
  private readonly tale = h("section", { class: "rt-th-tale", "aria-label": "The thread, step by step", tabindex: "0" });
  private readonly taleBody = h("div");
  private readonly note = h("p", { class: "rt-th-note" });
  private readonly sheets = h("div", { class: "rt-th-sheets" });
  private readonly undated = h("span", { class: "rt-th-undated" }, "no date");
  private readonly chartBox: HTMLElement;
  private readonly list;
  private readonly keys;
  private readonly axisBar;
  private readonly root: HTMLElement;
  private readonly stop = new AbortController();
  private chart: EChartsType;
  private scene: ThScene = { view: { from: 0, to: 1, left: 0, width: 1 }, placed: [], curves: [], lanes: [], width: 0, height: 0 };
  private more: Overview = nothingMore();
  private ticks: Tick[] = [];
  private stops: Stop[] = [];
  private chosen: Choice | undefined;
  private red: Red = noRed();
  private before: { red: Red; marks: Set<number> } | null = null; // while one thread gives way to the next
  private at = 1; // how far it has
  private frame = 0;
  private hovered: string | null = null;
  private over: Cluster | undefined; // the disc of several things under the pointer
  private printing = false;
  private drawn = ""; // for which size; empty: for none

  constructor(private readonly host: HTMLElement, private readonly context: Context) {
    this.t = readThreads(context.option as ThreadsOption);
    this.axis = makeAxis(this.t.range, this.t.breaks);
    this.byId = new Map(this.t.marks.map((m) => [m.id, m]));
    this.crowded = this.t.lanes.reduce((n, lane) => n + lane.members.length, 0) > this.t.geometry.named;
    this.list = makeThreadList(this.t, context, (id, focus) => this.choose(id, focus));
    this.keys = makeKeys(context, { open: (id) => context.store.set({ selected: id }), tell: (id) => this.say(id) });
    this.axisBar = makeAxisBar(this.ruler);
    this.scroller.append(this.canvas, this.keys.pad, this.keys.ring);
    this.axisBar.element.append(this.undated);
    this.chartBox = h("div", { class: "rt-th-chart" }, this.axisBar.element, this.scroller, this.note);
    this.tale.append(this.steps(), this.taleBody);
    this.root = h("div", { class: "rt-th" }, this.list.picker, this.list.element, this.chartBox, this.tale, this.sheets);
    fill(host, this.root);
    this.chart = this.newChart();
    this.listen();
    this.chart.on("finished", once(() => context.ready()));
    this.follow();
    if (this.small()) requestAnimationFrame(() => context.ready());
  }

  // ---- the panel ------------------------------------------------------------

  update(state: State, before: State): void {
    if (state.thread !== before.thread) this.change();
    else this.draw();
    this.list.draw(this.chosenId());
  }

  resize(): void { if (this.size() !== this.drawn) this.draw(); }

  repaint(): void { this.draw(); }

  marks(): Mark[] {
    if (this.small()) return this.steppedMarks();
    const at = this.scroller.getBoundingClientRect();
    const home = this.host.getBoundingClientRect();
    const dx = at.left - home.left - this.scroller.scrollLeft;
    const dy = at.top - home.top - this.scroller.scrollTop;
    return this.stops.map((stop): Mark => {
      const placed = this.scene.placed[this.byId.get(stop.id)?.index ?? -1];
      const label = placed && this.labelBox(placed);
      return { id: stop.id, x: stop.box.x + dx, y: stop.box.y + dy, width: stop.box.width, height: stop.box.height, ...(label ? { label: { ...label, x: label.x + dx, y: label.y + dy } } : {}) };
    });
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.stop.abort();
    this.chart.dispose();
    fill(this.host);
  }

  // ---- choosing -------------------------------------------------------------

  private chosenId(): string | null { return this.chosen ? idOf(this.chosen) : null; }

  private choose(id: string, focus: boolean): void {
    if (!choices(this.t).has(id)) return;
    this.context.store.set({ thread: id, selected: null });
    if (focus) this.root.querySelector<HTMLElement>("[role=radio][aria-checked=true]")?.focus();
    if (this.chosen) this.context.announce(choiceTitle(this.context.index, this.chosen));
  }

  private step(by: 1 | -1): void {
    const order = this.list.order();
    const chosen = order.indexOf(this.chosenId() ?? "");
    const at = chosen < 0 && by < 0 ? 0 : chosen;
    const next = order[(at + by + order.length) % order.length];
    if (next) this.choose(next, false);
  }

  /** The keys go to the next thread from anywhere, while the threads are seen and no story chooses them. */
  private key(event: KeyboardEvent): void {
    const { view, step } = this.context.store.state;
    const way = view === "threads" && step === 0 ? wayOf(event, document.activeElement) : null;
    if (way === null) return;
    event.preventDefault();
    this.step(way);
  }

  /** The next and the previous thread, above the title: where the words begin, for who has no keys. */
  private steps(): HTMLElement {
    return h("div", { class: "rt-th-nav", role: "group", "aria-label": "Go through the threads" },
      h("button", { type: "button", class: "plain", onclick: () => this.step(-1) }, "← previous"),
      h("button", { type: "button", class: "plain", onclick: () => this.step(1) }, "next →"));
  }

  /** What the state names; the best thread while it names none. A name that the page does not know chooses nothing. */
  private follow(): void {
    const { thread } = this.context.store.state;
    this.chosen = thread === null ? choices(this.t).values().next().value : find(this.t, thread);
    drawTale(this.taleBody, this.t, this.chosen, this.context, (id) => this.context.store.set({ selected: id }));
    this.list.draw(this.chosenId());
    this.root.querySelector("[role=radio][aria-checked=true]")?.scrollIntoView({ block: "nearest" });
    this.draw();
    this.reveal();
  }

  /** Where the chart is longer than its frame: the chosen thread in sight, from its top where it is longer too. */
  private reveal(): void {
    const boxes = this.red.marks.flatMap(({ placed: { y, label } }) => [{ y: y - 14, height: 28 }, ...(label ? [label] : [])]);
    if (boxes.length === 0) return;
    const top = Math.min(...boxes.map((b) => b.y)) - 4;
    const bottom = Math.max(...boxes.map((b) => b.y + b.height)) + 4;
    const { scrollTop, clientHeight } = this.scroller;
    const to = Math.max(0, Math.min(top, Math.max(scrollTop, bottom - clientHeight)));
    if (Math.abs(to - scrollTop) > 1) this.scroller.scrollTo({ top: to, behavior: this.context.theme().motion ? "smooth" : "auto" });
  }

  /** Goes calmly from one thread to the next, at once where motion is unwelcome. */
  private change(): void {
    cancelAnimationFrame(this.frame);
    const before = { red: this.red, marks: this.onThread() };
    this.at = this.context.theme().motion && !this.printing && !this.crowded ? 0 : 1;
    this.before = this.at < 1 ? before : null;
    this.follow();
    this.tale.scrollTop = 0;
    const began = performance.now();
    const go = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - began) / CALM));
      this.at = t * (2 - t);
      if (t >= 1) this.before = null;
      this.paint();
      if (t < 1) this.frame = requestAnimationFrame(go);
    };
    if (this.at < 1) this.frame = requestAnimationFrame(go);
  }

  // ---- drawing --------------------------------------------------------------

  private small(): boolean { return !this.printing && matchMedia(`(max-width: ${NARROW}px)`).matches; }

  private draw(): void {
    this.say(this.hovered); // its lines take of the chart's height
    const width = this.printing ? PAPER : Math.floor(this.scroller.clientWidth);
    this.drawn = "";
    if (this.small() || width < 50) return;
    this.drawn = this.size();
    const height = this.printing ? 0 : this.scroller.clientHeight;
    this.scene = makeThScene(this.t, this.axis, { width, height, leastRow: 20, mostRow: 30 }, this.keep());
    this.more = this.crowded ? makeOverview(this.t, this.scene) : nothingMore();
    const { view } = this.scene;
    this.ticks = ticks(this.axis.days(view.from), this.axis.days(view.to), scaleOf(view), 58).filter((t) => !this.t.breaks.some(([from, to]) => t.day > from && t.day < to));
    this.axisBar.draw(this.ticks, [], this.axis, view, this.context.theme());
    this.undated.hidden = !this.t.marks.some((m) => m.aside > 0);
    this.undated.style.width = `${view.left - 8}px`;
    this.red = this.redOf();
    this.name();
    this.writeStops();
    this.paint();
  }

  /** What the chart is drawn to fit; nothing fits in the list of a phone. */
  private size(): string { return this.small() ? "" : `${this.scroller.clientWidth} ${this.scroller.clientHeight}`; }

  /** The names of the chosen thread first, whole; then the others, as far as there is room. */
  private name(): void {
    const brush = this.brush();
    const words = this.chosen && "thread" in this.chosen ? beforeNote(this.chosen.thread) : "";
    const said = words ? formsOf(words, (line) => this.ruler.width(line, noteFont(brush.theme))) : [];
    const discs = this.more.clusters.map((c) => ({ x: c.x - c.r, y: c.y - c.r, width: 2 * c.r, height: 2 * c.r }));
    nameChosen(this.scene, this.red, discs, (line, p) => this.ruler.width(line, nameFont(p, true, brush)), said);
    nameRest(this.scene, this.red, MOST, (line, p) => this.ruler.width(line, nameFont(p, false, brush)));
    wholeNames(this.scene, this.red, (line, p) => this.ruler.width(line, nameFont(p, this.shade().strong(p.mark.index), brush)));
    dropStubs(this.scene, (label, p) => this.ruler.shorten(label.text, label.width, nameFont(p, this.shade().strong(p.mark.index), brush)));
  }

  /** Where there are too many things to name them all, those of the chosen thread, and of others that begin as it does; null: all. */
  private keep(): Set<number> | null {
    if (!this.crowded) return null;
    const { t, chosen } = this;
    const kept = new Set<number>();
    if (!chosen) return kept;
    const from = "thread" in chosen ? chosen.thread.from : "";
    const alike = t.threads.filter((x) => x.from === from);
    for (const c of [chosen, ...(alike.length <= NAMED ? alike.map((thread) => ({ thread })) : [])]) {
      if (kept.size >= NAMED) break;
      for (const id of marksOf(c)) {
        const mark = this.byId.get(id);
        if (mark) kept.add(mark.owner ?? mark.index);
      }
    }
    return kept;
  }

  private onThread(): Set<number> {
    const ids = new Set(this.chosen ? marksOf(this.chosen) : []);
    return new Set([...ids].flatMap((id) => this.byId.get(id)?.index ?? []));
  }

  /** The chosen thread as curves, runs along rows, and discs. */
  private redOf(): Red {
    const choice = this.chosen;
    if (!choice || "alone" in choice) return noRed();
    const { placed, curves } = this.scene;
    const place = (id: string): Placed | undefined => placed[this.byId.get(id)?.index ?? -1];
    if (broken(choice)) return this.ends(choice);
    const steps = "thread" in choice ? choice.thread.steps : [];
    const red: Red = { marks: [], curves: [], runs: [], grey: false };
    let x: number | null = null; // where the thread has come to
    marksOf(choice).forEach((id, i) => {
      const p = place(id);
      if (!p) return;
      const came = i === 0 ? p.x : (endOf(curves[steps[i - 1]?.tie ?? -1])?.[0] ?? p.x);
      red.marks.push({ placed: p, x: came, number: i + 1 });
      x = came;
      const step = steps[i];
      const curve = curves[step?.tie ?? -1];
      if (!step || !curve) return;
      const leaves = curve.near[0]?.[0] ?? x;
      if (Math.abs(leaves - x) > 1) red.runs.push({ x1: x, x2: leaves, y: p.y, status: step.status });
      red.curves.push({ curve, status: step.status });
    });
    return red;
  }

  /** What is no thread: its first and its last mark, and nothing between. */
  private ends(choice: Choice): Red {
    const ids = marksOf(choice);
    const marks = ids.flatMap((id, i) => {
      const placed = this.scene.placed[this.byId.get(id)?.index ?? -1];
      return placed && (i === 0 || i === ids.length - 1) ? [{ placed, x: placed.x, number: i + 1 }] : [];
    });
    return { marks, curves: [], runs: [], grey: true };
  }

  private shade(): Shade {
    const now = this.onThread();
    const was = this.before?.marks;
    const { selected } = this.context.store.state;
    const rest = now.size > 0 ? RECEDE : 0.9;
    const spoken = this.spoken();
    const level = (on: boolean, id: string): number => (on || spoken?.has(id) ? 1 : spoken ? RECEDED : rest);
    return {
      mark: (i) => {
        const m = this.t.marks[i];
        if (!m) return 1;
        const to = level(now.has(i), m.id);
        const from = was ? level(was.has(i), m.id) : to;
        const on = m.id === selected || m.id === this.hovered;
        return (on ? 1 : from + (to - from) * this.at) * (now.has(i) || on || (this.shows(m.id) && this.context.inFocus(m.id)) ? 1 : 0.3);
      },
      curve: (i) => {
        const tie = this.t.ties[i];
        const both = tie && [tie.from, tie.to].every((k) => this.shows(this.t.marks[k]?.id ?? ""));
        const told = !spoken || (tie && [tie.from, tie.to].every((k) => spoken.has(this.t.marks[k]?.id ?? "")));
        return (now.size > 0 ? 0.45 : 0.8) * (both ? 1 : 0.25) * (told ? 1 : 0.35);
      },
      strong: (i) => now.has(i) || [...now].some((k) => this.t.marks[k]?.owner === null && this.t.marks[k]?.head === i),
    };
  }

  /** The marks that a step of the story speaks of; null outside the story, and where it speaks of all or of none. */
  private spoken(): Set<string> | null {
    const found = this.t.marks.map((m) => m.id).filter((id) => this.context.inFocus(id));
    return found.length > 0 && found.length < this.t.marks.length ? new Set(found) : null;
  }

  private shows(id: string): boolean { return this.context.visible(id) || this.context.store.state.selected === id; }

  private brush(): Brush {
    return { theme: this.context.theme(), ruler: this.ruler, selected: this.context.store.state.selected, hovered: this.hovered, symbol: (kind) => this.context.index.kind(kind)?.symbol ?? "disc", bright: () => 1, large: false };
  }

  /** The renderers, under the names that the options use. */
  private renderers(): Record<string, () => Shape[]> {
    const { scene } = this;
    const b = this.brush();
    const shade = this.shade();
    const covered = new Set(this.red.marks.map((m) => m.placed.mark.index));
    const old = this.before?.red;
    const order = scene.placed.filter((p) => p.shown).sort((p, q) => Number(p.mark.owner !== null) - Number(q.mark.owner !== null));
    return {
      "rt.threads.ground": () => [drawGround(scene, this.axis, this.ticks, this.context.store.state.window, b)],
      "rt.threads.curves": () => [
        ...drawBundles(this.more, this.onThread().size > 0 ? 0.4 : 1, b),
        ...scene.curves.filter((c) => c.shown).map((c) => drawCurve(c, shade.curve(c.index), b)),
        ...(old ? drawRed(old, 1 - this.at, b) : []), ...drawRed(this.red, this.at, b),
      ],
      "rt.threads.marks": () => [
        ...drawClusters(this.more, (members) => (members.some((i) => this.shows(this.t.marks[i]?.id ?? "")) ? 0.75 : 0.2), b),
        ...order.map((p) => drawPlaced(p, scene, this.axis, shade, covered.has(p.mark.index), b)),
        ...(old ? [...drawRuns(old, 1 - this.at, b), ...drawDiscs(old, this.t.geometry.apart, 1 - this.at, b)] : []), ...drawRuns(this.red, this.at, b), ...drawDiscs(this.red, this.t.geometry.apart, this.at, b),
        ...drawChosenNames(scene, 1, b),
      ],
    };
  }

  private paint(): void {
    if (this.small()) return;
    const { width, height, view } = this.scene;
    if (this.chart.getWidth() !== width || this.chart.getHeight() !== height) {
      this.canvas.style.height = this.keys.pad.style.height = `${height}px`;
      this.canvas.style.width = this.keys.pad.style.width = `${width}px`;
      this.chart.resize({ width, height });
    }
    const renderers = this.renderers();
    const option = this.context.option as ThreadsOption;
    this.chart.setOption({
      animation: false, backgroundColor: "transparent",
      grid: { left: view.left, right: 0, top: 0, bottom: 0, containLabel: false },
      xAxis: { type: "value", show: false, min: view.from, max: view.to }, yAxis: { type: "value", show: false, min: 0, max: 1 },
      series: option.series.map((s, z) => {
        const render = renderers[s.renderItem];
        if (!render) throw new Error(`there is no renderer "${s.renderItem}"`);
        const shapes = render();
        return {
          id: s.id, type: "custom", coordinateSystem: "cartesian2d", silent: true, z, clip: false, animation: false,
          data: shapes.map((_, i) => [view.from, 0, i]),
          renderItem: (params: { dataIndex: number }) => ({ ...faint(shapes[params.dataIndex] ?? {}, 1), $mergeChildren: false }),
        };
      }),
    } as never, { replaceMerge: ["series"], lazyUpdate: false });
    if (this.printing) this.chart.getZr().flush();
  }

  // ---- marks to reach -------------------------------------------------------

  private writeStops(): void {
    const number = new Map(this.red.marks.map((m) => [m.placed.mark.index, m]));
    const seen = this.scene.placed.filter((p) => p.shown && (number.has(p.mark.index) || this.shows(p.mark.id)));
    const half = (p: Placed): number => (number.has(p.mark.index) ? 10 : p.mark.owner === null ? this.t.geometry.markHalf : this.t.geometry.stageHalf + 2);
    this.stops = seen.map((p): Stop => {
      const x = number.get(p.mark.index)?.x ?? p.x;
      const r = half(p);
      return { id: p.mark.id, x, y: p.y, box: { x: x - r, y: p.y - r, width: 2 * r, height: 2 * r }, number: number.get(p.mark.index)?.number ?? 0 };
    }).sort((a, b) => a.y - b.y || a.x - b.x);
    this.keys.draw(this.stops, this.context.store.state.selected, this.chosen ? choiceTitle(this.context.index, this.chosen) : "Threads");
  }

  private labelBox(p: Placed): Mark["label"] {
    if (!p.label) return undefined;
    if (p.label.lines) return { text: p.label.text, x: p.label.x, y: p.label.y + 1, width: p.label.width, height: p.label.height - 2 };
    if (p.label.rows) return { text: p.label.text, x: p.label.x, y: p.label.y + 1, width: p.label.width, height: p.label.height - 2 };
    const f = nameFont(p, this.shade().strong(p.mark.index), this.brush());
    const text = this.ruler.shorten(p.label.text, p.label.width, f);
    const width = this.ruler.width(text, f);
    return { text, x: nameX(p.label, p, width), y: p.label.y + 1, width, height: 14 };
  }

  /** On a phone the marks are the steps of the words. */
  private steppedMarks(): Mark[] {
    const home = this.host.getBoundingClientRect();
    const ids = this.chosen ? marksOf(this.chosen) : [];
    return [...this.taleBody.querySelectorAll(".rt-th-step")].map((li, i): Mark => {
      const r = (li.querySelector(".rt-th-disc") ?? li).getBoundingClientRect();
      const w = (li.querySelector(".rt-th-words") ?? li).getBoundingClientRect();
      return { id: ids[i] ?? "", x: r.left - home.left, y: r.top - home.top, width: r.width, height: r.height, label: { text: li.querySelector(".rt-th-words")?.textContent ?? "", x: w.left - home.left, y: w.top - home.top, width: w.width, height: w.height } };
    });
  }

  // ---- what the reader does -------------------------------------------------

  private listen(): void {
    const { pad } = this.keys;
    const { signal } = this.stop;
    const place = (e: MouseEvent): [number, number] => { const r = pad.getBoundingClientRect(); return [e.clientX - r.left, e.clientY - r.top]; };
    pad.addEventListener("pointermove", (e) => this.hover(...place(e)), { signal });
    pad.addEventListener("pointerleave", () => this.hover(-99, -99), { signal });
    pad.addEventListener("click", (e) => this.click(...place(e)), { signal });
    addEventListener("keydown", (e) => this.key(e), { signal });
    addEventListener("beforeprint", () => this.reopen(true), { signal });
    addEventListener("afterprint", () => this.reopen(false), { signal });
    matchMedia(`(max-width: ${NARROW}px)`).addEventListener("change", () => { this.list.draw(this.chosenId()); this.draw(); }, { signal });
  }

  private markAt(x: number, y: number): string | null {
    let best: string | null = null;
    let least = 12;
    for (const s of this.stops) {
      const far = Math.max(Math.abs(s.x - x), Math.abs(s.y - y)) - (s.number > 0 ? 2 : 0);
      if (far < least) { least = far; best = s.id; }
    }
    const named = this.scene.placed.find((p) => p.shown && p.label && x >= p.label.x && x <= p.label.x + p.label.width && y >= p.label.y && y <= p.label.y + p.label.height);
    return best ?? (named && this.stops.some((s) => s.id === named.mark.id) ? named.mark.id : null);
  }

  private curveAt(x: number, y: number): Curve | null {
    let best: Curve | null = null;
    let least = 6;
    for (const c of this.scene.curves) {
      if (c.tie.ruled || !c.shown) continue;
      const far = away(x, y, c.near);
      if (far < least) { least = far; best = c; }
    }
    return best;
  }

  /** A curve chooses a thread that it belongs to; again, the next of them. */
  private click(x: number, y: number): void {
    const id = this.markAt(x, y);
    if (id) return this.context.store.set({ selected: id });
    const curve = this.curveAt(x, y);
    const cluster = curve ? undefined : this.clusterAt(x, y);
    const of = curve ? this.t.threads.filter((t) => t.steps.some((s) => s.tie === curve.index)) : this.throughCluster(cluster);
    const at = of.findIndex((t) => t.id === this.chosenId());
    const next = of[(at + 1) % Math.max(1, of.length)];
    if (next) this.choose(next.id, false);
    else if (this.context.store.state.selected) this.context.store.set({ selected: null });
  }

  private hover(x: number, y: number): void {
    const id = this.markAt(x, y);
    const cluster = id === null ? this.clusterAt(x, y) : undefined;
    this.keys.pad.classList.toggle("rt-th-over", id !== null || cluster !== undefined || this.curveAt(x, y) !== null);
    if (cluster !== this.over) { this.over = cluster; this.say(id); }
    if (id === this.hovered) return;
    this.hovered = id;
    this.say(id);
    this.paint();
  }

  private clusterAt(x: number, y: number): Cluster | undefined {
    return this.more.clusters.find((c) => Math.hypot(c.x - x, c.y - y) <= c.r + 2);
  }

  /** The threads that pass a thing of a disc. */
  private throughCluster(cluster: Cluster | undefined): typeof this.t.threads {
    if (!cluster) return [];
    const ids = new Set(cluster.members.flatMap((i) => [i, ...(this.t.marks[i]?.stages ?? [])]).map((i) => this.t.marks[i]?.id));
    return this.t.threads.filter((thread) => marksOf({ thread }).some((id) => ids.has(id)));
  }

  /** Below the chart: what is pointed at, else how to read what has no date. */
  private say(id: string | null): void {
    const chosen = this.chosen && broken(this.chosen) ? NO_LINE : this.chosen && "thread" in this.chosen ? `${choiceTitle(this.context.index, this.chosen)}: ${sizeWords(this.chosen.thread)}. ${metWords(this.chosen.thread, this.t.ties[this.chosen.thread.steps.at(-1)?.tie ?? -1]?.end)}` : "";
    const part = this.crowded ? "A disc counts things of about the same date, a line the relations between two. " : "";
    const { window } = this.context.store.state;
    this.note.textContent = id !== null ? markWords(id, this.context) : this.over ? clusterWords(this.context.index, this.t, this.over.members, this.throughCluster(this.over).length)
      : `${chosen}${windowWords(window)}${part}${this.t.marks.some((m) => m.noDate) ? UNDATED : ""}`;
  }

  // ---- paper ----------------------------------------------------------------

  private newChart(pixels?: number): EChartsType {
    return init(this.canvas, null, { renderer: "canvas", width: Math.max(60, this.scroller.clientWidth), height: 60, ...(pixels ? { devicePixelRatio: pixels } : {}) });
  }

  /** Every thread on a sheet, of very many those that begin as the chosen one does; and last, together, what is none. A story has a handout of its own. */
  private papers(): (HTMLElement | null)[] {
    if (this.context.store.state.step > 0) return [];
    const all = this.t.threads.map((thread) => ({ thread }));
    const from = this.chosen && "thread" in this.chosen ? this.chosen.thread.from : all[0]?.thread.from;
    const some = all.length > SHEETS ? all.filter((c) => c.thread.from === from).slice(0, SHEETS) : all;
    const left = all.length - some.length;
    return [...some.map((c) => paperTale(this.t, c, this.context)),
      ...(left > 0 ? [h("p", { class: "rt-th-left" }, `${left} more threads are not printed: choose one of them to print those that begin as it does.`)] : []),
      paperAbsences(this.t, this.context)];
  }

  /** On paper: the chart on the first page, then every thread on a page of its own. */
  private reopen(printing: boolean): void {
    this.printing = printing;
    this.chart.dispose();
    this.chart = this.newChart(printing ? 2 : undefined);
    fill(this.sheets, ...(printing ? this.papers() : []));
    this.draw();
    if (!printing) requestAnimationFrame(() => this.draw()); // the page has its old size only then
  }
}

function endOf(curve: Curve | undefined): [number, number] | undefined { return curve?.near.at(-1); }

function once(run: () => void): () => void {
  let done = false;
  return () => { if (!done) { done = true; run(); } };
}
