// The red thread for the other views: which relations and marks it has. The
// threads stand in an island of their own, read when first asked for.

import type { Context, Index } from "../contract";
import { readOption } from "../island";
import { broken, find, marksOf, readThreads, type Threads, type ThreadsOption } from "./threads_data";
import { choiceTitle } from "./threads_words";

export interface RedThread {
  relations: ReadonlySet<string>;
  marks: ReadonlySet<string>; // what the thread passes: of a case only the stage it arrives at
  nodes: ReadonlySet<string>; // these and the things that they are stages of
}

const NOTHING: RedThread = { relations: new Set(), marks: new Set(), nodes: new Set() };

let threads: Threads | null | undefined; // null: the page has none
let last: { id: string; red: RedThread } | undefined;

/** The thread that the state names; nothing where it names none, or one that cannot have happened. */
export function redThread(context: Context): RedThread {
  const { thread: id } = context.store.state;
  if (id === null) return NOTHING;
  if (last?.id === id) return last.red;
  if (threads === undefined) threads = read();
  const red = threads ? redOf(threads, id, (mark) => context.index.thing(mark)?.owner) : NOTHING;
  last = { id, red };
  return red;
}

/** The red thread in a line of words; "" where none is red. */
export function redWords(index: Index, id: string | null): string {
  if (id === null) return "";
  if (threads === undefined) threads = read();
  const choice = threads ? find(threads, id) : undefined;
  if (!choice || !("thread" in choice) || broken(choice)) return "";
  return `Red thread: ${choiceTitle(index, choice)} (${choice.thread.status}).`;
}

function read(): Threads | null {
  const option = readOption("threads");
  return option ? readThreads(option as ThreadsOption) : null;
}

export function redOf(t: Threads, id: string, owner: (mark: string) => string | undefined): RedThread {
  const choice = find(t, id);
  if (!choice || !("thread" in choice) || broken(choice)) return NOTHING;
  const marks = marksOf(choice);
  return {
    relations: new Set(choice.thread.steps.flatMap((s) => s.relation ?? [])),
    marks: new Set(marks),
    nodes: new Set([...marks, ...marks.flatMap((m) => owner(m) ?? [])]),
  };
}
