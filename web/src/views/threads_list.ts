// The list of threads: radios in groups, by what they begin with or by the case
// they lead to; on a phone one select says the same.

import type { Context, Status } from "../contract";
import { bdi, fill, h } from "../dom";
import { badge } from "../details/common";
import { capital } from "../words";
import { idOf, marksOf, type Choice, type Ruling, type Thread, type Threads } from "./threads_data";
import { aloneBriefly, beforeWords, beyondWords, breakBriefly, countWords, sizeWords } from "./threads_words";

export type By = "law" | "case";

const MANY = 60; // threads from which on the list is searched and its groups are opened bit by bit
const FIRST = 8; // of a group, then
const MORE = 50;

export interface Entry { id: string; choice: Choice; title: string; whole: string; small: string; badge: string; status: Status | "impossible" | "none"; other: boolean }
export interface Group { title: string; note: string; entries: Entry[] }

/** All groups in order. */
export function groups(t: Threads, context: Context, by: By): Group[] {
  const named = by === "law" ? byLaw(t, context) : byCase(t, context);
  const label = (id: string): string => context.index.label(id);
  const pair = (c: Choice, from: string, to: string, small: string, word: string, status: Entry["status"]): Entry => ({ id: idOf(c), choice: c, title: `${name(context, from)} to ${name(context, to)}`, whole: `${name(context, from)} to ${name(context, to)}`, small, badge: word, status, other: false });
  const dated = [
    ...t.impossible.map((thread) => pair({ thread }, thread.from, thread.to, breakBriefly(context.index, thread), "impossible", "impossible")),
    ...t.ruled.filter((r) => r.byDate).map((ruling) => pair({ ruling }, ruling.from, ruling.to, capital(beforeWords(ruling)), "impossible", "impossible")),
  ];
  const absent = t.ruled.filter((r) => !r.byDate).map((ruling) => pair({ ruling }, ruling.from, ruling.to, reasonOf(ruling, context), "no link", "none"));
  const alone = t.cases.map((a): Entry => ({ id: a.id, choice: { alone: a }, title: label(a.case), whole: label(a.case), small: capital(aloneBriefly(context.index, a)), badge: "no thread", status: "none", other: false }));
  return [
    ...named,
    { title: "Cannot have led there", note: "by the dates", entries: dated },
    { title: "Looks like a link, is none", note: "ruled out by what the sources say", entries: absent },
    { title: "Cases without a thread", note: "", entries: alone },
  ].filter((g) => g.entries.length > 0);
}

/** The dataset's own words on a pair that it rules out. */
export function reasonOf(r: Ruling, context: Context): string {
  return context.model.ruledOut.find((x) => `ruled:${x.id}` === r.id)?.reason ?? "";
}

/** A stage is named with what it is a stage of. */
export function name(context: Context, id: string): string {
  const thing = context.index.thing(id);
  return thing?.owner ? `${context.index.label(thing.owner)}, ${thing.stageLabel ?? thing.name}` : context.index.label(id);
}

function byLaw(t: Threads, context: Context): Group[] {
  const out: Group[] = [];
  const rest: Entry[] = [];
  for (const law of unique(t.threads.filter((x) => x.group === "law").map((x) => x.from))) {
    const own = t.threads.filter((x) => x.group === "law" && x.from === law);
    if (new Set(own.map((x) => x.to)).size > 1) out.push({ title: `From ${context.index.label(law)}`, note: "", entries: own.map((x) => entry(x, `to ${name(context, x.to)}`, context)) });
    else rest.push(...own.map((x) => entry(x, wholeOf(x, context), context)));
  }
  out.push({ title: out.length > 0 ? "From other laws and rules" : "From laws and rules", note: "", entries: rest });
  const of = (group: Thread["group"]): Entry[] => t.threads.filter((x) => x.group === group).map((x) => entry(x, wholeOf(x, context), context));
  out.push({ title: "From a charge; no law is named", note: "", entries: of("charge") });
  out.push({ title: "From an event; no rule is named", note: "", entries: of("event") });
  return out;
}

function byCase(t: Threads, context: Context): Group[] {
  return unique(t.threads.map((x) => x.to)).map((to) => ({
    title: capital(name(context, to)), note: "",
    entries: t.threads.filter((x) => x.to === to).map((x) => entry(x, `from ${name(context, x.from)}`, context)),
  }));
}

const wholeOf = (x: Thread, context: Context): string => `${capital(name(context, x.from))} to ${name(context, x.to)}`;

function entry(thread: Thread, words: string, context: Context): Entry {
  const again = thread.rank > 0 ? ", another way" : "";
  return { id: thread.id, choice: { thread }, title: words + again, whole: wholeOf(thread, context) + again, small: sizeWords(thread), badge: thread.status, status: thread.status, other: thread.rank > 0 };
}

const unique = (all: readonly string[]): string[] => [...new Set(all)];

export interface ThreadList {
  element: HTMLElement;
  picker: HTMLElement;
  draw(chosen: string | null): void;
  /** The entries shown, in order. */
  order(): string[];
}

export function makeThreadList(t: Threads, context: Context, choose: (id: string, focus: boolean) => void): ThreadList {
  let by: By = "law";
  let shown: Entry[] = [];
  let written = "";
  let words = ""; // that the list is searched for
  let listed: Entry[] = []; // those that have an element
  const opened = new Map<string, number>(); // how many of a group are shown
  const whole = t.threads.length + t.impossible.length + t.ruled.length + t.cases.length;
  const finder = (): HTMLInputElement => h("input", { type: "search", class: "rt-th-find", placeholder: "Find a thread", "aria-label": "Find a thread", oninput: (e: Event) => { search((e.target as HTMLInputElement).value); } });
  const finders = whole > MANY ? [finder(), finder()] : [];
  const box = h("div", { class: "rt-th-groups", role: "radiogroup", "aria-label": "Threads" });
  const hidden = h("p", { class: "rt-th-hidden", role: "status" });
  const select = h("select", { class: "rt-th-select", "aria-label": "Thread", onchange: () => choose(select.value, false) });
  const ways = (["law", "case"] as const).map((way) => h("button", {
    type: "button", class: "rt-th-by", "aria-pressed": "false", onclick: () => { by = way; draw(current); },
  }, `by ${way}`));
  const element = h("div", { class: "rt-th-list" }, h("div", { class: "rt-th-bys", role: "group", "aria-label": "Group the threads" }, ...ways), h("p", { class: "rt-th-count" }, countWords(t)), finders[0] ?? null, box, hidden);
  let current: string | null = null;

  box.addEventListener("keydown", (event) => {
    const at = shown.findIndex((e) => e.id === current);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined || shown.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(shown[(to + shown.length) % shown.length]?.id ?? "", true);
  });

  const draw = (chosen: string | null): void => {
    current = chosen;
    const all = groups(t, context, by);
    const kept = all.map((g) => ({ ...g, entries: g.entries.filter((e) => e.id === chosen || (seen(e.choice, context) && has(g, e, words))) })).filter((g) => g.entries.length > 0);
    shown = kept.flatMap((g) => g.entries);
    const most = (g: Group): number => (whole > MANY ? (opened.get(g.title) ?? (words ? MORE : FIRST)) : Infinity);
    const parts = kept.map((g): Group & { left: number } => {
      const entries = g.entries.filter((e, i) => i < most(g) || e.id === chosen);
      return { ...g, entries, left: g.entries.length - entries.length };
    });
    listed = parts.flatMap((g) => g.entries);
    const left = all.flatMap((g) => g.entries).length - shown.length;
    ways.forEach((w, i) => w.setAttribute("aria-pressed", String(by === (["law", "case"] as const)[i])));
    const narrow = matchMedia("(max-width: 760px)").matches; // then the select has no room for both ends: its group names the first
    const text = `${narrow}|${by}|${listed.map((e) => e.id).join(" ")}|${shown.length}`;
    if (text !== written) {
      written = text;
      fill(box, ...parts.map((g, i) => groupElement(g, i, choose, g.left > 0 ? () => { opened.set(g.title, g.entries.length + MORE); draw(current); } : null, g.left)));
      fill(select, ...kept.map((g) => h("optgroup", { label: g.title }, ...g.entries.map((e) => h("option", { value: e.id }, `${narrow ? e.title : e.whole} (${e.badge})`)))));
    }
    hidden.textContent = [left > 0 ? `${left} not shown: outside the filters${words ? " or without these words" : ""}.` : "", t.leftOut > 0 ? `${t.leftOut} more threads are not listed.` : "", beyondWords(t)].filter(Boolean).join(" ");
    for (const radio of box.querySelectorAll<HTMLElement>("[role=radio]")) {
      const on = radio.dataset["id"] === chosen;
      radio.setAttribute("aria-checked", String(on));
      radio.setAttribute("tabindex", on || (radio.dataset["id"] === listed[0]?.id && !shown.some((e) => e.id === chosen)) ? "0" : "-1");
    }
    select.value = chosen ?? ""; // none is shown as chosen where none is
  };

  const search = (text: string): void => {
    words = text.trim().toLocaleLowerCase();
    opened.clear();
    for (const f of finders) if (f.value !== text) f.value = text;
    draw(current);
  };

  return {
    element, picker: h("div", { class: "rt-th-picker" }, h("p", { class: "rt-th-count" }, countWords(t)), finders[1] ?? null, h("label", null, h("span", null, "Thread"), select)), draw,
    order: () => shown.map((e) => e.id),
  };
}

/** Whether what is said of an entry has the words, each of them somewhere. */
export function has(g: Group, e: Entry, words: string): boolean {
  const text = `${g.title} ${e.whole} ${e.badge} ${e.small}`.toLocaleLowerCase();
  return words.split(/\s+/).every((w) => text.includes(w));
}

/** Whether the filters leave something of a choice. */
function seen(c: Choice, context: Context): boolean {
  const ids = "alone" in c ? [c.alone.case] : marksOf(c);
  return ids.some((id) => context.visible(id) || context.visible(context.index.thing(id)?.owner ?? id));
}

function groupElement(g: Group, i: number, choose: (id: string, focus: boolean) => void, more: (() => void) | null, left: number): HTMLElement {
  const id = `rt-th-group-${i}`;
  return h("div", { class: "rt-th-group", role: "group", "aria-labelledby": id },
    h("div", { class: "rt-th-heading", id }, g.title, g.note ? h("small", null, ` ${g.note}`) : null),
    ...g.entries.map((e) => h("div", {
      class: `rt-th-entry${e.other ? " rt-th-other" : ""}${e.status === "impossible" || e.status === "none" ? " rt-th-not" : ""}`,
      role: "radio", "aria-checked": "false", tabindex: "-1", "data-id": e.id, onclick: () => choose(e.id, true),
      onkeydown: (event: KeyboardEvent) => { if (event.key === " " || event.key === "Enter") { event.preventDefault(); choose(e.id, true); } },
    },
      h("span", { class: "rt-th-name" }, bdi(e.title)), mark(e), e.small ? h("small", null, e.small) : null)),
    more ? h("button", { type: "button", class: "plain rt-th-more", onclick: more }, left > MORE ? `Show ${MORE} of ${left} more` : `Show ${left} more`) : null);
}

function mark(e: Entry): HTMLElement {
  return e.status === "impossible" || e.status === "none" ? h("span", { class: "badge rt-th-none" }, e.badge) : badge(e.status);
}
