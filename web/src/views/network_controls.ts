// The buttons around the network: how far one looks, in which direction, and
// how close.

import type { State, Store } from "../contract";
import { h } from "../dom";
import type { Direction } from "./network_focus";
import type { Measure } from "./network_scene";

export interface Zoom { nearer(): void; farther(): void; whole(): void; }

export interface Controls { element: HTMLElement; zoom: HTMLElement; update(state: State): void; }

const STEPS = [[0, "All"], [1, "1"], [2, "2"], [3, "3 steps"]] as const;
const WAYS: readonly (readonly [Direction, string, string])[] = [
  ["both", "both ways", "relations in both directions"],
  ["out", "outgoing", "relations that start here"],
  ["in", "incoming", "relations that end here"],
];

const SIZES: readonly (readonly [Measure, string, string])[] = [
  ["degree", "size: relations", "the more relations, the larger"],
  ["betweenness", "size: bridges", "the more shortest ways between others lead through, the larger"],
];

/** What the buttons decide that is not part of the page's state. */
export interface Choice { direction: Direction; measure: Measure; }

export function controls(store: Store, choice: Choice, zoom: Zoom, measured: boolean, changed: () => void): Controls {
  const steps = STEPS.map(([n, label]) => {
    const name = n === 0 ? "Show all" : `Keep ${n === 1 ? "1 step" : `${n} steps`} around the selection bright`;
    return h("button", { type: "button", "data-steps": n, "aria-label": name, title: name, onclick: () => store.set({ focus: n }) }, label);
  });
  const ways = select("Direction of the steps", WAYS, (value) => { choice.direction = value; changed(); });
  const sizes = select("What the size of a mark stands for", SIZES, (value) => { choice.measure = value; changed(); });
  sizes.classList.add("rt-net-size");
  const element = h("div", { class: "rt-net-steps", role: "group", "aria-label": "Surroundings of the selection" }, h("div", { class: "rt-net-segments" }, ...steps), ways, measured ? sizes : null);
  return {
    element, zoom: zoomButtons(zoom),
    update(state) {
      for (const button of steps) button.setAttribute("aria-pressed", String(Number(button.dataset["steps"]) === state.focus));
      ways.disabled = state.focus === 0;
    },
  };
}

function select<T extends string>(name: string, choices: readonly (readonly [T, string, string])[], choose: (value: T) => void): HTMLSelectElement {
  const element = h("select", { "aria-label": name, onchange: () => choose(element.value as T) }, ...choices.map(([value, label, title]) => h("option", { value, title }, label)));
  return element;
}

function zoomButtons(zoom: Zoom): HTMLElement {
  const button = (label: string, name: string, run: () => void): HTMLElement =>
    h("button", { type: "button", "aria-label": name, title: name, onclick: run }, label);
  return h("div", { class: "rt-net-zoom", role: "group", "aria-label": "Zoom" },
    button("+", "Zoom in", zoom.nearer), button("−", "Zoom out", zoom.farther), button("Fit", "Fit the whole network", zoom.whole));
}
