import assert from "node:assert/strict";
import { test } from "node:test";
import type { State } from "../src/contract";
import { snap } from "../src/dates";
import { decode, encode, initial, sane, VIEWS } from "../src/state";

const base = initial("timeline");

/** A repeatable row of numbers between 0 and 1 (Lehmer, 1951). */
function numbers(seed: number): () => number {
  let x = seed;
  return () => (x = (x * 48271) % 2147483647) / 2147483647;
}

function randomState(next: () => number): State {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const text = (): string => Array.from({ length: Math.floor(next() * 6) }, () => pick([..."aé中&=#%+,/ :?\"<\u202e"])).join("");
  const from = (next() - 0.5) * 1e6;
  return {
    view: pick(VIEWS), selected: pick([null, "a", "law/in-force", "r:a--b--c", `x${text()}`]), query: text(),
    window: next() < 0.5 ? null : snap([from, from + next() * 1000]),
    hidden: pick([[], ["law"], ["case", "law"]]), lanes: pick(["kind", "entity", "place", "tag"] as const),
    focus: Math.floor(next() * 4), thread: pick([null, "t1"]), step: Math.floor(next() * 12),
    theme: pick(["auto", "light", "dark"] as const), rows: pick(["things", "relations", "ruled-out"] as const), sort: pick(["", "2", "-3"]), embed: next() < 0.2,
  };
}

test("every state comes back from the address", () => {
  const next = numbers(7);
  for (let i = 0; i < 5000; i++) {
    const state = randomState(next);
    const hash = encode(state, base);
    assert.deepEqual(decode(`#${hash}`, () => base), state, hash);
    assert.ok(/^[\x21-\x7e]*$/.test(hash), `unreadable in an address: ${hash}`);
  }
});

test("the usual state has an empty address", () => {
  assert.equal(encode(base, base), "");
  assert.deepEqual(decode("", () => base), base);
});

test("the address can be read by people", () => {
  const state: State = { ...base, view: "network", selected: "wu-xiangyang", window: [16801, 17652], hidden: ["place", "charge"], query: "vpn notice" };
  assert.equal(encode(state, base), "view=network&sel=wu-xiangyang&from=2016-01-01&to=2018-05-01&hide=charge,place&q=vpn+notice");
});

test("what a hand wrote wrongly is passed over", () => {
  const odd = decode("#view=nowhere&from=tomorrow&to=2016&focus=-1&lanes=&step=1e9&theme=neon&%%%&&=&__proto__=x&q=%E4%zz", () => base);
  assert.equal(odd.view, "timeline");
  assert.equal(odd.window, null);
  assert.deepEqual([odd.focus, odd.step, odd.lanes, odd.theme], [0, 0, "kind", "auto"]);
  assert.equal(decode("from=2017&to=2016", () => base).window, null);
});

test("a bare embed hides the frame", () => {
  assert.equal(decode("#embed", () => base).embed, true);
  assert.equal(decode("#embed=0", () => base).embed, false);
});

test("a state names only what the page has", () => {
  const state = sane({ ...base, view: "flow", selected: "gone", hidden: ["law", "unicorn"] }, ["network", "table"], (id) => id === "here", new Set(["law"]));
  assert.deepEqual([state.view, state.selected, state.hidden], ["network", null, ["law"]]);
});

test("a state in order keeps its lists, so that a selection filters nothing anew", () => {
  const state = { ...base, hidden: ["law"], window: [0, 100] as [number, number] };
  const kept = sane(state, ["timeline"], () => true, new Set(["law"]));
  assert.ok(kept.hidden === state.hidden && kept.window === state.window);
});
