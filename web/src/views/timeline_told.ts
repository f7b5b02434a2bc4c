// What the step of the story speaks of: so much of it as can have rows of its
// own, outside counted clusters.

import type { Context } from "../contract";
import { focusOf, stepOf } from "../story/steps";
import { redThread } from "./threads_red";
import type { Item } from "./timeline_data";

const MOST = 60; // things; a step that names more has no rows for each

/** By index the things that the step names, itself or a stage, and those of its red thread; none outside the story and where it names none or very many. */
export function toldOf(context: Context, items: readonly Item[]): ReadonlySet<number> {
  const step = stepOf(context.model, context.store.state.step);
  if (!step?.focus?.length) return new Set();
  const focus = focusOf(context.index, step);
  const { nodes } = redThread(context);
  const told = new Set(items.filter((item) => focus(item.id) || nodes.has(item.id)).map((item) => item.owner ?? item.index));
  return told.size > MOST ? new Set() : told;
}
