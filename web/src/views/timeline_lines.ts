// A name in several lines: broken between words, behind a hyphen, between
// characters of scripts that have no spaces, and within a word only where it
// is very long.

export type Measure = (words: string) => number;

const LONG = 18; // letters of a word that may be broken

const HAN = /[\u1100-\u115f\u2e80-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|[\u{20000}-\u{3ffff}]/u;
const CLOSES = /^[,.:;!?)\]}%…、。，：；！？）」』》”’]/u; // does not begin a line

/** The pieces of a name between which a line may end; a piece keeps the space behind it. */
export function breakable(text: string): string[] {
  const out: string[] = [];
  let word = "";
  const end = (): void => { if (word) out.push(...broken(word)); word = ""; };
  for (const letter of Array.from(text)) {
    if (HAN.test(letter) && !CLOSES.test(letter)) end();
    else if (word && HAN.test(word.at(-1) ?? "") && !CLOSES.test(letter) && letter !== " ") end();
    word += letter;
    if (letter === " " || letter === "/" || (letter === "-" && word.length > 4)) end();
  }
  end();
  return out;
}

function broken(word: string): string[] {
  const letters = Array.from(word);
  if (letters.length <= LONG) return [word];
  const parts = Math.ceil(letters.length / LONG);
  const size = Math.ceil(letters.length / parts);
  return Array.from({ length: parts }, (_, i) => letters.slice(i * size, (i + 1) * size).join(""));
}

/** The name in so many lines, the widest as narrow as can be; null where it has too few places to break. */
export function inLines(text: string, count: number, wide: Measure): string[] | null {
  const all = breakable(text);
  if (count === 1) return [text];
  if (all.length < count) return null;
  let best: string[] | null = null;
  let least = Infinity;
  for (let cut = 1; cut <= all.length - count + 1; cut++) {
    const first = all.slice(0, cut).join("").trimEnd();
    const width = wide(first);
    if (width >= least) break;
    const rest = inLines(all.slice(cut).join(""), count - 1, wide);
    const widest = rest ? Math.max(width, ...rest.map(wide)) : Infinity;
    if (rest && widest < least) { least = widest; best = [first, ...rest]; }
  }
  return best;
}

const MOST = 4; // lines

/** The name in the fewest lines that fit a width; in as many as there may be where none do. */
export function wrapped(text: string, room: number, wide: Measure): string[] {
  let best = [text];
  for (let n = 1; n <= MOST; n++) {
    const lines = inLines(text, n, wide);
    if (!lines) return best;
    best = lines;
    if (lines.every((line) => wide(line) <= room)) return lines;
  }
  return best;
}
