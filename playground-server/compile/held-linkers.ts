import type { HeldTool } from './tool.ts';

/** Assemblers, with their linkers, that wait for what a compiler makes. */
export interface HeldLinkers {
  /**
   * One that waits with these libraries, else a new one; null if there can be none.
   * @param isHeavy whether what waits stays for somebody else
   */
  take(libraries: string, isHeavy: boolean): HeldTool | null;
  /** For one that was not used after all. */
  giveBack(libraries: string, linker: HeldTool): void;
  /** Makes sure that one waits with these libraries. */
  refill(libraries: string): void;
  close(): void;
}

/** Keeps at most `capacity` waiting; drops the one that has waited for longest. */
export function createHeldLinkers(
  capacity: number,
  hold: (libraries: string) => HeldTool,
): HeldLinkers {
  const waiting: { libraries: string; linker: HeldTool }[] = [];
  let isClosed = false;

  const placeOf = (libraries: string) => waiting.findIndex((each) => each.libraries === libraries);
  const holdIfPossible = (libraries: string) => {
    try {
      return hold(libraries);
    } catch {
      // Whatever is built in one piece reports why that fails.
      return null;
    }
  };
  const keep = (libraries: string, linker: HeldTool) => {
    waiting.push({ libraries, linker });
    if (isClosed || waiting.length > capacity) waiting.shift()?.linker.discard();
    // Killed while it waited: no snippet should get it.
    void linker.gone.then(() => {
      const at = waiting.findIndex((each) => each.linker === linker);
      if (at >= 0) waiting.splice(at, 1);
    });
  };

  return {
    take(libraries, isHeavy) {
      const at = isHeavy ? -1 : placeOf(libraries);
      return at < 0 ? holdIfPossible(libraries) : (waiting.splice(at, 1)[0]?.linker ?? null);
    },
    giveBack: keep,
    refill(libraries) {
      if (isClosed || placeOf(libraries) >= 0) return;
      const linker = holdIfPossible(libraries);
      if (linker) keep(libraries, linker);
    },
    close() {
      isClosed = true;
      for (const { linker } of waiting.splice(0)) linker.discard();
    },
  };
}
