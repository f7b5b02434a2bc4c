// Numbers with what they count.

import type { App } from "../app";
import type { Figure, Thing } from "../contract";
import { h } from "../dom";
import { grouped } from "../words";
import { badge, section } from "./common";
import { evidenceFold } from "./evidence";

/** "more than 751,000,000 people", "rank 176 of 180". */
export function figureWords(figure: Figure): string {
  const value = [figure.bound, grouped(figure.value)].filter(Boolean).join(" ");
  const of = figure.of ? ` of ${grouped(figure.of)}` : "";
  if (figure.unit === "rank") return `rank ${value}${of}`;
  return `${value}${of}${figure.unit ? ` ${figure.unit}` : ""}`;
}

export function figuresAbout(app: App, thing: Thing): HTMLElement | null {
  const found = app.model.figures.filter((figure) => figure.about === thing.id);
  return found.length === 0 ? null : section("Figures", h("ul", { class: "relations" }, ...found.map((figure) => figureItem(app, figure))));
}

function figureItem(app: App, figure: Figure): HTMLElement {
  return h("li", null,
    h("div", { class: "line" }, h("strong", null, figureWords(figure)), ` ${figure.counts}`),
    h("div", { class: "small" }, figure.when?.text ?? "undated", figure.dateNote ? ` (${figure.dateNote})` : "", " ", badge(figure.status)),
    figure.note ? h("p", { class: "note" }, figure.note) : null,
    evidenceFold(app, figure.evidence));
}
