// The views as tabs: arrows move between them, Enter or Space opens one.

import type { App } from "../app";
import { h } from "../dom";
import type { Part } from "./part";

export function makeTabs(app: App): Part {
  const tabs = app.views.map((view) => h("button", {
    type: "button", role: "tab", id: `tab-${view.id}`, "aria-controls": `view-${view.id}`, class: "tab",
    onclick: () => app.store.set({ view: view.id }),
  }, view.label));
  const element = h("div", { class: "tabs", role: "tablist", "aria-label": "Views", onkeydown: (event: KeyboardEvent) => move(tabs, event) }, ...tabs);
  return {
    element,
    update(state) {
      app.views.forEach((view, i) => {
        const on = view.id === state.view;
        tabs[i]?.setAttribute("aria-selected", String(on));
        if (on) element.scrollLeft += reach(element, tabs[i]);
        tabs[i]?.setAttribute("tabindex", on ? "0" : "-1");
      });
    },
  };
}

/** How far the strip must move so that a tab is whole in it. */
function reach(strip: HTMLElement, tab: HTMLElement | undefined): number {
  if (!tab) return 0;
  const [outer, inner] = [strip.getBoundingClientRect(), tab.getBoundingClientRect()];
  return Math.max(0, inner.right - outer.right) || Math.min(0, inner.left - outer.left);
}

function move(tabs: readonly HTMLElement[], event: KeyboardEvent): void {
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  tabs[(to + tabs.length) % tabs.length]?.focus();
}
