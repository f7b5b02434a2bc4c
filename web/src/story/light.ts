// How bright things are, and how one focus gives way to the next.

export const RECEDED = 0.16; // of its strength is what lies outside the focus

export const CALM = 320; // ms for the picture to move from one step to the next

/** The brightness of things by id; while it turns, a mix of what it was and what it will be. */
export interface Light {
  of(id: string): number;
  /** From what is seen now towards what is in focus now; call it before the first frame. */
  turn(ids: readonly string[]): void;
  /** How far it has turned, 0 to 1. */
  at(share: number): void;
}

export function makeLight(inFocus: (id: string) => boolean): Light {
  let was: ReadonlyMap<string, number> | null = null;
  let seen = new Map<string, number>(); // what was asked last, once the turn was over
  let share = 1;
  const goal = (id: string): number => (inFocus(id) ? 1 : RECEDED);
  const of = (id: string): number => {
    const to = goal(id);
    const from = share < 1 ? (was?.get(id) ?? to) : to;
    const now = from + (to - from) * share;
    seen.set(id, now);
    return now;
  };
  return {
    of,
    turn(ids) { was = new Map(ids.map((id) => [id, seen.get(id) ?? goal(id)])); seen = new Map(was); share = 0; },
    at(next) { share = Math.min(1, Math.max(0, next)); if (share === 1) was = null; },
  };
}
