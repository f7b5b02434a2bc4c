// Finding things by any of their names, in any script, and by their dates.

import type { Index, Model, Relation, Thing } from "./contract";
import { sentence, title } from "./words";

/** Lower case, without accents, compatible forms united: "Ürümqi" is found by "urumqi", "ＶＰＮ" by "vpn". */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
}

export interface Hit { thing: Thing; matched: string; lang?: string } // matched: the name that was found

interface Name { text: string; folded: string; lang?: string }
interface Entry { thing: Thing; names: Name[]; rest: string }

export interface Search {
  /** The best things for what is typed, best first. */
  find(query: string, most: number): Hit[];
  /** Whether every word of the query occurs somewhere in what is known of the thing. */
  matches(thingId: string, query: string): boolean;
  matchesRelation(relation: Relation, query: string): boolean;
}

export function makeSearch(model: Model, index: Index): Search {
  let entries: Map<string, Entry> | null = null;
  const all = (): Map<string, Entry> => (entries ??= new Map(model.things.map((t) => [t.id, entry(t, index)])));
  return {
    find(query, most) {
      const words = wordsOf(query);
      if (words.length === 0) return [];
      const ranked: { hit: Hit; rank: number }[] = [];
      for (const e of all().values()) {
        const found = rank(e, fold(query), words);
        if (found) ranked.push(found);
      }
      ranked.sort((a, b) => a.rank - b.rank || a.hit.thing.name.length - b.hit.thing.name.length || (a.hit.thing.id < b.hit.thing.id ? -1 : 1));
      return ranked.slice(0, most).map((r) => r.hit);
    },
    matches(thingId, query) {
      const e = all().get(thingId);
      return e !== undefined && contains(e, wordsOf(query));
    },
    matchesRelation(relation, query) {
      const own = fold([sentence(index, relation), relation.note, relation.when?.edtf, relation.when?.text, ...terms(relation)].join(" "));
      const [from, to] = [all().get(relation.from), all().get(relation.to)];
      return wordsOf(query).every((w) => own.includes(w) || (from && contains(from, [w])) || (to && contains(to, [w])));
    },
  };
}

function wordsOf(query: string): string[] {
  return fold(query).split(" ").filter((word) => word !== "");
}

function entry(thing: Thing, index: Index): Entry {
  const names: Name[] = [];
  const add = (text: string | undefined, lang?: string): void => {
    if (text && !names.some((n) => n.text === text)) names.push({ text, folded: fold(text), lang });
  };
  add(title(index, thing.id));
  add(thing.short);
  for (const [lang, text] of Object.entries(thing.names ?? {})) add(text, lang);
  for (const alias of thing.aliases ?? []) add(alias.text);
  const rest = [
    thing.id, thing.summary, thing.note, thing.when?.edtf, thing.when?.text, ...(thing.tags ?? []),
    ...(thing.attributes ?? []).map((a) => a.value), ...terms(thing),
  ].join(" ");
  return { thing, names, rest: fold(rest) };
}

function terms(of: { evidence: readonly { terms?: string[] }[] }): string[] {
  return of.evidence.flatMap((e) => e.terms ?? []);
}

function contains(e: Entry, words: readonly string[]): boolean {
  return words.every((word) => e.rest.includes(word) || e.names.some((name) => name.folded.includes(word)));
}

/** 0 whole name, 1 its start, 2 a word's start, 3 anywhere in a name, 4 elsewhere; stages after things. */
function rank(e: Entry, whole: string, words: readonly string[]): { hit: Hit; rank: number } | null {
  let best = 9;
  let name: Name | undefined;
  for (const n of e.names) {
    const r = rankName(n.folded, whole, words);
    if (r < best) [best, name] = [r, n];
  }
  if (!name && contains(e, words)) [best, name] = [4, e.names[0]];
  if (!name) return null;
  return { hit: { thing: e.thing, matched: name.text, lang: name.lang }, rank: best * 2 + (e.thing.owner ? 1 : 0) };
}

function rankName(name: string, whole: string, words: readonly string[]): number {
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  if (words.every((word) => ` ${name}`.includes(` ${word}`))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : 9;
}
