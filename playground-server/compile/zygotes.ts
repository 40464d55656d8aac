import type { Zygote } from './tool.ts';

/** Zygotes of one stage, by what they have read: compilers by #include lines, linkers by libraries. */
export interface Zygotes {
  /** The one that has read this; null if there is none. */
  find(read: string): Zygote | null;
  /** Makes sure that there is one that has read this, and one that has read nothing. */
  want(read: string): void;
  close(): void;
}

/**
 * Keeps at most `capacity` (≥ 2, or 1 of a stage that reads nothing first); drops those that have been
 * unwanted for longest.
 */
export function createZygotes(capacity: number, start: (read: string) => Zygote): Zygotes {
  // A Map keeps the order of insertion, so the first key has been unwanted for longest.
  const kept = new Map<string, Zygote>();
  let isClosed = false;

  const find = (read: string) => {
    const zygote = kept.get(read);
    return zygote && !zygote.isSpent ? zygote : null;
  };
  const keep = (read: string) => {
    const zygote = find(read) ?? startAnew(read);
    kept.delete(read);
    if (zygote) kept.set(read, zygote);
  };
  const startAnew = (read: string) => {
    kept.get(read)?.discard();
    try {
      return start(read);
    } catch {
      // The next build does without, and reports why that fails.
      return null;
    }
  };

  return {
    find,
    want(read) {
      if (isClosed) return;
      keep(read);
      keep('');
      for (const [oldest, zygote] of kept) {
        if (kept.size <= capacity) break;
        kept.delete(oldest);
        zygote.discard();
      }
    },
    close() {
      isClosed = true;
      for (const zygote of kept.values()) zygote.discard();
      kept.clear();
    },
  };
}
