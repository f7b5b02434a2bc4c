// The sheets of the table: which rows and columns each has.

import { relationKey } from "../app";
import type { Context, Evidence, Index, Relation, Rows, State, Thing } from "../contract";
import { compareWhen } from "../dates";
import { h } from "../dom";
import { badge, symbol } from "../details/common";
import { figureWords } from "../details/figures";
import { laneKind } from "../filter";
import { collate, counted, dateText, references, seenFrom, title } from "../words";

export interface Cell { text: string; lang?: string; small?: boolean; node?: () => Node; key?: number }
/** A row; `selects` is what a click opens, `record` what the download holds. */
export interface Row { id: string; selects: string | null; cells: Cell[]; record: unknown; when?: Thing["when"] }
export interface Column { name: string; compare(a: Row, b: Row, at: number): number }
export interface Sheet { id: Rows; name: string; total: number; columns: Column[]; rows(state: State): Row[] }

export const byText: Column["compare"] = (a, b, at) => collate(a.cells[at]?.text ?? "", b.cells[at]?.text ?? "");
const byNumber: Column["compare"] = (a, b, at) => (a.cells[at]?.key ?? 0) - (b.cells[at]?.key ?? 0);
const byDate: Column["compare"] = (a, b) => compareWhen(a.when, b.when);

function columns(...names: string[]): Column[] {
  return names.map((name) => ({ name, compare: name === "Date" || name === "EDTF" ? byDate : name === "Relations" ? byNumber : byText }));
}

/** The sheets that have rows at all. */
export function sheets(context: Context): Sheet[] {
  const { model } = context;
  return [
    thingSheet(context, "things", "Things", model.things.filter(counted)),
    thingSheet(context, "stages", "Stages", model.things.filter((t) => !counted(t))),
    relationSheet(context),
    figureSheet(context),
    conflictSheet(context),
    ruledOutSheet(context),
    eraSheet(context),
  ].filter((sheet) => sheet.total > 0 || sheet.id === "things");
}

function thingSheet({ index, visible }: Context, id: Rows, name: string, things: readonly Thing[]): Sheet {
  const row = (thing: Thing): Row => {
    const kind = index.kind(laneKind(thing, index));
    const others = Object.entries(thing.names ?? {}).map(([, text]) => text);
    const degree = index.relationsOf(thing.id).length;
    return {
      id: thing.id, selects: thing.id, record: thing, when: thing.when,
      cells: [
        { text: title(index, thing.id) },
        { text: kind?.label ?? thing.kind, node: () => h("span", { class: "with-symbol" }, symbol(kind, 12), kind?.label ?? thing.kind) },
        ...dateCells(thing, index.stagesOf(thing.id).some((s) => s.when)),
        { text: [...others, ...(thing.aliases ?? []).map((a) => a.text)].join("; ") },
        { text: String(degree), key: degree },
        sourcesCell(index, thing.evidence),
      ],
    };
  };
  return { id, name, total: things.length, columns: columns("Name", "Kind", "Date", "EDTF", "Also called", "Relations", "Sources"), rows: () => things.filter((t) => visible(t.id)).map(row) };
}

function relationSheet({ model, index, listed }: Context): Sheet {
  const row = (relation: Relation): Row => ({
    id: relation.id, selects: relationKey(relation.id), record: relation, when: relation.when,
    cells: [
      { text: title(index, relation.from) },
      { text: seenFrom(index, relation, true) },
      { text: title(index, relation.to) },
      ...dateCells(relation),
      { text: relation.status, node: () => badge(relation.status) },
      sourcesCell(index, relation.evidence),
    ],
  });
  return { id: "relations", name: "Relations", total: model.relations.length, columns: columns("From", "Relation", "To", "Date", "EDTF", "Status", "Sources"), rows: () => model.relations.filter((r) => listed(r.id)).map(row) };
}

function figureSheet({ model, index }: Context): Sheet {
  return {
    id: "figures", name: "Figures", total: model.figures.length,
    columns: columns("Figure", "What is counted", "About", "Date", "EDTF", "Status", "Sources"),
    rows: (state) => matching(state, model.figures.map((figure) => ({
      id: figure.id, selects: figure.about && index.thing(figure.about) ? figure.about : null, record: figure, when: figure.when,
      cells: [
        { text: figureWords(figure) }, { text: figure.counts }, { text: figure.about ? title(index, figure.about) : "" },
        ...dateCells(figure), { text: figure.status, node: () => badge(figure.status) }, sourcesCell(index, figure.evidence),
      ],
    }))),
  };
}

function conflictSheet({ model, index }: Context): Sheet {
  return {
    id: "conflicts", name: "Disagreements", total: model.conflicts.length,
    columns: columns("About", "On", "Readings", "Note"),
    rows: (state) => matching(state, model.conflicts.map((conflict) => ({
      id: conflict.id, selects: target(index, conflict.about), record: conflict,
      cells: [
        { text: index.thing(conflict.about) ? title(index, conflict.about) : index.relation(conflict.about) ? index.words(conflict.about) : conflict.about },
        { text: conflict.field },
        { text: conflict.readings.map((r) => `${r.value} (${r.drawn ? "drawn; " : ""}${references(index, r.evidence).join("; ")})`).join("; ") },
        { text: conflict.note ?? "" },
      ],
    }))),
  };
}

function ruledOutSheet({ model, index }: Context): Sheet {
  return {
    id: "ruled-out", name: "Ruled out", total: model.ruledOut.length,
    columns: columns("No way from", "To", "Reason", "Sources"),
    rows: (state) => matching(state, model.ruledOut.map((ruled) => ({
      id: ruled.id, selects: target(index, ruled.to), record: ruled,
      cells: [{ text: title(index, ruled.from) }, { text: title(index, ruled.to) }, { text: ruled.reason }, sourcesCell(index, ruled.evidence)],
    }))),
  };
}

function eraSheet({ model, index }: Context): Sheet {
  return {
    id: "eras", name: "Eras", total: model.eras.length,
    columns: columns("Era", "Opens", "Date", "EDTF", "Sources"),
    rows: (state) => matching(state, model.eras.map((era) => ({
      id: era.id, selects: era.entity && index.thing(era.entity) ? era.entity : null, record: era, when: era.when,
      cells: [{ text: era.label }, { text: era.entity ? title(index, era.entity) : "" }, ...dateCells(era), sourcesCell(index, era.evidence)],
    }))),
  };
}

function target(index: Index, id: string): string | null {
  return index.thing(id) ? id : index.relation(id) ? relationKey(id) : null;
}

function dateCells(of: { when?: Thing["when"] }, stages = false): Cell[] {
  return [{ text: dateText(of.when, stages) }, { text: of.when?.edtf ?? "", small: true, node: () => h("code", null, of.when?.edtf ?? "") }];
}

function sourcesCell(index: Index, evidence: readonly Evidence[]): Cell {
  return { text: references(index, evidence).join("; "), small: true };
}

/** Rows that are neither things nor relations: the window and the words still hold. */
function matching(state: State, rows: Row[]): Row[] {
  const words = state.query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = row.cells.map((cell) => cell.text).join(" ").toLowerCase();
    return words.every((word) => text.includes(word)) && touches(row, state);
  });
}

function touches(row: Row, state: State): boolean {
  if (!row.when || !state.window) return true;
  return (row.when.start[0] ?? -Infinity) <= state.window[1] && (row.when.end[1] ?? Infinity) >= state.window[0];
}
