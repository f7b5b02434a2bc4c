// The window of time that the timeline shows, and how it moves: a gesture is one
// step in the history however many frames it takes.

import type { Context, State } from "../contract";
import { clamp, zoomed, type Axis } from "./timeline_scale";

export type Window = [number, number]; // units of the axis

export const LEAST = 0.5; // days that the window can shrink to

const PAUSE = 350; // ms after which a wheel's gesture is over
const GLIDE = 180; // ms of a calm move

export class Lens {
  private live: Window | null = null; // while a gesture goes on
  private opened = false; // the gesture has its step in the history
  private rest: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;

  constructor(private readonly context: Context, private readonly axis: Axis, private readonly draw: () => void) {}

  get moving(): boolean { return this.live !== null; }

  /** What is seen now; a window beside the axis shows its nearest end. */
  now(): Window { return this.live ?? this.of(this.context.store.state.window); }

  private of(said: State["window"]): Window {
    const { length } = this.axis;
    if (!said) return [0, length];
    const [from, to] = said.map((day) => clamp(this.axis.units(day), 0, length)) as Window;
    return to - from >= LEAST / 2 ? [from, to] : zoomed(0, length, from, length / LEAST, length, LEAST);
  }

  whole(): boolean { const [from, to] = this.now(); return to - from >= this.axis.length * 0.999; }

  /** Shows a window as part of a gesture that settle, or a pause, ends. */
  look(next: Window): void {
    this.live = next;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.publish());
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.settle(), PAUSE);
  }

  settle(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
    if (!this.live) return;
    this.publish();
    this.live = null;
    this.opened = false;
    this.draw();
  }

  /** Goes to a window calmly, at once where motion is unwelcome. */
  glide(to: Window): void {
    const from = this.now();
    const start = performance.now();
    const long = this.context.theme().motion ? GLIDE : 0;
    const step = (now: number): void => {
      const t = long === 0 ? 1 : clamp((now - start) / long, 0, 1);
      const ease = t * (2 - t);
      this.live = [from[0] + (to[0] - from[0]) * ease, from[1] + (to[1] - from[1]) * ease];
      if (t >= 1) return this.settle();
      this.draw();
      this.frame = requestAnimationFrame(step);
    };
    cancelAnimationFrame(this.frame);
    step(start);
  }

  /** The state has its new window already, from a step of the story: the picture moves there from the one it had. */
  follow(before: State["window"], long: number, each: (share: number) => void): void {
    const [from, to] = [this.live ?? this.of(before), this.of(this.context.store.state.window)];
    clearTimeout(this.rest);
    cancelAnimationFrame(this.frame);
    this.opened = false;
    const start = performance.now();
    const step = (now: number): void => {
      const t = this.context.theme().motion ? clamp((now - start) / long, 0, 1) : 1;
      const ease = t * (2 - t);
      each(ease);
      this.live = t < 1 ? [from[0] + (to[0] - from[0]) * ease, from[1] + (to[1] - from[1]) * ease] : null;
      this.draw();
      if (t < 1) this.frame = requestAnimationFrame(step);
    };
    step(start);
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
  }

  private publish(): void {
    if (!this.live) return;
    const [from, to] = this.live;
    this.context.store.set({ window: this.whole() ? null : [this.axis.days(from), this.axis.days(to)] }, { replace: this.opened });
    this.opened = true;
    this.draw();
  }
}
