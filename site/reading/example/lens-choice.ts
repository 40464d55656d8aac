/** Key of local storage. */
const key = 'live-man-lens';

const listeners = new Set<() => void>();
let chosen: string | null | undefined;

/** The lens through which the reader looks at examples, as far as they have it; null for the first. */
export function chosenLens(): string | null {
  if (chosen !== undefined) return chosen;
  try {
    return (chosen = localStorage.getItem(key));
  } catch {
    // Storage is forbidden: the first lens, as on a first visit.
    return (chosen = null);
  }
}

/** Shows all examples of the page through a lens. */
export function showLens(lens: string): void {
  chosen = lens;
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

/** Calls `listener` whenever another lens is shown; the returned function unsubscribes it. */
export function onLens(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
