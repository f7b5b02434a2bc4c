// The frame around the workspace: tabs, search, legend, filters, details.

import type { App } from "../app";
import type { State } from "../contract";
import { h } from "../dom";
import type { Story } from "../story/panel";
import { makeAsTable } from "./astable";
import { makeFilterBar } from "./filterbar";
import { lineLegend, makeLegend } from "./legend";
import type { Part } from "./part";
import { makeSearchBox } from "./searchbox";
import { makeTabs } from "./tabs";
import { makeThemeButton } from "./themebutton";

export interface Frame { update(state: State): void }

/** Builds the frame inside #rt-app. */
export function makeFrame(app: App, workspace: HTMLElement, details: HTMLElement, story: Story, notice: Part): Frame {
  const parts = [makeTabs(app), makeSearchBox(app), makeThemeButton(app), makeLegend(app), makeFilterBar(app), makeAsTable(app), story.button, notice] as const;
  const [tabs, search, theme, legend, filters, asTable] = parts;
  const root = document.getElementById("rt-app");
  root?.append(
    h("div", { class: "bar" }, tabs.element, search.element, story.button.element, theme.element),
    h("div", { class: "controls" }, legend.element, h("div", { class: "under" }, filters.element, notice.element, h("div", { class: "sure-lines" }, lineLegend(), asTable.element))),
    h("div", { class: "stage", id: "stage", tabindex: "-1" }, workspace, details, story.element));
  skipWithoutAddress();
  return {
    update(state) {
      document.documentElement.classList.toggle("embed", state.embed);
      document.documentElement.dataset["view"] = state.view;
      document.documentElement.toggleAttribute("data-selected", state.selected !== null);
      for (const part of parts) part.update(state);
    },
  };
}

/** The skip link moves the focus, and leaves the address to the state. */
function skipWithoutAddress(): void {
  document.querySelector("a.skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("stage")?.focus();
  });
}
