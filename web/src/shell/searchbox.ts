// The search: suggestions while typing, by any name in any script; the last
// one narrows every view to what matches.

import type { App } from "../app";
import type { State } from "../contract";
import { bdi, fill, h } from "../dom";
import type { Hit } from "../search";
import { symbol } from "../details/common";
import { count, title } from "../words";
import { laneKind } from "../filter";
import type { Part } from "./part";

const MOST = 8;

export function makeSearchBox(app: App): Part {
  const list = h("ul", { class: "suggestions", id: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: true });
  const input = h("input", {
    type: "search", class: "search-input", id: "search", role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-label": "Search names, dates", "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list",
    placeholder: "Search names, 中文, dates …",
  });
  let choices: { element: HTMLElement; take: () => void }[] = [];
  let active = -1;

  const close = (): void => { list.hidden = true; active = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const light = (at: number): void => {
    active = choices.length === 0 ? -1 : (at + choices.length) % choices.length;
    choices.forEach(({ element }, i) => element.setAttribute("aria-selected", String(i === active)));
    const element = choices[active]?.element;
    if (element) { input.setAttribute("aria-activedescendant", element.id); element.scrollIntoView({ block: "nearest" }); }
  };
  const choose = (patch: Partial<State>, said: string): void => { close(); app.store.set(patch); app.announce(said); };

  const suggest = (): void => {
    const query = input.value.trim();
    if (query === "") { close(); return; }
    const hits = app.search.find(query, MOST);
    choices = hits.map((hit, i) => ({
      element: option(app, hit, i),
      take: () => { input.value = ""; choose({ selected: hit.thing.id, query: "" }, `${hit.thing.name} is selected`); },
    }));
    const matching = app.model.things.filter((t) => !t.owner && app.search.matches(t.id, query)).length;
    if (matching > 0) choices.push({ element: narrowOption(query, matching, hits.length), take: () => choose({ query }, `Showing ${count(matching, "match", "matches")}`) });
    choices.forEach(({ element, take }, i) => {
      element.addEventListener("pointermove", () => { if (active !== i) light(i); });
      element.addEventListener("click", take);
    });
    fill(list, ...choices.map((c) => c.element), choices.length === 0 && h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, `Nothing is called “${query}”`));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    light(0);
  };

  const key = (event: KeyboardEvent): void => {
    if (event.isComposing) return; // Enter ends the writing of a Chinese word
    if (event.key === "ArrowDown" && list.hidden) suggest();
    else if (event.key === "ArrowDown") light(active + 1);
    else if (event.key === "ArrowUp") light(active - 1);
    else if (event.key === "Enter") choices[active]?.take();
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Escape") { input.value = ""; app.store.set({ query: "" }); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  input.addEventListener("input", suggest);
  input.addEventListener("keydown", key);
  input.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box
  let shown = "";
  return {
    element: h("div", { class: "search", role: "search" }, input, list),
    update(state) {
      if (state.query !== shown) input.value = state.query;
      shown = state.query;
    },
  };
}

function option(app: App, hit: Hit, i: number): HTMLElement {
  const kind = app.index.kind(laneKind(hit.thing, app.index));
  const other = hit.matched !== title(app.index, hit.thing.id) && hit.matched !== hit.thing.short;
  return h("li", { role: "option", id: `option-${i}`, "aria-selected": "false" },
    symbol(kind), h("span", { class: "name" }, bdi(title(app.index, hit.thing.id)), other ? h("bdi", { class: "other", lang: hit.lang }, ` ${hit.matched}`) : null),
    h("small", null, [kind?.label, hit.thing.when?.text].filter(Boolean).join(" · ")));
}

function narrowOption(query: string, matching: number, i: number): HTMLElement {
  return h("li", { role: "option", id: `option-${i}`, class: "narrow", "aria-selected": "false" }, `Show only the ${count(matching, "thing")} matching “${query}”`);
}
