// Markdown as Go reduced it, drawn as elements.

import type { Block, Inline } from "./contract";
import { h, outward } from "./dom";

/** Draws blocks; `pick` makes the button that selects a thing. */
export function drawBlocks(blocks: readonly Block[], pick: (id: string, words: Node[]) => HTMLElement): HTMLElement[] {
  const line = (inlines: readonly Inline[]): Node[] => inlines.map((inline) => draw(inline, pick));
  return blocks.map((block) =>
    "p" in block ? h("p", null, ...line(block.p)) : h("ul", null, ...block.ul.map((item) => h("li", null, ...line(item)))));
}

function draw(inline: Inline, pick: (id: string, words: Node[]) => HTMLElement): Node {
  if (typeof inline === "string") return document.createTextNode(inline);
  if ("em" in inline) return h("em", null, ...inline.em.map((i) => draw(i, pick)));
  if ("strong" in inline) return h("strong", null, ...inline.strong.map((i) => draw(i, pick)));
  const words = inline.of.map((i) => draw(i, pick));
  return "thing" in inline ? pick(inline.thing, words) : outward(inline.href, ...words);
}
