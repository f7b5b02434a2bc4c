// Pointers on the chart: drag moves time, wheel and two fingers zoom, a press
// that does not move chooses.

export interface Gestures {
  /** Zooms by a factor about x. */
  zoom(factor: number, x: number): void;
  /** Moves time by pixels. */
  pan(dx: number): void;
  /** The pointer rests at a place, or has left. */
  hover(at: { x: number; y: number } | null): void;
  choose(at: { x: number; y: number; touch: boolean }): void;
  /** A gesture is over; the next is a step of its own in the history. */
  done(): void;
  /** Whether a plain wheel scrolls the lanes; then zooming takes Ctrl. */
  scrolls(): boolean;
}

const SLOP = { mouse: 4, touch: 9 };

export function listen(pad: HTMLElement, g: Gestures): void {
  const down = new Map<number, { x: number; y: number }>();
  let start: { x: number; y: number; moved: boolean; many: boolean } | null = null;
  const place = (e: MouseEvent): { x: number; y: number } => {
    const r = pad.getBoundingClientRect();
    return { x: e.clientX - r.left, y: e.clientY - r.top };
  };

  pad.addEventListener("pointerdown", (e) => {
    if (e.button !== 0) return;
    down.set(e.pointerId, place(e));
    start = start && down.size > 1 ? { ...start, many: true } : { ...place(e), moved: false, many: false };
  });
  pad.addEventListener("pointermove", (e) => {
    const before = down.get(e.pointerId);
    const now = place(e);
    if (!before || !start) return g.hover(now);
    if (down.size === 1) {
      const slop = e.pointerType === "touch" ? SLOP.touch : SLOP.mouse;
      if (!start.moved && Math.abs(now.x - start.x) < slop) return;
      if (!start.moved) { start.moved = true; pad.setPointerCapture(e.pointerId); }
      g.pan(now.x - before.x);
    } else {
      pinch(down, e.pointerId, before, now, g);
    }
    down.set(e.pointerId, now);
  });
  const end = (e: PointerEvent): void => {
    if (!down.delete(e.pointerId) || down.size > 0) return;
    if (start && !start.moved && !start.many && e.type === "pointerup") g.choose({ ...place(e), touch: e.pointerType === "touch" });
    start = null;
    g.done();
  };
  pad.addEventListener("pointerup", end);
  pad.addEventListener("pointercancel", end);
  pad.addEventListener("pointerleave", () => { if (down.size === 0) g.hover(null); });
  pad.addEventListener("wheel", (e) => turn(e, place(e).x, g), { passive: false });
}

function pinch(down: ReadonlyMap<number, { x: number; y: number }>, id: number, before: { x: number; y: number }, now: { x: number; y: number }, g: Gestures): void {
  const other = [...down].find(([k]) => k !== id)?.[1];
  if (!other) return;
  const was = Math.max(20, Math.abs(before.x - other.x));
  const is = Math.max(20, Math.abs(now.x - other.x));
  g.zoom(is / was, (now.x + other.x) / 2);
  g.pan((now.x - before.x) / 2);
}

const LINE = 16; // pixels that a line of a wheel counts

function turn(e: WheelEvent, x: number, g: Gestures): void {
  const unit = e.deltaMode === 0 ? 1 : LINE;
  const sideways = e.shiftKey ? e.deltaX || e.deltaY : Math.abs(e.deltaX) > Math.abs(e.deltaY) ? e.deltaX : 0;
  if (sideways !== 0) {
    e.preventDefault();
    return g.pan(-sideways * unit);
  }
  if (g.scrolls() && !e.ctrlKey && !e.metaKey) return;
  e.preventDefault();
  const by = Math.min(Math.max(-e.deltaY * unit, -120), 120);
  g.zoom(2 ** (by / (e.ctrlKey ? 60 : 200)), x);
}
