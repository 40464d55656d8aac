/** Distance to what it belongs to, and to the window's edges, in px. */
const gap = 4;

/**
 * Places a popover below what it belongs to, or above if the window ends there; never outside the
 * window.
 */
export function placeBeside(popover: HTMLElement, anchor: HTMLElement): void {
  const [at, size] = [anchor.getBoundingClientRect(), popover.getBoundingClientRect()];
  const fitsBelow = at.bottom + gap + size.height <= innerHeight;
  const left = Math.max(gap, Math.min(at.left, innerWidth - size.width - gap));
  popover.style.insetInlineStart = `${left}px`;
  const top = fitsBelow ? at.bottom + gap : Math.max(gap, at.top - gap - size.height);
  popover.style.insetBlockStart = `${top}px`;
}
