// Each chart has an equal in words, one button away.

import { selectedRelation, type App } from "../app";
import { h } from "../dom";
import type { Part } from "./part";

export function makeAsTable(app: App): Part {
  const charts = new Set(app.views.filter((view) => view.chart).map((view) => view.id));
  const open = (): void => {
    const { selected } = app.store.state;
    app.store.set({ view: "table", ...(selectedRelation(selected) === null ? {} : { rows: "relations" as const }) });
    document.getElementById("tab-table")?.focus();
  };
  const element = h("button", { type: "button", class: "plain as-table", onclick: open }, "Read as a table");
  const able = app.views.some((view) => view.id === "table");
  return {
    element,
    update(state) { element.hidden = !able || !charts.has(state.view); },
  };
}
