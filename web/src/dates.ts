// Days since 1970-01-01 and the calendar, for years of any size. The language's
// own dates end near the year 275,000, so the arithmetic is ours: H. Hinnant,
// "chrono-compatible low-level date algorithms", days_from_civil.

import type { When } from "./contract";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export interface Civil { year: number; month: number; day: number }

export function daysOf(year: number, month = 1, day = 1): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

export function civil(days: number): Civil {
  const z = Math.floor(days) + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * m + 2) / 5) + 1 };
}

const two = (n: number): string => String(n).padStart(2, "0");

/** "2017-06-01", with "T06:30" where the moment is not midnight. */
export function iso(days: number): string {
  const { year, month, day } = civil(days);
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  const minutes = Math.round((days - Math.floor(days)) * 1440);
  const clock = minutes > 0 && minutes < 1440 ? `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : "";
  return `${sign}${String(Math.abs(year)).padStart(4, "0")}-${two(month)}-${two(day)}${clock}`;
}

const ISO = /^([+-]?)(\d{1,9})(?:-(\d\d?)(?:-(\d\d?)(?:T(\d\d):(\d\d))?)?)?$/;

/** Reads "2017", "2017-06", "2017-06-01" or with a clock time; null if it is none of them. `end` takes the last day of a year or month. */
export function parseDay(text: string, end = false): number | null {
  const m = ISO.exec(text.trim());
  if (!m) return null;
  const year = Number(m[2]) * (m[1] === "-" ? -1 : 1);
  const month = m[3] === undefined ? undefined : Number(m[3]);
  const day = m[4] === undefined ? undefined : Number(m[4]);
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > monthLength(year, month ?? 1))) return null;
  if (month === undefined) return end ? daysOf(year, 12, 31) : daysOf(year);
  if (day === undefined) return daysOf(year, month, end ? monthLength(year, month) : 1);
  return daysOf(year, month, day) + (Number(m[5] ?? 0) * 60 + Number(m[6] ?? 0)) / 1440;
}

export function monthLength(year: number, month: number): number {
  return month === 12 ? 31 : daysOf(year, month + 1) - daysOf(year, month);
}

/** "1 June 2017"; years before 1 as "45 BC". */
export function dayWords(days: number): string {
  const { year, month, day } = civil(days);
  return `${day} ${MONTHS[month - 1]} ${yearWords(year)}`;
}

/** "2017", "45 BC", "12,000", as the dates in words have it; there is no year 0, so 0 is 1 BC. */
export function yearWords(year: number): string {
  return year > 0 ? grouped(year) : `${grouped(1 - year)} BC`;
}

const grouped = (n: number): string => (n < 10_000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, ","));

/** A year to three digits where it is millions: "14.4 billion BC". */
export function roundYearWords(year: number): string {
  const size = Math.abs(year);
  if (size < 1e6) return yearWords(year);
  const [n, name] = size >= 1e9 ? [size / 1e9, "billion"] : [size / 1e6, "million"];
  return `${Number(n.toPrecision(3))} ${name}${year < 0 ? " BC" : ""}`;
}

const CENTURIES = 400 * 365.2425; // days from where on a window is said in years
const AGES = 1e6 * 365.2425; // and from where on about

/** As exact as a window of its length is worth: in days, years, or about. */
export function windowWords([from, to]: readonly [number, number]): string {
  if (to - from < CENTURIES) return `${dayWords(from)} to ${dayWords(to)}`;
  const say = to - from < AGES ? yearWords : (year: number): string => roundYearWords(Number(year.toPrecision(3)));
  return `${to - from < AGES ? "" : "about "}${say(civil(from).year)} to ${say(civil(to).year)}`;
}

/** Whole days, and minutes where the window is shorter than a month: what the address can say. */
export function snap(window: readonly [number, number]): [number, number] {
  const [from, to] = window[0] <= window[1] ? window : [window[1], window[0]];
  const grain = to - from < 30 ? 1440 : 1;
  return [Math.round(from * grain) / grain, Math.round(to * grain) / grain];
}

/** From the earliest start to the latest end; an unknown side is infinite. */
export function reach(when: When): [number, number] {
  return [when.start[0] ?? -Infinity, when.end[1] ?? Infinity];
}

/** Whether a date may fall into the window; what has no date always may. */
export function mayTouch(when: When | undefined, window: readonly [number, number] | null): boolean {
  if (!when || !window) return true;
  const [from, to] = reach(when);
  return from <= window[1] && to >= window[0];
}

/** The window with just so much more that the date may fall into it. */
export function widened(window: readonly [number, number], when: When | undefined): [number, number] {
  if (!when || mayTouch(when, window)) return [window[0], window[1]];
  const [from, to] = reach(when);
  if (from > window[1]) return [window[0], Number.isFinite(to) ? to : from];
  return [Number.isFinite(from) ? from : to, window[1]];
}

/** For sorting: earliest first, by the latest end next; the undated last. */
export function compareWhen(a: When | undefined, b: When | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return order(known(a.start), known(b.start)) || order(known(a.end), known(b.end)) || order(a.edtf, b.edtf);
}

const known = ([earliest, latest]: readonly [number | null, number | null]): number => earliest ?? latest ?? Infinity;

function order<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
