// The shapes of the kinds, in a box from -7 to 7, so that colour is never the
// only signal. A chart takes them as "path://" + path.

export const SYMBOLS: Readonly<Record<string, string>> = {
  page: "M-4.5-6h6l3 3v9h-9z",
  hexagon: "M-6 0L-3-5.2H3L6 0L3 5.2H-3z",
  ring: "M0-6A6 6 0 1 0 .01-6zM0-3A3 3 0 1 1-.01-3z",
  pentagon: "M0-6L5.7-1.8L3.5 5H-3.5L-5.7-1.8z",
  square: "M-5-5H5V5H-5z",
  tablet: "M-4-6H4A1.5 1.5 0 0 1 5.5-4.5V4.5A1.5 1.5 0 0 1 4 6H-4A1.5 1.5 0 0 1-5.5 4.5V-4.5A1.5 1.5 0 0 1-4-6zM-3.5-4V3H3.5V-4z",
  triangle: "M0-6L6 5H-6z",
  disc: "M0-5A5 5 0 1 0 .01-5z",
  person: "M0-6.5A2.8 2.8 0 1 0 .01-6.5zM-5.5 6C-5.5 2.2-3.2 0 0 0S5.5 2.2 5.5 6z",
  diamond: "M0-6.5L6.5 0L0 6.5L-6.5 0z",
  book: "M-6-5H-.6V5.4H-6zM.6-5H6V5.4H.6z",
  pin: "M0 6.8L-4-.6A4.6 4.6 0 1 1 4-.6zM0-4.6A1.7 1.7 0 1 0 .01-4.6z",
};

/** The shape of that name; a disc for one we do not know. Shapes are named, never given as code or address. */
export function symbolPath(name: string): string {
  return (Object.hasOwn(SYMBOLS, name) ? SYMBOLS[name] : undefined) ?? (SYMBOLS["disc"] as string);
}
