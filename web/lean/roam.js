// Moving and zooming is ours (network_gestures.ts): ECharts' own listens to nothing.
import { leftOut } from "./left_out.js";

export default class RoamController {
  enable(roam) { if (roam) leftOut(); }
  disable() {}
  dispose() {}
  setPointerChecker() {}
  on() { return this; }
  off() { return this; }
}
