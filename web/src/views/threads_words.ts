// Threads in words, never saying more than the source: a hedge stays, a date
// that is derived is called so, what has none is said to have none.

import type { Evidence, Index } from "../contract";
import { civil, yearWords } from "../dates";
import { MEANING, STATUSES, capital, count, series, title } from "../words";
import type { Alone, Break, Choice, Ruling, Span, Step, Thread, Threads, WhyLink } from "./threads_data";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "Jan to Dec 2017", "2015 to 2018", "Nov 2014", "by Nov 2016", "2015 or earlier to 2018". */
export function spanWords(span: Span | undefined): string {
  if (!span) return "no date";
  const { from, to } = span;
  const month = (day: number): string => { const { year, month } = civil(day); return `${MONTHS[month - 1] ?? ""} ${yearWords(year)}`; };
  const first = from ?? span.by;
  if (first === undefined) return to === undefined ? "at times not known" : `by ${month(to)}`;
  const before = from === undefined ? " or earlier" : "";
  if (to === undefined) return `from ${month(first)}${before}`;
  const [a, b] = [civil(first), civil(to)];
  if (a.year !== b.year) return `${yearWords(a.year)}${before} to ${yearWords(b.year)}`;
  if (a.month === b.month || span.years) return (before ? "by " : "") + (span.years ? yearWords(a.year) : month(to));
  return before ? `${month(first)}${before} to ${month(to)}` : `${MONTHS[a.month - 1] ?? ""} to ${month(to)}`;
}

/** "18 threads: 9 stated, 4 possible and 5 inferred". */
export function countWords(t: Threads): string {
  if (t.threads.length === 0) return "No threads";
  const parts = STATUSES.flatMap((s) => {
    const n = t.threads.filter((x) => x.status === s).length;
    return n > 0 ? [`${n} ${s}`] : [];
  });
  return `${count(t.threads.length, "thread")}: ${parts.join(", ")}`;
}

export function sizeWords(thread: Thread): string {
  return `${count(thread.steps.length, "step")} · ${spanWords(thread.span)}`;
}

/** What a change of stage says of the thing. */
const STAGES: Record<string, string> = {
  "drafted": "is drafted", "proposed": "is proposed", "open-for-comment": "is opened for comment", "issued": "is issued", "passed": "is passed",
  "in-force": "comes into force", "amended": "is amended", "repealed": "is repealed",
};

/** What leads from one mark to the next: "lays down", "is enforced by", "comes into force". */
export function leadWords(index: Index, step: Step): { lead: string; object: string | null } {
  if (step.relation === null) {
    const stage = index.thing(step.to);
    const words = stage?.stage ? STAGES[stage.stage] : undefined;
    return words ? { lead: words, object: null } : { lead: "then", object: step.to };
  }
  const p = index.predicate(step.predicate ?? "");
  const usual = (step.predicate ?? "").replace(/_/g, " ");
  return { lead: (step.inverse ? p?.inverse : p?.label) ?? usual, object: step.to };
}

export function stepSentence(index: Index, step: Step): string {
  const { lead, object } = leadWords(index, step);
  return `${title(index, ownerOf(index, step, object))} ${lead}${object === null ? "" : ` ${title(index, object)}`}`;
}

function ownerOf(index: Index, step: Step, object: string | null): string {
  return object === null ? (index.thing(step.to)?.owner ?? step.from) : step.from;
}

/** The date of a step, and what kind of date it is. */
export function dateWords(step: Step): string {
  if (step.apart) return "no date given; the dates of its two ends do not meet";
  if (!step.date) return "no date given";
  return step.derived ? `no date of its own; from the dates of its ends: ${step.date.text}` : step.date.text;
}

/** What a step rests on: the relation's evidence, or the stage's; of the owner where the stage has none. */
export function stepEvidence(index: Index, step: Step): { evidence: readonly Evidence[]; borrowed: boolean } {
  if (step.relation !== null) return { evidence: index.relation(step.relation)?.evidence ?? [], borrowed: false };
  return markEvidence(index, step.to);
}

export function markEvidence(index: Index, id: string): { evidence: readonly Evidence[]; borrowed: boolean } {
  const thing = index.thing(id);
  if (thing && thing.evidence.length === 0 && thing.owner) return { evidence: index.thing(thing.owner)?.evidence ?? [], borrowed: true };
  return { evidence: thing?.evidence ?? [], borrowed: false };
}

/** How sure the whole is, in two sentences. */
export function sureWords(thread: Thread): { status: string; time: string } {
  return { status: thread.status === "stated" ? "Every step is stated." : `As sure as ${weakestWords(thread)}: ${thread.status}, ${MEANING[thread.status]}.`, time: timeWords(thread) };
}

/** "its weakest steps, those to 4 and 5": all that are as weak. */
function weakestWords(thread: Thread): string {
  const weak = thread.steps.flatMap((s, i) => (s.status === thread.status ? [String(i + 2)] : []));
  return weak.length > 1 ? `its weakest steps, those to ${series(weak)}` : `its weakest step, the one to ${weak[0] ?? "the end"}`;
}

function timeWords(thread: Thread): string {
  if (thread.time === "certain") return thread.steps.length > 1 ? "In time: certain. Every step comes after the one before." : "In time: certain.";
  if (thread.time === "impossible") return "In time: impossible.";
  const undated = thread.steps.findIndex((s) => !s.date || s.derived || s.apart);
  if (undated >= 0) return `In time: possible. The step to ${undated + 2} has no date of its own, so its place in the order is not proven.`;
  return "In time: possible. The dates allow it; they do not prove the order.";
}

/** A stage that was over before the thread could arrive. */
export function earlierWords(index: Index, thread: Thread, id: string): string {
  const stage = index.thing(id);
  const since = arrival(index, thread);
  const what = `${title(index, id)}, ${stage?.when?.text ?? "undated"}`;
  return `${what}: this was before ${since}, so the thread cannot have led to it.`;
}

/** A case that had begun before the thread could arrive. */
export function begunWords(index: Index, thread: Thread): string {
  const last = thread.steps.at(-1)?.to ?? thread.to;
  const id = index.thing(last)?.owner ?? last;
  return `${title(index, id)}, ${index.thing(id)?.when?.text ?? "undated"}: it began before ${arrival(index, thread)}, so the thread cannot have led to its beginning.`;
}

/** The mark that a thread cannot have passed earlier: where it arrives latest. */
function arrival(index: Index, thread: Thread): string {
  let latest = -Infinity;
  let at: Step | undefined;
  for (const step of thread.steps) {
    const when = step.relation === null ? index.thing(step.to)?.when : index.relation(step.relation)?.when;
    const start = when?.start[0] ?? -Infinity;
    if (start > latest) { latest = start; at = step; }
  }
  return at ? `“${stepSentence(index, at)}” (${at.date?.text ?? "undated"})` : "it could arrive";
}

/** "had begun before: about April 2016"; "" where the case had not begun before the thread. */
export function beforeNote(thread: Thread): string {
  return thread.before && thread.time !== "impossible" ? `had begun before: ${thread.before.text}` : "";
}

/** Where the last disc stands, if it is not at the beginning of its thing. */
export function metWords(thread: Thread, day: number | undefined): string {
  if (!thread.begun || thread.time === "impossible" || day === undefined) return "";
  const c = civil(day);
  return `Disc ${thread.steps.length + 1} stands at ${MONTHS[c.month - 1] ?? ""} ${yearWords(c.year)}, the earliest that the thread can have come there. `;
}

export function breakWords(index: Index, thread: Thread, b: Break): string {
  const step = thread.steps[b.step];
  if (!step) return "";
  const what = `“${stepSentence(index, step)}” (${b.over ? `no date of its own; what it leads to is dated ${b.over.text}` : (b.date?.text ?? "undated")})`;
  if (b.repealed) return `${what} comes after ${title(index, b.repealed)} (${index.thing(b.repealed)?.when?.text ?? "undated"}).`;
  if (b.unbound) return `${what} comes before ${title(index, b.unbound)} (${index.thing(b.unbound)?.when?.text ?? "undated"}), without which the law could not bind.`;
  const before = thread.steps[b.after];
  const since = before ? `“${stepSentence(index, before)}”` : title(index, step.from);
  return `${what} lies before ${since} (${b.since?.text ?? "undated"}), which it would have to follow.`;
}

/** The same for a list: "2012, but the law had ended: 30 June 2010". */
export function breakBriefly(index: Index, thread: Thread): string {
  const b = thread.breaks?.[0];
  if (!b) return "a step would come too late";
  const late = capital((b.over ?? b.date)?.text ?? "no date");
  const when = (id: string): string => index.thing(id)?.when?.text ?? "undated";
  if (b.repealed) return `${late}, but the law had ended: ${when(b.repealed)}`;
  if (b.unbound) return `${late}, but the law could bind no earlier than ${when(b.unbound)}`;
  return `${late}, but ${b.since?.text ?? "a later step"} would have to come first`;
}

/** What a disc of several things stands for. */
export function clusterWords(index: Index, t: Threads, members: readonly number[], threads: number): string {
  const marks = members.flatMap((i) => t.marks[i] ?? []);
  const first = marks[0];
  if (!first) return "";
  const kind = index.kind(first.kind);
  const names = series(marks.slice(0, 3).map((m) => index.label(m.id)));
  const more = marks.length > 3 ? ` and ${marks.length - 3} more` : "";
  const dated = marks.filter((m) => !m.noDate);
  const span = dated.length > 0 ? `, about ${spanWords({ from: Math.min(...dated.map((m) => m.at)), to: Math.max(...dated.map((m) => m.at)) })}` : "";
  return `${count(marks.length, kind?.label ?? first.kind, kind?.plural ?? undefined)}${span}: ${names}${more}. ${capital(count(threads, "thread"))} ${threads === 1 ? "passes" : "pass"} here; a click goes through them.`;
}

/** What a window of time does here: nothing is cut away, what lies outside is faint. */
export function windowWords(window: readonly [number, number] | null): string {
  if (!window) return "";
  return `Dates from ${dayText(window[0])} to ${dayText(window[1])} are chosen: what lies outside is faint, and the axis stays whole. `;
}

function dayText(day: number): string {
  const c = civil(day);
  return `${c.day} ${MONTHS[c.month - 1] ?? ""} ${yearWords(c.year)}`;
}

/** Why a pair that is ruled out has no thread, as the engine sees it. */
export function rulingWords(r: Ruling): string {
  if (r.byDate) return `The dates rule it out: ${beforeWords(r)}.`;
  return absence(r.why);
}

/** "September 2017 is before October 2017": what it would have led to is earlier. */
export function beforeWords(r: Ruling): string {
  return `${dayWords(r.toDay?.text)} is before ${r.fromDay?.text ?? "the beginning"}`;
}

/** A date as the subject of a sentence. */
function dayWords(text: string | undefined): string {
  if (!text) return "the end";
  if (/^(before|between|within) /.test(text)) return `a day ${text}`;
  if (/^(from|since|until) /.test(text)) return `the time ${text},`;
  return text;
}

export function absence(why: string): string {
  switch (why) {
    case "not carrying": return "Only relations that carry no influence, or carry it the other way, join the two.";
    case "broken": return "Relations would carry from one to the other, but a step would come too late.";
    case "too far": return "There is a thread, longer than the limit of steps.";
    case "not asked": return "Why was not looked for, there being very many cases.";
    case "has a thread": return "The dataset nevertheless holds a thread between the two.";
    default: return "Nothing in the sources joins the two.";
  }
}

export function aloneWords(index: Index, a: Alone): string {
  if (!a.from && a.why === "not asked") return absence(a.why);
  if (!a.from) return "No rule, charge or event is connected with it in the sources.";
  return `The nearest is ${title(index, a.from)}. ${absence(a.why)}`;
}

/** "A reported B, which carries nothing": the links of a connection that is no thread. */
export function linkWords(index: Index, link: WhyLink): string {
  const relation = index.relation(link.relation);
  if (relation?.predicate === "stage_of") return `${title(index, link.from)} and ${title(index, link.to)}: the same thing and its stage`;
  return `${index.words(link.relation)}${link.carries ? "" : " (carries no thread this way)"}`;
}

/** The same for a list. */
export function aloneBriefly(index: Index, a: Alone): string {
  if (!a.from) return a.why === "not asked" ? "" : "nothing in the sources leads here";
  const nearest = index.label(a.from);
  switch (a.why) {
    case "broken": return `from ${nearest} a step would come too late`;
    case "too far": return `from ${nearest} there are more steps than the limit`;
    default: return `joined with ${nearest} only by what carries no thread`;
  }
}

/** What a choice is called. */
export function choiceTitle(index: Index, c: Choice): string {
  if ("alone" in c) return title(index, c.alone.case);
  const [from, to] = "thread" in c ? [c.thread.from, c.thread.to] : [c.ruling.from, c.ruling.to];
  return `${title(index, from)} to ${title(index, to)}`;
}

/** What the search's bounds left out, if anything. */
export function boundWords(t: Threads, thread: Thread): string {
  const parts: string[] = [];
  if (thread.more) parts.push(`there are more than the ${t.bounds.count} best between these two`);
  if (thread.longer) parts.push(`there are longer ones, of more than ${t.bounds.hops} steps`);
  if (thread.exhausted) parts.push("the search was given up at its limit of work");
  return parts.length > 0 ? `${capital(parts.join("; "))}.` : "";
}

/** Pairs of which the bounds of the search showed nothing. */
export function beyondWords(t: Threads): string {
  return t.beyond > 0 ? `Between ${count(t.beyond, "more pair")} no thread of up to ${t.bounds.hops} steps was found; there are or may be longer ones.` : "";
}
