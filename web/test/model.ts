// A small model for the tests, with what tends to go wrong.

import type { Model, Thing, When } from "../src/contract";

export function when(edtf: string, from: number | null, to: number | null): When {
  return { edtf, text: edtf, start: [from, from], end: [to, to] };
}

export function thing(id: string, kind: string, name: string, more: Partial<Thing> = {}): Thing {
  return { id, kind, name, evidence: [], ...more };
}

export function model(): Model {
  return {
    redthread: 1, title: "Test", lang: "en",
    kinds: [
      { id: "law", label: "law", plural: "laws", light: "#1f4e9e", dark: "#8fb4f5", symbol: "page", lane: 10 },
      { id: "event", label: "event", plural: "events", light: "#9a6200", dark: "#e7b25a", symbol: "disc", lane: 80 },
      { id: "case", label: "case", plural: "cases", light: "#20242b", dark: "#eceae4", symbol: "diamond", lane: 100 },
    ],
    predicates: [{ id: "charged_under", label: "is charged under", inverse: "is the law applied to", influence: "backward" }],
    sources: [{ id: "chrd-2018", short: "CHRD 2018", title: "A text" }],
    things: [
      thing("csl", "law", "Cyber Security Law", { short: "CSL", names: { "zh-Hans": "网络安全法" }, when: when("2017-06/..", 17318, null) }),
      thing("csl/in-force", "event", "Cyber Security Law: in force", { owner: "csl", stage: "in-force", stageLabel: "in force", when: when("2017-06-01", 17318, 17319) }),
      thing("urumqi", "event", "Ürümqi forum", { when: when("2015", 16436, 16801) }),
      thing("huang-qi", "case", "Case of Huang Qi", { aliases: [{ text: "Huang Chi" }], evidence: [{ source: "chrd-2018", at: "7", status: "stated", terms: ["64 Tianwang"] }] }),
    ],
    relations: [
      { id: "huang-qi--charged_under--csl", from: "huang-qi", predicate: "charged_under", to: "csl/in-force", status: "possible", evidence: [], note: "an odd note", when: when("2018", 17532, 17897) },
    ],
    figures: [], conflicts: [], ruledOut: [], eras: [], story: [],
  };
}
