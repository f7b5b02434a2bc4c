// How one looks at the network: moves, zooms, and the way from one view to
// another.

import type { Point } from "./network_data";
import { between, held, moved, zoomedAt, type Box, type Transform } from "./network_geometry";
import type { Surface } from "./network_surface";

export interface Camera {
  /** Shows another view; not settled while a gesture or a journey goes on. */
  move(to: Transform, settled: boolean): void;
  /** Moves to a view in so many milliseconds, at once where motion is not welcome. */
  go(to: Transform, long?: number): void;
  pan(dx: number, dy: number, settled: boolean): void;
  zoom(factor: number, at: Point, settled: boolean): void;
  zoomBy(factor: number, at?: Point): void;
  /** Brings a point into view if it is not. */
  reveal(at: Point): void;
  whole(): void;
  stop(): void;
}

const EDGE = 12; // pixels from the border within which a point is not in view

export function camera(surface: Surface, large: boolean, size: () => Box, motion: () => boolean, seen: (settled: boolean) => void): Camera {
  let travel = 0;
  const move = (to: Transform, settled: boolean): void => {
    surface.move(held(to, surface.fit(), size().width, size().height, large ? 200 : 12));
    seen(settled);
  };
  const go = (to: Transform, long = 240): void => {
    cancelAnimationFrame(travel);
    const from = surface.transform();
    if (!motion() || large) { move(to, true); return; }
    const began = performance.now();
    const step = (now: number): void => {
      const s = Math.min(1, Math.max(0, (now - began) / long));
      move(between(from, to, s * (2 - s)), s >= 1);
      if (s < 1) travel = requestAnimationFrame(step);
    };
    travel = requestAnimationFrame(step);
  };
  return {
    move, go,
    pan(dx, dy, settled) { move(moved(surface.transform(), dx, dy), settled); },
    zoom(factor, [x, y], settled) { move(zoomedAt(surface.transform(), factor, x, y), settled); },
    zoomBy(factor, at) {
      const [x, y] = at ?? [size().width / 2, size().height / 2];
      go(zoomedAt(surface.transform(), factor, x, y));
    },
    reveal([x, y]) {
      const { width, height } = size();
      if (x >= EDGE && y >= EDGE && x <= width - EDGE && y <= height - EDGE) return;
      go(moved(surface.transform(), width / 2 - x, height / 2 - y));
    },
    whole() { go(surface.fit()); },
    stop() { cancelAnimationFrame(travel); },
  };
}
