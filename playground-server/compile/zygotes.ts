import type { Zygote } from './tool.ts';

/** Compilers that have read some #include lines and fork for every snippet that begins with them. */
export interface Zygotes {
  /** The one for this preamble, else the one that has read nothing; null if there is neither. */
  find(preamble: string): { preamble: string; zygote: Zygote } | null;
  /** Makes sure that there is one for this preamble, and one for any other. */
  want(preamble: string): void;
  close(): void;
}

/** Keeps at most `capacity` (≥ 2); drops those whose preamble has been unused for longest. */
export function createZygotes(capacity: number, start: (preamble: string) => Zygote): Zygotes {
  // A Map keeps the order of insertion, so the first key has been unused for longest.
  const kept = new Map<string, Zygote>();
  let isClosed = false;

  const find = (preamble: string) => {
    const zygote = kept.get(preamble);
    return zygote && !zygote.isSpent ? { preamble, zygote } : null;
  };
  const keep = (preamble: string) => {
    const zygote = find(preamble)?.zygote ?? startAnew(preamble);
    kept.delete(preamble);
    if (zygote) kept.set(preamble, zygote);
  };
  const startAnew = (preamble: string) => {
    kept.get(preamble)?.discard();
    try {
      return start(preamble);
    } catch {
      // The next build does without, and reports why that fails.
      return null;
    }
  };

  return {
    find: (preamble) => find(preamble) ?? find(''),
    want(preamble) {
      if (isClosed) return;
      keep(preamble);
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
