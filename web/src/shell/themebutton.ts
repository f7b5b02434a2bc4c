// Light or dark, against the system's choice.

import type { App } from "../app";
import type { State } from "../contract";
import { h, svg } from "../dom";
import { isDark } from "../theme";
import type { Part } from "./part";

export function makeThemeButton(app: App): Part {
  const element = h("button", { type: "button", class: "theme", onclick: () => app.store.set({ theme: other(app.store.state.theme) }, { replace: true }) },
    svg("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true", focusable: "false" },
      svg("circle", { r: 6.25, class: "rim" }), svg("path", { d: "M0-6.25A6.25 6.25 0 0 1 0 6.25z", class: "half" })));
  return {
    element,
    update(state) {
      const name = isDark(state.theme, false) ? "Light colours" : "Dark colours";
      element.setAttribute("aria-label", name);
      element.setAttribute("title", name);
    },
  };
}

/** The other colours; "auto" where they are the system's own. */
function other(choice: State["theme"]): State["theme"] {
  const dark = !isDark(choice, false);
  return dark === isDark("auto", false) ? "auto" : dark ? "dark" : "light";
}
