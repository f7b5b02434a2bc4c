// Pointers and the wheel: drag, pinch, zoom, tap. Of one finger the page keeps
// the vertical stroke as long as the whole network is in view.

import type { Point } from "./network_data";

export interface Gestures {
  pan(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
  tap(at: Point, touch: boolean): void;
  twice(at: Point): void;
  hover(at: Point | null): void;
  settle(): void; // a drag, pinch or turn of the wheel is over
}

const STILL = 5; // pixels a tap may wander

/** Listens on the host; returns how to stop. */
export function gestures(host: HTMLElement, on: Gestures): () => void {
  const stop = new AbortController();
  const fingers = new Map<number, Point>();
  let wandered = 0;
  let turning: ReturnType<typeof setTimeout> | undefined;

  const at = (e: PointerEvent | WheelEvent | MouseEvent): Point => {
    const box = host.getBoundingClientRect();
    return [e.clientX - box.left, e.clientY - box.top];
  };
  const listen = <K extends keyof HTMLElementEventMap>(name: K, run: (e: HTMLElementEventMap[K]) => void, passive = true): void =>
    host.addEventListener(name, run, { signal: stop.signal, passive });

  listen("pointerdown", (e) => {
    if (e.pointerType === "mouse" && e.button !== 0) return;
    if (fingers.size === 0) wandered = 0;
    fingers.set(e.pointerId, at(e));
    capture(host, e.pointerId);
  });
  listen("pointermove", (e) => {
    const from = fingers.get(e.pointerId);
    const to = at(e);
    if (!from) { if (e.pointerType !== "touch") on.hover(to); return; }
    wandered += Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (fingers.size === 1 && wandered > STILL) on.pan(to[0] - from[0], to[1] - from[1]);
    if (fingers.size === 2) pinch(fingers, e.pointerId, to, on);
    fingers.set(e.pointerId, to);
  });
  const lift = (e: PointerEvent): void => {
    if (!fingers.delete(e.pointerId) || fingers.size > 0) return;
    if (e.type === "pointerup" && wandered <= STILL) on.tap(at(e), e.pointerType === "touch");
    else on.settle();
  };
  listen("pointerup", lift);
  listen("pointercancel", lift);
  listen("pointerleave", () => on.hover(null));
  listen("dblclick", (e) => on.twice(at(e)));
  listen("wheel", (e) => {
    e.preventDefault();
    const step = e.deltaMode === 1 ? 18 : 1;
    on.zoom(Math.exp(-Math.max(-120, Math.min(120, e.deltaY * step)) * (e.ctrlKey ? 0.008 : 0.0022)), ...at(e));
    clearTimeout(turning);
    turning = setTimeout(on.settle, 140);
  }, false);
  return () => { clearTimeout(turning); stop.abort(); };
}

/** A pointer that a test made up cannot be captured. */
function capture(host: HTMLElement, pointer: number): void {
  try { host.setPointerCapture(pointer); } catch { /* it works without, up to the edge of the chart */ }
}

function pinch(fingers: Map<number, Point>, moved: number, to: Point, on: Gestures): void {
  const before = fingers.get(moved);
  const other = [...fingers].find(([id]) => id !== moved)?.[1];
  if (!before || !other) return;
  const was = Math.hypot(before[0] - other[0], before[1] - other[1]);
  const is = Math.hypot(to[0] - other[0], to[1] - other[1]);
  on.pan((to[0] - before[0]) / 2, (to[1] - before[1]) / 2);
  if (was > 1) on.zoom(is / was, (to[0] + other[0]) / 2, (to[1] + other[1]) / 2);
}
