// Hidden axes have no ticks and no labels; a grid names why it would ask.
import { leftOut } from "./left_out.js";

export const AxisTickLabelComputingKind = { estimate: 1, determine: 2 };
export { leftOut as createAxisTicks, leftOut as createAxisLabels, leftOut as calculateCategoryInterval, leftOut as createAxisLabelsComputingContext };
