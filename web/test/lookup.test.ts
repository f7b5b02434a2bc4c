import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFilters } from "../src/filter";
import { whole } from "../src/island";
import { makeIndex } from "../src/lookup";
import { fold, makeSearch } from "../src/search";
import { csv } from "../src/shell/download";
import { toggled } from "../src/shell/legend";
import { markWords } from "../src/views/timeline_list";
import { initial } from "../src/state";
import { apart, collate, grouped, paragraphs, place, references } from "../src/words";
import { model, thing } from "./model";

const m = model();
const index = makeIndex(m);
const search = makeSearch(m, index);
const found = (query: string): string[] => search.find(query, 9).map((hit) => hit.thing.id);

test("a relation of a stage counts for its owner", () => {
  assert.deepEqual(index.relationsOf("csl").map((r) => r.id), ["huang-qi--charged_under--csl"]);
  assert.equal(index.relation("csl.in-force--stage_of--csl")?.to, "csl");
});

test("a hedge in the source stays one in the words", () => {
  assert.equal(index.words("huang-qi--charged_under--csl"), "Case of Huang Qi is charged under Cyber Security Law: in force (the source does not say so outright)");
});

test("a name from right to left takes nothing beside it along, and closes what it opened", () => {
  assert.equal(apart("Office of Lamps (2015)"), "Office of Lamps (2015)");
  assert.equal(apart("网络安全法"), "网络安全法");
  for (const name of ["وزارة", "מִשְׂרַד", "Zürich مكتب 2015"]) assert.equal(apart(name), `\u2068${name}\u2069`);
  assert.equal(apart("\u2069\u202eevil"), "\u2068evil\u2069");
});

test("a law of which only the stages have dates is not called undated", () => {
  assert.equal(markWords("csl", { index }), "Cyber Security Law, law, 2017-06/..");
  const own = model();
  for (const t of own.things) if (t.id === "csl") delete t.when;
  assert.equal(markWords("csl", { index: makeIndex(own) }), "Cyber Security Law, law, see its stages");
  for (const t of own.things) if (t.owner === "csl") delete t.when;
  assert.equal(markWords("csl", { index: makeIndex(own) }), "Cyber Security Law, law, undated");
});

test("names are in the order of their numbers", () => {
  assert.deepEqual(["Thing 10", "Thing 2", "Thing 1"].sort(collate), ["Thing 1", "Thing 2", "Thing 10"]);
});

test("things are found by every name, without accents, in any script, by terms", () => {
  assert.equal(found("urumqi")[0], "urumqi");
  assert.equal(found("网络")[0], "csl");
  assert.equal(found("huang chi")[0], "huang-qi");
  assert.equal(found("QI huang")[0], "huang-qi");
  assert.equal(found("tianwang")[0], "huang-qi");
  assert.deepEqual(found("  "), []);
  assert.deepEqual(found("nothing like it"), []);
});

test("a law stands before its stage", () => {
  assert.deepEqual(found("cyber security"), ["csl", "csl/in-force"]);
});

test("folding unites forms and keeps scripts", () => {
  assert.equal(fold("  ＶＰＮ  Ürümqi "), "vpn urumqi");
  assert.equal(fold("吴向洋"), "吴向洋");
});

test("names of the language's own objects are only names", () => {
  const odd = model();
  odd.things.push(thing("__proto__", "law", "__proto__"), thing("constructor", "law", "constructor"));
  const at = makeIndex(odd);
  assert.equal(at.thing("__proto__")?.name, "__proto__");
  assert.equal(at.thing("toString"), undefined);
  assert.deepEqual(at.relationsOf("constructor"), []);
});

const filters = makeFilters(m, index, search);
const state = initial("table");

test("a stage hides with its owner's kind, not with the events", () => {
  assert.ok(filters({ ...state, hidden: ["event"] }).visible("csl/in-force"));
  assert.ok(!filters({ ...state, hidden: ["law"] }).visible("csl/in-force"));
});

test("a window hides what cannot fall into it, never the undated", () => {
  const early = filters({ ...state, window: [0, 16500] });
  assert.ok(early.visible("urumqi"));
  assert.ok(!early.visible("csl"));
  assert.ok(early.visible("huang-qi"));
  assert.deepEqual(early.hidden, { kinds: 0, ofKinds: 0, window: 1, query: 0 });
  assert.equal(early.shown, 2);
});

test("a relation is visible with both ends; a table lists it when one has the words", () => {
  const r = "huang-qi--charged_under--csl";
  assert.ok(filters(state).visibleRelation(r));
  assert.ok(!filters({ ...state, query: "huang" }).visibleRelation(r));
  assert.ok(filters({ ...state, query: "huang" }).listed(r));
  assert.ok(filters({ ...state, query: "odd note" }).listed(r));
  assert.ok(!filters({ ...state, hidden: ["law"] }).listed(r));
  assert.ok(!filters({ ...state, window: [0, 100] }).listed(r));
});

test("the same filter serves until something it depends on changes", () => {
  const one = filters(state);
  assert.ok(filters({ ...state, selected: "csl" }) === one);
  assert.ok(filters({ ...state, query: "x" }) !== one);
});

test("the legend switches a kind and all others together", () => {
  assert.deepEqual(toggled({ ...state, hidden: ["law"] }, ["law"]), []);
  assert.deepEqual(toggled({ ...state, hidden: ["law"] }, ["case", "law"]), ["case", "law"]);
});

test("what the island leaves out is put back", () => {
  const packed = JSON.parse(JSON.stringify(model())) as ReturnType<typeof model>;
  for (const r of packed.relations) { delete (r as { id?: string }).id; delete (r as { status?: string }).status; r.to = "csl"; }
  for (const t of packed.things) for (const e of t.evidence) delete (e as { status?: string }).status;
  const back = whole(packed);
  assert.equal(back.relations[0]?.id, "huang-qi--charged_under--csl");
  assert.equal(back.relations[0]?.status, "stated");
  assert.equal(back.things[3]?.evidence[0]?.status, "stated");
});

test("places are told and counted", () => {
  assert.equal(place("6"), "paragraph 6");
  assert.equal(place("6-8, 10"), "paragraphs 6–8, 10");
  assert.equal(place("p. 12"), "p. 12");
  assert.deepEqual(paragraphs("6-8, 10"), [6, 7, 8, 10]);
  assert.deepEqual(paragraphs("p. 12"), []);
  assert.ok(paragraphs("1-99999999").length <= 10000);
});

test("a source is cited once with all its places", () => {
  const e = (at?: string) => ({ source: "chrd-2018", at, status: "stated" as const });
  assert.deepEqual(references(index, [e("6"), e("10-12"), e("6")]), ["CHRD 2018, ¶ 6, 10–12"]);
  assert.deepEqual(references(index, [e()]), ["CHRD 2018"]);
});

test("digits are grouped and otherwise exact", () => {
  assert.equal(grouped("751000000"), "751,000,000");
  assert.equal(grouped("7.25"), "7.25");
  assert.equal(grouped("123456789012345678901234567890"), "123,456,789,012,345,678,901,234,567,890");
  assert.equal(grouped("a few"), "a few");
});

test("a spreadsheet finds no formula and no broken row", () => {
  assert.equal(csv([["=1+1", "a,b", 'say "x"', "two\nlines", "-5", "-x", "＠x", "'=1", " Ann", "'-5"]]), "\uFEFF'=1+1,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",-5,'-x,'＠x,''=1,' Ann,'-5\r\n");
});
