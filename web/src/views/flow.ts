// The flow: threads gathered from laws and charges to cases, as a Sankey
// diagram and as a matrix; where there is little room, as a list in words.

import { makeRuler } from "../chart/text";
import type { Context, Mark, MountView, Panel, State } from "../contract";
import { fill, h } from "../dom";
import { symbol } from "../details/common";
import { labelOf, linkOf, namedThread, reachOf, readFlow, thingOf, threadsAt, type Flow, type FlowCell } from "./flow_data";
import { inscribe, type Say } from "./flow_paper";
import { keyboard, stopsOf, stopWords } from "./flow_keys";
import { LINE, placeFlow, wordOn, type Box, type Placing } from "./flow_layout";
import { makeFlowList } from "./flow_list";
import { RECEDED } from "../story/light";
import { makeMatrix } from "./flow_matrix";
import { surface, type Shading, type Spot } from "./flow_surface";
import { cellWords, MARK_WORDS, summary } from "./flow_words";

const NARROW = 640; // px below which the diagram becomes a list
const SHARP = 2.5; // pixels of paper's canvas for one of ours
const SHEET = 676; // px of an upright sheet of A4 between its margins
const THICK = 5; // px of a ribbon that has its status in words where there are very many
const FADED = 0.22;
const HIDDEN = 0.08;

export const mount: MountView = (host, context) => {
  const panel = new FlowPanel(host, context, readFlow(context.option));
  panel.start();
  return panel;
};

class FlowPanel implements Panel {
  private readonly canvas = h("div", { class: "rt-flow-canvas", "aria-hidden": "true" });
  private readonly labels = h("div", { class: "rt-flow-labels", "aria-hidden": "true" });
  private readonly stage = h("div", { class: "rt-flow-stage" });
  private readonly note = h("p", { class: "rt-flow-note" });
  private readonly told = h("p", { class: "rt-flow-note" });
  private readonly ruler = makeRuler();
  private readonly keys;
  private readonly matrix;
  private readonly list;
  private readonly tabs: HTMLElement;
  private readonly diagram: HTMLElement;
  private readonly table: HTMLElement;
  private readonly root: HTMLElement;
  private surface!: ReturnType<typeof surface>;
  private placing!: Placing;
  private says: Say[] = [];
  private hovered: Spot | null = null;
  private pinned: string | null = null; // what a chosen cell says
  private leaving: ReturnType<typeof setTimeout> | undefined;
  private part: "flow" | "matrix" = "flow"; // shown where there is room for one
  private narrow = false;
  private paper = false;
  private sheet: HTMLCanvasElement | null = null;
  private readonly stop = new AbortController();

  constructor(private readonly host: HTMLElement, private readonly context: Context, private readonly flow: Flow) {
    this.keys = keyboard(flow, context, (spot) => this.choose(spot), (spot) => this.look(spot));
    this.matrix = makeMatrix(flow, context, (cell) => this.open(cell), (words) => { if (!this.narrow) this.told.textContent = words ?? this.pinned ?? this.help(); });
    this.list = makeFlowList(flow, context);
    this.tabs = this.toggle();
    this.stage.append(this.canvas, this.labels, this.keys.pad, this.keys.ring);
    this.diagram = h("section", { class: "rt-flow-part", "aria-label": "Flow" }, this.stage, this.list.element, this.note);
    this.table = h("section", { class: "rt-flow-part", "aria-label": "Matrix" }, h("div", { class: "rt-flow-over" }, h("h2", null, "Laws and charges by cases"), this.told), this.matrix.element);
    this.root = h("div", { class: "rt-flow" }, h("div", { class: "rt-flow-tools" }, this.tabs, this.key()), this.diagram, this.table);
    host.replaceChildren(this.root);
  }

  start(): void {
    this.surface = surface(this.canvas);
    this.surface.on((spot) => this.hover(spot), (spot) => this.tap(spot));
    const { signal } = this.stop;
    for (const [name, paper] of [["beforeprint", true], ["afterprint", false]] as const) {
      addEventListener(name, () => { this.paper = paper; this.place(); this.repaint(); }, { signal });
    }
    const ready = (): void => { this.surface.chart.off("finished", ready); this.context.ready(); };
    this.surface.chart.on("finished", ready);
    this.place();
    this.repaint();
    if (this.narrow || this.flow.nodes.length === 0) requestAnimationFrame(() => this.context.ready()); // no chart is painted
  }

  update(state: State, before: State): void {
    const same = state.selected === before.selected && state.thread === before.thread && state.window === before.window &&
      state.hidden === before.hidden && state.query === before.query && state.step === before.step;
    if (same) return;
    if (state.selected !== before.selected) this.unpin();
    this.repaint();
  }

  repaint(): void {
    const { state } = this.context.store;
    this.tell();
    this.list.draw(state);
    this.matrix.draw(state);
    if (this.narrow) return;
    this.paint();
    this.keys.draw(stopsOf(this.flow, this.placing));
    this.toPaper();
  }

  resize(): void {
    if (this.paper || this.host.clientWidth === 0) return; // laid out for paper, or hidden
    this.place();
    this.repaint();
  }

  marks(): Mark[] {
    if (this.narrow) return this.listMarks();
    const top = this.stage.offsetTop;
    const left = this.stage.offsetLeft;
    const moved = (b: Box): Box => ({ x: b.x + left, y: b.y + top, width: b.width, height: b.height });
    const labels = new Map(this.placing.labels.map((l) => [l.id, l]));
    return stopsOf(this.flow, this.placing).map((stop): Mark => {
      const label = labels.get(stop.key);
      const box = this.placing.node.get(stop.key);
      if (!label || !box) return { id: stop.key, ...moved(stop.box) };
      return { id: stop.key, ...moved(box), label: { text: label.lines.join(" "), ...moved(label) } };
    });
  }

  dispose(): void {
    this.stop.abort();
    clearTimeout(this.leaving);
    this.surface.dispose();
    this.root.remove();
  }

  /** Flow or matrix, where there is room for one of them. */
  private toggle(): HTMLElement {
    const buttons = ([["flow", "Flow"], ["matrix", "Matrix"]] as const).map(([id, words]) => h("button", {
      type: "button", "aria-pressed": String(id === this.part), "data-part": id,
      onclick: () => { this.part = id; for (const b of buttons) b.setAttribute("aria-pressed", String(b.dataset["part"] === id)); this.arrange(); this.matrix.resize(); },
    }, words));
    return h("div", { class: "rt-flow-segments", role: "group", "aria-label": "Show" }, ...buttons);
  }

  /** What the ribbons and cells mean, those that occur. */
  private key(): HTMLElement {
    const used = new Set<string>([...this.flow.links.map((l) => l.status), ...this.flow.cells.map((c) => c.mark)]);
    const marks = (["stated", "possible", "inferred", "disputed", "impossible", "ruled-out"] as const).filter((m) => used.has(m));
    return h("ul", { class: "rt-flow-key", "aria-label": "How sure" },
      h("li", { class: "rt-flow-width" }, "A band is a relation, as wide as the threads that follow it"),
      ...marks.map((m) => h("li", null, h("span", { class: `rt-flow-swatch ${m}`, "aria-hidden": "true" }), MARK_WORDS[m])));
  }

  private help(): string {
    const starred = this.flow.cells.some((c) => c.ruled.length > 0 && c.mark !== "ruled-out") ? " * a part of it is ruled out." : "";
    const other = this.flow.elsewhere.length > 0 ? ` ${this.flow.elsewhere.length} more ruled out, not about a case: see the table.` : "";
    return `A cell tells how sure the best thread is, and opens it; a number counts several. Empty: no thread.${starred}${other}`;
  }

  /** Chooses between diagram and list, and lays the diagram out. */
  private place(): void {
    const width = this.paper ? SHEET : (this.root.firstElementChild?.clientWidth ?? 0);
    this.narrow = width < NARROW;
    this.arrange();
    this.matrix.resize(this.paper ? SHEET : undefined);
    if (this.narrow) return;
    const { font } = this.context.theme();
    const room = this.paper ? 860 : this.host.clientHeight - 108; // the tools, the note and the matrix's first line
    const measure = (text: string, bold: boolean): number => this.ruler.width(text, `${bold ? "600 12px" : "13px"} ${font}`) * 1.02;
    this.placing = placeFlow(this.flow, Math.max(width, 300), room, (id) => labelOf(this.flow, id, (x) => this.context.index.label(x)), measure);
    this.stage.style.height = `${this.placing.height}px`;
    this.drawLabels();
  }

  private arrange(): void {
    this.root.classList.toggle("rt-flow-narrow", this.narrow);
    this.tabs.hidden = !this.narrow;
    this.stage.hidden = this.narrow;
    this.list.element.hidden = !this.narrow;
    this.diagram.hidden = this.narrow && this.part !== "flow";
    this.table.hidden = this.narrow && this.part !== "matrix";
  }

  private drawLabels(): void {
    const at = (b: Box): string => `left:${b.x}px;top:${b.y}px;width:${Math.ceil(b.width) + 2}px;height:${b.height}px`;
    const style = (element: HTMLElement, css: string): HTMLElement => { element.style.cssText = css; return element; };
    const { index } = this.context;
    const labels = this.placing.labels.map((l) => style(h("div", {
      class: "rt-flow-label", "data-thing": l.id,
      onmouseenter: () => this.hover({ thing: l.id }), onmouseleave: () => this.hover(null), onclick: () => this.tap({ thing: l.id }),
    }, symbol(index.kind(this.flow.node.get(l.id)?.kind ?? ""), 13), h("span", { class: "rt-flow-lines" }, ...l.lines.map((line, i) => h("bdi", null, line, i === l.lines.length - 1 && l.count ? h("b", null, l.count) : null)))), at(l)));
    const titles = this.placing.titles.map((t) => style(h("div", { class: "rt-flow-title" }, ...t.lines.map((line) => h("span", null, line))), `left:${t.x}px;top:${t.y}px`));
    this.says = this.statusWords();
    fill(this.labels, ...titles, ...labels, ...this.says.map(({ text, relation, box }) => style(h("div", { class: "rt-flow-say", "data-relation": relation }, text), at(box))));
  }

  /** The status on a ribbon that is not stated, where it meets no label. */
  private statusWords(): Say[] {
    const { font } = this.context.theme();
    const taken: Box[] = [...this.placing.labels, ...this.placing.titles, ...this.flow.nodes.flatMap((n) => (n.waypoint === null ? (this.placing.node.get(n.id) ?? []) : []))];
    const folded = this.flow.nodes.some((n) => n.others > 0);
    return this.flow.links.flatMap((link) => {
      const ribbon = this.placing.ribbon.get(link.relation);
      if (!ribbon || link.status === "stated" || (folded && ribbon.height < THICK)) return [];
      const box = wordOn(ribbon, this.ruler.width(link.status, `italic 12px ${font}`) + 2, LINE, taken);
      if (!box) return [];
      taken.push(box);
      return [{ text: link.status, relation: link.relation, box }];
    });
  }

  private paint(): void {
    const shading = this.shading();
    this.surface.paint(this.flow, this.placing, shading, this.context.theme());
    const { selected } = this.context.store.state;
    for (const label of this.labels.querySelectorAll<HTMLElement>("[data-thing]")) {
      const id = label.dataset["thing"] ?? "";
      label.classList.toggle("rt-flow-dim", shading.thing(id) < 1);
      label.classList.toggle("rt-flow-far", shading.thing(id) === RECEDED);
      label.classList.toggle("on", thingOf(this.flow, selected) === id);
      label.classList.toggle("rt-flow-red", shading.redThings.has(id));
    }
    for (const word of this.labels.querySelectorAll<HTMLElement>("[data-relation]")) {
      const bright = shading.relation(word.dataset["relation"] ?? "");
      word.classList.toggle("rt-flow-dim", bright < 1);
      word.classList.toggle("rt-flow-far", bright === RECEDED);
    }
  }

  /** Everything outside the threads through what is looked at recedes. */
  private shading(): Shading {
    const { context, flow } = this;
    const { state } = context.store;
    const relation = this.hovered ? (this.hovered.relation ?? null) : linkOf(flow, state.selected);
    const thing = this.hovered ? (this.hovered.thing ?? null) : thingOf(flow, state.selected);
    const chosen = relation !== null ? threadsAt(flow, relation, true) : thing !== null ? threadsAt(flow, thing, false) : null;
    const reach = chosen && reachOf(flow, chosen);
    const named = namedThread(flow, state.thread);
    const red = reachOf(flow, named ? [named] : []);
    const ends = (id: string): string[] => { const path = flow.link.get(id)?.path ?? []; return [path[0] ?? "", path[path.length - 1] ?? ""]; };
    const shown = (id: string): boolean => (flow.node.get(id)?.others ?? 0) > 0 || context.visible(id);
    const shownRelation = (id: string): boolean => ((flow.link.get(id)?.bundled ?? 0) > 0 ? ends(id).every(shown) : context.visibleRelation(id));
    // in a story all but what its step speaks of recedes, unless the step speaks of nothing here
    const spoken = !reach && flow.nodes.some((n) => n.waypoint === null && n.others === 0 && !context.inFocus(n.id)) && flow.nodes.some((n) => n.waypoint === null && n.others === 0 && context.inFocus(n.id));
    const far = (id: string): boolean => spoken && !red.things.has(id) && ((flow.node.get(id)?.others ?? 0) > 0 || !context.inFocus(id));
    return {
      thing: (id) => (!shown(id) ? HIDDEN : reach && !reach.things.has(id) ? FADED : far(id) ? RECEDED : 1),
      relation: (id) => (!shownRelation(id) ? HIDDEN : reach && !reach.relations.has(id) ? FADED : !red.relations.has(id) && ends(id).some(far) ? RECEDED : id === relation ? 1.6 : 1),
      red: red.relations, redThings: red.things,
    };
  }

  private tell(): void {
    this.note.textContent = this.hovered ? stopWords(this.flow, this.context, this.hovered) : summary(this.flow);
    this.told.textContent = this.narrow ? this.help() : (this.pinned ?? this.help());
  }

  /** Every stroke makes new shapes, so that leaving one counts only when none is entered. */
  private hover(spot: Spot | null): void {
    clearTimeout(this.leaving);
    if (spot) this.look(spot);
    else this.leaving = setTimeout(() => this.look(null), 60);
  }

  private look(spot: Spot | null): void {
    if (spot?.thing === this.hovered?.thing && spot?.relation === this.hovered?.relation) return;
    this.hovered = spot;
    this.tell();
    if (!this.narrow) this.paint();
  }

  private tap(spot: Spot | null): void {
    this.keys.put(spot);
    if (spot) this.choose(spot);
    else this.context.store.set({ selected: null });
  }

  private choose(spot: Spot): void {
    const many = spot.relation ? (this.flow.link.get(spot.relation)?.bundled ?? 0) : (this.flow.node.get(spot.thing ?? "")?.others ?? 0);
    if (many > 0) return this.context.announce(stopWords(this.flow, this.context, spot)); // there is no evidence of many at once
    this.context.store.set({ selected: spot.relation ? `r:${spot.relation}` : (spot.thing ?? null) });
  }

  /** A cell with a thread opens it; any other says why there is none. */
  private open(cell: FlowCell): void {
    const { store, model } = this.context;
    if (cell.thread && cell.mark !== "impossible" && cell.mark !== "ruled-out") {
      const view = document.getElementById("view-threads") ? { view: "threads" as const } : {};
      store.set({ ...view, thread: cell.thread });
      return;
    }
    const ruled = model.ruledOut.find((r) => r.id === cell.ruled[0]);
    store.set({ selected: ruled?.to ?? this.flow.rows[cell.row]?.id ?? null });
    this.pinned = cellWords(this.flow, this.context, cell);
    if (this.narrow) this.matrix.explain(cell, this.pinned);
    else this.told.textContent = this.pinned;
    this.context.announce(this.pinned);
  }

  private unpin(): void {
    this.pinned = null;
    this.matrix.explain(null, "");
  }

  /**
   * What paper gets: one canvas with more pixels, since print sees no later
   * frame; with the labels on it, since Chromium's PDF scales a canvas a little.
   */
  private toPaper(): void {
    this.sheet?.remove();
    this.sheet = null;
    if (!this.paper) return;
    this.sheet = this.surface.chart.renderToCanvas({ pixelRatio: SHARP });
    const pen = this.sheet.getContext("2d");
    if (pen) inscribe(pen, SHARP, this.flow, this.context, this.placing, this.says);
    this.sheet.className = "rt-flow-sheet";
    this.sheet.setAttribute("aria-hidden", "true");
    this.sheet.style.cssText = `width:${this.placing.width}px;height:${this.placing.height}px`;
    this.stage.prepend(this.sheet);
  }

  private listMarks(): Mark[] {
    const from = this.root.getBoundingClientRect();
    return [...this.root.querySelectorAll<HTMLElement>(".rt-flow-thing, .rt-flow-step, td[data-mark]")].flatMap((e): Mark[] => {
      const r = e.getBoundingClientRect();
      if (r.width === 0) return [];
      const box = { x: r.x - from.x, y: r.y - from.y, width: r.width, height: r.height };
      return [{ id: e.textContent, ...box, label: { text: e.textContent, ...box } }];
    });
  }
}
