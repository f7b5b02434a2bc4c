import assert from "node:assert/strict";
import { test } from "node:test";
import { initial } from "../src/state";
import { createStore, type Address } from "../src/store";

interface Bench { address: Address; written: string[]; go(hash: string): void; pass(): void; later(run: () => void, ms: number): void }

function bench(hash = ""): Bench {
  const written: string[] = [];
  let changed = (): void => {};
  let waiting: (() => void)[] = [];
  let now = hash;
  return {
    written,
    address: {
      read: () => now,
      write(next, push) { now = next; written.push(`${push ? "push" : "replace"} ${next}`); },
      listen(run) { changed = run; },
    },
    go(next) { now = next; changed(); },
    pass() { const run = waiting; waiting = []; for (const one of run) one(); },
    later(run) { waiting.push(run); },
  };
}

const base = initial("timeline");
const open = (b: Bench) => createStore(() => base, (state) => state, b.address, b);

test("a store begins with what the address says", () => {
  assert.equal(open(bench("view=network&sel=a")).state.selected, "a");
});

test("a change reaches the listeners and the address", () => {
  const b = bench();
  const store = open(b);
  const seen: (string | null)[] = [];
  const stop = store.subscribe((state, before) => seen.push(before.selected, state.selected));
  store.set({ selected: "a" });
  stop();
  store.set({ selected: "b" });
  assert.deepEqual(seen, [null, "a"]);
  b.pass();
  assert.deepEqual(b.written, ["push sel=a", "push sel=b"]);
});

test("what changes nothing leaves no trace", () => {
  const b = bench();
  const store = open(b);
  store.subscribe(() => { throw new Error("told of nothing"); });
  store.set({ selected: null, hidden: [], window: null });
  assert.deepEqual(b.written, []);
});

test("a thousand changes write the address twice, and the last one stands", () => {
  const b = bench();
  const store = open(b);
  for (let i = 1; i <= 1000; i++) store.set({ window: [i, i + 500] }, { replace: true });
  assert.equal(b.written.length, 1);
  b.pass();
  assert.equal(b.written.length, 2);
  assert.ok(b.written[1]?.includes("from=1972-09-27"), b.written[1]);
});

test("a step of the history is not lost among replacements", () => {
  const b = bench();
  const store = open(b);
  store.set({ query: "a" }, { replace: true });
  store.set({ selected: "x" });
  store.set({ query: "ab" }, { replace: true });
  b.pass();
  assert.deepEqual(b.written, ["replace q=a", "push sel=x&q=ab"]);
});

test("going back brings the state and writes nothing", () => {
  const b = bench();
  const store = open(b);
  store.set({ selected: "a" });
  b.pass();
  b.go("");
  assert.equal(store.state.selected, null);
  assert.deepEqual(b.written, ["push sel=a"]);
});

test("a window is kept as the address can say it", () => {
  const store = open(bench());
  store.set({ window: [100.2, 10.7] });
  assert.deepEqual(store.state.window, [11, 100]);
});
