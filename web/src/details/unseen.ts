// What is selected may be left out of the charts: the details say why, and how
// to see it.

import { selectedRelation, type App } from "../app";
import type { State, When } from "../contract";
import { widened, windowWords } from "../dates";
import { h } from "../dom";
import { laneKind, whyHidden, type Reason } from "../filter";

/** A line with a button; null where the selection is shown. */
export function unseen(app: App, state: State): HTMLElement | null {
  const { selected } = state;
  const why = selected === null ? null : whyHidden(selected, app.index, app.search, state);
  if (selected === null || why === null) return null;
  const [words, label, change] = ways[why](app, state, selected);
  return h("p", { class: "unseen" }, `${words} `, h("button", { type: "button", class: "plain", onclick: () => app.store.set(change) }, label));
}

type Way = (app: App, state: State, selected: string) => [words: string, label: string, change: Partial<State>];

const ways: Record<Reason, Way> = {
  window(app, { window }, selected) {
    const wide = window && datesOf(app, selected).reduce(widened, window);
    return [`Outside the window of time${window ? `, ${windowWords(window)}` : ""}.`, "Widen it", { window: wide }];
  },
  ofKinds(app, { hidden }, selected) {
    const kinds = new Set(thingsOf(app, selected).map((id) => { const thing = app.index.thing(id); return thing ? laneKind(thing, app.index) : ""; }));
    return ["Its kind is hidden.", "Show the kind", { hidden: hidden.filter((kind) => !kinds.has(kind)) }];
  },
  query: (_, { query }) => [`Does not match “${query}”.`, "Clear the search", { query: "" }],
};

/** The thing itself, or the two ends of a relation. */
function thingsOf(app: App, selected: string): string[] {
  const id = selectedRelation(selected);
  const relation = id === null ? undefined : app.index.relation(id);
  return relation ? [relation.from, relation.to] : [selected];
}

function datesOf(app: App, selected: string): (When | undefined)[] {
  const id = selectedRelation(selected);
  const own = id === null ? undefined : app.index.relation(id)?.when;
  return [own, ...thingsOf(app, selected).map((thing) => app.index.thing(thing)?.when)];
}
