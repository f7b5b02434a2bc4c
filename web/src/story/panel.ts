// The story beside the chart: one step at a time, with what it rests on. The
// picture follows the state; the panel only sets it.

import type { App } from "../app";
import { drawBlocks } from "../blocks";
import type { BaseOf } from "../state";
import type { State, StoryStep } from "../contract";
import { section } from "../details/common";
import { evidenceFold } from "../details/evidence";
import { fill, h } from "../dom";
import type { Part } from "../shell/part";
import { same } from "../store";
import { count } from "../words";
import { handout } from "./handout";
import { moveOf, placeOf, type Move } from "./keys";
import { inFullScreen, maybeFullScreen, toggleFullScreen } from "./screen";
import { stepOf } from "./steps";

export interface Story {
  element: HTMLElement; // beside the chart
  button: Part; // in the bar
  update(state: State, before: State | null): void;
  /** Writes the handout for paper, and takes it away again. */
  print(now: boolean): void;
}

/** A story that the page does not have leaves nothing on the screen. */
export function makeStory(app: App, baseOf: BaseOf): Story {
  const steps = app.model.story.length;
  const start = h("button", { type: "button", class: "plain present", onclick: () => { go(1); next.focus(); } }, h("span", { class: "sr" }, "Present the "), h("span", null, "Story"), `, ${count(steps, "step")}`);
  const says = h("p", { class: "story-count" });
  const bar = h("div", { class: "story-bar", role: "progressbar", "aria-label": "Steps of the story", "aria-valuemin": 1, "aria-valuemax": steps }, ...app.model.story.map(() => h("i")));
  const list = makeList(app, (n) => { list.open = false; go(n); next.focus({ preventScroll: true }); });
  const title = h("h2", { class: "story-title", id: "story-title" });
  const body = h("div", { class: "story-body", tabindex: "0", role: "region", "aria-labelledby": "story-title" });
  const previous = tool("‹ Back", "Previous step (←, Page Up)", () => move("previous"));
  const next = tool("Next ›", "Next step (→, Page Down, Space)", () => move("next"));
  const notes = tool("Notes", "Speaker’s notes (N)", () => move("notes"));
  const screen = tool("Full screen", "Full screen (F)", () => move("screen"));
  const again = tool("Show the step", "Show the step again as it was told", () => go(app.store.state.step));
  const element = h("section", { class: "story", id: "story", "aria-label": "Story", hidden: true },
    h("div", { class: "story-head" }, says, bar, list, h("button", { type: "button", class: "close", "aria-label": "Leave the story", title: "Leave the story (Esc)", onclick: () => move("leave") }, "×")),
    title, body,
    h("div", { class: "story-tools" }, previous, next, again, h("span", { class: "gap" }), notes, screen));
  next.classList.add("story-next");
  for (const one of [notes, screen]) one.classList.add("story-aside");
  screen.hidden = !maybeFullScreen();

  let outside: State | null = null; // what the page showed before the story
  let reading = false; // the notes
  let from: HTMLElement | null = null; // the words that led to a selection
  let paper: HTMLElement | null = null;

  const go = (n: number): void => {
    const { theme, embed } = app.store.state;
    app.store.set({ ...(n > 0 ? baseOf(n) : (outside ?? baseOf(0))), theme, embed });
  };
  const move = (what: Move): void => {
    const { step } = app.store.state;
    switch (what) {
      case "next": if (step < steps) go(step + 1); else app.announce("This is the last step"); break;
      case "previous": if (step > 1) go(step - 1); break;
      case "first": go(1); break;
      case "last": go(steps); break;
      case "screen": if (maybeFullScreen()) toggleFullScreen(); break;
      case "notes": reading = !reading; write(app.store.state); break;
      case "leave": if (list.open) { list.open = false; next.focus(); } else go(0); break;
    }
  };

  const write = ({ step }: State): void => {
    const told = stepOf(app.model, step);
    if (!told) return;
    says.textContent = `Step ${step} of ${steps}`;
    bar.setAttribute("aria-valuenow", String(step));
    bar.setAttribute("aria-valuetext", `step ${step} of ${steps}`);
    [...bar.children].forEach((dot, i) => { dot.className = i + 1 < step ? "past" : i + 1 === step ? "now" : ""; });
    [...list.querySelectorAll("li button")].forEach((one, i) => { if (i + 1 === step) one.setAttribute("aria-current", "step"); else one.removeAttribute("aria-current"); });
    title.textContent = told.title;
    fill(body, ...content(app, told, reading));
    previous.setAttribute("aria-disabled", String(step === 1));
    next.setAttribute("aria-disabled", String(step === steps));
    notes.setAttribute("aria-pressed", String(reading));
    notes.hidden = !app.model.story.some((one) => one.notes?.length);
  };

  addEventListener("keydown", (event) => {
    if (app.store.state.step === 0 || event.defaultPrevented) return;
    const what = moveOf(event, placeOf(document.activeElement));
    if (what === null || (what === "leave" && (inFullScreen() || app.store.state.selected !== null))) return;
    event.preventDefault();
    move(what);
  });
  document.addEventListener("fullscreenchange", () => screen.setAttribute("aria-pressed", String(inFullScreen())));

  return {
    element,
    button: { element: start, update: (state) => { start.hidden = steps === 0 || state.step > 0; } },
    update(state, before) {
      if (state.step === 0) outside = state;
      const within = element.contains(document.activeElement);
      const off = again.hidden;
      again.hidden = state.selected === null && same({ ...baseOf(state.step), theme: state.theme, embed: state.embed }, state);
      element.hidden = state.step === 0;
      document.documentElement.toggleAttribute("data-story", state.step > 0);
      if (state.step !== before?.step) {
        const lost = body.contains(document.activeElement);
        write(state);
        body.scrollTop = 0;
        if (lost || (again.hidden && !off && document.activeElement === again)) next.focus({ preventScroll: true });
        if (before && state.step > 0) app.announce(`${says.textContent}: ${title.textContent}. ${body.querySelector(".story-text")?.textContent ?? ""}`);
        if (before && state.step === 0 && within) start.focus();
        return;
      }
      if (state.step === 0 || before === null || before.selected === state.selected) return;
      if (before.selected === null && within) {
        from = document.activeElement as HTMLElement;
        document.querySelector<HTMLElement>("#details h2")?.focus({ preventScroll: true });
      } else if (state.selected === null && from !== null) {
        (from.isConnected && from !== again ? from : next).focus({ preventScroll: true });
        from = null;
      }
    },
    print(now) {
      paper?.remove();
      paper = now && app.store.state.step > 0 ? handout(app, app.store.state.step, reading) : null;
      if (paper) element.after(paper);
    },
  };
}

function tool(words: string, label: string, run: () => void): HTMLButtonElement {
  return h("button", { type: "button", class: "plain", title: label, onclick: run }, words);
}

/** The text, what it rests on, and the notes where they are asked for. */
function content(app: App, step: StoryStep, notes: boolean): (Node | null)[] {
  const pick = (id: string, words: Node[]): HTMLElement => word(app, id, words);
  return [
    h("div", { class: "story-text" }, ...drawBlocks(step.text, pick)),
    notes && step.notes?.length ? h("div", { class: "story-notes" }, h("h3", null, "Notes"), ...drawBlocks(step.notes, pick)) : null,
    step.evidence.length > 0 ? section("What this rests on", evidenceFold(app, step.evidence)) : null,
  ];
}

/** A word that selects a thing. Not a button element: that would stand in the text as a block. */
function word(app: App, id: string, words: readonly Node[]): HTMLElement {
  if (!app.index.thing(id)) return h("span", null, ...words);
  const take = (): void => app.store.set({ selected: id });
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    take();
  };
  return h("span", { role: "button", tabindex: "0", class: "pick", onclick: take, onkeydown: press }, ...words);
}

/** All steps, to jump to one. */
function makeList(app: App, go: (n: number) => void): HTMLDetailsElement {
  return h("details", { class: "story-list" }, h("summary", { class: "filter menu" }, "All steps"),
    h("ol", null, ...app.model.story.map((step, i) => h("li", null, h("button", { type: "button", onclick: () => go(i + 1) }, `${i + 1}. ${step.title}`)))));
}
