import { isUnclosed } from './carrier.ts';
import { styleSheet } from './style-sheet.ts';

/** Readers of paper, and those without the frame, have what the author wrote. */
const sheet = styleSheet('@media screen{[data-live-man-aside]{display:none!important}}');

/** Hides what a frame replaces. It keeps its place on the page, and is there again in print. */
export function setAside(elements: readonly Element[], isAside: boolean): void {
  for (const element of elements) {
    const { adoptedStyleSheets } = element.getRootNode() as Document | ShadowRoot;
    if (isAside && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
    element.toggleAttribute('data-live-man-aside', isAside);
  }
}

/** What the frame of a named example replaces: its fallback, whatever it is. */
export const fallbackIn = (element: Element): Element[] =>
  [...element.children].slice(0, isUnclosed(element) ? 1 : undefined);
