/** Key of local storage; site/components/LensChoice.astro reads it before the page is painted. */
const key = 'live-man-lens';

const root = document.documentElement;
const listeners = new Set<() => void>();

/** The lens through which the reader looks at the examples of this page, as far as they have it. */
export const chosenLens = (): string | undefined => root.dataset['lens'];

/** Shows all examples of the page through a lens; the style sheet does it. */
export function showLens(lens: string): void {
  root.dataset['lens'] = lens;
  for (const listener of listeners) listener();
}

/** Keeps the choice for the pages to come. */
export function rememberLens(lens: string): void {
  try {
    localStorage.setItem(key, lens);
  } catch {
    // A reader who allows no storage chooses again on the next page.
  }
}

/** Calls `listener` whenever another lens is shown; the answer ends the subscription. */
export function onLens(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
