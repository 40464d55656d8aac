import { closestMatch } from 'leven';

/** A question after the name that was meant; empty where none is near. */
export function didYouMean(written: string, known: readonly string[]): string {
  const nearest = nearestName(written, known);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}

/** The known name that a third of the letters at most tell from what was written. */
export const nearestName = (written: string, known: readonly string[]): string | undefined =>
  closestMatch(written, known, { maxDistance: Math.max(1, Math.floor(written.length / 3)) });
