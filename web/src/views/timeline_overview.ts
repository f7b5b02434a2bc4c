// The whole in a strip: how many things when, and the window as a brush with
// two handles that the keyboard moves too.

import { dayWords } from "../dates";
import { fill, h, svg } from "../dom";
import type { Laid } from "./timeline_data";
import { clamp, type Axis, type View } from "./timeline_scale";

export interface Overview {
  element: HTMLElement;
  /** Bars are counts by equal parts of the axis: all things, and those that the filters leave. */
  draw(all: readonly number[], left: readonly number[], from: number, to: number, gutter: number, width: number): void;
}

/** Draws the strip of a timeline, kinds that are switched off left out of its dark bars. */
export function drawTally(overview: Overview, laid: Laid, axis: Axis, view: View, off: ReadonlySet<string>): void {
  const parts = laid.density.length;
  const left = new Array<number>(parts).fill(0);
  for (const item of laid.items) {
    if (item.owner !== null || off.has(item.kind)) continue;
    const part = clamp(Math.floor((axis.units(item.at) / axis.length) * parts), 0, parts - 1);
    left[part] = (left[part] ?? 0) + 1;
  }
  overview.draw(laid.density, left, view.from, view.to, view.left, view.width);
}

type Grip = "from" | "to" | "both";

export function makeOverview(axis: Axis, change: (from: number, to: number, done: boolean) => void): Overview {
  const bars = svg("svg", { class: "rt-tl-bars", "aria-hidden": "true" });
  const brush = h("div", { class: "rt-tl-brush" });
  const handles = { from: handle("Start of the window"), to: handle("End of the window") };
  const strip = h("div", { class: "rt-tl-strip" }, bars, brush, handles.from, handles.to);
  const name = h("span", { class: "rt-tl-overview-name" }, "All dates");
  const element = h("div", { class: "rt-tl-overview" }, name, strip);
  let at = { from: 0, to: axis.length, width: 1 };

  const move = (grip: Grip, by: number, start: { from: number; to: number }, done: boolean): void => {
    const least = axis.length / 400;
    if (grip === "both") {
      const from = clamp(start.from + by, 0, axis.length - (start.to - start.from));
      return change(from, from + start.to - start.from, done);
    }
    if (grip === "from") return change(clamp(start.from + by, 0, start.to - least), start.to, done);
    change(start.from, clamp(start.to + by, start.from + least, axis.length), done);
  };

  drag(strip, (event) => {
    const x = event.clientX - strip.getBoundingClientRect().left;
    const unit = axis.length / at.width;
    const near = (u: number): number => Math.abs(x - u / unit);
    const reach = event.pointerType === "touch" ? 22 : 8;
    const grip: Grip = near(at.from) < reach && near(at.from) <= near(at.to) ? "from" : near(at.to) < reach ? "to" : "both";
    const whole = at.to - at.from > axis.length * 0.98;
    const inside = x * unit >= at.from && x * unit <= at.to && !whole;
    const start = { from: at.from, to: at.to };
    if (grip === "both" && !inside) { start.from = x * unit; start.to = x * unit + axis.length / 400; }
    return (dx, done) => move(grip === "both" && !inside ? "to" : grip, dx * unit, start, done);
  });

  for (const grip of ["from", "to"] as const) {
    handles[grip].addEventListener("keydown", (event) => {
      const step = keyStep(event, axis.length);
      if (step === null) return;
      event.preventDefault();
      move(grip, step, at, true);
    });
  }

  return {
    element,
    draw(all, left, from, to, gutter, width) {
      at = { from, to, width };
      name.hidden = gutter < 60;
      strip.style.marginLeft = `${gutter}px`;
      strip.style.width = `${width}px`;
      drawBars(bars, all, left, width);
      const x = (u: number): number => (u / axis.length) * width;
      brush.style.left = `${x(from)}px`;
      brush.style.width = `${Math.max(2, x(to) - x(from))}px`;
      for (const grip of ["from", "to"] as const) {
        const u = grip === "from" ? from : to;
        const element = handles[grip];
        element.style.left = `${x(u)}px`;
        element.setAttribute("aria-valuemin", "0");
        element.setAttribute("aria-valuemax", String(Math.round(axis.length)));
        element.setAttribute("aria-valuenow", String(Math.round(u)));
        element.setAttribute("aria-valuetext", dayWords(axis.days(u)));
      }
    },
  };
}

function handle(label: string): HTMLElement {
  return h("div", { class: "rt-tl-handle", role: "slider", tabindex: "0", "aria-label": label });
}

/** Arrows move by a fiftieth, pages by a tenth of the whole. */
function keyStep(event: KeyboardEvent, length: number): number | null {
  switch (event.key) {
    case "ArrowLeft": case "ArrowDown": return -length / 50;
    case "ArrowRight": case "ArrowUp": return length / 50;
    case "PageDown": return -length / 10;
    case "PageUp": return length / 10;
    case "Home": return -length;
    case "End": return length;
    default: return null;
  }
}

const HEIGHT = 40;

function drawBars(bars: SVGSVGElement, all: readonly number[], left: readonly number[], width: number): void {
  const most = Math.max(1, ...all);
  const wide = width / all.length;
  const bar = (n: number, i: number, of: string): SVGElement | null => {
    if (n <= 0) return null;
    const tall = Math.max(2, (n / most) * (HEIGHT - 6));
    return svg("rect", { class: of, x: round(i * wide + 0.5), y: round(HEIGHT - tall), width: round(Math.max(1, wide - 1)), height: round(tall) });
  };
  bars.setAttribute("width", String(Math.round(width)));
  bars.setAttribute("height", String(HEIGHT));
  fill(bars, ...all.map((n, i) => bar(n, i, "rt-tl-bar-all")), ...left.map((n, i) => bar(n, i, "rt-tl-bar")));
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** Follows one pointer from press to release; move gets the way since the press. */
function drag(element: HTMLElement, begin: (event: PointerEvent) => (dx: number, done: boolean) => void): void {
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const move = begin(event);
    const x = event.clientX;
    element.setPointerCapture(event.pointerId);
    const follow = (e: PointerEvent): void => { if (e.pointerId === event.pointerId && e.clientX !== x) move(e.clientX - x, false); };
    const end = (e: PointerEvent): void => {
      if (e.pointerId !== event.pointerId) return;
      element.removeEventListener("pointermove", follow);
      element.removeEventListener("pointerup", end);
      element.removeEventListener("pointercancel", end);
      if (e.clientX !== x) move(e.clientX - x, true);
    };
    element.addEventListener("pointermove", follow);
    element.addEventListener("pointerup", end);
    element.addEventListener("pointercancel", end);
  });
}
