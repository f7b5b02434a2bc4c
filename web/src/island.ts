// The data that Go wrote into the page.

import type { Evidence, Model, ViewId } from "./contract";
import { readNames } from "./told";
import { unpack } from "./unpack";

/** Reads an island of JSON; undefined if the page has none of that id. */
function parsed(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : undefined;
}

let strings: readonly string[] | undefined;

/** What an island says, unpacked. */
function island(id: string): unknown {
  strings ??= (parsed("rt-strings") ?? []) as string[];
  const packed = parsed(id);
  return packed === undefined ? undefined : unpack(packed, strings);
}

export function readModel(): Model {
  const model = island("rt-model");
  if (!model) throw new Error("this page carries no data");
  const words = document.getElementById("words");
  if (words) readNames(model as Model, words);
  return whole(model as Model);
}

/** Puts back what the island leaves out: a usual id, a status that is stated, a list that is empty. */
export function whole(model: Model): Model {
  for (const relation of model.relations) {
    relation.id ||= `${relation.from}--${relation.predicate}--${relation.to}`.replaceAll("/", ".");
    relation.status ||= "stated";
  }
  for (const figure of model.figures) figure.status ||= "stated";
  for (const thing of model.things) if (thing.owner) thing.status ||= "stated";
  fillEvidence(model);
  return model;
}

/** Evidence stands at many places; wherever there is a list of that name, its statuses are made whole. */
function fillEvidence(node: unknown): void {
  if (Array.isArray(node)) { for (const one of node) fillEvidence(one); return; }
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "evidence" || key === "dateEvidence") for (const e of value as Evidence[]) e.status ||= "stated";
    else fillEvidence(value);
  }
}

/** The chart's options; each reading gives a copy of its own. */
export function readOption(view: ViewId): unknown {
  return island(`rt-view-${view}`);
}

/** The views the page was asked to show, in order. */
export function readViews(): ViewId[] {
  return (document.getElementById("rt-app")?.dataset["views"] ?? "").split(" ").filter(Boolean) as ViewId[];
}
