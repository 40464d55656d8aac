import { showLens } from './lens-choice.ts';

/**
 * Shows the variant that the page's address leads into, such as a line of its source. The address
 * of the example itself leads to whichever is shown.
 */
export function followAddress(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const panel = target?.closest<HTMLElement>('live-man-lenses > live-man-playground');
  if (!target || !panel || (panel === target && panel.matches(':first-of-type'))) return;
  showLens(panel.dataset['lens']!);
  target.scrollIntoView();
}
