// The data that Go wrote into the page.

import type { Model, ViewId } from "./contract";

/** Reads an island of JSON; undefined if the page has none of that id. */
function island(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : undefined;
}

export function readModel(): Model {
  const model = island("rt-model");
  if (!model) throw new Error("this page carries no data");
  return model as Model;
}

/** The chart's options; each reading gives a copy of its own. */
export function readOption(view: ViewId): unknown {
  return island(`rt-view-${view}`);
}

/** The views the page was asked to show, in order. */
export function readViews(): ViewId[] {
  return (document.getElementById("rt-app")?.dataset["views"] ?? "").split(" ").filter(Boolean) as ViewId[];
}
