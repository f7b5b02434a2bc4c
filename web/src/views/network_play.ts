// Playback: the end of the window moves through the dates of the relations, so
// that they appear in their order.

import type { Model, State, Store } from "../contract";
import { civil, daysOf, monthLength } from "../dates";
import { h } from "../dom";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The ends of months, or of years where there are too many months, between the first and the last date. */
export function ticks(model: Model): number[] {
  let first = Infinity;
  let last = -Infinity;
  for (const { when } of [...model.relations, ...model.things]) {
    const from = when?.start[0] ?? when?.start[1];
    const to = when?.start[1] ?? when?.start[0] ?? null;
    if (from === undefined || from === null || to === null) continue;
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  return first <= last ? endsBetween(first, last) : [];
}

function endsBetween(first: number, last: number): number[] {
  const from = civil(first);
  const to = civil(last);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const step = months <= 180 ? 1 : months <= 2400 ? 12 : 12 * Math.ceil(months / 2400);
  const out: number[] = [];
  for (let m = step === 1 ? from.month - 1 : 11; m <= months + from.month - 1 + step; m += step) {
    const year = from.year + Math.floor(m / 12);
    const month = (m % 12) + 1;
    out.push(daysOf(year, month, monthLength(year, month)));
    if ((out[out.length - 1] ?? 0) >= last) break;
  }
  return out;
}

export function tickWords(day: number, years: boolean): string {
  const { year, month } = civil(day);
  const shown = year > 0 ? String(year) : `${1 - year} BCE`;
  return years ? shown : `${MONTHS[month - 1]} ${shown}`;
}

export interface Player { element: HTMLElement; update(state: State): void; dispose(): void; }

/** A button, a slider and the month in words. `still` asks for steps of a year at a calmer pace. */
export function player(model: Model, store: Store, still: () => boolean): Player {
  const ends = ticks(model);
  const years = (ends[1] ?? 0) - (ends[0] ?? 0) > 300;
  const first = ends.length > 0 ? Math.floor((ends[0] ?? 0) - (years ? 366 : 31)) : 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let asked: number | null = null;

  const button = h("button", { type: "button", class: "rt-net-play", "aria-pressed": "false", onclick: () => toggle() }, "Play");
  const slider = h("input", { type: "range", min: 0, max: Math.max(1, ends.length), step: 1, value: ends.length, "aria-label": "Show relations up to", oninput: () => { halt(); show(Number(slider.value)); } });
  const words = h("output", { class: "rt-net-when" }, "all dates");

  const show = (i: number): void => {
    const end = ends[i];
    asked = end ?? null;
    const start = Math.min(store.state.window?.[0] ?? first, end ?? Infinity);
    store.set({ window: end === undefined ? null : [start, end] }, { replace: true });
  };
  const halt = (): void => {
    clearInterval(timer);
    timer = undefined;
    button.textContent = "Play";
    button.setAttribute("aria-pressed", "false");
  };
  const toggle = (): void => {
    if (timer !== undefined) { halt(); return; }
    if (Number(slider.value) >= ends.length) show(0);
    button.textContent = "Pause";
    button.setAttribute("aria-pressed", "true");
    timer = setInterval(() => {
      const next = Math.min(ends.length, Number(slider.value) + (still() && !years ? 12 : 1));
      show(next);
      if (next >= ends.length) halt();
    }, still() ? 1500 : 420);
  };
  const update = (state: State): void => {
    const end = state.window?.[1];
    const at = end === undefined ? ends.length : nearest(ends, end);
    slider.value = String(at);
    const text = end === undefined ? "all dates" : `to ${tickWords(ends[at] ?? end, years)}`;
    words.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    if (timer !== undefined && asked !== null && end !== undefined && Math.abs(end - asked) > 1) halt();
  };
  return { element: h("div", { class: "rt-net-time", role: "group", "aria-label": "Playback" }, button, slider, words), update, dispose: halt };
}

function nearest(ends: readonly number[], day: number): number {
  const i = ends.findIndex((end) => end >= day - 0.5);
  return i < 0 ? ends.length - 1 : i;
}
