// What stands in the panel while nothing is selected: how to read the page.

import type { App } from "../app";
import { drawBlocks } from "../blocks";
import type { State } from "../contract";
import { h } from "../dom";
import { counted, MEANING, STATUSES } from "../words";
import { lineSample } from "../shell/lines";
import { redWords } from "../views/threads_red";
import { section, thingButton } from "./common";

export function guide(app: App, state: State): Node[] {
  const view = app.views.find((v) => v.id === state.view);
  const parts: Node[] = [h("h2", { tabindex: "-1" }, "How to read this")];
  const red = state.view === "timeline" || state.view === "network" ? redWords(app.index, state.thread) : "";
  if (red) parts.push(h("p", { class: "rt-red-words" }, red));
  const crowded = view?.crowd && app.model.things.filter(counted).length > view.crowd.above;
  for (const line of (crowded ? view.crowd?.reading : view?.reading) ?? []) parts.push(h("p", null, line));
  const signs = view?.signs?.() ?? [];
  if (signs.length > 0) parts.push(section("Its signs", h("dl", { class: "sure signs" }, ...signs.flatMap(({ sample, words }) => [h("dt", null, sample), h("dd", null, words)]))));
  parts.push(section("How sure it is", h("dl", { class: "sure" }, ...STATUSES.flatMap((status) => [
    h("dt", null, lineSample(status), status), h("dd", null, MEANING[status]),
  ]))));
  if (app.model.about?.length) {
    parts.push(section("About the data", ...drawBlocks(app.model.about, (id, words) => thingButton(app, id, ...words))));
  }
  return parts;
}
