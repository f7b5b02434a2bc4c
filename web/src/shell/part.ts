import type { State } from "../contract";

/** A part of the frame: an element that follows the state. */
export interface Part {
  element: HTMLElement;
  update(state: State): void;
}
