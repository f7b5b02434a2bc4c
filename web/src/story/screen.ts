// Full screen, where the page may ask for it: not in a frame that forbids it,
// not on most phones.

export function maybeFullScreen(): boolean { return document.fullscreenEnabled === true; }

export function inFullScreen(): boolean { return document.fullscreenElement !== null; }

/** There and back; a browser that refuses is left in peace. */
export function toggleFullScreen(): void {
  const done = inFullScreen() ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}
