// The colours of the moment, read from the style sheet, for canvases that do
// not know it.

import type { Kind, Model, State, Theme } from "./contract";

const COLOUR = /^#[0-9a-f]{6}$/i;

export function isDark(choice: State["theme"], printing: boolean): boolean {
  if (printing) return false;
  return choice === "dark" || (choice === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** Puts the choice on the root, where the style sheet sees it. */
export function applyTheme(choice: State["theme"], printing: boolean): void {
  document.documentElement.dataset["theme"] = isDark(choice, printing) ? "dark" : "light";
}

export function readTheme(model: Model): Theme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const dark = document.documentElement.dataset["theme"] === "dark";
  const colours = new Map(model.kinds.map((kind) => [kind.id, colourOf(kind, dark)]));
  return {
    dark,
    paper: token("--paper"), ink: token("--ink"), muted: token("--muted"), rule: token("--rule"),
    lane: token("--lane"), card: token("--card"), red: token("--red"),
    font: style.fontFamily,
    color: (kind) => colours.get(kind) ?? token("--muted"),
    motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}

/** A kind's colour; grey where the data gives none that is one. */
export function colourOf(kind: Kind | undefined, dark: boolean): string {
  const said = dark ? kind?.dark : kind?.light;
  return said && COLOUR.test(said) ? said : dark ? "#b3bac5" : "#5c6470";
}
