/** Scrolls a region alone: `scrollIntoView` would move the page under the reader. */
export function revealIn(region: Element, element: Element | null | undefined): void {
  if (!element) return;
  const [inner, outer] = [element.getBoundingClientRect(), region.getBoundingClientRect()];
  const above = outer.top - inner.top;
  const below = inner.bottom - outer.bottom;
  if (above > 0) region.scrollTop -= above;
  else if (below > 0) region.scrollTop += below;
}
