// What Go laid out and found, read back: marks, curves, rows for each width,
// and the threads step by step.

import type { Status } from "../contract";
import type { Item } from "./timeline_data";

export interface ThreadDate { edtf: string; text: string }

export interface Step {
  from: string;
  to: string;
  relation: string | null; // null: a change of stage
  predicate?: string;
  inverse?: boolean;
  date?: ThreadDate;
  derived?: boolean;
  apart?: boolean;
  status: Status;
  draft?: boolean;
  tie: number;
}

export interface Break { step: number; after: number; date?: ThreadDate; since?: ThreadDate; repealed?: string; unbound?: string; over?: ThreadDate /* no date of its own: that of what it leads to */ }

/** When a thread meets what has a date, as far as the dates say: from the first day, or from some day by another, to the last; and whether one of them is known to its year only. */
export interface Span { from?: number; by?: number; to?: number; years?: boolean }

export interface Thread {
  id: string;
  from: string;
  to: string;
  group: "law" | "charge" | "event";
  rank: number;
  status: Status;
  time: "certain" | "possible" | "impossible";
  span?: Span;
  steps: Step[];
  earlier?: string[];
  begun?: boolean; // the case had begun before it could arrive
  before?: ThreadDate; // when it had begun
  breaks?: Break[];
  more?: boolean;
  longer?: boolean;
  exhausted?: boolean;
}

export interface WhyLink { relation: string; from: string; to: string; carries?: boolean }
export interface Ruling { id: string; from: string; to: string; byDate: boolean; fromDay?: ThreadDate; toDay?: ThreadDate; why: string; links?: WhyLink[]; thread?: string; tie: number }
export interface Alone { id: string; case: string; why: string; from?: string; links?: WhyLink[] }

export interface ThMark extends Item {
  text: string; // beside the mark
  width: number; // pixels the text may need
  noDate: boolean;
  aside: number;
  taking: boolean;
  head: number;
  met: boolean; // a curve begins or ends here
}

export interface Tie { from: number; to: number; relation: string; status: Status; ruled: boolean; leave: number; end: number }
export interface Lane { kind: string; title: string; members: number[] }
export interface Size { height: number; tops: number[]; rows: number[]; sides: string; bends: number[][] }
export interface Level { width: number; most: number; sizes: Size[] }
export interface Geometry {
  markHalf: number; stageHalf: number; labelGap: number; fade: number; row: number; tall: number; pad: number; margin: number;
  aside: number; apart: number; above: number; half: number; corner: number; left: number;
  named: number; // things that are named at once, at the most
}

interface Own {
  threads: Thread[]; impossible: Thread[]; ruled: Ruling[]; cases: Alone[]; leftOut: number; beyond: number; bounds: { hops: number; count: number };
  range: [number, number]; breaks: [number, number, number][]; geometry: Geometry; lanes: Lane[]; levels: Level[];
}

interface RawMark { name: string; value: (number | null)[]; kind: string; label: string; flags?: number; owner?: number; status?: Status; text?: string; width: number; noDate?: boolean; aside?: number; taking?: boolean; head: number }
type RawTie = Omit<Tie, "relation" | "ruled"> & { relation?: string; ruled?: boolean };
export interface ThreadsOption { series: { id: string; renderItem: string; data?: unknown[] }[]; redthread: Own }

export interface Threads extends Own { marks: ThMark[]; ties: Tie[] }

/** What can be chosen: a thread, one that is broken in time, a pair that is ruled out, a case alone. */
export type Choice = { thread: Thread } | { ruling: Ruling } | { alone: Alone };

export function readThreads(option: ThreadsOption): Threads {
  const data = (id: string): unknown[] => option.series.find((s) => s.id === id)?.data ?? [];
  const ties = (data("curves") as RawTie[]).map((t): Tie => ({ ...t, relation: t.relation ?? "", ruled: t.ruled ?? false }));
  const met = new Set(ties.flatMap((t) => (t.ruled ? [] : [t.from, t.to])));
  const marks = (data("marks") as RawMark[]).map((m, i) => readMark(m, i, met.has(i)));
  for (const mark of marks) if (mark.owner !== null) marks[mark.owner]?.stages.push(mark.index);
  return { ...option.redthread, marks, ties };
}

function readMark(raw: RawMark, index: number, met: boolean): ThMark {
  const [a = null, b = null, c = null, d = null, from, to, at] = raw.value;
  return {
    index, id: raw.name, kind: raw.kind, label: raw.label, flags: raw.flags ?? 0, status: raw.status ?? "stated", owner: raw.owner ?? null, stages: [],
    bounds: [a, b, c, d], from: from ?? 0, to: to ?? 0, at: at ?? 0,
    text: raw.text ?? raw.label, width: raw.width, noDate: raw.noDate ?? false, aside: raw.aside ?? 0, taking: raw.taking ?? false, head: raw.head, met,
  };
}

/** Every choice of a page by its id. */
export function choices(t: Threads): Map<string, Choice> {
  const all = new Map<string, Choice>();
  for (const thread of [...t.threads, ...t.impossible]) all.set(thread.id, { thread });
  for (const ruling of t.ruled) all.set(ruling.id, { ruling });
  for (const alone of t.cases) all.set(alone.id, { alone });
  return all;
}

/** The choice of that id; of a pair written "from--to" the best thread, else what rules it out, else the thread that is broken in time. */
export function find(t: Threads, id: string | null): Choice | undefined {
  if (id === null) return undefined;
  const pair = (x: { from: string; to: string }): boolean => `${x.from}--${x.to}` === id;
  const all = choices(t);
  const best = t.threads.find(pair) ?? t.ruled.find(pair) ?? t.impossible.find(pair);
  return all.get(id) ?? (best && all.get(best.id));
}

export function idOf(c: Choice): string {
  return "thread" in c ? c.thread.id : "ruling" in c ? c.ruling.id : c.alone.id;
}

/** The marks of a choice in order, by their ids. */
export function marksOf(c: Choice): string[] {
  if ("thread" in c) return [c.thread.steps[0]?.from ?? c.thread.from, ...c.thread.steps.map((s) => s.to)];
  return "ruling" in c ? [c.ruling.from, c.ruling.to] : [];
}

export const broken = (c: Choice): boolean => "ruling" in c || ("thread" in c && c.thread.time === "impossible");
