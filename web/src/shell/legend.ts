// The legend is the filter: a button for each kind, with its shape, its plural
// and its number. More than ten kinds share a last button, which shows their
// shapes; a phone, which folds the legend, and paper, which has no buttons, name
// each of them, so that no mark stands without a word.

import type { App } from "../app";
import type { Kind, State } from "../contract";
import { h } from "../dom";
import { symbol } from "../details/common";
import { capital, counted, MEANING, STATUSES } from "../words";
import { lineSample } from "./lines";
import type { Part } from "./part";

const MOST = 10;
const FEW = 6; // others that are named each where there is room

interface Chip { kinds: readonly string[]; element: HTMLElement }

export function makeLegend(app: App): Part {
  const numbers = new Map<string, number>();
  for (const thing of app.model.things) if (counted(thing)) numbers.set(thing.kind, (numbers.get(thing.kind) ?? 0) + 1);
  const [named, others] = shortened(app.model.kinds.filter((kind) => numbers.has(kind.id)), numbers);
  const chipOf = (kind: Kind): Chip => kindChip(app, [kind], capital(kind.plural), numbers, symbol(kind));
  const chips = named.map(chipOf);
  const few = others.length <= FEW;
  if (others.length > 0) chips.push(marked(kindChip(app, others, "Others", numbers, few ? shapes(others) : null), few ? "rest-kinds" : ""));
  if (few) chips.push(...others.map((kind) => marked(chipOf(kind), "one-kind")));
  const element = folded(h("div", { class: "chips", role: "group", "aria-label": "Kinds shown" }, ...chips.map((chip) => chip.element)));
  return {
    element,
    update(state) {
      for (const { kinds, element } of chips) element.setAttribute("aria-pressed", String(!kinds.every((kind) => state.hidden.includes(kind))));
    },
  };
}

function marked(chip: Chip, name: string): Chip {
  if (name) chip.element.classList.add(name);
  return chip;
}

const shapes = (kinds: readonly Kind[]): Node => h("span", { class: "shapes" }, ...kinds.map((kind) => symbol(kind)));

/** On a phone the kinds fold under a button; elsewhere, on paper too, they are always there. */
function folded(chips: HTMLElement): HTMLElement {
  const element = h("details", { class: "kinds" }, h("summary", { class: "filter menu" }, "Kinds"), chips);
  const narrow = matchMedia("screen and (max-width: 900px)"); // paper is narrow too, and has no buttons
  const fit = (): void => { element.open = !narrow.matches; };
  narrow.addEventListener("change", fit);
  fit();
  return element;
}

/** All, or the nine most numerous in lane order and the rest. */
function shortened(kinds: readonly Kind[], numbers: ReadonlyMap<string, number>): [Kind[], Kind[]] {
  if (kinds.length <= MOST) return [[...kinds], []];
  const by = [...kinds].sort((a, b) => (numbers.get(b.id) ?? 0) - (numbers.get(a.id) ?? 0) || a.lane - b.lane);
  const top = new Set(by.slice(0, MOST - 1));
  return [kinds.filter((kind) => top.has(kind)), kinds.filter((kind) => !top.has(kind))];
}

function kindChip(app: App, kinds: readonly Kind[], label: string, numbers: ReadonlyMap<string, number>, sign: Node | null): Chip {
  const ids = kinds.map((kind) => kind.id);
  const total = ids.reduce((sum, id) => sum + (numbers.get(id) ?? 0), 0);
  const what = kinds.map((kind) => kind.plural).join(", ");
  const element = h("button", {
    type: "button", class: "chip", title: `Show or hide ${what}; with Shift, show them alone`,
    onclick: (event: MouseEvent) => app.store.set({ hidden: event.shiftKey ? alone(app, ids) : toggled(app.store.state, ids) }),
  }, sign, label, h("span", { class: "n" }, total));
  return { kinds: ids, element };
}

export function toggled(state: State, kinds: readonly string[]): string[] {
  const hidden = new Set(state.hidden);
  const off = kinds.every((kind) => hidden.has(kind));
  for (const kind of kinds) if (off) hidden.delete(kind); else hidden.add(kind);
  return [...hidden].sort();
}

function alone(app: App, kinds: readonly string[]): string[] {
  return app.model.kinds.map((kind) => kind.id).filter((id) => !kinds.includes(id)).sort();
}

/** How sure a line is, in words. */
export function lineLegend(): HTMLElement {
  return h("ul", { class: "lines", "aria-label": "How sure a line is" }, ...STATUSES.map((status) =>
    h("li", { title: MEANING[status] }, lineSample(status), status)));
}
