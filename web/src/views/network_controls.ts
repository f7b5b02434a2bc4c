// The buttons around the network: how far one looks, in which direction, and
// how close.

import type { State, Store } from "../contract";
import { h } from "../dom";
import type { Direction } from "./network_focus";

export interface Zoom { nearer(): void; farther(): void; whole(): void; }

export interface Controls { element: HTMLElement; zoom: HTMLElement; update(state: State): void; }

const STEPS = [[0, "All"], [1, "1"], [2, "2"], [3, "3 steps"]] as const;
const WAYS: readonly (readonly [Direction, string, string])[] = [
  ["both", "both ways", "relations in both directions"],
  ["out", "outgoing", "relations that start here"],
  ["in", "incoming", "relations that end here"],
];

export function controls(store: Store, direction: { value: Direction }, zoom: Zoom, turned: () => void): Controls {
  const steps = STEPS.map(([n, label]) => {
    const name = n === 0 ? "Show all" : `Keep ${n === 1 ? "1 step" : `${n} steps`} around the selection bright`;
    return h("button", { type: "button", "data-steps": n, "aria-label": name, title: name, onclick: () => store.set({ focus: n }) }, label);
  });
  const ways = h("select", { "aria-label": "Direction of the steps", onchange: () => { direction.value = ways.value as Direction; turned(); } },
    ...WAYS.map(([value, label, title]) => h("option", { value, title }, label)));
  ways.value = direction.value;
  const element = h("div", { class: "rt-net-steps", role: "group", "aria-label": "Surroundings of the selection" }, h("div", { class: "rt-net-segments" }, ...steps), ways);
  return {
    element, zoom: zoomButtons(zoom),
    update(state) {
      for (const button of steps) button.setAttribute("aria-pressed", String(Number(button.dataset["steps"]) === state.focus));
      ways.disabled = state.focus === 0;
    },
  };
}

function zoomButtons(zoom: Zoom): HTMLElement {
  const button = (label: string, name: string, run: () => void): HTMLElement =>
    h("button", { type: "button", "aria-label": name, title: name, onclick: run }, label);
  return h("div", { class: "rt-net-zoom", role: "group", "aria-label": "Zoom" },
    button("+", "Zoom in", zoom.nearer), button("−", "Zoom out", zoom.farther), button("Fit", "Fit the whole network", zoom.whole));
}
