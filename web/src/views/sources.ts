// The sources, each with what rests on it, by paragraph.

import { relationKey } from "../app";
import type { Context, Evidence, MountView, Panel, Source } from "../contract";
import { bdi, h, outward } from "../dom";
import { badge, fold } from "../details/common";
import { figureWords } from "../details/figures";
import { apart, count, paragraphs, place, series, title } from "../words";

/** A statement that rests on a place in a source. */
interface Use { at: string; evidence: Evidence; what: string; selects: string | null }

export const mount: MountView = (host, context) => {
  const uses = usesBySource(context);
  const own = context.model.sources.filter((s) => !s.outside);
  const outside = context.model.sources.filter((s) => s.outside);
  host.append(h("div", { class: "sources-box", tabindex: "0", role: "region", "aria-label": "Sources" },
    ...own.map((s) => card(context, s, uses.get(s.id) ?? [])),
    outside.length > 0 && h("p", { class: "apart" }, "From outside, for single facts"),
    ...outside.map((s) => card(context, s, uses.get(s.id) ?? []))));
  context.ready();
  return panel(host);
};

function panel(host: HTMLElement): Panel {
  return { update() { /* sources do not change with the state */ }, resize() { /* the style sheet does it */ }, marks: () => [], dispose: () => { host.textContent = ""; } };
}

function usesBySource({ model, index }: Context): Map<string, Use[]> {
  const all = new Map<string, Use[]>();
  const add = (list: readonly Evidence[] | undefined, what: string, selects: string | null): void => {
    for (const evidence of list ?? []) {
      const use = { at: evidence.at ?? "", evidence, what, selects };
      const uses = all.get(evidence.source);
      if (uses) uses.push(use);
      else all.set(evidence.source, [use]);
    }
  };
  for (const thing of model.things) {
    const name = apart(title(index, thing.id));
    add(thing.evidence, name, thing.id);
    add(thing.dateEvidence, `${name}: date`, thing.id);
    for (const alias of thing.aliases ?? []) add(alias.evidence, `${name}: printed as “${alias.text}”`, thing.id);
    for (const a of thing.attributes ?? []) add(a.evidence, `${name}: ${a.key} ${a.value}`, thing.id);
  }
  for (const r of model.relations) {
    add(r.evidence, index.words(r.id), relationKey(r.id));
    add(r.dateEvidence, `${index.words(r.id)}: date`, relationKey(r.id));
  }
  for (const f of model.figures) add(f.evidence, `${figureWords(f)}, ${f.counts}`, f.about ?? null);
  for (const c of model.conflicts) for (const r of c.readings) add(r.evidence, `${index.relation(c.about) ? index.words(c.about) : title(index, c.about)}: ${c.field} “${r.value}”`, index.thing(c.about) ? c.about : index.relation(c.about) ? relationKey(c.about) : null);
  for (const r of model.ruledOut) add(r.evidence, `ruled out: ${apart(title(index, r.from))} to ${apart(title(index, r.to))}`, index.thing(r.to) ? r.to : null);
  for (const e of model.eras) add(e.evidence, e.label, e.entity ?? null);
  return all;
}

function card(context: Context, source: Source, uses: Use[]): HTMLElement {
  return h("article", { class: "source", id: `source-${source.id}` },
    h("h2", null, outward(source.url ?? source.archive, bdi(source.title, source.lang))),
    h("p", { class: "by-line" }, [apart(source.publisher ?? ""), series((source.authors ?? []).filter((a) => a !== source.publisher).map(apart)), source.when?.text].filter(Boolean).join(" · "), source.dateNote ? h("small", null, ` (${source.dateNote})`) : null),
    source.note ? h("p", { class: "note" }, source.note) : null,
    source.outside ? h("p", { class: "small" }, h("span", { class: "badge outside" }, "from outside")) : null,
    h("p", { class: "coverage" }, coverage(source, uses)),
    fold(`What rests on it: ${count(uses.length, "statement")}`, () => [
      h("ol", { class: "places" }, ...places(context, source, uses))]),
    provenance(source));
}

/** Every paragraph in its turn, those without a statement too, then the places that are no paragraphs. */
function places(context: Context, source: Source, uses: readonly Use[]): HTMLElement[] {
  const byParagraph = new Map<number, Use[]>();
  const elsewhere = new Map<string, Use[]>();
  for (const use of uses) {
    const numbers = paragraphs(use.at);
    for (const n of numbers) gather(byParagraph, n, use);
    if (numbers.length === 0) gather(elsewhere, use.at, use);
  }
  const last = Math.max(source.paragraphs ?? 0, ...byParagraph.keys());
  const items = Array.from({ length: last }, (_, i) => {
    const found = byParagraph.get(i + 1) ?? [];
    return found.length > 0 ? placeItem(context, source, place(String(i + 1)), found) : emptyItem(source, i + 1);
  });
  const rest = [...elsewhere].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...items, ...rest.map(([at, found]) => placeItem(context, source, place(at || undefined), found))];
}

function gather<K>(groups: Map<K, Use[]>, key: K, use: Use): void {
  const list = groups.get(key);
  if (list) list.push(use);
  else groups.set(key, [use]);
}

function placeItem(context: Context, source: Source, name: string, uses: readonly Use[]): HTMLElement {
  return h("li", null, h("h3", null, name), h("ul", null, ...uses.map((use) => h("li", null,
    use.selects ? h("button", { type: "button", class: "pick", onclick: () => context.store.set({ selected: use.selects }) }, bdi(use.what)) : bdi(use.what),
    use.evidence.status === "stated" ? null : " ", use.evidence.status === "stated" ? null : badge(use.evidence.status),
    use.evidence.terms?.length ? h("small", { class: "terms" }, " ", bdi(use.evidence.terms.join(", "), source.lang)) : null))));
}

function emptyItem(source: Source, n: number): HTMLElement {
  const reason = source.noFact?.find((none) => paragraphs(none.at).includes(n))?.reason;
  return h("li", null, h("h3", null, place(String(n))), h("p", { class: "small" }, reason ? `No fact to record: ${reason}` : "Nothing rests on it."));
}

function coverage(source: Source, uses: readonly Use[]): string {
  if (!source.paragraphs) return count(uses.length, "statement");
  const cited = new Set(uses.flatMap((use) => paragraphs(use.at)));
  const empty = new Set((source.noFact ?? []).flatMap((n) => paragraphs(n.at)).filter((n) => !cited.has(n)));
  const left = source.paragraphs - cited.size - empty.size;
  const nothing = empty.size > 0 ? `, ${empty.size} hold no fact` : "";
  return `${cited.size} of ${count(source.paragraphs, "paragraph")} cited${nothing}${left > 0 ? `, ${left} not used` : ""}`;
}

function provenance(source: Source): HTMLElement | null {
  const parts: (Node | null)[] = [
    source.archive ? outward(source.archive, "archived copy") : null,
    source.licence ? h("span", null, `licence ${source.licence}`) : null,
    source.file ? h("span", null, `text ${source.file}`) : null,
    source.sha256 ? h("span", { class: "hash", title: source.sha256 }, `sha256 ${source.sha256.slice(0, 12)}…`) : null,
  ];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : h("p", { class: "small provenance" }, ...said.flatMap((part, i) => (i === 0 ? [part] : [" · ", part])));
}
