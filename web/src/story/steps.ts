// What a step of the story shows, as a state of the page, and what stays
// bright in it. Nothing here touches the screen.

import { selectedRelation } from "../app";
import type { Index, Model, State, StoryStep, ViewId } from "../contract";
import { snap } from "../dates";

/** The step of that number, counted from 1. */
export function stepOf(model: Model, n: number): StoryStep | undefined {
  return model.story[n - 1];
}

/** A number that the story has: 0 without one, its last step beyond the end. */
export function within(model: Model, n: number): number {
  return Math.min(Math.max(0, n), model.story.length);
}

/**
 * The whole state of a step: what it does not say is as in `base`, the view as
 * in the last step before it that names one. The same for every way that leads
 * to it, so that a link to a step needs to say no more than its number.
 */
export function stepState(model: Model, n: number, base: State): State {
  const step = stepOf(model, n);
  if (!step) return { ...base, step: 0 };
  return { ...base, step: n, view: viewOf(model, n) ?? base.view, window: windowOf(step), thread: threadOf(step), selected: null };
}

function viewOf(model: Model, n: number): ViewId | undefined {
  return model.story.slice(0, n).findLast((step) => step.view)?.view;
}

/** The last day belongs to the window; its last second would round to the day after. */
function windowOf({ window }: StoryStep): [number, number] | null {
  if (!window) return null;
  const [from, to] = window;
  return snap(to - from < 30 ? window : [from, Math.floor(to)]);
}

function threadOf({ thread }: StoryStep): string | null {
  return thread && thread.length > 1 ? `${thread[0]}--${thread[thread.length - 1]}` : null;
}

/**
 * What is in focus of a step: the things it names, the owners of the stages it
 * names, and all stages of a thing of which it names none. Always true where
 * it names nothing.
 */
export function focusOf(index: Index, step: StoryStep | undefined): (id: string) => boolean {
  const named = new Set(step?.focus ?? []);
  if (named.size === 0) return () => true;
  const owners = new Set([...named].flatMap((id) => index.thing(id)?.owner ?? []));
  return (id) => {
    const owner = index.thing(id)?.owner;
    return named.has(id) || owners.has(id) || (owner !== undefined && named.has(owner) && !owners.has(owner));
  };
}

/** As focusOf, for a state; what is selected, or joined by the relation selected, is in focus too. */
export function inFocusOf(model: Model, index: Index): (state: State, id: string) => boolean {
  let last: { step: number; focus: (id: string) => boolean } | null = null;
  return ({ step, selected }, id) => {
    if (last?.step !== step) last = { step, focus: focusOf(index, stepOf(model, step)) };
    return last.focus(id) || (selected !== null && chosen(index, selected, id));
  };
}

function chosen(index: Index, selected: string, id: string): boolean {
  const relation = selectedRelation(selected);
  const ends = relation === null ? [selected] : [index.relation(relation)?.from, index.relation(relation)?.to];
  return ends.some((end) => end !== undefined && (end === id || index.thing(end)?.owner === id));
}
