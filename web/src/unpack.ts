// Undoes how Go packs JSON (page/columns.go tells the form): a list may stand
// as columns, runs or places in a table of strings. What comes out shares
// nothing, as if it had been parsed from the whole text.

type Packed = Readonly<Record<string, unknown>>;

/** The value that a packed one stands for. */
export function unpack(packed: unknown, strings: readonly string[]): unknown {
  const value = (of: unknown): unknown => {
    if (typeof of !== "object" || of === null) return of;
    if (Array.isArray(of)) return of.map(value);
    const entries = Object.entries(of);
    const sole = entries.length === 1 ? entries[0]?.[0] : undefined;
    const form = sole?.[0] === "$" ? forms[sole] : undefined;
    return form ? form((of as Packed)[sole as string]) : Object.fromEntries(entries.map(([key, inner]) => [plain(key), value(inner)]));
  };
  const list = (of: unknown): unknown[] => value(of) as unknown[];
  const forms: Record<string, ((of: unknown) => unknown[]) | undefined> = {
    $s: (of) => (of as unknown[]).map((one) => (typeof one === "number" ? strings[one] : one)),
    $c: (of) => { const [n, one] = of as [number, unknown]; return Array.from({ length: n }, () => value(one)); },
    $d: (of) => { const [once, places] = of as [unknown, number[]]; const all = list(once); return places.map((at) => copy(all[at])); },
    $l: (of) => {
      const [lengths, kids] = of as [unknown, unknown];
      const all = list(kids);
      let at = 0;
      return (list(lengths) as number[]).map((n) => all.slice(at, (at += n)));
    },
    $o: (of) => {
      const [n, columns] = of as [number, Packed];
      const rows = Array.from({ length: n }, (): [string, unknown][] => []);
      for (const [key, column] of Object.entries(columns)) spread(rows, plain(key), column);
      return rows.map((row) => Object.fromEntries(row));
    },
    $e: (of) => {
      let before = "";
      return (of as (string | (string | number)[])[]).map((one) => (before = typeof one === "string" ? one : edited(before, one)));
    },
    $j: (of) => list(of).map((parts) => (parts as string[]).join("--")),
  };
  const spread = (rows: [string, unknown][][], key: string, column: unknown): void => {
    const [runs, values] = (column as { $h?: [number[], unknown] }).$h ?? [[rows.length], column];
    const all = list(values);
    let row = 0;
    let at = 0;
    runs.forEach((n, i) => {
      for (const end = row + n; row < end; row++) if (i % 2 === 0) rows[row]?.push([key, all[at++]]);
    });
  };
  return value(packed);
}

/** A text told by the one before it: so many characters stay, others stand instead of as many. */
function edited(before: string, parts: readonly (string | number)[]): string {
  let now = "";
  for (const part of parts) now += typeof part === "string" ? part : before.slice(now.length, now.length + part);
  return now;
}

/** A key of the data: one "$" in front was put there to tell it from a form. */
function plain(key: string): string { return key.startsWith("$") ? key.slice(1) : key; }

function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}
