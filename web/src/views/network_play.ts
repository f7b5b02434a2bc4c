// Playback: the end of the window moves through the dates of the relations, so
// that they appear in their order.

import type { Model, State, Store } from "../contract";
import { civil, daysOf, monthLength } from "../dates";
import { h } from "../dom";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const MOST = 240; // steps of the slider

/**
 * The ends of the months in which something begins, or of the years where
 * there are too many months: no step without news.
 */
export function ticks(model: Model): number[] {
  const days: number[] = [];
  for (const { when } of [...model.relations, ...model.things]) {
    const day = when?.start[0] ?? when?.start[1];
    if (day !== undefined && day !== null) days.push(day);
  }
  const months = distinct(days, monthEnd);
  return months.length <= MOST ? months : distinct(days, yearEnd);
}

function distinct(days: readonly number[], end: (day: number) => number): number[] {
  return [...new Set(days.map(end))].sort((a, b) => a - b);
}

function monthEnd(day: number): number {
  const { year, month } = civil(day);
  return daysOf(year, month, monthLength(year, month));
}

function yearEnd(day: number): number { return daysOf(civil(day).year, 12, 31); }

export function tickWords(day: number, years: boolean): string {
  const { year, month } = civil(day);
  const shown = year > 0 ? String(year) : `${1 - year} BC`;
  return years ? shown : `${MONTHS[month - 1]} ${shown}`;
}

export interface Player { element: HTMLElement; update(state: State): void; dispose(): void; }

/** A button, a slider and the month in words; nothing where time has no two steps. `still` asks for twelve steps at a calm pace. */
export function player(model: Model, store: Store, still: () => boolean): Player {
  const ends = ticks(model);
  const years = ends.every((end) => end === yearEnd(end));
  const first = daysOf(civil(ends[0] ?? 0).year);
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
      const next = Math.min(ends.length, Number(slider.value) + (still() ? Math.ceil(ends.length / 12) : 1));
      show(next);
      if (next >= ends.length) halt();
    }, still() ? 1500 : pace(ends.length));
  };
  const update = (state: State): void => {
    const end = state.window?.[1];
    const at = end === undefined ? ends.length : nearest(ends, end);
    slider.value = String(at);
    const text = end === undefined ? "all dates" : `to ${tickWords(end, years)}`;
    words.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    if (timer !== undefined && asked !== null && end !== undefined && Math.abs(end - asked) > 1) halt();
  };
  return { element: h("div", { class: "rt-net-time", role: "group", "aria-label": "Playback", hidden: ends.length < 2 }, button, slider, words), update, dispose: halt };
}

/** The whole in some twenty seconds, a step at least in a fifth and at most in seven tenths of one. */
function pace(steps: number): number { return Math.max(200, Math.min(700, 20000 / Math.max(1, steps))); }

function nearest(ends: readonly number[], day: number): number {
  const i = ends.findIndex((end) => end >= day - 0.5);
  return i < 0 ? ends.length - 1 : i;
}
