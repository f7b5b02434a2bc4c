// Calendar ticks for any stretch of time, from hours to billions of years.

import { civil, daysOf, monthLength, roundYearWords, yearWords } from "../dates";

export interface Tick { day: number; text: string; major: boolean }

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const YEAR = 365.2425;

/** A step and its length in days; months and years are counted on the calendar. */
type Step = { unit: "hour" | "day" | "month" | "year"; n: number };

const STEPS: readonly [number, Step][] = [
  [1 / 24, { unit: "hour", n: 1 }], [0.25, { unit: "hour", n: 6 }], [1, { unit: "day", n: 1 }], [2, { unit: "day", n: 2 }], [7, { unit: "day", n: 7 }],
  [30.44, { unit: "month", n: 1 }], [91.3, { unit: "month", n: 3 }], [182.6, { unit: "month", n: 6 }], [YEAR, { unit: "year", n: 1 }],
];

/**
 * Ticks between two days so that labels have room. perDay is pixels a day,
 * room the least distance of two labels.
 */
export function ticks(from: number, to: number, perDay: number, room = 56): Tick[] {
  if (!(to > from) || !(perDay > 0)) return [];
  const step = chosen((room * wider(from, to)) / perDay);
  const out: Tick[] = [];
  for (let day = first(from, step); day <= to && out.length < 400; day = next(day, step)) {
    if (day >= from) out.push({ day, text: words(day, step), major: isMajor(day, step) });
  }
  return out;
}

/** Places between ticks that are worth a line but no words: a smaller step with room for it. */
export function between(from: number, to: number, perDay: number, room = 14): number[] {
  return ticks(from, to, perDay, room).map((t) => t.day);
}

/** Years before Christ and millions of years take more words. */
function wider(from: number, to: number): number {
  if (to - from > 2e6 * YEAR) return 1.8;
  return to - from > 20 * YEAR && civil(from).year < 1 ? 1.25 : 1;
}

function chosen(least: number): Step {
  for (const [days, step] of STEPS) if (days >= least) return step;
  for (let n = 2; ; n = larger(n)) if (n * YEAR >= least) return { unit: "year", n };
}

/** 2, 5, 10, 20, 50 ... */
function larger(n: number): number {
  return String(n).startsWith("2") ? n * 2.5 : n * 2;
}

/** The first tick at or before a day. Years before Christ are counted back from 1: 400 BC, 200 BC, AD 1, 200. */
function first(from: number, step: Step): number {
  const { year, month, day } = civil(from);
  switch (step.unit) {
    case "hour": return Math.floor((from * 24) / step.n) * (step.n / 24);
    case "day": return daysOf(year, month, 1 + Math.floor((day - 1) / step.n) * step.n);
    case "month": return daysOf(year, 1 + Math.floor((month - 1) / step.n) * step.n);
    case "year": return daysOf(year > 0 ? Math.max(1, Math.floor(year / step.n) * step.n) : 1 - Math.ceil((1 - year) / step.n) * step.n);
  }
}

function next(at: number, step: Step): number {
  if (step.unit === "hour") return Math.round(at * 24 + step.n) / 24;
  const { year, month, day } = civil(at);
  switch (step.unit) {
    case "day": {
      // A month starts anew, without a stub of a step before it.
      const then = day + step.n;
      return then + step.n / 2 > monthLength(year, month) + 1 && step.n > 1 ? nextMonth(year, month, 1) : at + step.n;
    }
    case "month": return nextMonth(year, month, step.n);
    case "year": return daysOf(year === 1 ? Math.max(2, step.n) : year + step.n);
  }
}

function nextMonth(year: number, month: number, n: number): number {
  const months = month - 1 + n;
  return daysOf(year + Math.floor(months / 12), 1 + (months % 12));
}

function isMajor(at: number, step: Step): boolean {
  const { month, day } = civil(at);
  switch (step.unit) {
    case "hour": return Number.isInteger(at);
    case "day": return day === 1;
    case "month": return month === 1;
    case "year": return true;
  }
}

/** A tick says what changes; the first of a year, month or day says the larger thing. */
function words(at: number, step: Step): string {
  const { year, month, day } = civil(at);
  if (step.unit === "year") return year === 1 && step.n > 1 ? "AD 1" : step.n >= 1e5 ? roundYearWords(year > 0 ? year : year - 1) : yearWords(year);
  if (step.unit === "month") return month === 1 ? yearWords(year) : (MONTHS[month - 1] ?? "");
  if (step.unit === "day") return day === 1 ? (month === 1 ? yearWords(year) : (MONTHS[month - 1] ?? "")) : `${day} ${MONTHS[month - 1]}`;
  if (Number.isInteger(at)) return `${day} ${MONTHS[month - 1]}`;
  return `${String(Math.round((at - Math.floor(at)) * 24)).padStart(2, "0")}:00`;
}
