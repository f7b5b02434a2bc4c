// The tools above the chart: how lanes are made, what is under the pointer,
// and the zoom for those who have no wheel.

import type { State } from "../contract";
import { h } from "../dom";

export interface Controls {
  element: HTMLElement;
  draw(lanes: State["lanes"], whole: boolean, deepest: boolean): void;
  /** One line about what is under the pointer, or about the whole. */
  say(words: string): void;
}

export interface Wishes { lanes(by: State["lanes"]): void; zoom(factor: number): void; all(): void }

const LANES: readonly [State["lanes"], string][] = [["kind", "Kind"], ["entity", "Thing"], ["place", "Place"], ["tag", "Tag"]];

export function makeControls(offered: readonly string[], wishes: Wishes): Controls {
  const choices = LANES.filter(([id]) => offered.includes(id));
  const radios = choices.map(([id, label]) => radio(id, label, () => wishes.lanes(id)));
  const group = h("div", { class: "rt-tl-lanes", role: "radiogroup", "aria-label": "Lanes by" }, h("span", { class: "rt-tl-name", "aria-hidden": "true" }, "Lanes"), ...radios);
  group.hidden = choices.length < 2;
  group.addEventListener("keydown", (event) => step(event, radios));
  const caption = h("p", { class: "rt-tl-caption", "aria-hidden": "true" });
  const button = (text: string, label: string, run: () => void): HTMLButtonElement => h("button", { type: "button", "aria-label": label, title: label, onclick: run }, text);
  const out = button("−", "Zoom out", () => wishes.zoom(1 / 1.6));
  const into = button("+", "Zoom in", () => wishes.zoom(1.6));
  const all = h("button", { type: "button", class: "rt-tl-all", onclick: () => wishes.all() }, "All dates");
  const element = h("div", { class: "rt-tl-tools" }, group, caption, h("div", { class: "rt-tl-zoom" }, out, into, all));
  return {
    element,
    draw(lanes, whole, deepest) {
      radios.forEach((r, i) => {
        const on = choices[i]?.[0] === lanes;
        r.setAttribute("aria-checked", String(on));
        r.tabIndex = on ? 0 : -1;
      });
      // aria-disabled keeps the focus where it is when a limit is reached.
      out.setAttribute("aria-disabled", String(whole));
      all.setAttribute("aria-disabled", String(whole));
      into.setAttribute("aria-disabled", String(deepest));
    },
    say(words) { caption.textContent = words; },
  };
}

function radio(id: string, label: string, choose: () => void): HTMLButtonElement {
  return h("button", { type: "button", role: "radio", class: "rt-tl-radio", "data-lanes": id, "aria-checked": "false", onclick: choose }, label);
}

/** Arrows go round and choose, as radio buttons do. */
function step(event: KeyboardEvent, radios: readonly HTMLButtonElement[]): void {
  const way = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
  const at = radios.findIndex((r) => r === document.activeElement);
  if (way === 0 || at < 0) return;
  event.preventDefault();
  const next = radios[(at + way + radios.length) % radios.length];
  next?.focus();
  next?.click();
}
