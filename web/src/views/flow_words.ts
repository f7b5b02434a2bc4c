// The flow in words: what a mark, a ribbon and a cell of the matrix say.

import type { Context, Index, Status } from "../contract";
import { capital, count, inWords, MEANING, series, STATUSES, title } from "../words";
import { labelOf, threadsAt, type CellMark, type Flow, type FlowCell, type FlowLink, type FlowThread } from "./flow_data";

export const MARK_WORDS: Record<CellMark, string> = {
  stated: "stated", possible: "possible", inferred: "inferred", disputed: "disputed", impossible: "impossible", "ruled-out": "ruled out",
};

/** "5 stated and 4 possible". */
export function byStatus(threads: readonly FlowThread[]): string {
  const parts = STATUSES.flatMap((s) => {
    const n = threads.filter((t) => t.status === s).length;
    return n > 0 ? [`${n} ${s}`] : [];
  });
  return series(parts);
}

/** The whole, in two sentences. */
export function summary(flow: Flow): string {
  if (flow.threads.length === 0) return "No thread leads from a law or a charge to a case.";
  const lawful = flow.threads.filter((t) => !t.noLaw);
  const other = flow.threads.filter((t) => t.noLaw);
  const cases = (list: readonly FlowThread[]): string => count(new Set(list.map((t) => t.to)).size, "case");
  const parts: string[] = [];
  if (lawful.length > 0) {
    const laws = new Set(lawful.map((t) => t.from)).size;
    parts.push(`${capital(count(lawful.length, "thread"))} ${lawful.length === 1 ? "leads" : "lead"} from ${inWords(laws)} ${laws === 1 ? "law or rule" : "laws and rules"} to ${cases(lawful)} (${byStatus(lawful)}).`);
  }
  if (other.length > 0) parts.push(`${capital(count(other.length, "thread"))} ${other.length === 1 ? "begins" : "begin"} at a charge or an event: no law is named.`);
  return [...parts, ...leftWords(flow)].join(" ");
}

/** What is not drawn. */
function leftWords(flow: Flow): string[] {
  const circles = flow.left.filter((l) => l.why === "circle").length;
  return [
    ...(circles > 0 ? [`${count(circles, "relation")} that would close a circle ${circles === 1 ? "is" : "are"} left out here.`] : []),
    ...(flow.omitted > 0 ? [`${count(flow.omitted, "thread")} ${flow.omitted === 1 ? "does" : "do"} not fit in here; the matrix counts them.`] : []),
  ];
}

/** "Cyber Security Law, law: 4 threads, 4 possible". */
export function nodeWords(flow: Flow, index: Index, id: string): string {
  const node = flow.node.get(id);
  const kind = index.kind(node?.kind ?? "")?.label ?? node?.kind ?? "";
  const threads = threadsAt(flow, id, false);
  if (node && node.others > 0) return `${node.name}, drawn as one: ${count(threads.length, "thread")}, ${byStatus(threads)}. The matrix and the table have each of them.`;
  return `${title(index, id)}, ${kind}: ${count(threads.length, "thread")}, ${byStatus(threads)}${node?.noLaw ? "; no law is named" : ""}`;
}

/** The relation with its hedge, and how many threads follow it. */
export function linkWords(flow: Flow, index: Index, relation: string): string {
  const link = flow.link.get(relation);
  if (link && link.bundled > 0) {
    const end = (id: string | undefined): string => labelOf(flow, id ?? "", (x) => title(index, x));
    const to = link.ends.length > 0 ? endsWords(link, index.kind(flow.node.get(link.path[link.path.length - 1] ?? "")?.kind ?? ""), (x) => title(index, x)) : `to ${end(link.path[link.path.length - 1])}`;
    return `${end(link.path[0])} ${to}; ${count(link.bundled, "relation")} drawn as one, ${link.status}; ${count(link.threads, "thread")}`;
  }
  const when = index.relation(relation)?.when?.text;
  const status = link?.status === "stated" ? ", stated" : "";
  return `${index.words(relation)}${status}${when ? `, ${when}` : ""}: ${count(link?.threads ?? 0, "thread")}`;
}

/** "to 3 cases: A, B and C", "to 7 cases: A, B, C and 4 more", "to A". */
export function endsWords(link: FlowLink, kind: { label: string; plural?: string | null } | undefined, name: (id: string) => string): string {
  const names = link.ends.map(name);
  if (link.endCount === 1) return `to ${names[0] ?? ""}`;
  const more = link.endCount - names.length;
  return `to ${count(link.endCount, kind?.label ?? "thing", kind?.plural ?? undefined)}: ${series(more > 0 ? [names.join(", "), `${more} more`] : names)}`;
}

/** A cell, whole: what there is between the two, and why not. */
export function cellWords(flow: Flow, context: Context, cell: FlowCell): string {
  const { index } = context;
  const pair = `${title(index, flow.heads[cell.column]?.id ?? "")} → ${title(index, flow.rows[cell.row]?.id ?? "")}`;
  return [`${pair}: ${markWords(cell)}.`, ...reasons(context, cell)].join(" ");
}

function markWords(cell: FlowCell): string {
  if (cell.mark === "impossible") return "a chain is there, and it is impossible in time";
  if (cell.mark === "ruled-out") return "ruled out";
  const how = `${cell.mark}${cell.mark === "stated" ? "" : ` (${MEANING[cell.mark as Status]})`}, ${cell.time} in time`;
  if (cell.threads === 1) return `one thread, ${how}`;
  return `${cell.more ? "at least " : ""}${inWords(cell.threads)} threads, the best ${how}`;
}

function reasons(context: Context, cell: FlowCell): string[] {
  const records = cell.ruled.flatMap((id) => context.model.ruledOut.find((r) => r.id === id) ?? []);
  return [
    ...cell.breaks.map((b) => breakWords(context.index, b)),
    ...records.map((r) => `${cell.mark === "ruled-out" ? "" : `Ruled out to ${context.index.label(r.to)}: `}${sentence(r.reason)}`),
  ];
}

function breakWords(index: Index, b: FlowCell["breaks"][number]): string {
  const late = stepWords(index, b.late) + (b.over ? ` (no date of its own; what it leads to is dated ${index.thing(b.over)?.when?.text ?? "nowhere"})` : "");
  if (b.unbound) return `${late} comes before ${stepWords(index, b.unbound)}, without which the law could not bind.`;
  if (b.repealed) return `${late} comes after ${stepWords(index, b.repealed)}.`;
  return `${late} was over before ${stepWords(index, b.after)}, which it would have to follow.`;
}

function stepWords(index: Index, key: string): string {
  const when = key.startsWith("r:") ? index.relation(key.slice(2))?.when : index.thing(key)?.when;
  const words = key.startsWith("r:") ? index.words(key.slice(2)) : title(index, key);
  return `“${words}”${when ? ` (${when.text})` : ""}`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? capital(text.trim()) : `${capital(text.trim())}.`);
