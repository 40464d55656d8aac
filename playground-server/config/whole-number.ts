import { z } from 'zod';

/**
 * A variable that is a whole number from `smallest` to `largest`, and `standard` if it is not set.
 */
export function wholeNumber(smallest: number, largest: number, standard: number) {
  const allowed = `must be a whole number from ${smallest} to ${largest}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, allowed)
    .transform(Number)
    .pipe(z.number().min(smallest, allowed).max(largest, allowed))
    .default(standard);
}
