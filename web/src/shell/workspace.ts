// The place where views stand: mounted when first shown, kept, told of what
// changed while they were away.

import type { Context, Mark, Panel, RedLine, State, ViewId } from "../contract";
import { fill, h } from "../dom";
import { readOption } from "../island";
import type { View } from "../views/registry";

interface Place { view: View; host: HTMLElement; panel: Panel | null; seen: State | null; stale: boolean }

export interface Workspace {
  element: HTMLElement;
  show(state: State): void;
  resize(): void;
  /** The colours have changed; the view shown follows at once, the others when they are shown again. */
  repaint(state: State): void;
  marks(): Mark[];
  redLines(): RedLine[];
}

type ContextOf = (view: ViewId, option: unknown, ready: () => void) => Context;

export function makeWorkspace(views: readonly View[], contextOf: ContextOf): Workspace {
  const places = new Map(views.map((view) => [view.id, makePlace(view)]));
  const element = h("div", { class: "workspace" }, ...[...places.values()].map((p) => p.host));
  let current: Place | undefined;

  const mount = (place: Place, state: State): void => {
    const { view, host } = place;
    fill(host);
    const done = (): void => finished(view.id, host);
    attempt(place, () => {
      place.panel = view.mount(host, contextOf(view.id, view.chart ? readOption(view.id) : undefined, done));
      place.seen = state;
      place.stale = false;
    });
  };

  const refresh = (place: Place, state: State): void => {
    const before = place.seen;
    if (!place.panel || !before) return mount(place, state);
    place.seen = state;
    attempt(place, () => place.panel?.update(state, before));
  };

  const paint = (place: Place, state: State): void => {
    place.stale = false;
    if (place.panel?.repaint) attempt(place, () => place.panel?.repaint?.());
    else if (place.view.chart) { discard(place); mount(place, state); }
  };

  return {
    element,
    show(state) {
      const next = places.get(state.view);
      if (!next) return;
      const arrived = next !== current;
      if (current && arrived) current.host.hidden = true;
      current = next;
      next.host.hidden = false;
      if (next.stale && next.panel) paint(next, state);
      refresh(next, state);
      if (arrived) attempt(next, () => next.panel?.resize());
    },
    resize: () => { if (current) attempt(current, () => current?.panel?.resize()); },
    repaint(state) {
      for (const place of places.values()) if (place.panel) place.stale = true;
      if (current?.panel) paint(current, state);
    },
    marks: () => current?.panel?.marks() ?? [],
    redLines: () => current?.panel?.redLines?.() ?? [],
  };
}

function makePlace(view: View): Place {
  const host = h("section", { class: `host host-${view.id}`, id: `view-${view.id}`, role: "tabpanel", "aria-labelledby": `tab-${view.id}`, tabindex: "-1", hidden: true });
  return { view, host, panel: null, seen: null, stale: false };
}

function discard(place: Place): void {
  try { place.panel?.dispose(); } catch { /* it is going anyway */ }
  place.panel = null;
}

/** A view that fails says so in its place; the rest of the page goes on. */
function attempt(place: Place, run: () => void): void {
  try {
    run();
  } catch (error) {
    discard(place);
    const what = error instanceof Error ? error.message : String(error);
    fill(place.host, h("div", { class: "failure", role: "alert" },
      h("p", null, h("strong", null, `The ${place.view.label.toLowerCase()} could not be drawn.`)),
      h("p", null, what),
      h("p", null, "The table and the sources show the same data in words.")));
  }
}

function finished(view: ViewId, host: HTMLElement): void {
  if (host.dataset["ready"]) return;
  host.dataset["ready"] = "true";
  performance.mark(`rt:${view}:finished`);
}
