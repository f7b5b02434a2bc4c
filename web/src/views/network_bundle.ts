// The relations of a counted bundle, as a list to choose from.

import type { Context } from "../contract";
import { h } from "../dom";
import { count } from "../words";
import type { Point } from "./network_data";

export interface Bundle { open(relations: readonly string[], at: Point): void; close(): void; }

/** `home` takes the focus back when the list goes. */
export function bundleCard(context: Context, stage: HTMLElement, home: HTMLElement): Bundle {
  let card: HTMLElement | null = null;
  const close = (): void => {
    const back = card?.contains(document.activeElement) ?? false;
    card?.remove();
    card = null;
    if (back) home.focus({ preventScroll: true });
  };
  const leave = (e: KeyboardEvent): void => {
    if (e.key !== "Escape") return;
    e.preventDefault(); // the page would drop the selection
    close();
  };
  return {
    close,
    open(relations, [x, y]) {
      close();
      const choose = (id: string): void => { close(); context.store.set({ selected: `r:${id}` }); };
      const buttons = relations.map((id) => h("button", { type: "button", onclick: () => choose(id) }, context.index.words(id)));
      card = h("div", { class: "rt-net-bundle", role: "group", "aria-label": count(relations.length, "relation"), onkeydown: leave }, ...buttons);
      stage.append(card);
      card.style.left = `${Math.max(4, Math.min(x + 8, stage.clientWidth - card.offsetWidth - 4))}px`;
      card.style.top = `${Math.max(4, Math.min(y + 8, stage.clientHeight - card.offsetHeight - 4))}px`;
      buttons[0]?.focus({ preventScroll: true });
    },
  };
}
