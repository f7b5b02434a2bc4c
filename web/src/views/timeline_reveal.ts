// What is chosen, or what the story speaks of, comes into sight where not all
// lanes fit.

import type { Context } from "../contract";
import type { Scene } from "./timeline_scene";

/** A thing chosen elsewhere comes into sight. */
export function reveal(scene: Scene, id: string | null, scroller: HTMLElement): void {
  const mark = scene.marks.find((m) => m.item.id === id);
  if (!mark || scroller.scrollHeight <= scroller.clientHeight + 1) return;
  const { scrollTop, clientHeight } = scroller;
  if (mark.y < scrollTop + 12 || mark.y > scrollTop + clientHeight - 12) scroller.scrollTop = mark.y - clientHeight / 2;
}

/** What the story speaks of comes into sight; on a phone the page scrolls, not the lanes. */
export function revealFocus(scene: Scene, context: Context, scroller: HTMLElement, host: HTMLElement): void {
  if (context.store.state.step === 0) return;
  const ys = scene.marks.filter((m) => context.inFocus(m.item.id)).map((m) => m.y);
  if (ys.length === 0) return;
  const [top, bottom] = [Math.min(...ys) - 24, Math.max(...ys) + 24];
  for (const box of [scroller, host]) {
    const room = box.clientHeight - (box === host ? scroller.offsetTop - box.offsetTop : 0);
    box.scrollTop = bottom - top < room ? (top + bottom - room) / 2 : top;
  }
}

/** Says at the edge whether lanes lie below it. */
export function markEdge(scroller: HTMLElement): void {
  const below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  scroller.classList.toggle("rt-tl-more", below > 8);
}
