// Files that the page itself makes, where the frame it stands in allows them.

import { h } from "../dom";

/** A sandboxed frame may neither download nor say so: there the buttons stay away. */
export function mayDownload(): boolean {
  if (self === top) return true;
  try {
    return self.origin !== "null" && window.frameElement !== undefined;
  } catch {
    return false;
  }
}

export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Rows as CSV (RFC 4180), with nothing that a spreadsheet would take for a formula: as data.Guard does it. */
export function csv(rows: readonly (readonly string[])[]): string {
  return "\uFEFF" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** What a spreadsheet would run, and blanks at the ends, which readers of tables take off; see data.Guard. */
function guarded(text: string): boolean {
  return !/^-?\d+(\.\d+)?$/.test(text) && /^[=+\-@\t\r＝＋－＠]|^\p{White_Space}|\p{White_Space}$/u.test(text);
}

function cell(text: string): string {
  const inert = guarded(text.replace(/^'+/, "")) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert;
}
