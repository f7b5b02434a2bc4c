// The details of a thing, from its name to what was ruled out.

import type { App } from "../app";
import type { Thing } from "../contract";
import { bdi, h, outward } from "../dom";
import { badge, dateLine, kindLine, outsideMark, section, thingButton } from "./common";
import { conflictsAbout, ruledOutAbout } from "./disputes";
import { attribute, dateEvidence, evidenceFold, evidenceList } from "./evidence";
import { figuresAbout } from "./figures";
import { relationsSection } from "./relation";

export function thingDetails(app: App, thing: Thing): Node[] {
  return [
    kindLine(app, thing),
    heading(thing),
    thing.owner ? h("p", { class: "small" }, "of ", thingButton(app, thing.owner)) : null,
    thing.status && thing.status !== "stated" ? h("p", { class: "status" }, badge(thing.status)) : null,
    dateLine(thing.when, thing.dateNote, app.index.stagesOf(thing.id).some((stage) => stage.when)),
    thing.when?.derived || thing.owner ? null : dateEvidence(app, thing.dateEvidence, thing.when !== undefined, "the thing"),
    thing.summary ? h("p", { class: "summary" }, thing.summary) : null,
    thing.note ? h("p", { class: "note" }, thing.note) : null,
    facts(app, thing),
    stages(app, thing),
    ownEvidence(app, thing),
    relationsSection(app, thing),
    figuresAbout(app, thing),
    conflictsAbout(app, [thing.id, ...app.index.stagesOf(thing.id).map((s) => s.id)]),
    ruledOutAbout(app, thing),
    links(thing),
  ].filter((node) => node !== null);
}

function heading(thing: Thing): HTMLElement {
  const others = Object.entries(thing.names ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return h("h2", { tabindex: "-1" }, bdi(thing.name), ...others.flatMap(([lang, name]) => [" ", h("bdi", { lang, class: "other" }, name)]));
}

/** Names as printed, place, number, tags and attributes. */
function facts(app: App, thing: Thing): HTMLElement | null {
  const rows: Node[] = [];
  const row = (term: string, ...value: (Node | string | null)[]): void => { rows.push(h("dt", null, term), h("dd", null, ...value)); };
  for (const alias of thing.aliases ?? []) {
    row("also", bdi(alias.text), alias.note ? h("small", null, ` ${alias.note}`) : null, alias.evidence?.length ? evidenceFold(app, alias.evidence) : null);
  }
  if (thing.count) row("number", thing.count);
  if (thing.place) row("place", thingButton(app, thing.place));
  for (const a of thing.attributes ?? []) row(...attribute(app, a, "the thing"));
  if (thing.tags?.length) row("tags", thing.tags.join(", "));
  return rows.length === 0 ? null : h("dl", { class: "facts" }, ...rows);
}

function stages(app: App, thing: Thing): HTMLElement | null {
  const list = app.index.stagesOf(thing.id);
  if (list.length === 0) return null;
  return section("Stages", h("ol", { class: "stages" }, ...list.map((stage) =>
    h("li", null,
      h("div", { class: "line" }, thingButton(app, stage.id, stage.stageLabel ?? stage.name), " ", badge(stage.status ?? "stated"), outsideMark(app, stage.outside)),
      h("div", null, stage.when?.text ?? "undated"),
      stage.dateNote ? h("p", { class: "note" }, stage.dateNote) : null,
      stage.note ? h("p", { class: "note" }, stage.note) : null,
      stage.evidence.length > 0 ? evidenceFold(app, stage.evidence) : h("p", { class: "small" }, "The evidence is for the thing, not for this stage.")))));
}

/** A stage without evidence of its own shows its owner's, and says so. */
function ownEvidence(app: App, thing: Thing): HTMLElement {
  const owner = thing.owner ? app.index.thing(thing.owner) : undefined;
  if (thing.evidence.length > 0 || !owner) return section("Evidence", evidenceList(app, thing.evidence));
  return section("Evidence", h("p", { class: "small" }, `For ${owner.name}, not for this stage.`), evidenceList(app, owner.evidence));
}

function links(thing: Thing): HTMLElement | null {
  if (!thing.links?.length) return null;
  return section("Links", h("ul", { class: "relations" }, ...thing.links.map((link) => h("li", null, outward(link.url, bdi(link.label || link.url))))));
}
