// The keys of the story, those of a presenter's clicker among them.
//
// Page Up and Page Down, which clickers send, act wherever the focus is but in
// a field or slider that uses them. The others act only where nothing else
// uses them: not in a field, a list box (the marks of a chart), the tabs, a
// row of choices; Space not on what it would press. Escape leaves the story,
// but first closes what lies over it: that is for the caller to know.

export type Move = "next" | "previous" | "first" | "last" | "leave" | "screen" | "notes";

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: "next", PageDown: "next", " ": "next",
  ArrowLeft: "previous", PageUp: "previous",
  Home: "first", End: "last", Escape: "leave",
  f: "screen", F: "screen", n: "notes", N: "notes",
};

/** Where the focus is, as far as keys are concerned. */
export type Place = "field" | "widget" | "button" | "free";

export interface Press { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; isComposing?: boolean; }

/** What a key asks of the story; null when it is not the story's. */
export function moveOf(press: Press, place: Place): Move | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  const move = Object.hasOwn(MOVES, press.key) ? (MOVES[press.key] as Move) : null;
  if (move === null || place === "field") return null;
  if (press.key === "PageDown" || press.key === "PageUp") return press.shiftKey ? null : move;
  if (press.key === " ") return place !== "free" ? null : press.shiftKey ? "previous" : move;
  if (place === "widget") return move === "leave" ? move : null;
  return press.shiftKey && press.key.length > 1 ? null : move;
}

const FIELDS = "input, select, textarea, [contenteditable]";
const WIDGETS = '[role="listbox"], [role="tablist"], [role="radiogroup"], [role="menu"], [role="grid"], [role="tree"], [role="slider"], [role="separator"], [role="combobox"]';
const BUTTONS = 'button, summary, a[href], [role="button"], [role="link"]';

/** Which of them an element is, or stands in. */
export function placeOf(element: Element | null): Place {
  if (element?.closest(FIELDS)) return "field";
  if (element?.closest(WIDGETS)) return "widget";
  return element?.closest(BUTTONS) ? "button" : "free";
}
