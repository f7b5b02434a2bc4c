// The small pieces that details are made of.

import type { App, Known } from "../app";
import { relationKey } from "../app";
import type { Kind, Relation, Status, Thing, When } from "../contract";
import { bdi, h, svg, type Child } from "../dom";
import { symbolPath } from "../symbols";
import { colourOf } from "../theme";
import { dateText, inWords, MEANING, title } from "../words";

/** The kind's shape in the kind's colour. */
export function symbol(kind: Kind | undefined, size = 14): SVGElement {
  const element = svg("svg", { class: "symbol", width: size, height: size, viewBox: "-7 -7 14 14", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: symbolPath(kind?.symbol ?? "disc") }));
  element.style.setProperty("--light", colourOf(kind, false));
  element.style.setProperty("--dark", colourOf(kind, true));
  return element;
}

/** A button that selects a thing. */
export function thingButton(app: App, id: string, ...words: Child[]): HTMLElement {
  const text = words.length > 0 ? words : [bdi(title(app.index, id))];
  if (!app.index.thing(id)) return h("span", null, ...text);
  return h("button", { type: "button", class: "pick", onclick: () => app.store.set({ selected: id }) }, ...text);
}

/** A button that selects a relation. */
export function relationButton(app: App, relation: Relation, ...words: Child[]): HTMLElement {
  return h("button", { type: "button", class: "pick", onclick: () => app.store.set({ selected: relationKey(relation.id) }) }, ...words);
}

/** The status as a word in a frame of its own line style. */
export function badge(status: Status): HTMLElement {
  return h("span", { class: `badge ${status}`, title: MEANING[status] }, status);
}

/** Marks what does not rest on the dataset's own sources. */
export function outsideMark(app: Known, outside: boolean | undefined): HTMLElement | null {
  return outside ? h("span", { class: "badge outside" }, outsideWords(app)) : null;
}

export function outsideWords(app: Known): string {
  const own = app.model.sources.filter((source) => !source.outside).length;
  return own === 1 ? "outside the source" : `outside the ${inWords(own)} sources`;
}

/** A date in words, the expression behind it, and how it came about. */
export function dateLine(when: When | undefined, note: string | undefined, stages = false): HTMLElement {
  return h("p", { class: "date" },
    when ? when.text : h("span", { class: "undated" }, dateText(when, stages)),
    when ? " " : null, when ? h("code", { title: "in EDTF, ISO 8601-2" }, when.edtf) : null,
    note ? h("small", null, note) : null,
    when?.derived ? h("small", null, "derived from the stages below") : null);
}

export function section(name: string, ...content: Child[]): HTMLElement {
  return h("section", null, h("h3", null, name), ...content);
}

/** A fold whose content is made when it first opens: there may be thousands of them. */
export function fold(summary: string, content: () => Node[]): HTMLDetailsElement {
  let made = false;
  const element = h("details", { class: "fold", ontoggle: () => {
    if (made || !element.open) return;
    made = true;
    element.append(...content());
  } }, h("summary", null, summary));
  return element;
}

/** "law", with its shape before it. */
export function kindLine(app: App, thing: Thing): HTMLElement {
  const owner = thing.owner ? app.index.thing(thing.owner) : undefined;
  const kind = app.index.kind(owner?.kind ?? thing.kind);
  const label = kind?.label ?? thing.kind;
  return h("p", { class: "kind" }, symbol(kind), owner ? `stage of a ${label}` : label, outsideMark(app, thing.outside));
}
