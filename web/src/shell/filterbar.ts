// What the window, the legend and the search leave out, in words, and the way
// back. The dates can be typed here, for who cannot draw on the overview.

import type { App } from "../app";
import type { State } from "../contract";
import { iso, parseDay, windowWords } from "../dates";
import { fill, h } from "../dom";
import { count } from "../words";
import type { Part } from "./part";

export function makeFilterBar(app: App): Part {
  const told = h("div", { class: "told" });
  const dates = makeDates(app);
  return {
    element: h("div", { class: "filterbar" }, dates.element, told),
    update(state) {
      dates.update(state);
      fill(told, ...parts(app, state));
    },
  };
}

function parts(app: App, state: State): Node[] {
  const { hidden, shown } = app.filter(state);
  const out: Node[] = [];
  if (state.window) out.push(removable(`${windowWords(state.window)}`, "Show all dates", () => app.store.set({ window: null })));
  if (state.query) out.push(removable(`matching “${state.query}”`, "Clear the search", () => app.store.set({ query: "" })));
  if (hidden.kinds > 0) out.push(removable(`${count(hidden.kinds, "kind")} hidden`, "Show all kinds", () => app.store.set({ hidden: [] })));
  if (out.length === 0) return out;
  const left = [
    hidden.window ? `${hidden.window} outside the dates` : "",
    hidden.query ? `${hidden.query} not matching` : "",
    hidden.ofKinds ? `${hidden.ofKinds} of hidden kinds` : "",
  ].filter(Boolean).join(", ");
  out.push(h("span", { class: "left-out" }, `${count(shown, "thing")} shown${left ? `; ${left}` : ""}`));
  return out;
}

function removable(words: string, label: string, clear: () => void): HTMLElement {
  return h("button", { type: "button", class: "filter", "aria-label": `${words}. ${label}`, title: label, onclick: clear }, words, h("span", { "aria-hidden": "true", class: "x" }, "×"));
}

function makeDates(app: App): Part {
  const from = h("input", { type: "text", name: "from", size: 10, placeholder: "2014", inputmode: "numeric", autocomplete: "off" });
  const to = h("input", { type: "text", name: "to", size: 10, placeholder: "2018-04", inputmode: "numeric", autocomplete: "off" });
  const wrong = h("p", { class: "wrong", role: "alert" });
  const summary = h("summary", { class: "filter menu" }, "Dates");
  const box = h("details", { class: "dates" }, summary);
  // Not a form: a sandboxed frame blocks those, aloud.
  const apply = (): void => {
    const window = read(from.value, to.value);
    fill(wrong, typeof window === "string" ? window : null);
    if (typeof window === "string") return;
    app.store.set({ window });
    box.open = false;
    summary.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) apply();
    else if (event.key === "Escape") { box.open = false; summary.focus(); }
    else return;
    event.preventDefault();
  };
  box.append(h("div", { class: "dates-form", role: "group", "aria-label": "Dates shown", onkeydown: keys },
    h("label", null, "From ", from), h("label", null, "to ", to),
    h("button", { type: "button", class: "plain", onclick: apply }, "Show"),
    h("p", { class: "small" }, "A year, a month or a day: 2015, 2015-09, 2015-09-22."), wrong));
  return {
    element: box,
    update(state) {
      from.value = state.window ? iso(state.window[0]) : "";
      to.value = state.window ? iso(state.window[1]) : "";
    },
  };
}

/** The window typed, null for all dates, or what is wrong with it. */
function read(from: string, to: string): [number, number] | null | string {
  if (from.trim() === "" && to.trim() === "") return null;
  const a = parseDay(from);
  const b = to.trim() === "" ? parseDay(from, true) : parseDay(to, true);
  if (a === null) return `“${from}” is not a year, month or day.`;
  if (b === null) return `“${to}” is not a year, month or day.`;
  return b < a ? "The end stands before the start." : [a, b];
}
