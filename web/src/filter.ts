// What is visible: kinds switched on, time within the window, words of the
// query. What has no date is never outside a window.

import type { Index, Model, Relation, State, Thing } from "./contract";
import { mayTouch } from "./dates";
import type { Search } from "./search";
import { counted } from "./words";

export interface Filter {
  visible(thingId: string): boolean;
  visibleRelation(relationId: string): boolean;
  /** For a table: a relation shows if it or either end has the words. */
  listed(relationId: string): boolean;
  hidden: { kinds: number; ofKinds: number; window: number; query: number }; // things, but `kinds`
  shown: number;
}

/** The filter of a state; made anew only when what it depends on has changed. */
export function makeFilters(model: Model, index: Index, search: Search): (state: State) => Filter {
  let last: { state: State; filter: Filter } | null = null;
  return (state) => {
    if (!last || changed(last.state, state)) last = { state, filter: makeFilter(model, index, search, state) };
    return last.filter;
  };
}

/** Whether two states may show different things. */
export function changed(a: State, b: State): boolean {
  return a.window !== b.window || a.hidden !== b.hidden || a.query !== b.query;
}

function makeFilter(model: Model, index: Index, search: Search, state: State): Filter {
  const off = new Set(state.hidden);
  const hidden = { kinds: model.kinds.filter((k) => off.has(k.id)).length, ofKinds: 0, window: 0, query: 0 };
  const visible = new Set<string>();
  let shown = 0;
  for (const thing of model.things) {
    const why = reason(thing, index, search, state, off);
    if (!why) visible.add(thing.id);
    if (!counted(thing)) continue;
    if (why) hidden[why]++;
    else shown++;
  }
  const between = (r: Relation, end: (id: string) => boolean): boolean => end(r.from) && end(r.to) && mayTouch(r.when, state.window);
  const kindOn = (id: string): boolean => { const t = index.thing(id); return !t || !off.has(laneKind(t, index)); };
  return {
    hidden,
    shown,
    visible: (id) => visible.has(id),
    visibleRelation(id) {
      const relation = index.relation(id);
      return relation !== undefined && between(relation, (end) => visible.has(end));
    },
    listed(id) {
      const relation = index.relation(id);
      return relation !== undefined && between(relation, kindOn) && (!state.query || search.matchesRelation(relation, state.query));
    },
  };
}

export type Reason = "ofKinds" | "window" | "query";

/** Why a thing or a relation ("r:" and its id) is not shown; null where it is. */
export function whyHidden(selected: string, index: Index, search: Search, state: State): Reason | null {
  const off = new Set(state.hidden);
  const of = (thing: Thing | undefined): Reason | null => (thing ? reason(thing, index, search, state, off) : null);
  if (!selected.startsWith("r:")) return of(index.thing(selected));
  const relation = index.relation(selected.slice(2));
  if (!relation) return null;
  return mayTouch(relation.when, state.window) ? (of(index.thing(relation.from)) ?? of(index.thing(relation.to))) : "window";
}

function reason(thing: Thing, index: Index, search: Search, state: State, off: ReadonlySet<string>): Reason | null {
  if (off.has(laneKind(thing, index))) return "ofKinds";
  if (!mayTouch(thing.when, state.window)) return "window";
  return state.query && !search.matches(thing.id, state.query) ? "query" : null;
}

/** A stage is drawn with its owner, and hidden with it. */
export function laneKind(thing: Thing, index: Index): string {
  return (thing.owner ? index.thing(thing.owner)?.kind : undefined) ?? thing.kind;
}
