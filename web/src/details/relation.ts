// The details of a relation: the same as of a thing, with two ends.

import type { App } from "../app";
import type { Relation, Thing } from "../contract";
import { compareWhen } from "../dates";
import { h } from "../dom";
import { MEANING, seenFrom } from "../words";
import { badge, dateLine, fold, outsideMark, relationButton, section, thingButton } from "./common";
import { conflictsAbout } from "./disputes";
import { attribute, dateEvidence, evidenceFold, evidenceList } from "./evidence";

export function relationDetails(app: App, relation: Relation): Node[] {
  return [
    h("p", { class: "kind" }, "relation", outsideMark(app, relation.outside)),
    h("h2", { tabindex: "-1" }, thingButton(app, relation.from), ` ${seenFrom(app.index, relation, true)} `, thingButton(app, relation.to)),
    h("p", { class: "status" }, badge(relation.status), ` ${MEANING[relation.status]}`),
    dateLine(relation.when, relation.dateNote),
    dateEvidence(app, relation.dateEvidence, relation.when !== undefined, "the relation"),
    relation.note ? h("p", { class: "note" }, relation.note) : null,
    relation.attributes?.length ? h("dl", { class: "facts" }, ...relation.attributes.flatMap((a) => {
      const [term, ...value] = attribute(app, a, "the relation");
      return [h("dt", null, term), h("dd", null, ...value)];
    })) : null,
    section("Evidence", evidenceList(app, relation.evidence)),
    conflictsAbout(app, [relation.id]),
  ].filter((node) => node !== null);
}

interface Seen { relation: Relation; outgoing: boolean; own: string; other: string }

/** The relations of a thing and its stages as sentences, grouped by what they say. */
export function relationsSection(app: App, thing: Thing): HTMLElement | null {
  const relations = app.index.relationsOf(thing.id);
  if (relations.length === 0) return null;
  const groups = new Map<string, Seen[]>();
  for (const relation of relations) {
    const seen = seenBy(app, thing, relation);
    const says = seenFrom(app.index, relation, seen.outgoing);
    groups.set(says, [...(groups.get(says) ?? []), seen]);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return section(`Relations (${relations.length})`, ...sorted.flatMap(([says, list]) => group(app, thing, says, list)));
}

function seenBy(app: App, thing: Thing, relation: Relation): Seen {
  const mine = (id: string): boolean => id === thing.id || app.index.thing(id)?.owner === thing.id;
  const outgoing = mine(relation.from);
  return { relation, outgoing, own: outgoing ? relation.from : relation.to, other: outgoing ? relation.to : relation.from };
}

const FEW = 8;

function group(app: App, thing: Thing, says: string, list: Seen[]): Node[] {
  list.sort((a, b) => compareWhen(a.relation.when, b.relation.when) || (a.relation.id < b.relation.id ? -1 : 1));
  const first = list.length > FEW + 2 ? FEW : list.length;
  const items = (part: Seen[]): HTMLElement => h("ul", { class: "relations" }, ...part.map((seen) => relationItem(app, thing, seen)));
  const parts: Node[] = [h("h4", null, says), items(list.slice(0, first))];
  if (first < list.length) parts.push(fold(`${list.length - first} more`, () => [items(list.slice(first))]));
  return parts;
}

function relationItem(app: App, thing: Thing, { relation, own, other }: Seen): HTMLElement {
  const stage = own === thing.id ? undefined : app.index.thing(own);
  return h("li", null,
    h("div", { class: "line" }, thingButton(app, other), stage ? h("small", null, ` (${stage.stageLabel ?? stage.name})`) : null),
    h("div", { class: "small" },
      relation.when?.text ?? "undated", " ", badge(relation.status), outsideMark(app, relation.outside), " ",
      relationButton(app, relation, "details", h("span", { class: "sr" }, ` of the relation ${app.index.words(relation.id)}`))),
    relation.note ? h("p", { class: "note" }, relation.note) : null,
    evidenceFold(app, relation.evidence));
}
