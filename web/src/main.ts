// The page comes to life: the data is read, the frame is put around the
// workspace, and one store moves all of it.

import { exists, firstView, selectionWords, type App } from "./app";
import type { Ask, Context, State, ViewId } from "./contract";
import { makeDetails } from "./details/panel";
import { fill, h } from "./dom";
import { makeFilters } from "./filter";
import { readModel, readViews } from "./island";
import { makeIndex } from "./lookup";
import { makeSearch } from "./search";
import { makeFrame } from "./shell/frame";
import { makeNotice, type Notice } from "./shell/notice";
import { showAboveSheet } from "./shell/sheet";
import { makeWorkspace } from "./shell/workspace";
import { initial, sane, type BaseOf } from "./state";
import { browserAddress, createStore } from "./store";
import { makeStory } from "./story/panel";
import { inFocusOf, stepState, within } from "./story/steps";
import { applyTheme, readTheme } from "./theme";
import { REGISTRY, type View } from "./views/registry";

function start(): void {
  const model = readModel();
  const index = makeIndex(model);
  const search = makeSearch(model, index);
  const views = chosen();
  const ids = views.map((view) => view.id);
  const kinds = new Set(model.kinds.map((kind) => kind.id));
  const announce = (text: string): void => { const live = document.getElementById("rt-live"); if (live) live.textContent = text; };
  const notice = makeNotice(announce);
  const known = (id: string): boolean => { const there = exists(index, id); if (!there) notice.tell(id); return there; };
  const tidy = (state: State): State => sane({ ...state, step: within(model, state.step) }, ids, known, kinds);
  const base = initial(firstView(views));
  const baseOf = (step: number): State => (step > 0 ? tidy(stepState(model, within(model, step), base)) : base);
  const clock = { later: (run: () => void, ms: number): void => { setTimeout(run, ms); } };
  const store = createStore(baseOf, tidy, browserAddress(), clock);
  const app: App = { model, index, store, search, views, announce, filter: makeFilters(model, index, search) };
  run(app, views, baseOf, notice);
}

/** The views that the page asks for and that have what they need. */
function chosen(): View[] {
  const asked = readViews();
  const able = REGISTRY.filter((view) => !view.chart || document.getElementById(`rt-view-${view.id}`));
  return asked.flatMap((id) => able.filter((view) => view.id === id));
}

function run(app: App, views: readonly View[], baseOf: BaseOf, notice: Notice): void {
  let printing = false;
  const inFocus = inFocusOf(app.model, app.index);
  applyTheme(app.store.state.theme, printing);
  const contextOf = (_: ViewId, option: unknown, ready: () => void): Context => ({
    model: app.model, index: app.index, store: app.store, option, ready,
    theme: () => readTheme(app.model),
    visible: (id) => app.filter(app.store.state).visible(id),
    visibleRelation: (id) => app.filter(app.store.state).visibleRelation(id),
    listed: (id) => app.filter(app.store.state).listed(id),
    inFocus: (id) => inFocus(app.store.state, id),
    announce: app.announce,
  });
  const workspace = makeWorkspace(views, contextOf);
  const details = makeDetails(app);
  const story = makeStory(app, baseOf);
  const frame = makeFrame(app, workspace.element, details.element, story, notice);
  const repaint = (): void => { applyTheme(app.store.state.theme, printing); workspace.repaint(app.store.state); };

  const lookAt = (state: State): void => {
    if (state.selected && state.step === 0) showAboveSheet(details.element, workspace.element, workspace.marks(), state.selected);
  };

  const follow = (state: State, before: State): void => {
    if (before.theme !== state.theme) repaint();
    frame.update(state);
    details.update(state, before);
    story.update(state, before);
    workspace.show(state);
    if (before.selected !== state.selected) lookAt(state);
    if (before.step === state.step && before.selected !== state.selected) app.announce(state.selected ? selectionWords(app.index, state.selected) : "Nothing is selected");
  };
  app.store.subscribe(follow);
  frame.update(app.store.state);
  details.update(app.store.state, null);
  story.update(app.store.state, null);
  // The frame is painted before the first view is made, which takes longer.
  setTimeout(() => { workspace.show(app.store.state); lookAt(app.store.state); });

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  matchMedia("(prefers-reduced-motion: reduce)").addEventListener("change", repaint);
  const print = (now: boolean): void => { printing = now; details.unfold(now); story.print(now); repaint(); };
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  new ResizeObserver(() => workspace.resize()).observe(workspace.element);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && app.store.state.selected) app.store.set({ selected: null });
  });
  answer("rt:marks", (ask) => { ask.detail.view = app.store.state.view; ask.detail.marks = workspace.marks(); ask.detail.red = workspace.redLines(); });
  answer("rt:state", (ask) => { ask.detail.state = app.store.state; });
}

function answer(name: string, fill: (ask: Ask) => void): void {
  document.addEventListener(name, (event) => fill(event as Ask));
}

function begin(): void {
  try {
    start();
  } catch (error) {
    const app = document.getElementById("rt-app");
    if (app) fill(app, h("p", { class: "failure", role: "alert" }, `The page could not start: ${error instanceof Error ? error.message : String(error)}`));
    document.documentElement.dataset["failed"] = "true"; // the words come back
  }
}

setTimeout(begin); // a task of its own, after that of reading the script
