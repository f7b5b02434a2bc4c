// The story on paper: a section for each step with its title, its text and
// where it stands; what the sources are follows in the page's own list.

import type { App } from "../app";
import { drawBlocks } from "../blocks";
import type { StoryStep } from "../contract";
import { h } from "../dom";
import { references } from "../words";

export function handout(app: App, shown: number, notes: boolean): HTMLElement {
  return h("section", { class: "handout", "aria-label": "The story" }, h("p", { class: "small" }, `The picture is that of step ${shown}.`), ...app.model.story.map((step, i) => sheet(app, step, i + 1, notes)));
}

function sheet(app: App, step: StoryStep, n: number, notes: boolean): HTMLElement {
  const plain = (_: string, words: Node[]): HTMLElement => h("span", null, ...words);
  return h("section", null,
    h("h2", null, `${n}. ${step.title}`),
    ...drawBlocks(step.text, plain),
    notes && step.notes?.length ? h("div", { class: "handout-notes" }, ...drawBlocks(step.notes, plain)) : null,
    step.evidence.length > 0 ? h("p", { class: "small" }, `Sources: ${references(app.index, step.evidence).join("; ")}`) : null);
}
