// The tray: what has no date is not lost, it stands here.

import type { Context, Thing } from "../contract";
import { fill, h, svg } from "../dom";
import { laneKind } from "../filter";
import { symbolPath } from "../symbols";
import { collate } from "../words";
import { redThread } from "./threads_red";

export interface Tray {
  element: HTMLDetailsElement;
  /** Things that the filters leave, stages not counted. */
  count(): number;
  draw(): void;
}

export function makeTray(ids: readonly string[], context: Context): Tray {
  const title = h("summary", null);
  const body = h("div", { class: "rt-tl-tray-body" });
  const element = h("details", { class: "rt-tl-tray" }, title, body);
  const shown = (): Thing[] => ids.filter((id) => context.visible(id)).flatMap((id) => context.index.thing(id) ?? []);
  const draw = (): void => {
    const things = shown();
    element.hidden = ids.length === 0;
    const red = things.filter((thing) => redThread(context).marks.has(thing.id)).length;
    fill(title, `No date: ${things.length}`, things.length < ids.length ? h("small", null, ` of ${ids.length}`) : null, red > 0 ? h("small", null, `, ${red} on the red thread`) : null);
    if (element.open) fill(body, ...groups(things, context));
  };
  element.addEventListener("toggle", draw);
  return { element, draw, count: () => shown().filter((thing) => !thing.owner).length };
}

function groups(things: readonly Thing[], context: Context): HTMLElement[] {
  const kinds = new Map<string, Thing[]>();
  for (const thing of things) {
    const kind = laneKind(thing, context.index);
    kinds.set(kind, [...(kinds.get(kind) ?? []), thing]);
  }
  return [...kinds].map(([id, list]) => {
    list.sort((a, b) => collate(context.index.label(a.id), context.index.label(b.id)));
    const kind = context.index.kind(id);
    return h("section", { class: "rt-tl-tray-kind" },
      h("p", { class: "rt-tl-tray-name" }, `${sentence(kind?.plural ?? id)} ${list.length}`),
      h("div", { class: "rt-tl-tray-things" }, ...list.map((thing) => button(thing, kind?.symbol ?? "disc", id, context))));
  });
}

function button(thing: Thing, symbol: string, kind: string, context: Context): HTMLElement {
  const mark = svg("svg", { viewBox: "-7 -7 14 14", width: 12, height: 12, "aria-hidden": "true" }, svg("path", { d: symbolPath(symbol) }));
  mark.style.fill = redThread(context).marks.has(thing.id) ? context.theme().red : context.theme().color(kind);
  const chosen = context.store.state.selected === thing.id;
  return h("button", { type: "button", class: "rt-tl-tray-thing", "aria-pressed": String(chosen), onclick: () => context.store.set({ selected: thing.id }) },
    mark, h("bdi", null, context.index.label(thing.id)));
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
