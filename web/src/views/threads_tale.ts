// The chosen thread in words: a red line with the numbers of the chart, the
// steps beside it, their evidence to be opened in place.

import type { Context, Evidence } from "../contract";
import { badge, fold, outsideMark } from "../details/common";
import { evidenceFold } from "../details/evidence";
import { bdi, fill, h, type Child } from "../dom";
import { MEANING, place, references, series, title } from "../words";
import { choices, marksOf, type Choice, type Ruling, type Step, type Thread, type Threads } from "./threads_data";
import { aloneWords, beforeNote, begunWords, beyondWords, boundWords, breakWords, choiceTitle, dateWords, earlierWords, leadWords, linkWords, markEvidence, rulingWords, stepEvidence, sureWords } from "./threads_words";

/** How the words are made: on paper nothing is a button and all evidence lies open. */
interface Voice { context: Context; paper: boolean; picked(id: string): void }

const UNKNOWN = "The link names a thread that is not in this page. Choose one of the list.";

export function drawTale(into: HTMLElement, t: Threads, choice: Choice | undefined, context: Context, picked: (id: string) => void): void {
  const voice: Voice = { context, paper: false, picked };
  fill(into, ...(choice ? told(t, choice, voice) : [h("p", { class: "rt-th-unknown", role: "status" }, choices(t).size > 0 ? UNKNOWN : "There is no thread in this dataset.")]));
}

/** For paper: one thread a page, with its sources. */
export function paperTale(t: Threads, choice: Choice, context: Context): HTMLElement {
  const voice: Voice = { context, paper: true, picked: () => undefined };
  return h("article", { class: "rt-th-sheet" }, ...told(t, choice, voice), sources(choice, context));
}

const MOST_TOLD = 300; // of each list on paper

/** For paper: what is no thread, each with its reason and where it stands. Null where there is nothing of the kind. */
export function paperAbsences(t: Threads, context: Context): HTMLElement | null {
  const { index, model } = context;
  const item = (words: string, why: string, evidence: readonly Evidence[]): HTMLElement => h("li", null, h("strong", null, bdi(words)), ` ${why}`, evidence.length > 0 ? h("span", { class: "rt-th-cite" }, ` ${series(references(index, evidence))}`) : null);
  const ruled = (r: Ruling): HTMLElement => {
    const record = model.ruledOut.find((x) => `ruled:${x.id}` === r.id);
    return item(`${choiceTitle(index, { ruling: r })}.`, [r.byDate ? rulingWords(r) : "", record?.reason ?? ""].filter(Boolean).join(" "), record?.evidence ?? []);
  };
  const broken = (thread: Thread): HTMLElement => {
    const late = thread.steps[thread.breaks?.[0]?.step ?? -1];
    return item(`${choiceTitle(index, { thread })}.`, (thread.breaks ?? []).map((b) => breakWords(index, thread, b)).join(" "), late ? stepEvidence(index, late).evidence : []);
  };
  const part = (words: string, items: HTMLElement[]): Child => (items.length === 0 ? null
    : h("section", null, h("h3", null, words), h("ul", null, ...items.slice(0, MOST_TOLD)), items.length > MOST_TOLD ? h("p", null, `${items.length - MOST_TOLD} more are not printed.`) : null));
  const parts = [
    part("Cannot have led there, by the dates", [...t.impossible.map(broken), ...t.ruled.filter((r) => r.byDate).map(ruled)]),
    part("Looks like a link, is none: ruled out by what the sources say", t.ruled.filter((r) => !r.byDate).map(ruled)),
    part("Cases without a thread", t.cases.map((a) => item(`${title(index, a.case)}.`, aloneWords(index, a), markEvidence(index, a.case).evidence))),
  ].filter((p) => p !== null);
  return parts.length > 0 ? h("article", { class: "rt-th-sheet rt-th-absences" }, h("h2", { class: "rt-th-title" }, "What is no thread"), ...parts, h("p", { class: "small" }, beyondWords(t))) : null;
}

function told(t: Threads, choice: Choice, voice: Voice): Child[] {
  const { index } = voice.context;
  const head = h("h2", { class: "rt-th-title", tabindex: "-1" }, bdi(choiceTitle(index, choice)));
  if ("alone" in choice) return [head, h("p", { class: "rt-th-apart" }, "No thread leads here."), h("p", null, aloneWords(index, choice.alone)), linkList(choice.alone.links, voice)];
  if ("ruling" in choice) return [head, ...ruling(choice.ruling, voice)];
  return [head, ...thread(t, choice.thread, voice)];
}

// ---- a thread ---------------------------------------------------------------

function thread(t: Threads, thread: Thread, voice: Voice): Child[] {
  const { index } = voice.context;
  const impossible = thread.time === "impossible";
  const cut = new Set((thread.breaks ?? []).map((b) => b.step));
  const sure = sureWords(thread);
  const bounds = boundWords(t, thread);
  return [
    h("p", { class: "rt-th-status" }, impossible ? h("span", { class: "badge rt-th-none" }, "impossible") : badge(thread.status), " ", impossible ? "cannot have happened in this order" : MEANING[thread.status]),
    thread.group === "law" ? null : h("p", { class: "small" }, thread.group === "charge" ? "It begins with a charge: the sources name no law." : "It begins with an event: the sources name no rule."),
    h("ol", { class: `rt-th-steps${impossible ? " rt-th-grey" : ""}` }, origin(thread, voice), ...thread.steps.map((s, i) => step(s, i + 2, cut.has(i), i === thread.steps.length - 1 ? beforeNote(thread) : "", voice))),
    ...(thread.breaks ?? []).map((b) => h("p", { class: "rt-th-warning" }, breakWords(index, thread, b))),
    ...(thread.earlier ?? []).map((id) => warning(earlierWords(index, thread, id), id, voice)),
    thread.begun ? warning(begunWords(index, thread), thread.to, voice) : null,
    impossible ? null : h("h3", null, "How sure is it?"),
    impossible ? null : h("p", null, sure.status, " ", sure.time),
    bounds ? h("p", { class: "small" }, bounds) : null,
  ];
}

function warning(words: string, id: string, voice: Voice): HTMLElement {
  const { evidence, borrowed } = markEvidence(voice.context.index, id);
  return h("div", { class: "rt-th-warning" }, h("p", null, words), borrowed ? null : cited(evidence, voice));
}

function origin(thread: Thread, voice: Voice): HTMLElement {
  const { index } = voice.context;
  const id = thread.steps[0]?.from ?? thread.from;
  const thing = index.thing(id);
  const { evidence } = markEvidence(index, id);
  const staged = index.stagesOf(id).some((s) => s.when); // its dates are those of its stages, told where the thread passes them
  const date = thing?.when && !thing.when.derived ? thing.when.text : staged ? "" : "no date given";
  return item(1, "", date.replace(" given", ""), [named(id, voice)], [date ? h("span", { class: "rt-th-when" }, date) : null, ...cites(evidence, voice)]);
}

function step(s: Step, number: number, cut: boolean, before: string, voice: Voice): HTMLElement {
  const { index } = voice.context;
  const { lead, object } = leadWords(index, s);
  const { evidence, borrowed } = stepEvidence(index, s);
  const relation = s.relation === null ? undefined : index.relation(s.relation);
  const note = s.relation === null ? index.thing(s.to)?.note : relation?.note;
  const words: Child[] = object === null ? [named(s.to, voice, lead)] : [h("span", { class: "rt-th-lead" }, `${lead} `), named(object, voice)];
  const small: Child[] = [
    h("span", { class: "rt-th-when" }, dateWords(s)),
    s.status === "stated" ? h("span", null, "stated") : h("span", null, badge(s.status), ` ${MEANING[s.status]}`),
    outsideMark(voice.context, relation?.outside),
    ...cites(evidence, voice),
  ];
  const more: Child[] = [
    before ? h("p", { class: "rt-th-before" }, before) : null,
    s.draft ? h("p", { class: "rt-th-draft" }, "At this point the law was only a draft.") : null,
    cut ? h("p", { class: "rt-th-draft" }, "Here the order breaks.") : null,
    borrowed ? h("p", { class: "small" }, "The evidence is for the whole, not for this stage.") : null,
    note ? remark(note, voice) : null,
  ];
  return item(number, s.status, s.derived ? "no date" : (s.date?.text ?? "no date"), words, small, more);
}

function item(number: number, status: string, date: string, words: Child[], small: Child[], more: Child[] = []): HTMLElement {
  const parts = small.filter((c) => c !== null && c !== undefined && c !== false);
  return h("li", { class: `rt-th-step ${status}`, value: number },
    h("span", { class: "rt-th-date", "aria-hidden": "true" }, date),
    h("span", { class: "rt-th-disc", "aria-hidden": "true" }, number),
    h("div", { class: "rt-th-said" }, h("p", { class: "rt-th-words" }, ...words),
      h("div", { class: "rt-th-small" }, ...parts), ...more));
}

const LONG = 170; // letters of a remark that is folded

function remark(note: string, voice: Voice): HTMLElement {
  const whole = h("p", { class: "note" }, note);
  return voice.paper || note.length <= LONG ? whole : fold("Remark", () => [whole]);
}

/** A name that opens its evidence. */
function named(id: string, voice: Voice, words?: string): HTMLElement {
  const name = words ?? title(voice.context.index, id);
  if (voice.paper) return h("strong", null, bdi(name));
  return h("button", { type: "button", class: "pick rt-th-pick", onclick: () => voice.picked(id) }, bdi(name));
}

function cites(evidence: readonly Evidence[], voice: Voice): Child[] { return [cited(evidence, voice)]; }

function cited(evidence: readonly Evidence[], voice: Voice): HTMLElement {
  if (voice.paper) return h("span", { class: "rt-th-cite" }, evidence.length > 0 ? series(references(voice.context.index, evidence)) : "no evidence is given");
  return evidenceFold(voice.context, evidence);
}

// ---- what is none -----------------------------------------------------------

function ruling(r: Ruling, voice: Voice): Child[] {
  const { index, model } = voice.context;
  const record = model.ruledOut.find((x) => `ruled:${x.id}` === r.id);
  const end = (id: string, n: number, date: string | undefined): HTMLElement => item(n, "", date ?? "no date", [named(id, voice)], [h("span", null, date ?? "no date given"), ...cites(markEvidence(index, id).evidence, voice)]);
  return [
    h("p", { class: "rt-th-status" }, h("span", { class: "badge rt-th-none" }, r.byDate ? "impossible" : "no link"), " ", r.byDate ? "cannot have led there" : "no thread in the sources"),
    h("ol", { class: "rt-th-steps rt-th-grey rt-th-cutline" }, end(r.from, 1, index.thing(r.from)?.when?.text), end(r.to, 2, index.thing(r.to)?.when?.text)),
    h("p", { class: "rt-th-warning" }, rulingWords(r)),
    record ? h("p", null, record.reason) : null,
    record ? cited(record.evidence, voice) : null,
    r.thread ? h("p", { class: "rt-th-warning" }, "Yet the dataset holds a thread between the two: one of them is wrong.") : null,
    linkList(r.links, voice),
  ];
}

function linkList(links: readonly { relation: string; from: string; to: string; carries?: boolean }[] | undefined, voice: Voice): HTMLElement | null {
  if (!links || links.length === 0) return null;
  const list = (): HTMLElement => h("ul", { class: "rt-th-links" }, ...links.map((k) => h("li", null, linkWords(voice.context.index, k))));
  return voice.paper ? list() : fold("The shortest connection, which is no thread", () => [list()]);
}

// ---- paper ------------------------------------------------------------------

/** Every source that a thread rests on, with the places. */
function sources(choice: Choice, context: Context): HTMLElement {
  const { index } = context;
  const all: Evidence[] = [];
  const ofMarks = (ids: readonly string[]): void => { for (const id of ids) all.push(...markEvidence(index, id).evidence); };
  if ("thread" in choice) {
    ofMarks(marksOf(choice).slice(0, 1)); // the first mark has no step that leads to it
    for (const s of choice.thread.steps) all.push(...stepEvidence(index, s).evidence);
    ofMarks([...(choice.thread.earlier ?? []), ...(choice.thread.begun ? [choice.thread.to] : [])]);
  } else ofMarks(marksOf(choice));
  if ("ruling" in choice) all.push(...(context.model.ruledOut.find((x) => `ruled:${x.id}` === choice.ruling.id)?.evidence ?? []));
  const by = new Map<string, Evidence[]>();
  for (const e of all) by.set(e.source, [...(by.get(e.source) ?? []), e]);
  return h("section", { class: "rt-th-sources" }, h("h3", null, "Sources"), h("ul", null, ...[...by].map(([id, list]) => oneSource(id, list, context))));
}

/** A source once, with each place and the terms found there. */
function oneSource(id: string, list: readonly Evidence[], context: Context): HTMLElement {
  const source = context.index.source(id);
  const places = new Map<string, Set<string>>();
  for (const e of list) {
    const said = [...(e.terms ?? []).map((t) => `“${t}”`), ...(e.status === "stated" ? [] : [MEANING[e.status]]), ...(e.by ? [`as reported by ${e.by}`] : [])];
    places.set(e.at ?? "", new Set([...(places.get(e.at ?? "") ?? []), ...said]));
  }
  return h("li", null,
    h("strong", null, source?.short ?? id), " ", outsideMark(context, source?.outside),
    h("p", null, [source?.publisher, source?.title, source?.when?.text].filter(Boolean).join(", "), source?.url ? ` · ${source.url}` : null),
    ...[...places].map(([at, said]) => h("p", null, `${place(at)}: `, [...said].join(", "))));
}
