import type { HeldTool } from './tool.ts';

/** Compilers that wait for the rest of a snippet, each behind the #include lines it has read. */
export interface HeldCompilers {
  /** Hands over the compiler for this preamble, else one that has read nothing; each is used once. */
  take(preamble: string): { preamble: string; tool: HeldTool } | null;
  /** Makes sure that one waits for this preamble and one for any other. */
  refill(preamble: string): void;
  close(): void;
}

/**
 * Keeps at most `capacity` (≥ 2) compilers waiting, dropping those for the preambles longest unused.
 * `hold` starts one.
 */
export function createHeldCompilers(
  capacity: number,
  hold: (preamble: string) => HeldTool,
): HeldCompilers {
  // A Map remembers the order of insertion: the first key is the one longest unused.
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
      // Whoever needs one starts it then, and is told why it cannot be had.
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
