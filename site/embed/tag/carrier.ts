import { blockAfter, wholeBlock } from './code/find-block.ts';

/** What carries the class of the tag, because Markdown breaks an element that it does not know. */
export const carriers = '.live-man:not(live-man)';

/** Elements that may have a shadow root, so that their own content stays as it is. */
const mayHaveShadow = 'div,p,span,section,article,aside';

/** The block before which a carrier's tag goes; null if it goes into the carrier itself. */
export const blockOf = (carrier: Element): Element | null =>
  carrier.matches(mayHaveShadow) ? null : wholeBlock(carrier.closest('pre') ?? carrier);

/**
 * The element with the author's code.
 *
 * @param own a tag, or its carrier
 * @param isNamed whether its attributes name what to run
 */
export const contentOf = (own: Element, isNamed: boolean): Element =>
  isNamed || own.textContent.trim() ? own : (blockAfter(own) ?? own);

/** Whether it has prose in it beside the fallback, because its author's Markdown never closed the tag. */
export const isUnclosed = (element: Element): boolean =>
  !!element.querySelector('h1,h2,h3,h4,h5,h6,p+p,live-man');
