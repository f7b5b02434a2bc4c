// The panel beside the charts: what is selected, or how to read the page.

import type { App } from "../app";
import { selectedRelation } from "../app";
import type { State } from "../contract";
import { fill, h } from "../dom";
import { guide } from "./guide";
import { relationDetails } from "./relation";
import { thingDetails } from "./thing";
import { unseen } from "./unseen";

export interface Details {
  element: HTMLElement;
  update(state: State, before: State | null): void;
  /** Opens every fold for paper, and closes them again. */
  unfold(open: boolean): void;
}

export function makeDetails(app: App): Details {
  const body = h("div", { class: "details-body" });
  const aside = h("div", { role: "status" });
  const close = h("button", { type: "button", class: "close", "aria-label": "Close the details", title: "Close", onclick: () => app.store.set({ selected: null }) }, "×");
  const element = h("aside", { class: "details", id: "details", "aria-label": "Details", tabindex: "0" }, close, aside, body);
  let opened: HTMLDetailsElement[] = [];
  return {
    element,
    update(state, before) {
      fill(aside, unseen(app, state));
      if (before && before.selected === state.selected && (state.selected || before.view === state.view)) return;
      const focused = element.contains(document.activeElement) && document.activeElement !== element;
      fill(body, ...content(app, state));
      close.hidden = state.selected === null;
      element.classList.toggle("open", state.selected !== null);
      element.scrollTop = 0;
      if (focused) (body.querySelector("h2") as HTMLElement | null)?.focus({ preventScroll: true });
    },
    unfold(open) {
      // What opens may hold folds of its own.
      for (let closed = closedFolds(body); open && closed.length > 0; closed = closedFolds(body)) {
        for (const fold of closed) show(fold);
        opened.push(...closed);
      }
      if (open) return;
      for (const fold of opened) fold.open = false;
      opened = [];
    },
  };
}

function closedFolds(within: HTMLElement): HTMLDetailsElement[] {
  return [...within.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
}

/** Opens at once: the browser tells of it only later, when the paper is full. */
function show(fold: HTMLDetailsElement): void {
  fold.open = true;
  fold.dispatchEvent(new Event("toggle"));
}

function content(app: App, state: State): Node[] {
  if (state.selected === null) return guide(app, state);
  const relation = selectedRelation(state.selected);
  if (relation !== null) {
    const found = app.index.relation(relation);
    return found ? relationDetails(app, found) : guide(app, state);
  }
  const thing = app.index.thing(state.selected);
  return thing ? thingDetails(app, thing) : guide(app, state);
}
