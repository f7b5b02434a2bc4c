// ECharts animates nothing here: every chart says animation: false, and what
// moves is moved by our own frames.
import { leftOut } from "./left_out.js";

export default leftOut;
export function cloneValue(value) {
  return Array.isArray(value) ? value.map((one) => (Array.isArray(one) ? one.slice() : one)) : value;
}
