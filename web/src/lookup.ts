// The model by id, and its words.

import type { Index, Kind, Model, Predicate, Relation, Source, Thing } from "./contract";
import { sentence } from "./words";

export function makeIndex(model: Model): Index {
  const things = byId(model.things);
  const relations = byId(model.relations);
  const kinds = byId(model.kinds);
  const predicates = byId(model.predicates);
  const sources = byId(model.sources);
  const stages = new Map<string, Thing[]>();
  for (const thing of model.things) {
    if (!thing.owner) continue;
    push(stages, thing.owner, thing);
    const built = stageRelation(thing, thing.owner);
    relations.set(built.id, built);
  }
  const of = relationsByThing(model.relations, things);
  const index: Index = {
    thing: (id) => things.get(id),
    relation: (id) => relations.get(id),
    kind: (id) => kinds.get(id),
    predicate: (id) => predicates.get(id),
    source: (id) => sources.get(id),
    relationsOf: (id) => of.get(id) ?? [],
    stagesOf: (id) => stages.get(id) ?? [],
    label: (id) => { const thing = things.get(id); return thing?.short ?? thing?.name ?? id; },
    words: (id) => { const found = relations.get(id); return found ? sentence(index, found) : id; },
  };
  return index;
}

function byId<T extends Thing | Relation | Kind | Predicate | Source>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A relation of a stage counts for its owner too, and once where both ends are the same thing's. */
function relationsByThing(relations: readonly Relation[], things: ReadonlyMap<string, Thing>): Map<string, Relation[]> {
  const of = new Map<string, Relation[]>();
  for (const relation of relations) {
    const ends = new Set<string>();
    for (const end of [relation.from, relation.to]) {
      ends.add(end);
      const owner = things.get(end)?.owner;
      if (owner) ends.add(owner);
    }
    for (const end of ends) push(of, end, relation);
  }
  return of;
}

/** The built-in relation of a stage to its owner is not in the model: the stage says it. */
function stageRelation(stage: Thing, owner: string): Relation {
  const id = `${stage.id.replace("/", ".")}--stage_of--${owner}`;
  return { id, from: stage.id, predicate: "stage_of", to: owner, when: stage.when, status: stage.status ?? "stated", evidence: stage.evidence };
}
