// Colours as our themes write them: #rrggbb, rgb(), rgba() and transparent. The
// canvas itself knows the rest; ECharts only asks whether a ground is dark.
import { leftOut } from "./left_out.js";

const HEX = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;
const RGB = /^rgba?\(([^)]+)\)$/i;

/** Red, green and blue to 255, alpha to 1; undefined for what is written otherwise. */
export function parse(color) {
  if (color === "transparent") return [0, 0, 0, 0];
  const hex = HEX.exec(color ?? "");
  if (hex) return [...hex.slice(1).map((two) => parseInt(two, 16)), 1];
  const rgb = RGB.exec(color ?? "")?.[1]?.split(",").map(Number);
  return rgb && rgb.length > 2 ? [rgb[0], rgb[1], rgb[2], rgb[3] ?? 1] : undefined;
}

export function lum(color, behind) {
  const c = parse(color);
  return c ? ((0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2]) * c[3]) / 255 + (1 - c[3]) * behind : 0;
}

/** What is pointed at keeps its colour: our own marks say that it is. */
export const liftColor = (color) => color;
/** Of ECharts' own palettes, which no chart of ours takes. */
export const modifyHSL = (color) => color;
export {
  leftOut as lift, leftOut as toHex, leftOut as fastLerp, leftOut as fastMapToColor, leftOut as lerp, leftOut as mapToColor,
  leftOut as modifyAlpha, leftOut as stringify, leftOut as random,
};
