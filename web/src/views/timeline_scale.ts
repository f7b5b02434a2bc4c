// Days on the axis. A break makes a long empty stretch short; everywhere else
// a day is as wide as any other.

export interface Axis {
  /** The place of a day, in units from the start. */
  units(day: number): number;
  days(units: number): number;
  length: number;
  range: [number, number];
  breaks: readonly [number, number, number][];
}

export function makeAxis(range: [number, number], breaks: readonly [number, number, number][]): Axis {
  const units = (day: number): number => {
    let u = day - range[0];
    for (const [from, to, wide] of breaks) {
      const inside = clamp(day, from, to) - clamp(range[0], from, to);
      u -= inside * (1 - wide / (to - from));
    }
    return u;
  };
  const days = (u: number): number => {
    let day = range[0] + u;
    for (const [from, to, wide] of breaks) {
      if (day <= from) break;
      day = day < from + wide ? from + ((day - from) * (to - from)) / wide : day + (to - from) - wide;
    }
    return day;
  };
  return { units, days, length: units(range[1]), range, breaks };
}

/** What is seen: units of the axis over pixels. */
export interface View {
  from: number;
  to: number;
  left: number;
  width: number;
}

export const scaleOf = (v: View): number => v.width / (v.to - v.from);
export const pixel = (v: View, units: number): number => v.left + (units - v.from) * scaleOf(v);
export const unitsAt = (v: View, x: number): number => v.from + (x - v.left) / scaleOf(v);

/** The level laid out for a scale: the last that is not larger. */
export function levelFor(levels: readonly number[], scale: number): number {
  let level = 0;
  levels.forEach((l, i) => { if (l <= scale * 1.0001) level = i; });
  return level;
}

/** Zooms about a place that stays where it is; never beyond the whole or below the least. */
export function zoomed(from: number, to: number, about: number, factor: number, length: number, least: number): [number, number] {
  const size = clamp((to - from) / factor, Math.min(least, length), length);
  const share = (about - from) / (to - from);
  return kept(about - share * size, size, length);
}

export function moved(from: number, to: number, by: number, length: number): [number, number] {
  return kept(from + by, to - from, length);
}

function kept(from: number, size: number, length: number): [number, number] {
  const start = clamp(from, 0, Math.max(0, length - size));
  return [start, start + size];
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
