// Text on a canvas: how wide it is, and how it is shortened to a width.

const ELLIPSIS = "…";

export interface Ruler {
  width(text: string, font: string): number;
  /** The text, or as much of it as fits in the width with an ellipsis. */
  shorten(text: string, width: number, font: string): string;
}

/** Measures through a canvas of its own and remembers what it measured. */
export function makeRuler(): Ruler {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  const width = (text: string, font: string): number => {
    const key = `${font}\n${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let w = text.length * 7;
    if (context) {
      context.font = font;
      w = context.measureText(text).width;
    }
    known.set(key, w);
    return w;
  };
  return { width, shorten: (text, room, font) => shorten(text, room, (t) => width(t, font)) };
}

function shorten(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text;
  const letters = Array.from(text); // whole characters, not halves of them
  let fits = 0;
  let tooMany = letters.length;
  while (tooMany - fits > 1) {
    const half = (fits + tooMany) >> 1;
    if (width(letters.slice(0, half).join("").trimEnd() + ELLIPSIS) <= room) fits = half;
    else tooMany = half;
  }
  return letters.slice(0, fits).join("").trimEnd() + ELLIPSIS;
}
