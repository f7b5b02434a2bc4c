// The labels of the diagram on a canvas, for paper.

import type { Context } from "../contract";
import { symbolPath } from "../symbols";
import type { Flow } from "./flow_data";
import { ICON, LINE, type Box, type Placing } from "./flow_layout";

/** The word of a status on its ribbon. */
export interface Say { text: string; relation: string; box: Box }

export function inscribe(pen: CanvasRenderingContext2D, sharp: number, flow: Flow, context: Context, placing: Placing, says: readonly Say[]): void {
  const { font, ink, muted, paper, color } = context.theme();
  pen.save();
  pen.setTransform(sharp, 0, 0, sharp, 0, 0);
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  const write = (text: string, x: number, y: number, style: string, colour: string, halo: boolean): number => {
    pen.font = `${style} ${font}`;
    if (halo) { pen.strokeStyle = paper; pen.lineWidth = 2.5; pen.globalAlpha = 0.7; pen.strokeText(text, x, y); pen.globalAlpha = 1; }
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
    return pen.measureText(text).width;
  };
  for (const title of placing.titles) title.lines.forEach((line, i) => write(line, title.x, title.y + (i + 0.5) * LINE, "600 12px", muted, false));
  for (const label of placing.labels) {
    const kind = flow.node.get(label.id)?.kind ?? "";
    pen.save();
    pen.translate(label.x + 6.5, label.y + label.height / 2);
    pen.scale(13 / 14, 13 / 14);
    pen.fillStyle = color(kind);
    pen.fill(new Path2D(symbolPath(context.index.kind(kind)?.symbol ?? "disc")));
    pen.restore();
    label.lines.forEach((line, i) => {
      const y = label.y + (i + 0.5) * LINE;
      const width = write(line, label.x + ICON, y, "13px", ink, true);
      if (i === label.lines.length - 1 && label.count) write(label.count, label.x + ICON + width, y, "600 13px", muted, true);
    });
  }
  for (const say of says) write(say.text, say.box.x, say.box.y + LINE / 2, "italic 12px", ink, true);
  pen.restore();
}
