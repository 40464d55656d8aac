const hourMs = 3_600_000;

/** A part of what there is to try: each nth of n parts, beginning with the one whose turn it is. */
export interface Part {
  /** which one, for people */
  name: string;
  has: (place: number) => boolean;
}

/**
 * The part that is tried now: another one each hour, so that a day of runs tries everything.
 *
 * @param asked 7 is the seventh, and `all` everything
 * @param parts how many runs it takes to try everything once
 */
export function partOfRuns(asked: string | undefined, nowMs: number, parts: number): Part {
  if (asked === 'all') return { name: 'all of them', has: () => true };
  const turn = asked === undefined ? Math.floor(nowMs / hourMs) : Number(asked) - 1;
  if (!Number.isInteger(turn)) throw new Error(`KERNEL_PART is all, or 1 to ${parts}: ${asked}`);
  const part = ((turn % parts) + parts) % parts;
  return { name: `part ${part + 1} of ${parts}`, has: (place) => place % parts === part };
}
