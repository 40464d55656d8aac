/**
 * Makes a change that may alter the height of what is above an element, and keeps the element where
 * the reader sees it. Browsers' own scroll anchoring picks the first thing in view, which may be
 * what is replaced.
 *
 * @param scroller what scrolls: a region of the page, or the page itself
 */
export function keepInPlace(scroller: Element, element: Element, change: () => void): void {
  const before = element.getBoundingClientRect().top;
  change();
  if (!element.isConnected) return;
  const moved = element.getBoundingClientRect().top - before;
  // To scroll by nothing would end a scroll that is under way.
  if (moved !== 0) scroller.scrollTop += moved;
}
