// The network in words: what is seen as a whole, and what lies under the pointer.

import type { Context } from "../contract";
import { apart, count, dateText, series } from "../words";
import type { Net } from "./network_data";
import type { Reading } from "./network_scene";

/** "132 things, 214 relations; the most connected: ...". */
export function summary(net: Net, context: Context, reading: Reading): string {
  if (net.nodes.length === 0) return "Nothing is here yet: this dataset holds no things.";
  const things = reading.shown.filter(Boolean).length;
  const relations = relationsShown(net, context, reading);
  const all = net.links.reduce((sum, l) => sum + l.relations.length, 0);
  const whole = things === net.nodes.length && relations === all;
  const sizes = whole
    ? `${count(things, "thing")}, ${count(relations, "relation")}`
    : `${things.toLocaleString("en")} of ${count(net.nodes.length, "thing")}, ${relations.toLocaleString("en")} of ${count(all, "relation")}${undatedWords(net, context, reading)}`;
  const top = mostConnected(net, context, reading);
  return top.length > 1 ? `${sizes}; the most connected: ${series(top)}.` : `${sizes}.`;
}

function relationsShown(net: Net, context: Context, reading: Reading): number {
  return net.links.reduce((sum, l, i) => sum + (reading.linkShown[i] ? l.relations.filter((r) => context.visibleRelation(r)).length : 0), 0);
}

/** ", 120 of them undated and pale", under a window of time. */
function undatedWords(net: Net, context: Context, reading: Reading): string {
  if (!context.store.state.window) return "";
  const undated = net.links.reduce((sum, l, i) => sum + (reading.linkShown[i] ? l.relations.filter((r) => context.visibleRelation(r) && !context.index.relation(r)?.when).length : 0), 0);
  return undated > 0 ? `, ${undated.toLocaleString("en")} of them undated, pale once both ends are there` : "";
}

/** The four with the most relations shown, and how many. */
function mostConnected(net: Net, context: Context, reading: Reading): string[] {
  const degree = (i: number): number => (net.linksAt[i] ?? []).reduce((sum, l) => sum + (reading.linkShown[l] ? (net.links[l]?.relations.length ?? 0) : 0), 0);
  return net.nodes.map((n, i) => ({ id: n.id, degree: reading.shown[i] ? degree(i) : 0 })).filter((n) => n.degree > 0)
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)).slice(0, 4).map((n) => `${apart(context.index.label(n.id))} (${n.degree})`);
}

/** "Apple · company · 7 relations". */
export function noteOfNode(net: Net, context: Context, i: number): string {
  const node = net.nodes[i];
  if (!node) return "";
  const thing = context.index.thing(node.id);
  const kind = context.index.kind(node.kind)?.label ?? node.kind;
  const staged = context.index.stagesOf(node.id).some((stage) => stage.when);
  return [apart(thing?.name ?? node.id), kind, thing?.when || staged ? dateText(thing?.when, staged) : undefined, count(node.degree, "relation")].filter(Boolean).join(" · ");
}

/** A relation as a sentence; of a bundle, how many and between whom. */
export function noteOfLink(net: Net, context: Context, l: number, relation?: string): string {
  const link = net.links[l];
  if (!link) return "";
  const shown = link.relations.filter((r) => context.visibleRelation(r));
  const one = relation ?? (shown.length === 1 ? shown[0] : undefined);
  if (one !== undefined) return dated(context, one);
  const [a, b] = [net.nodes[link.from], net.nodes[link.to]];
  return `${count(shown.length, "relation")} between ${apart(context.index.label(a?.id ?? ""))} and ${apart(context.index.label(b?.id ?? ""))}`;
}

function dated(context: Context, relation: string): string {
  const when = context.index.relation(relation)?.when?.text;
  return when ? `${context.index.words(relation)} · ${when}` : context.index.words(relation);
}
