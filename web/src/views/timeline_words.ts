// What the timeline says where it has nothing to draw, and of a selection that
// it cannot show.

import type { Context } from "../contract";
import { fill, h } from "../dom";
import type { Item } from "./timeline_data";

export interface Tally {
  drawn: number; // things in the window
  dated: number; // things with a date, whatever the filters say
  undated: number; // things without one that the filters leave
  window: boolean; // some dates are left out
}

/** Why nothing is drawn; empty where something is. */
export function emptyWords({ drawn, dated, undated, window }: Tally): string {
  if (drawn > 0) return "";
  const list = undated === 1 ? "1 thing without a date stands in the list below." : `${undated} things without a date stand in the list below.`;
  if (dated === 0) return undated === 0 ? "Nothing here has a date." : `Nothing here has a date: ${undated === 1 ? "1 thing stands" : `${undated} things stand`} in the list below.`;
  if (window) return undated === 0 ? "Nothing in these dates." : `Nothing in these dates. ${list}`;
  if (undated === 0) return "Nothing is left by the filters.";
  return undated === 1 ? "The 1 thing shown has no date: it stands in the list below." : `The ${undated} things shown have no date: they stand in the list below.`;
}

/** Where a selected thing is that is not drawn: "lies after these dates"; empty where nothing keeps it out. */
export function outsideWords(item: Item | undefined, from: number, to: number): string {
  if (!item) return "";
  if (item.to < from) return "lies before these dates";
  return item.from > to ? "lies after these dates" : "";
}

export interface Notice { element: HTMLElement; draw(tally: Tally): void }

/** Words over the empty chart, and a way back where the window is the reason. */
export function makeNotice(context: Context, all: () => void): Notice {
  const element = h("div", { class: "rt-tl-none", hidden: true });
  let said = "";
  return {
    element,
    draw(tally) {
      const words = emptyWords(tally);
      element.hidden = words === "";
      if (words === said) return;
      said = words;
      fill(element, h("p", null, words), tally.window && tally.dated > 0 ? h("button", { type: "button", onclick: all }, "All dates") : null);
      if (words) context.announce(words);
    },
  };
}
