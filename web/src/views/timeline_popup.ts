// The list of what a cluster holds, and a way to zoom to it where that parts it.

import type { Context } from "../contract";
import { fill, h } from "../dom";
import type { ScenePill } from "./timeline_scene";
import { clamp } from "./timeline_scale";

const MOST = 300; // entries; the table has them all

export interface Popup { element: HTMLElement; open(pill: ScenePill, right: number, zoom: (() => void) | null): void; close(): void }

const ASIDE = 12; // px from the middle of the cluster

/** Below the cluster; above it where that shows more of the list. */
function topFor(y: number, list: HTMLElement): number {
  const around = list.parentElement as HTMLElement;
  const from = around.scrollTop;
  const to = from + around.clientHeight;
  const below = to - y - ASIDE;
  const above = y - ASIDE - from;
  list.style.maxHeight = `${clamp(Math.max(below, above), 120, 460)}px`;
  return list.offsetHeight <= below || below >= above ? y + ASIDE : y - ASIDE - list.offsetHeight;
}

/** back is where the focus returns to. */
export function makePopup(context: Context, back: () => HTMLElement): Popup {
  const element = h("div", { class: "rt-tl-list", role: "group", "aria-label": "Things close together", hidden: true });
  const close = (): void => { element.hidden = true; };
  const leave = (): void => { close(); back().focus(); };
  const button = (id: string): HTMLElement =>
    h("button", { type: "button", onclick: () => { leave(); context.store.set({ selected: id }); } }, h("bdi", null, context.index.label(id)));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave();
  });
  return {
    element, close,
    open(pill, right, zoom) {
      const words = `${pill.items.length} things ${zoom ? "close together" : "at this time"}`;
      fill(element, h("p", null, words), ...pill.items.slice(0, MOST).map((item) => button(item.id)), zoom ? h("button", { type: "button", class: "rt-tl-zoom-in", onclick: () => { leave(); zoom(); } }, "Zoom to these") : null);
      element.hidden = false;
      element.style.left = `${clamp(pill.x - 20, 4, Math.max(4, right - 250))}px`;
      element.style.top = `${topFor(pill.y, element)}px`;
      context.announce(`${words} are listed`);
      element.querySelector("button")?.focus();
    },
  };
}
