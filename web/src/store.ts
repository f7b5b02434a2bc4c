// One state for the whole page, mirrored in the address where that is allowed.

import type { State, Store } from "./contract";
import { snap } from "./dates";
import { decode, encode, type BaseOf } from "./state";

/** Where the state is written down. */
export interface Address {
  read(): string; // what stands after "#"
  write(hash: string, push: boolean): void;
  listen(changed: () => void): void;
}

export interface Clock { later(run: () => void, ms: number): void }

// Browsers allow some 200 (Safari 100) changes of the address in 30 seconds.
const PAUSE = 320;

type Listener = (state: State, before: State) => void;

/** Makes the store; `tidy` makes any state one that the page can show, `baseOf` tells what needs no word in the address. */
export function createStore(baseOf: BaseOf, tidy: (state: State) => State, address: Address, clock: Clock): Store {
  let state = tidy(decode(address.read(), baseOf));
  const listeners = new Set<Listener>();
  const write = unhurried(address, clock);

  const become = (next: State): void => {
    const before = state;
    state = next;
    for (const listener of [...listeners]) listener(state, before);
  };

  address.listen(() => {
    const next = tidy(decode(address.read(), baseOf));
    if (!same(next, state)) become(next);
  });

  return {
    get state() { return state; },
    set(patch, options) {
      const next = tidy({ ...state, ...patch, ...(patch.window ? { window: snap(patch.window) } : {}) });
      if (same(next, state)) return;
      become(next);
      write(() => encode(state, baseOf(state.step)), !options?.replace);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}

export function same(a: State, b: State): boolean {
  return encode(a, b) === encode(b, b);
}

/** Writes at once after a rest, else once when the pause is over; a push is never lost to a replace. */
function unhurried(address: Address, clock: Clock): (hash: () => string, push: boolean) => void {
  let resting = false;
  let waiting: { hash: () => string; push: boolean } | null = null;
  const write = (hash: () => string, push: boolean): void => {
    if (resting) {
      waiting = { hash, push: push || (waiting?.push ?? false) };
      return;
    }
    resting = true;
    address.write(hash(), push);
    clock.later(() => {
      resting = false;
      const next = waiting;
      waiting = null;
      if (next) write(next.hash, next.push);
    }, PAUSE);
  };
  return write;
}

/** The browser's address bar; in memory where a sandbox forbids it. */
export function browserAddress(): Address {
  let memory: string | null = null;
  return {
    read: () => memory ?? location.hash.slice(1),
    write(hash, push) {
      if (memory !== null) { memory = hash; return; }
      const target = hash ? `#${hash}` : location.pathname + location.search;
      try {
        if (push) history.pushState(null, "", target);
        else history.replaceState(null, "", target);
      } catch {
        memory = hash;
      }
    },
    listen(changed) {
      addEventListener("popstate", changed);
      addEventListener("hashchange", changed);
    },
  };
}
