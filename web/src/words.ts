// What the page says of a relation, a place in a source, a count. A hedge in
// the source stays a hedge here.

import type { Evidence, Index, Relation, Status, Thing, When } from "./contract";

export const STATUSES: readonly Status[] = ["stated", "possible", "inferred", "disputed"];

/** What a status means, for the legend and the badge. */
export const MEANING: Record<Status, string> = {
  stated: "the source says so",
  possible: "the source does not say so outright",
  inferred: "we infer it",
  disputed: "sources disagree",
};

const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
const TURNING = /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name amid other words: one that runs from right to left takes no number or sign beside it along. */
export function apart(name: string): string {
  return TURNING.test(name) ? `\u2068${name.replace(TURNS, "")}\u2069` : name;
}

/** "A is charged with B", and the hedge where there is one. */
export function sentence(index: Index, relation: Relation): string {
  const predicate = index.predicate(relation.predicate);
  const label = predicate?.label ?? relation.predicate.replace(/_/g, " ");
  return `${apart(title(index, relation.from))} ${label} ${apart(title(index, relation.to))}${hedge(relation.status)}`;
}

export function hedge(status: Status): string {
  return status === "stated" ? "" : ` (${MEANING[status]})`;
}

/** The predicate as read from one of its ends. */
export function seenFrom(index: Index, relation: Relation, outgoing: boolean): string {
  const predicate = index.predicate(relation.predicate);
  const usual = relation.predicate.replace(/_/g, " ");
  return (outgoing ? predicate?.label : predicate?.inverse) ?? usual;
}

/** The full name; a stage with its owner's. */
export function title(index: Index, id: string): string {
  const thing = index.thing(id);
  if (!thing) return id;
  const owner = thing.owner ? index.thing(thing.owner) : undefined;
  return owner && !thing.name.includes(owner.name) ? `${owner.name}: ${thing.name}` : thing.name;
}

/** "¶ 6" as "paragraph 6", "6-8" as "paragraphs 6–8"; a page stays a page. */
export function place(at: string | undefined): string {
  if (!at) return "no place given";
  if (!/^[\d\s,–-]+$/.test(at)) return at;
  const numbers = at.replace(/\s*-\s*/g, "–").trim();
  return `${/^\d+$/.test(numbers) ? "paragraph" : "paragraphs"} ${numbers}`;
}

/** "CHRD 2018, ¶ 6", each source once: the shortest way to cite. */
export function references(index: Index, evidence: readonly Evidence[]): string[] {
  const places = new Map<string, string[]>();
  for (const e of evidence) {
    const said = places.get(e.source) ?? [];
    if (e.at && !said.includes(e.at)) said.push(e.at);
    places.set(e.source, said);
  }
  return [...places].map(([id, said]) => [index.source(id)?.short ?? id, ...(said.length > 0 ? [short(said)] : [])].join(", "));
}

function short(places: readonly string[]): string {
  const numbers = places.every((at) => /^[\d\s,–-]+$/.test(at));
  return `${numbers ? "¶ " : ""}${places.join(", ").replace(/\s*-\s*(?=\d)/g, "–")}`;
}

/** The paragraphs a place names: "6-8, 10" is 6, 7, 8, 10. Pages and the like name none. */
export function paragraphs(at: string | undefined): number[] {
  if (!at || !/^[\d\s,–-]+$/.test(at)) return [];
  const found = new Set<number>();
  for (const part of at.split(",")) {
    const [from, to] = part.split(/[-–]/).map((n) => Number(n.trim()));
    if (!from) continue;
    for (let n = from; n <= Math.min(to || from, from + 9999); n++) found.add(n);
  }
  return [...found].sort((a, b) => a - b);
}

/** "1 thing", "132 things", "1,204 things". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${grouped(String(n))} ${n === 1 ? one : many}`;
}

/** Digits in groups of three: a number from the data is text and stays exact. */
export function grouped(digits: string): string {
  const m = /^(-?)(\d{5,})(\.\d+)?$/.exec(digits);
  if (!m) return /^\d{4}$/.test(digits) ? digits.replace(/^(\d)/, "$1,") : digits;
  return `${m[1]}${(m[2] ?? "").replace(/\B(?=(\d{3})+$)/g, ",")}${m[3] ?? ""}`;
}

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export function inWords(n: number): string {
  return SMALL[n] ?? grouped(String(n));
}

/** "a, b and c". */
export function series(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

const collator = new Intl.Collator("en", { numeric: true });

/** Orders names as people do: "Thing 2" before "Thing 10". */
export const collate = (a: string, b: string): number => collator.compare(a, b);

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The date in words. Stages may be dated where their whole has no date that can be told. */
export function dateText(when: When | undefined, stages: boolean): string {
  return when?.text ?? (stages ? "see its stages" : "undated");
}

/** Whether a thing counts among the things: stages belong to theirs. */
export function counted(thing: Thing): boolean {
  return !thing.owner;
}
