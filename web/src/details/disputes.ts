// What sources disagree on, and what a reader might wrongly conclude.

import type { App } from "../app";
import type { Conflict, RuledOut, Thing } from "../contract";
import { bdi, h } from "../dom";
import { section, thingButton } from "./common";
import { evidenceFold } from "./evidence";

export function conflictsAbout(app: App, ids: readonly string[]): HTMLElement | null {
  const found = app.model.conflicts.filter((conflict) => ids.includes(conflict.about));
  return found.length === 0 ? null : section("Sources disagree", ...found.map((conflict) => conflictBox(app, conflict)));
}

export function conflictBox(app: App, conflict: Conflict): HTMLElement {
  return h("div", { class: "conflict" },
    h("p", null, `On the ${conflict.field}:`),
    h("ul", null, ...conflict.readings.map((reading) =>
      h("li", null, h("strong", null, bdi(reading.value)), reading.drawn ? h("small", null, " drawn on the charts") : null, evidenceFold(app, reading.evidence)))),
    conflict.note ? h("p", { class: "note" }, conflict.note) : null);
}

export function ruledOutAbout(app: App, thing: Thing): HTMLElement | null {
  const found = app.model.ruledOut.filter((r) => [r.from, r.to].some((end) => end === thing.id || app.index.thing(end)?.owner === thing.id));
  return found.length === 0 ? null : section("Ruled out", h("ul", { class: "relations" }, ...found.map((r) => ruledOutItem(app, r))));
}

export function ruledOutItem(app: App, ruled: RuledOut): HTMLElement {
  return h("li", null,
    h("div", { class: "line" }, "No way from ", thingButton(app, ruled.from), " to ", thingButton(app, ruled.to)),
    h("p", { class: "note" }, ruled.reason),
    evidenceFold(app, ruled.evidence));
}
