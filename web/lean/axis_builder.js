// The axes of our charts are hidden: a grid asks for what its axes share, and
// for nothing else.
import { leftOut } from "./left_out.js";

export class AxisBuilderSharedContext {
  constructor(resolveAxisNameOverlap) { this.resolveAxisNameOverlap = resolveAxisNameOverlap; }
  ensureRecord() { return leftOut(); }
}
export default leftOut;
export const resolveAxisNameOverlapDefault = leftOut;
export const moveIfOverlapByLinearLabels = leftOut;
export const getLabelInner = leftOut;
