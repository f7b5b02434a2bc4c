// Laws and charges by cases: a table whose cells say how sure the best thread
// between the two is, and open it.

import type { Context, State } from "../contract";
import { bdi, fill, h } from "../dom";
import { symbol } from "../details/common";
import { colourOf } from "../theme";
import { title } from "../words";
import { namedThread, type Flow, type FlowCell, type FlowHead } from "./flow_data";
import { cellWords, MARK_WORDS } from "./flow_words";

export interface Matrix {
  element: HTMLElement;
  draw(state: State): void;
  resize(width?: number): void;
  /** Says within a cell, where it stands as a line of its own, what there is to say; null takes it away. */
  explain(cell: FlowCell | null, words: string): void;
}

const HEAD = 168; // px of the names of cases
const MOST_ROWS = 60; // cases shown before more are asked for
const MORE_ROWS = 120;
const MOST_COLUMNS = 24; // laws and charges, the same
const WORDED = 64; // px from which on a column has room for the word of its mark

export function makeMatrix(flow: Flow, context: Context, open: (cell: FlowCell) => void, look: (words: string | null) => void): Matrix {
  const cells = new Map(flow.cells.map((c) => [`${c.column} ${c.row}`, c]));
  let tds: HTMLElement[][] = [];
  let rows: HTMLElement[] = [];
  let at: [number, number] = [0, 0];
  let most = { rows: MOST_ROWS, columns: MOST_COLUMNS };
  let last: State | null = null;
  let heads: readonly FlowHead[] = [];
  const table = h("table", { role: "grid", "aria-label": "Threads by law or charge and by case. Arrow keys move, Enter opens the thread." });
  const more = h("div", { class: "rt-flow-more" });
  const element = h("div", { class: "rt-flow-matrix" }, table, more);

  const rowOf = (row: FlowHead, r: number): HTMLElement => {
    const list = heads.map((head, c) => cellOf(flow, context, head, row, cells.get(`${c} ${r}`), c));
    tds.push(list);
    return h("tr", { role: "row", "data-row": r, "data-empty": list.every((td) => td.dataset["mark"] === undefined) }, starred(headOf(context, row, "row"), heads.length < flow.heads.length && beyond(r)), ...list);
  };
  const starred = (head: HTMLElement, star: boolean): HTMLElement => {
    if (star) head.querySelector("span")?.append("*", h("span", { class: "sr" }, ", threads from columns that are not shown"));
    return head;
  };
  /** Whether a case has a thread from a column that is not shown. */
  const beyond = (r: number): boolean => flow.cells.some((c) => c.row === r && c.column >= heads.length);
  const elsewhere = (): boolean => rows.some((_, r) => beyond(r));
  /** A matrix of very many is shown in part, what the diagram names first, until more is asked for. */
  const build = (): void => {
    tds = [];
    heads = flow.heads.slice(0, most.columns);
    rows = flow.rows.slice(0, most.rows).map(rowOf);
    fill(table, h("thead", { role: "rowgroup" }, ...headRows(heads, context)), h("tbody", { role: "rowgroup" }, ...rows));
    const ask = (words: string, next: typeof most): HTMLElement => h("button", { type: "button", class: "plain", onclick: () => { most = next; build(); if (last) paint(last); } }, words);
    const left = { rows: flow.rows.length - rows.length, columns: flow.heads.length - heads.length };
    fill(more, ...(left.rows + left.columns > 0 ? [h("span", null, `Shown: ${rows.length} of ${flow.rows.length} cases, ${heads.length} of ${flow.heads.length} beginnings.${elsewhere() ? " A star: there are threads from columns that are not shown." : ""}`)] : []),
      ...(left.rows > 0 ? [ask(`Show ${Math.min(MORE_ROWS, left.rows)} more cases`, { ...most, rows: most.rows + MORE_ROWS })] : []),
      ...(left.columns > 0 ? [ask(`Show all ${flow.heads.length} columns`, { ...most, columns: Infinity })] : []));
    const first = flow.cells.find((c) => tds[c.row]?.[c.column]);
    at = first ? [first.row, first.column] : [0, 0];
    tds[at[0]]?.[at[1]]?.setAttribute("tabindex", "0");
    tighten(element.clientWidth);
  };
  const tighten = (width: number): void => { table.classList.toggle("rt-flow-tight", width > 0 && (width - HEAD) / Math.max(1, heads.length) < WORDED); };

  const cellAt = (target: EventTarget | null): [number, number] | null => {
    const td = target instanceof Element ? target.closest("td") : null;
    for (let r = 0; r < tds.length; r++) {
      const c = td ? (tds[r] ?? []).indexOf(td) : -1;
      if (c >= 0) return [r, c];
    }
    return null;
  };
  const found = (where: [number, number] | null): FlowCell | undefined => (where ? cells.get(`${where[1]} ${where[0]}`) : undefined);
  const stop = ([r, c]: [number, number]): HTMLElement | undefined => tds[r]?.[c];
  const move = (to: [number, number], focus: boolean): void => {
    stop(at)?.setAttribute("tabindex", "-1");
    at = to;
    stop(at)?.setAttribute("tabindex", "0");
    if (focus) stop(at)?.focus();
  };
  const tell = (target: EventTarget | null): void => {
    const cell = found(cellAt(target));
    look(cell ? cellWords(flow, context, cell) : null);
  };
  table.addEventListener("focusin", (e) => { const where = cellAt(e.target); if (where) move(where, false); tell(e.target); });
  table.addEventListener("focusout", () => look(null));
  table.addEventListener("mouseover", (e) => tell(e.target));
  table.addEventListener("mouseleave", () => look(null));
  table.addEventListener("click", (e) => { const cell = found(cellAt(e.target)); if (cell) open(cell); });
  table.addEventListener("keydown", (e) => {
    const where = cellAt(e.target);
    if (!where || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
    const to = next(e.key, where, tds.length, heads.length);
    if (to) { e.preventDefault(); move(to, true); return; }
    const cell = found(where);
    if ((e.key === "Enter" || e.key === " ") && cell) { e.preventDefault(); open(cell); }
  });

  const paint = (state: State): void => {
    last = state;
    for (const cell of flow.cells) {
      const td = tds[cell.row]?.[cell.column];
      const head = flow.heads[cell.column]?.id ?? "";
      const row = flow.rows[cell.row]?.id ?? "";
      td?.classList.toggle("rt-flow-red", state.thread !== null && inThread(flow, cell, state.thread));
      td?.classList.toggle("rt-flow-dim", !context.visible(head) || !context.visible(row));
    }
    rows.forEach((tr, r) => tr.classList.toggle("on", state.selected !== null && state.selected.split("/")[0] === flow.rows[r]?.id));
  };

  build();
  const why = h("span", { class: "rt-flow-why" });
  return {
    element,
    explain(cell, words) {
      why.textContent = words;
      if (cell) tds[cell.row]?.[cell.column]?.append(why);
      else why.remove();
    },
    draw: paint,
    resize: (width = element.clientWidth) => tighten(width),
  };
}

/** Whether a thread is one of those that a cell stands for. */
function inThread(flow: Flow, cell: FlowCell, id: string): boolean {
  if (cell.mark === "impossible" || cell.mark === "ruled-out") return false;
  if (cell.thread === id || `${flow.heads[cell.column]?.id}--${flow.rows[cell.row]?.id}` === id) return true;
  const thread = namedThread(flow, id);
  return thread !== undefined && thread.from === flow.heads[cell.column]?.id && thread.to === flow.rows[cell.row]?.id;
}

function headRows(heads: readonly FlowHead[], context: Context): HTMLElement[] {
  const lawful = heads.filter((head) => !head.noLaw).length;
  const without = heads.length - lawful;
  const group = (words: string, span: number): HTMLElement | null => (span > 0 ? h("th", { role: "columnheader", scope: "colgroup", colspan: span }, h("span", null, words)) : null);
  return [
    h("tr", { role: "row", class: "rt-flow-groups" }, h("td", { role: "gridcell" }), group("From a law or rule", lawful), group("No law is named", without)),
    h("tr", { role: "row" }, h("th", { role: "columnheader", scope: "col" }, "Case"), ...heads.map((head, c) => {
      const th = headOf(context, head, "col");
      th.classList.toggle("rt-flow-first", c === lawful && lawful > 0);
      return th;
    })),
  ];
}

function headOf(context: Context, head: FlowHead, scope: "row" | "col"): HTMLElement {
  const button = h("button", { type: "button", onclick: () => context.store.set({ selected: head.id }) },
    symbol(context.index.kind(head.kind), 12), h("span", null, bdi(context.index.label(head.id))));
  return h("th", { scope, role: scope === "row" ? "rowheader" : "columnheader" }, button);
}

function cellOf(flow: Flow, context: Context, head: FlowHead, row: FlowHead, cell: FlowCell | undefined, c: number): HTMLElement {
  const first = c > 0 && head.noLaw && !flow.heads[c - 1]?.noLaw ? "rt-flow-first" : "";
  if (!cell) return h("td", { role: "gridcell", tabindex: -1, class: first, "data-row": row.id }, h("span", { class: "sr" }, `${title(context.index, head.id)}: no thread`));
  return h("td", { role: "gridcell", tabindex: -1, class: first, "data-mark": cell.mark, "data-thread": cell.thread },
    h("span", { class: "rt-flow-from" }, symbol(context.index.kind(head.kind), 11), bdi(context.index.label(head.id))),
    h("span", { class: "rt-flow-mark" }, swatchOf(context, cell, head.kind), h("span", { class: "rt-flow-word" }, MARK_WORDS[cell.mark]),
      cell.threads > 1 ? h("span", { class: "rt-flow-n" }, h("span", { class: "sr" }, ", threads: "), cell.threads) : null,
      cell.ruled.length > 0 && cell.mark !== "ruled-out" ? h("span", { class: "rt-flow-but", title: "something between the two is ruled out" }, "*", h("span", { class: "sr" }, "; a part is ruled out")) : null));
}

/** The mark of a cell, in the colour of what the thread begins with. */
function swatchOf(context: Context, cell: FlowCell, kind: string): HTMLElement {
  const swatch = h("span", { class: `rt-flow-swatch ${cell.mark}`, "aria-hidden": "true" });
  const found = context.index.kind(kind);
  swatch.style.setProperty("--light", colourOf(found, false));
  swatch.style.setProperty("--dark", colourOf(found, true));
  return swatch;
}

function next(key: string, [r, c]: [number, number], rows: number, columns: number): [number, number] | null {
  const held = (n: number, most: number): number => Math.min(Math.max(n, 0), most - 1);
  switch (key) {
    case "ArrowRight": return [r, held(c + 1, columns)];
    case "ArrowLeft": return [r, held(c - 1, columns)];
    case "ArrowDown": return [held(r + 1, rows), c];
    case "ArrowUp": return [held(r - 1, rows), c];
    case "Home": return [r, 0];
    case "End": return [r, columns - 1];
    default: return null;
  }
}
