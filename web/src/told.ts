// Names and summaries stand once in the page, in its words: a list for each
// kind, in the order of the model (page/words.tmpl).

import type { Model, Thing } from "./contract";

/** Fills in what the island leaves to the words. */
export function readNames(model: Model, words: ParentNode): void {
  const lists = new Map([...words.querySelectorAll<HTMLElement>(":scope > ul[data-kind]")].map((list) => [list.dataset["kind"], [...list.children]]));
  const seen = new Map<string, number>();
  for (const thing of model.things) {
    if (thing.owner) continue;
    const at = seen.get(thing.kind) ?? 0;
    seen.set(thing.kind, at + 1);
    const item = lists.get(thing.kind)?.[at];
    if (thing.name === undefined) fill(thing, item);
  }
}

function fill(thing: Thing, item: Element | undefined): void {
  if (!item) throw new Error(`the words of this page do not name ${thing.id}`);
  const of = (selector: string): Element[] => [...item.querySelectorAll(`:scope > ${selector}`)];
  thing.name = of("b")[0]?.textContent ?? "";
  const others = of("bdi[lang]").map((name) => [name.getAttribute("lang") ?? "", name.textContent] as const);
  if (others.length > 0) thing.names = Object.fromEntries(others);
  const summary = of("i")[0]?.textContent;
  if (summary) thing.summary = summary;
}
