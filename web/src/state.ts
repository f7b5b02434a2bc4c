// The state of the page and how it reads in the address:
// #view=network&sel=wu-xiangyang&from=2016-01-01&to=2018-05-01&hide=place,charge&q=vpn

import type { Rows, State, ViewId } from "./contract";
import { iso, parseDay, snap } from "./dates";

export const VIEWS: readonly ViewId[] = ["threads", "timeline", "network", "flow", "table", "sources"];
const ROWS: readonly Rows[] = ["things", "stages", "relations", "figures", "conflicts", "ruled-out", "eras"];
const LANES: readonly State["lanes"][] = ["kind", "entity", "place", "tag"];
const THEMES: readonly State["theme"][] = ["auto", "light", "dark"];

/** What a page shows when the address says nothing. */
export function initial(view: ViewId): State {
  return {
    view, selected: null, window: null, hidden: [], query: "", lanes: "kind", focus: 0,
    thread: null, step: 0, theme: "auto", rows: "things", sort: "", embed: false,
  };
}

/** What a step of the story shows; step 0 is the page as it opens. */
export type BaseOf = (step: number) => State;

/** The part of the state that differs from `base`, its step's own state, for the address; "" if nothing does. A key without a value empties what the step fills. */
export function encode(state: State, base: State): string {
  const parts: string[] = [];
  const say = (key: string, value: string | number, usual: string | number): void => {
    if (value !== usual) parts.push(`${key}=${readable(String(value))}`);
  };
  if (state.embed) parts.push("embed");
  say("view", state.view, base.view);
  say("sel", state.selected ?? "", base.selected ?? "");
  const [from, to] = dates(state.window);
  const [usualFrom, usualTo] = dates(base.window);
  if (from !== usualFrom || to !== usualTo) parts.push(`from=${from}`, ...(to ? [`to=${to}`] : []));
  say("hide", [...state.hidden].sort().join(","), [...base.hidden].sort().join(","));
  say("q", state.query, base.query);
  say("lanes", state.lanes, base.lanes);
  say("focus", state.focus, base.focus);
  say("thread", state.thread ?? "", base.thread ?? "");
  say("step", state.step, 0);
  say("rows", state.rows, base.rows);
  say("sort", state.sort, base.sort);
  say("theme", state.theme, base.theme);
  return parts.join("&");
}

const dates = (window: State["window"]): [string, string] => (window ? [iso(window[0]), iso(window[1])] : ["", ""]);

/** Reads what encode wrote, and forgives what a hand wrote: whatever is not understood stays as in the base of its step. */
export function decode(hash: string, baseOf: BaseOf): State {
  const said = pairs(hash.replace(/^#/, ""));
  const step = count(said.get("step"), 0, 9999);
  const base = baseOf(step);
  return {
    view: one(VIEWS, said.get("view"), base.view),
    selected: (said.get("sel") ?? base.selected) || null,
    window: said.has("from") || said.has("to") ? windowOf(said.get("from"), said.get("to")) : base.window,
    hidden: said.has("hide") ? list(said.get("hide")) : base.hidden,
    query: said.get("q") ?? base.query,
    lanes: one(LANES, said.get("lanes"), base.lanes),
    focus: count(said.get("focus"), base.focus, 9),
    thread: (said.get("thread") ?? base.thread) || null,
    step,
    theme: one(THEMES, said.get("theme"), base.theme),
    rows: one(ROWS, said.get("rows"), base.rows),
    sort: said.get("sort") ?? base.sort,
    embed: said.has("embed") && said.get("embed") !== "0",
  };
}

/** A state that only names what the page has. `known` tells of a selection whether it exists. */
export function sane(state: State, views: readonly ViewId[], known: (id: string) => boolean, kinds: ReadonlySet<string>): State {
  return {
    ...state,
    view: views.includes(state.view) ? state.view : (views[0] ?? "table"),
    selected: state.selected !== null && known(state.selected) ? state.selected : null,
    // the same list where nothing is wrong with it: what depends on it is not made anew
    hidden: state.hidden.every((kind) => kinds.has(kind)) ? state.hidden : state.hidden.filter((kind) => kinds.has(kind)),
  };
}

/** Percent signs only where the address would break without them. */
function readable(text: string): string {
  return encodeURIComponent(text).replace(/%2C/g, ",").replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%20/g, "+");
}

function pairs(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of text.split("&")) {
    if (!part) continue;
    const [key, ...rest] = part.split("=");
    found.set(key ?? "", plain(rest.join("=")));
  }
  return found;
}

function plain(text: string): string {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function one<T extends string>(choices: readonly T[], said: string | undefined, usual: T): T {
  return choices.find((choice) => choice === said) ?? usual;
}

function list(said: string | undefined): string[] {
  return [...new Set((said ?? "").split(",").filter((part) => part !== ""))].sort();
}

function count(said: string | undefined, usual: number, most: number): number {
  return said !== undefined && /^\d+$/.test(said) ? Math.min(Number(said), most) : usual;
}

function windowOf(from: string | undefined, to: string | undefined): [number, number] | null {
  const a = from === undefined ? null : parseDay(from);
  const b = to === undefined ? null : parseDay(to, true);
  return a === null || b === null || b < a ? null : snap([a, b]);
}
