import type { HeldTool } from './tool.ts';

/** Compilers that have read some #include lines and wait for the rest of a snippet. */
export interface HeldCompilers {
  /** Hands over a compiler for this preamble, or one that has read nothing; each is used once. */
  take(preamble: string): { preamble: string; tool: HeldTool } | null;
  /** Makes sure that one compiler waits for this preamble, and one for any other. */
  refill(preamble: string): void;
  close(): void;
}

/**
 * Keeps at most `capacity` (≥ 2) compilers waiting; drops those whose preamble has been unused for
 * longest. `hold` starts one.
 */
export function createHeldCompilers(
  capacity: number,
  hold: (preamble: string) => HeldTool,
): HeldCompilers {
  // A Map keeps the order of insertion, so the first key has been unused for longest.
  const waiting = new Map<string, HeldTool>();
  let closed = false;

  const pick = (preamble: string) => {
    const tool = waiting.get(preamble);
    waiting.delete(preamble);
    return tool && { preamble, tool };
  };
  const keep = (preamble: string) => {
    const tool = waiting.get(preamble) ?? holdIfPossible(preamble);
    waiting.delete(preamble);
    if (tool) waiting.set(preamble, tool);
  };
  const holdIfPossible = (preamble: string) => {
    try {
      return hold(preamble);
    } catch {
      // The next build starts one itself, and reports why that fails.
      return null;
    }
  };

  return {
    take: (preamble) => pick(preamble) ?? pick('') ?? null,
    refill(preamble) {
      if (closed) return;
      keep(preamble);
      keep('');
      for (const [oldest, tool] of waiting) {
        if (waiting.size <= capacity) break;
        waiting.delete(oldest);
        tool.discard();
      }
    },
    close() {
      closed = true;
      for (const tool of waiting.values()) tool.discard();
      waiting.clear();
    },
  };
}
