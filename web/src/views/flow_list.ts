// The flow where there is no room for a diagram: from each law or charge down
// to the cases, step by step, every step with its status.

import type { Context, State } from "../contract";
import { bdi, h } from "../dom";
import { badge, symbol } from "../details/common";
import { count, seenFrom } from "../words";
import { labelOf, namedThread, threadsAt, type Flow, type FlowLink } from "./flow_data";
import { byStatus, endsWords } from "./flow_words";

export interface FlowList { element: HTMLElement; draw(state: State): void }

interface Entry { key: string; thing: string; relation: string | null; element: HTMLElement }

export function makeFlowList(flow: Flow, context: Context): FlowList {
  const entries: Entry[] = [];
  const out = new Map<string, FlowLink[]>();
  const reached = new Set<string>();
  for (const link of flow.links) {
    const from = link.path[0] ?? "";
    out.set(from, [...(out.get(from) ?? []), link]);
    reached.add(link.path[link.path.length - 1] ?? "");
  }
  const rank = new Map(flow.nodes.map((n, i) => [n.id, i]));
  const end = (link: FlowLink): string => link.path[link.path.length - 1] ?? "";
  for (const list of out.values()) list.sort((a, b) => (rank.get(end(a)) ?? 0) - (rank.get(end(b)) ?? 0));
  const told = new Set<string>();

  const thing = (id: string): HTMLElement => {
    const own = labelOf(flow, id, (x) => context.index.label(x));
    if ((flow.node.get(id)?.others ?? 0) > 0) return h("span", { class: "rt-flow-thing" }, symbol(context.index.kind(flow.node.get(id)?.kind ?? ""), 14), h("span", null, own));
    const button = h("button", { type: "button", class: "rt-flow-thing", onclick: () => context.store.set({ selected: id }) },
      symbol(context.index.kind(flow.node.get(id)?.kind ?? context.index.thing(id)?.kind ?? ""), 14), h("span", null, bdi(own)));
    entries.push({ key: id, thing: id, relation: null, element: button });
    return button;
  };
  /** What a step comes to: of what is drawn as one, the first by name and how many more. */
  const ends = (link: FlowLink): HTMLElement => {
    const kind = context.index.kind(flow.node.get(end(link))?.kind ?? "");
    if (link.ends.length === 0) return thing(end(link));
    if (link.endCount === 1) return thing(link.ends[0] ?? "");
    const words = endsWords(link, kind, (id) => context.index.label(id));
    return h("span", { class: "rt-flow-thing" }, symbol(kind, 14), h("span", null, bdi(words)));
  };
  const steps = (id: string): HTMLElement | null => {
    const links = out.get(id) ?? [];
    if (links.length === 0) return null;
    if (told.has(id)) return h("p", { class: "rt-flow-again" }, "and on as above");
    told.add(id);
    return h("ul", null, ...links.map((link) => h("li", null, h("div", { class: "rt-flow-row" }, step(link), ends(link)), steps(end(link)))));
  };
  const step = (link: FlowLink): HTMLElement => {
    if (link.bundled > 0) return h("span", { class: `rt-flow-step ${link.status}` }, count(link.bundled, "relation"), link.status === "stated" ? null : badge(link.status));
    const relation = context.index.relation(link.relation);
    const words = relation ? seenFrom(context.index, relation, relation.from.split("/")[0] === link.path[0]) : link.relation;
    const button = h("button", { type: "button", class: `rt-flow-step ${link.status}`, onclick: () => context.store.set({ selected: `r:${link.relation}` }) },
      words, link.status === "stated" ? null : badge(link.status));
    entries.push({ key: `r:${link.relation}`, thing: end(link), relation: link.relation, element: button });
    return button;
  };

  const origins = flow.nodes.filter((n) => n.waypoint === null && !reached.has(n.id));
  const part = (words: string, noLaw: boolean): HTMLElement | null => {
    const list = origins.filter((n) => n.noLaw === noLaw).sort((a, b) => a.y - b.y);
    if (list.length === 0) return null;
    return h("section", null, h("h2", null, words), ...list.map((n) => {
      const threads = threadsAt(flow, n.id, false);
      return h("div", { class: "rt-flow-origin" }, thing(n.id), h("small", null, `${count(threads.length, "thread")}: ${byStatus(threads)}`), steps(n.id));
    }));
  };
  const element = h("div", { class: "rt-flow-list" }, part("From a law or rule", false), part("No law is named", true));

  return {
    element,
    draw(state) {
      const red = namedThread(flow, state.thread);
      for (const e of entries) {
        const dim = e.relation === null ? !context.visible(e.thing) : !context.visibleRelation(e.relation);
        e.element.classList.toggle("rt-flow-dim", dim);
        e.element.classList.toggle("rt-flow-red", e.relation !== null && red !== undefined && red.relations.includes(e.relation));
        if (e.key === state.selected) e.element.setAttribute("aria-current", "true");
        else e.element.removeAttribute("aria-current");
      }
    },
  };
}
