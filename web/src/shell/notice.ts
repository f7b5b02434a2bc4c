// What the address asks for and the data does not have: said, not dropped.

import type { State } from "../contract";
import { fill, h } from "../dom";
import type { Part } from "./part";

export interface Notice extends Part { tell(missing: string): void }

/** A line that stands until something is selected or it is closed. */
export function makeNotice(announce: (text: string) => void): Notice {
  const element = h("p", { class: "missing", hidden: true });
  const close = (): void => { element.hidden = true; };
  return {
    element,
    tell(missing) {
      const words = `Nothing here is called “${missing}”.`;
      fill(element, words, " ", h("button", { type: "button", class: "filter", "aria-label": "Close this notice", onclick: close }, "×"));
      element.hidden = false;
      announce(words);
    },
    update(state: State) { if (state.selected !== null) close(); },
  };
}
