// From the state and the window to a picture: which layout, which rows of it
// are open, what stands where and under what name.

import type { Context } from "../contract";
import type { Ruler } from "../chart/text";
import { redThread } from "./threads_red";
import { Side, type Grouping, type Item, type Laid, type Layout } from "./timeline_data";
import { LABEL, font, labelFont, type Brush } from "./timeline_draw";
import { clearRing, dropCut, nameInFull, tighten } from "./timeline_labels";
import type { Window } from "./timeline_lens";
import { lift, raise } from "./timeline_lift";
import { nameFirst } from "./timeline_red";
import { nameInWindow, type Frame, type Span } from "./timeline_room";
import { OpenRows, compact, rowsMet, type Rows } from "./timeline_rows";
import { levelFor, pixel, scaleOf, type Axis, type View } from "./timeline_scale";
import { makeScene, planLanes, sizeFor, type Plan, type Scene, type SceneMark } from "./timeline_scene";
import { nameSpoken } from "./timeline_spoken";
import { toldOf } from "./timeline_told";

export const WIDE = 620; // pixels from where on lane titles stand beside the lanes
export const EDGE = 10; // pixels kept free at the right
const NONE: ReadonlySet<number> = new Set();
const WAVE = 5; // pixels that a wave of a break takes at either side
const TALL = 26; // pixels of a row that has room for two lines
const FEW = 9; // rows that a phone shows beside the words of a story
const NEAR = 40; // pixels beside the window from where an end, or a mark, reaches in

/** What is drawn on. */
export interface Sheet { width: number; height: number; scrolls: boolean; printing: boolean } // height: pixels for the lanes; scrolls: what is more scrolls there, not with the page

export class Composer {
  private readonly rows = new OpenRows();

  constructor(private readonly laid: Laid, private readonly axis: Axis, private readonly context: Context, private readonly ruler: Ruler) {}

  grouping(): Grouping {
    const by = this.context.store.state.lanes;
    return this.laid.groupings.find((g) => g.id === by) ?? (this.laid.groupings[0] as Grouping);
  }

  view([from, to]: Window, width: number): View {
    const left = width < WIDE ? 6 : this.grouping().id === "kind" ? 128 : 150;
    return { from, to, left, width: width - left - EDGE };
  }

  compose(sheet: Sheet, view: View, moving: boolean, brush: Brush): Scene {
    const grouping = this.grouping();
    const level = levelFor(this.laid.levels, scaleOf(view));
    const shown = this.shownLanes(grouping, view, sheet.width);
    const plan = planOf(sheet, this.laid);
    const told = toldOf(this.context, this.laid.items);
    const layouts = this.layouts(grouping, level, view, brush, told, plan.narrow);
    const met = (size: number): Rows => this.rowsIn(layouts(size), view, shown, plan.narrow ? told : NONE);
    const count = (size: number): number[] => met(size).map((rows) => Math.max(1, rows.size));
    const { size, open } = this.rows.for({ key: this.key(grouping, level, plan), scale: scaleOf(view), moving, met, choose: () => sizeFor(this.laid, plan, count, shown) });
    const layout = compact(layouts(size), open);
    const scene = makeScene(this.laid, layout, planLanes(grouping, layout, plan, shown), {
      view, axis: this.axis, geometry: this.laid.geometry, visible: (id) => this.context.visible(id),
    });
    this.nameMarks(scene, view, brush);
    return scene;
  }

  /** The rows that are met; where there is little room and a story speaks of some things, and they are many, those of these alone. */
  private rowsIn(layout: Layout, view: View, shown: (lane: number) => boolean, told: ReadonlySet<number>): Rows {
    const stays = this.stays();
    const all = rowsMet(layout, this.laid.items, stays, this.meets(view));
    const count = all.reduce((sum, rows, lane) => (shown(lane) ? sum + rows.size : sum), 0);
    if (told.size === 0 || count <= FEW) return all;
    return rowsMet(layout, this.laid.items, (item) => stays(item) && told.has(item.owner ?? item.index), this.meets(view));
  }

  /** Layouts by size, in which nothing that the story speaks of, nothing of the red thread, and not what is chosen, hides in a cluster. */
  private layouts(grouping: Grouping, level: number, view: View, brush: Brush, told: ReadonlySet<number>, narrow: boolean): (size: number) => Layout {
    const red = redThread(this.context).marks;
    const wanted = red.size === 0 ? [] : this.laid.items.filter((item) => red.has(item.id)).map((item) => item.owner ?? item.index);
    const reach = (item: Item): [number, number] => this.reach(item, view, font(brush.theme, LABEL + (brush.large ? 2.5 : 0), 600));
    const apart = (layout: Layout): Layout => {
      if (told.size > 0) return raise(layout, this.laid.items, told, reach);
      return lift(layout, this.laid.items, new Set([...wanted, ...this.hidden(layout, narrow)]), reach);
    };
    const done = new Map<number, Layout>();
    return (size) => {
      const layout = done.get(size) ?? apart(grouping.layout(size, level));
      done.set(size, layout);
      return layout;
    };
  }

  /** What a thing and its stages cover, with a name at either side. */
  private reach(item: Item, view: View, type: string): [number, number] {
    const all = [item, ...item.stages.flatMap((s) => this.laid.items[s] ?? [])];
    const x = (day: number): number => this.axis.units(day) * scaleOf(view);
    const { fade, labelGap, partGap } = this.laid.geometry;
    const room = fade + labelGap + partGap + this.ruler.width(item.label, type);
    const words = Math.max(0, ...all.slice(1).map((s) => partGap + this.ruler.width(s.label, type)));
    return [Math.min(...all.map((i) => x(i.from))) - room, Math.max(...all.map((i) => x(i.to))) + room + words];
  }

  /** What is chosen, of a stage its owner, where it is in a cluster, or stands where a narrow window has no room for its name. A mark that stands does not leave its place else. */
  private hidden(layout: Layout, narrow: boolean): number[] {
    const { selected } = this.context.store.state;
    const item = selected === null ? undefined : this.laid.items.find((i) => i.id === selected);
    const chosen = item ? item.owner ?? item.index : null;
    return chosen !== null && layout.places.some((p) => p.item === chosen && (p.cluster >= 0 || (narrow && p.side === Side.None))) ? [chosen] : [];
  }

  /** Rows stay open while this does: what is chosen counts where it gets a row of its own. */
  private key(grouping: Grouping, level: number, plan: Plan): string {
    const { hidden, query, thread, step } = this.context.store.state;
    return JSON.stringify([grouping.id, level, hidden, query, thread, step, this.hidden(grouping.layout(plan.size, level), plan.narrow), plan]);
  }

  /** What the filters leave; words of a search look into the window alone. */
  private stays(): (item: Item) => boolean {
    const { hidden, query } = this.context.store.state;
    const off = new Set(hidden);
    return (item) => !off.has(item.kind) && (query === "" || this.context.visible(item.id));
  }

  private meets(view: View): (from: number, to: number) => boolean {
    const near = NEAR / scaleOf(view);
    return (from, to) => this.axis.units(to) >= view.from - near && this.axis.units(from) <= view.to + near;
  }

  /** A lane is open while something of it may show; what only lies outside the window keeps its lane. */
  private shownLanes(grouping: Grouping, view: View, width: number): (lane: number) => boolean {
    const { store, visible, index } = this.context;
    const { hidden, query } = store.state;
    const [from, to] = [this.axis.days(view.from), this.axis.days(view.to)];
    const off = new Set(hidden);
    const small = width < WIDE; // a phone has room for the lanes that the story speaks of
    const open = grouping.lanes.map((lane) => lane.members.some((m) => {
      const item = this.laid.items[m];
      if (!item || off.has(item.kind) || (small && !this.context.inFocus(item.id))) return false;
      const outside = item.to < from || item.from > to;
      return outside ? query === "" && index.thing(item.id) !== undefined : visible(item.id);
    }));
    return (lane) => open[lane] ?? false;
  }

  /** What Go could only estimate is settled with true widths. */
  private nameMarks(scene: Scene, view: View, brush: Brush): void {
    const { left, width: across } = view;
    const { selected, step } = this.context.store.state;
    const width = (m: SceneMark): number => this.ruler.width(m.item.label, labelFont(m, brush));
    const part = (m: SceneMark, words: string): number => this.ruler.width(words, labelFont(m, brush, -1));
    const edges = { left: left + 2, right: left + across + EDGE };
    const waves = this.axis.breaks.flatMap(([from, to]) => [from, to].map((day): Span => { const x = pixel(view, this.axis.units(day)); return [x - WAVE, x + WAVE]; }));
    const frame: Frame = { ...edges, waves, geometry: this.laid.geometry, width, ...(scene.row >= TALL ? { part } : {}) };
    if (step > 0) {
      const spoken = (m: SceneMark): boolean => this.context.inFocus(m.item.id) || (brush.passed?.(m.item.id) ?? false);
      nameSpoken(scene, { ...frame, height: Math.min(scene.row, brush.large ? 18 : 16), spoken });
    } else {
      tighten(scene, width);
      nameInWindow(scene, frame);
      nameFirst(scene, (id) => id === selected || (brush.red?.(id) ?? false), frame);
    }
    dropCut(scene, left, left + across + EDGE, width);
    clearRing(scene, selected, { ...edges, geometry: this.laid.geometry });
    nameInFull(scene, selected, { ...edges, geometry: this.laid.geometry, width, part });
  }
}

function planOf({ width, height, scrolls, printing }: Sheet, laid: Laid): Plan {
  const narrow = width < WIDE;
  const coarse = matchMedia("(pointer: coarse)").matches || narrow;
  const least = printing ? 19 : coarse ? 26 : 18;
  const edge = scrolls && !printing ? height : 0;
  return { narrow, available: printing || narrow ? 0 : height, edge, size: printing ? laid.sizes.length - 1 : 1, least, tight: least - 2, most: 28, titles: narrow ? 20 : 0 };
}
