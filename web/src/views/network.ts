// The network: the same positions on every load, labels that never overlap,
// the selection with its surroundings, relations to be picked one by one.

import { makeRuler } from "../chart/text";
import type { Context, Mark, MountView, Panel, State } from "../contract";
import { h } from "../dom";
import { CALM } from "../story/light";
import { bundleCard } from "./network_bundle";
import { camera, type Camera } from "./network_camera";
import { controls, type Choice } from "./network_controls";
import { nodeOf, readNet, type Net, type Point } from "./network_data";
import { framing } from "./network_focus";
import { linkAt, nodeAt, type Box, type Screen, type Transform } from "./network_geometry";
import { gestures } from "./network_gestures";
import { stillClear } from "./network_labels";
import { keyboard, type Spot } from "./network_keys";
import { marksOf, sceneOf } from "./network_looked";
import { overlay, type Scene } from "./network_overlay";
import { sheetOf } from "./network_paper";
import { player } from "./network_play";
import { redLines, type Line } from "./network_red";
import { byDegree, captions, captionOf, follow, inTheWay, read, screenOf, setting, type Caption, type Reading, type Setting } from "./network_scene";
import { surface } from "./network_surface";
import { noteOfLink, noteOfNode, summary } from "./network_words";

const HINT = "Arrow keys move to the nearest mark, [ and ] step through its relations, Enter opens the evidence, plus and minus zoom, 0 shows the whole.";

let made = 0;

export const mount: MountView = (host, context) => {
  const panel = new NetworkPanel(host, context, readNet(context.option));
  panel.start();
  return panel;
};

class NetworkPanel implements Panel {
  private readonly canvas = h("div", { class: "rt-net-canvas", "aria-hidden": "true" });
  private readonly pad = h("div", { class: "rt-net-pad" });
  private readonly stage = h("div", { class: "rt-net-stage" }, this.canvas, this.pad);
  private readonly note = h("p", { class: "rt-net-note" });
  private readonly hint = h("p", { class: "sr", id: `rt-net-hint-${++made}` }, HINT);
  private readonly choice: Choice = { direction: "both", measure: "degree" };
  private readonly ruler = makeRuler();
  private readonly order: number[];
  private readonly tools;
  private readonly play;
  private readonly keys;
  private readonly bundle;
  private readonly root: HTMLElement;
  private surface!: ReturnType<typeof surface>;
  private over!: ReturnType<typeof overlay>;
  private camera!: Camera;
  private reading!: Reading;
  private place!: Setting;
  private size: Box = { x: 0, y: 0, width: 1, height: 1 }; // of the stage, as last drawn for
  private screen!: Screen;
  private names: Caption[] = [];
  private named = 0; // the zoom they were placed at
  private hovered: Spot | null = null;
  private whole = "";
  private paper = false;
  private sheet: HTMLCanvasElement | null = null;
  private stop: () => void = () => undefined;

  constructor(host: HTMLElement, private readonly context: Context, private readonly net: Net) {
    this.order = byDegree(net);
    const zoom = { nearer: () => this.camera.zoomBy(1.6), farther: () => this.camera.zoomBy(1 / 1.6), whole: () => this.camera.whole() };
    this.tools = controls(context.store, this.choice, zoom, !net.large, () => { this.measure(); this.repaint(); });
    this.play = player(context.model, context.store, () => !context.theme().motion);
    this.bundle = bundleCard(context, this.stage, this.pad);
    this.keys = keyboard(this.pad, net, context, {
      screen: () => this.screen, choose: (spot) => this.choose(spot), look: (spot) => this.look(spot), reveal: (at) => this.camera.reveal(at),
      pan: (dx, dy) => this.camera.pan(dx, dy, true), zoom, close: () => this.bundle.close(),
    });
    this.root = h("div", { class: "rt-net" },
      h("div", { class: "rt-net-tools" }, this.tools.element, this.play.element, this.tools.zoom), this.stage, this.note, this.hint);
    this.pad.setAttribute("aria-describedby", this.hint.id);
    host.replaceChildren(this.root);
  }

  start(): void {
    this.surface = surface(this.canvas, this.net.large);
    this.over = overlay(this.surface.chart);
    this.camera = camera(this.surface, this.net.large, () => this.size, () => this.context.theme().motion, (settled) => this.moved(settled));
    const stop = new AbortController();
    const unlisten = gestures(this.pad, {
      pan: (dx, dy) => this.camera.pan(dx, dy, false), zoom: (factor, x, y) => this.camera.zoom(factor, [x, y], false),
      tap: (at, touch) => this.tap(at, touch), twice: (at) => this.camera.zoomBy(1.8, at),
      hover: (at) => this.hover(at), settle: () => this.relabel(),
    });
    for (const [name, paper] of [["beforeprint", true], ["afterprint", false]] as const) {
      addEventListener(name, () => { this.paper = paper; this.repaint(); }, { signal: stop.signal });
    }
    this.stop = () => { unlisten(); stop.abort(); };
    const ready = (): void => { this.surface.chart.off("finished", ready); this.context.ready(); };
    this.surface.chart.on("finished", ready);
    this.set();
    this.repaint();
    this.frame();
  }

  private toPaper(): void {
    this.sheet?.remove();
    this.sheet = this.paper ? sheetOf(this.surface.chart) : null;
    if (this.sheet) this.stage.append(this.sheet);
  }

  update(state: State, before: State): void {
    if (state.step !== before.step) return this.turn();
    const same = state.selected === before.selected && state.focus === before.focus && state.window === before.window &&
      state.hidden === before.hidden && state.query === before.query && state.thread === before.thread;
    if (same) return;
    if (state.selected !== before.selected) this.bundle.close();
    this.repaint();
    const node = state.selected === null || state.selected === before.selected ? undefined : nodeOf(this.net, state.selected);
    if (node !== undefined) this.camera.reveal(this.screen.at[node] ?? [0, 0]);
  }

  /** Another step of the story: the new brightness fades in while the view moves. To paint it anew for each frame would take too long. */
  private turn(): void {
    this.bundle.close();
    if (this.outgrown()) { this.surface.resize(); this.set(); }
    this.repaint();
    if (this.context.theme().motion) this.canvas.animate([{ opacity: 0.3 }, { opacity: 1 }], { duration: CALM, easing: "ease-out" });
    this.camera.go(this.framed(), CALM);
  }

  private framed(): Transform {
    const fit = this.surface.fit();
    if (this.context.store.state.step === 0) return fit;
    const spoken = this.net.nodes.flatMap((n, i) => (this.reading.shown[i] && this.context.inFocus(n.id) ? [this.place.at[i] ?? [0, 0] as const] : []));
    return framing(spoken, fit, this.size);
  }

  private frame(): void { if (this.context.store.state.step > 0) this.camera.move(this.framed(), true); }

  repaint(): void {
    const { store } = this.context;
    this.reading = read(this.net, this.context, store.state, this.choice.direction);
    this.surface.paint(this.net, this.place, this.reading.shading, this.context.theme());
    this.tools.update(store.state);
    this.play.update(store.state);
    this.whole = summary(this.net, this.context, this.reading);
    this.tell();
    this.relabel();
    this.toPaper();
  }

  resize(): void {
    const { clientWidth, clientHeight } = this.stage;
    if (this.paper || clientWidth === 0 || clientHeight === 0 || !this.outgrown()) return; // hidden, or laid out for paper
    this.surface.resize();
    this.set();
    this.repaint();
    this.frame();
  }

  private outgrown(): boolean { return this.stage.clientWidth !== this.size.width || this.stage.clientHeight !== this.size.height; }

  marks(): Mark[] { return marksOf(this.net, this.reading, this.screen, this.standing()); }

  redLines(): Line[] { return redLines(this.net, this.screen, this.reading.red); }

  dispose(): void {
    this.stop();
    this.camera.stop();
    this.play.dispose();
    this.keys.dispose();
    this.over.dispose();
    this.surface.dispose();
    this.root.remove();
  }

  /** Chooses the places for the shape of the stage. */
  private set(): void {
    this.size = { x: 0, y: 0, width: Math.max(50, this.stage.clientWidth), height: Math.max(50, this.stage.clientHeight) };
    this.place = setting(this.net, this.size.width, this.size.height, this.choice.measure);
  }

  /** Sizes by another measure, seen from where one was. */
  private measure(): void {
    const { size } = setting(this.net, this.size.width, this.size.height, this.choice.measure);
    this.place = Object.assign(this.place, { size });
  }

  private bounds(): Box { return { x: 2, y: 2, width: this.size.width - 4, height: this.size.height - 4 }; }

  private see(): void {
    const t = this.surface.transform();
    this.screen = screenOf(this.place, this.reading, t, this.surface.growth(t));
  }

  private relabel(): void {
    this.see();
    this.named = this.surface.transform().k;
    this.names = captions(this.net, this.context, this.reading, this.place, this.screen, this.bounds(), this.order, this.ruler);
    this.over.settle(this.scene());
    this.pad.style.touchAction = this.surface.transform().k > this.surface.fit().k * 1.05 ? "none" : "pan-y";
    this.draw();
  }

  private draw(): void {
    this.over.draw(this.scene());
    this.keys.place();
  }

  private scene(): Scene { return sceneOf(this.net, this.context, this.reading, this.screen, this.captionsNow(), this.hovered, this.size); }

  /** The captions, and that of the mark under the pointer where it has none. */
  private captionsNow(): Caption[] {
    const now = this.standing();
    const node = this.hovered?.link === undefined ? this.hovered?.node : undefined;
    if (node === undefined || now.some((c) => c.node === node)) return now;
    return [...now, captionOf(this.net, this.context, node, this.screen, this.bounds(), this.ruler)];
  }

  /** While one zooms, names that would meet give way until they are placed anew. */
  private standing(): Caption[] {
    const now = follow(this.names, this.screen);
    return this.surface.transform().k === this.named ? now : stillClear(now, inTheWay(this.net, this.reading, this.screen), this.redLines());
  }

  /** Another part is in view; names are placed anew once it rests. */
  private moved(settled: boolean): void {
    if (settled) { this.relabel(); return; }
    this.see();
    this.over.settle(this.scene());
    this.draw();
  }

  private spotAt(at: Point, touch: boolean): Spot | null {
    const node = nodeAt(this.screen, at, touch ? 14 : 5);
    if (node !== undefined) return { node };
    const link = linkAt(this.net, this.screen, at, touch ? 14 : 7);
    return link === undefined ? null : { link };
  }

  private tap(at: Point, touch: boolean): void {
    const spot = this.spotAt(at, touch);
    this.keys.put(spot);
    if (spot) this.choose(spot, at);
    else { this.bundle.close(); this.context.store.set({ selected: null }); }
  }

  private choose(spot: Spot, at?: Point): void {
    const { store } = this.context;
    const link = spot.link === undefined ? undefined : this.net.links[spot.link];
    if (!link) { store.set({ selected: spot.node === undefined ? null : (this.net.nodes[spot.node]?.id ?? null) }); return; }
    const shown = link.relations.filter((r) => this.context.visibleRelation(r));
    if (spot.relation) store.set({ selected: `r:${spot.relation}` });
    else if (shown.length > 1 && at) this.bundle.open(shown, at);
    else store.set({ selected: shown[0] ? `r:${shown[0]}` : null });
  }

  private hover(at: Point | null): void {
    const spot = at ? this.spotAt(at, false) : null;
    if (spot?.node === this.hovered?.node && spot?.link === this.hovered?.link) return;
    this.look(spot);
  }

  private look(spot: Spot | null): void {
    this.hovered = spot;
    this.pad.classList.toggle("rt-net-over", spot !== null);
    this.tell();
    this.draw();
  }

  /** Under the chart: what is pointed at, else the whole in words. */
  private tell(): void {
    const spot = this.hovered;
    this.note.textContent = spot === null ? this.whole : spot.link !== undefined ? noteOfLink(this.net, this.context, spot.link, spot.relation) : noteOfNode(this.net, this.context, spot.node ?? 0);
  }
}
