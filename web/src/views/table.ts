// The table: everything in words, the equal of every chart.

import { selectedRelation } from "../app";
import type { Context, MountView, Panel, Rows, State } from "../contract";
import { bdi, fill, h } from "../dom";
import { changed } from "../filter";
import { csv, download, mayDownload } from "../shell/download";
import { count } from "../words";
import { byText, sheets, type Row, type Sheet } from "./sheets";

// Rows at once; a phone gets fewer, where each is a card.
const PAGE = 500;
const NARROW = 60;
// The column that says in EDTF what the one before it says in words.
const TWICE = "EDTF";

export const mount: MountView = (host, context) => new Table(host, context);

class Table implements Panel {
  private readonly sheets: Sheet[];
  private readonly picker: HTMLElement;
  private readonly tools: HTMLElement;
  private readonly box = h("div", { class: "table-box", tabindex: "0", role: "region", "aria-label": "Table" });
  private pages = 1;
  private readonly page = matchMedia("(max-width: 900px)").matches ? NARROW : PAGE;
  private rows: Row[] = [];

  constructor(host: HTMLElement, private readonly context: Context) {
    this.sheets = sheets(context);
    this.picker = h("div", { class: "chips sheets", role: "group", "aria-label": "What is listed" });
    this.tools = h("div", { class: "tools" });
    host.append(h("div", { class: "table-bar" }, this.picker, this.tools), this.box);
    this.draw(context.store.state);
    context.ready();
  }

  update(state: State, before: State): void {
    if (changed(state, before) || state.step !== before.step || state.rows !== before.rows || state.sort !== before.sort) {
      this.pages = 1;
      this.draw(state);
    } else if (state.selected !== before.selected) this.mark(state);
  }

  resize(): void { /* the style sheet does it */ }
  marks(): [] { return []; }
  dispose(): void { this.rows = []; }

  private sheet(rows: Rows): Sheet {
    return this.sheets.find((s) => s.id === rows) ?? (this.sheets[0] as Sheet);
  }

  private draw(state: State): void {
    const sheet = this.sheet(state.rows);
    this.rows = this.spokenFirst(sorted(sheet, sheet.rows(state), state.sort), state);
    fill(this.picker, ...this.sheets.map((s) => this.sheetButton(s, s === sheet)));
    fill(this.tools, ...this.downloads(sheet));
    const names = sheet.columns.map((column) => column.name);
    const told = state.step > 0 ? this.rows.filter((row) => this.spoken(row)).length % this.rows.length : 0;
    const shown = this.rows.slice(0, this.pages * this.page);
    fill(this.box,
      h("table", { role: "table" },
        h("caption", null, `${count(this.rows.length, "row")}${shown.length < this.rows.length ? `, the first ${shown.length} of them here` : ""}${told > 0 ? `; ${told === 1 ? "the first is" : `the first ${told} are`} of this step` : ""}`),
        h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...sheet.columns.map((column, i) => this.heading(column.name, i, state)))),
        h("tbody", { role: "rowgroup" }, ...shown.map((row) => this.line(row, names)))),
      shown.length < this.rows.length && h("button", { type: "button", class: "plain more", onclick: () => { this.pages++; this.draw(this.context.store.state); } }, `Show ${Math.min(this.page, this.rows.length - shown.length)} more`),
      this.rows.length === 0 && h("p", { class: "empty" }, sheet.total === 0 ? "Nothing is here yet: this dataset holds no things." : "Nothing here is left by the dates, the kinds and the search."));
    this.mark(state);
  }

  private sheetButton(sheet: Sheet, on: boolean): HTMLElement {
    return h("button", { type: "button", class: "chip", "aria-pressed": String(on), onclick: () => this.context.store.set({ rows: sheet.id, sort: "" }) },
      sheet.name, h("span", { class: "n" }, sheet.total));
  }

  private heading(name: string, i: number, state: State): HTMLElement {
    const on = state.sort.replace("-", "") === String(i + 1);
    const down = on && state.sort.startsWith("-");
    return h("th", { scope: "col", role: "columnheader", class: name === TWICE ? "twice" : null, "aria-sort": on ? (down ? "descending" : "ascending") : "none" },
      h("button", { type: "button", class: "sort", onclick: () => this.context.store.set({ sort: on && !down ? `-${i + 1}` : String(i + 1) }, { replace: true }) },
        name, h("span", { "aria-hidden": "true", class: "arrow" }, on ? (down ? " ↓" : " ↑") : "")));
  }

  // The roles stay where a phone turns rows into cards.
  private line(row: Row, columns: readonly string[]): HTMLElement {
    const pick = (): void => { if (row.selects) this.context.store.set({ selected: row.selects }); };
    const cells = row.cells.map((cell, i) => {
      const words = cell.node?.() ?? bdi(cell.text, cell.lang);
      if (i === 0) return h("th", { scope: "row", role: "rowheader" }, row.selects ? h("button", { type: "button", class: "pick" }, words) : words);
      return h("td", { role: "cell", class: [cell.small && "minor", columns[i] === TWICE && "twice"].filter(Boolean).join(" ") || null, "data-label": columns[i], "data-empty": cell.text === "" }, words);
    });
    return h("tr", { role: "row", "data-id": row.selects, class: this.context.store.state.step > 0 ? (this.spoken(row) ? "lit" : "dim") : null, onclick: pick }, ...cells);
  }

  /** In the story, what it speaks of stands above the rest. */
  private spokenFirst(rows: Row[], state: State): Row[] {
    return state.step === 0 ? rows : [...rows.filter((row) => this.spoken(row)), ...rows.filter((row) => !this.spoken(row))];
  }

  private spoken({ selects }: Row): boolean {
    const relation = selectedRelation(selects);
    if (relation === null) return selects !== null && this.context.inFocus(selects);
    const ends = this.context.index.relation(relation);
    return ends !== undefined && this.context.inFocus(ends.from) && this.context.inFocus(ends.to);
  }

  /** The chosen row is marked, and brought into sight when something else chose it. */
  private mark(state: State): void {
    for (const line of this.box.querySelectorAll("tbody tr")) {
      const on = state.selected !== null && (line as HTMLElement).dataset["id"] === state.selected;
      line.classList.toggle("on", on);
      const button = line.querySelector("th button");
      if (on) button?.setAttribute("aria-current", "true");
      else button?.removeAttribute("aria-current");
      if (on && !line.contains(document.activeElement)) line.scrollIntoView({ block: "nearest" });
    }
  }

  private downloads(sheet: Sheet): HTMLElement[] {
    if (!mayDownload()) return [];
    const header = sheet.columns.map((column) => column.name);
    return [
      h("button", { type: "button", class: "plain", onclick: () => download(`${sheet.id}.csv`, "text/csv", csv([["id", ...header], ...this.rows.map((r) => [r.id, ...r.cells.map((c) => c.text)])])) }, "CSV"),
      h("button", { type: "button", class: "plain", onclick: () => download(`${sheet.id}.json`, "application/json", JSON.stringify(this.rows.map((r) => r.record), null, 1)) }, "JSON"),
    ];
  }
}

function sorted(sheet: Sheet, rows: Row[], sort: string): Row[] {
  const at = Number(sort.replace("-", "")) - 1;
  const column = sheet.columns[at];
  if (!column) return [...rows].sort((a, b) => byText(a, b, 0) || (a.id < b.id ? -1 : 1));
  const way = sort.startsWith("-") ? -1 : 1;
  return [...rows].sort((a, b) => way * column.compare(a, b, at) || (a.id < b.id ? -1 : 1));
}
