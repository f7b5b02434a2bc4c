// Evidence: where it stands, and what stands there.

import type { Known } from "../app";
import type { Attribute, Evidence } from "../contract";
import { bdi, h, outward } from "../dom";
import { MEANING, place, references, series } from "../words";
import { badge, fold, outsideMark } from "./common";

/** Evidence laid open, and a word where there is none. */
export function evidenceList(app: Known, evidence: readonly Evidence[], none = "No evidence is given."): HTMLElement {
  if (evidence.length === 0) return h("p", { class: "missing" }, none);
  return h("ul", { class: "evidence" }, ...evidence.map((e) => h("li", null, ...evidenceCard(app, e))));
}

function evidenceCard(app: Known, e: Evidence): (Node | null)[] {
  const source = app.index.source(e.source);
  return [
    h("p", { class: "cite" },
      h("span", { class: "publisher" }, bdi(source?.publisher ?? source?.short ?? e.source)), ", ", place(e.at), " ",
      e.status === "stated" ? null : badge(e.status), outsideMark(app, source?.outside)),
    source ? h("p", { class: "source-title" }, outward(source.url ?? source.archive, bdi(source.title, source.lang)), source.when ? ` · ${source.when.text}` : null) : null,
    e.terms?.length ? h("p", { class: "terms" }, ...spread(e.terms.map((t) => h("q", null, bdi(t, source?.lang))))) : null,
    e.by ? h("p", { class: "by" }, `as reported by ${e.by}`) : null,
    e.status === "stated" ? null : h("p", { class: "by" }, MEANING[e.status]),
    e.note ? h("p", { class: "note" }, e.note) : null,
  ];
}

function spread(nodes: Node[]): (Node | string)[] {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [" ", node]));
}

/** Evidence folded under its references: "CHRD 2018, ¶ 6". */
export function evidenceFold(app: Known, evidence: readonly Evidence[]): HTMLElement {
  if (evidence.length === 0) return h("p", { class: "missing" }, "No evidence is given.");
  return fold(series(references(app.index, evidence)), () => [evidenceList(app, evidence)]);
}

/** A named value with its evidence, or the word whose evidence stands for it. */
export function attribute(app: Known, a: Attribute, of: string): [string, Node, Node] {
  return [a.key.replace(/[_-]/g, " "), bdi(a.value), a.evidence?.length ? evidenceFold(app, a.evidence) : h("small", null, ` evidence as for ${of}`)];
}

/** The evidence of a date, or the word that there is none of its own. */
export function dateEvidence(app: Known, evidence: readonly Evidence[] | undefined, dated: boolean, of: string): HTMLElement | null {
  if (evidence?.length) return h("div", { class: "date-evidence" }, h("span", null, "for this date: "), evidenceFold(app, evidence));
  return dated ? h("p", { class: "small" }, `The evidence is for ${of}, not for this date.`) : null;
}
