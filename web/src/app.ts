// What every part of the shell may use.

import type { Index, Model, State, Store, ViewId } from "./contract";
import type { Filter } from "./filter";
import type { Search } from "./search";

export interface App {
  model: Model;
  index: Index;
  store: Store;
  search: Search;
  views: readonly { id: ViewId; label: string; chart: boolean; reading: readonly string[]; crowd?: { above: number; reading: readonly string[] }; signs?: () => { sample: SVGElement; words: string }[] }[];
  filter(state: State): Filter;
  announce(text: string): void;
}

/** What evidence needs to be told: a view has it too. */
export type Known = Pick<App, "model" | "index">;

/** A relation is selected as "r:" and its id. */
export const relationKey = (id: string): string => `r:${id}`;

/** The relation that a selection names. */
export function selectedRelation(selected: string | null): string | null {
  return selected?.startsWith("r:") ? selected.slice(2) : null;
}

/** Whether a selection names something of the model. */
export function exists(index: Index, selected: string): boolean {
  const relation = selectedRelation(selected);
  return relation === null ? index.thing(selected) !== undefined : index.relation(relation) !== undefined;
}

/** What is selected, in words. */
export function selectionWords(index: Index, selected: string): string {
  const relation = selectedRelation(selected);
  return relation === null ? (index.thing(selected)?.name ?? selected) : index.words(relation);
}

/** The opening view, or the table where the page has no other. */
export function firstView(views: readonly { id: ViewId }[]): ViewId {
  return views[0]?.id ?? "table";
}
