// The little of Node that the tests use.
declare module "node:test" {
  export function test(name: string, run: () => void | Promise<void>): void;
}
declare module "node:assert/strict" {
  const assert: {
    equal(actual: unknown, expected: unknown, message?: string): void;
    notEqual(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    notDeepEqual(actual: unknown, expected: unknown, message?: string): void;
    match(value: string, pattern: RegExp, message?: string): void;
    ok(value: unknown, message?: string): void;
    throws(run: () => unknown): void;
  };
  export default assert;
}
declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf8"): string;
  export function readdirSync(path: string): string[];
}

// Modules without types.
declare module "*/preprocessor/backwardCompat.js" {
  export default function backwardCompat(option: unknown, isTheme: boolean): void;
}
declare module "*/color.js" {
  export function parse(color: string): number[] | undefined;
  export function lum(color: string, behind: number): number;
}
declare module "*/sort.js" {
  export default function sort<T>(all: T[], compare: (a: T, b: T) => number, from?: number, to?: number): void;
}
