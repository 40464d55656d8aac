import type { NativeRun } from './run-natively.ts';
import { linesOf, type Tape } from './run-on-engine.ts';

/** Calls whose line is not the one that strace's stack leads to, a sentence each. */
export function misledLines({ threads, lines }: NativeRun, tape: Tape): string[] {
  const told = linesOf(tape.calls);
  return lines.flatMap((thread, index) =>
    thread.flatMap((line, call) => {
      const shown = told[index]?.[call];
      if (line === undefined || shown === undefined || line === shown) return [];
      const name = threads[index]?.[call]?.name;
      return [
        `thread ${index + 1}, call ${call + 1}, ${name}: strace leads to line ${line}, the tape has ${shown}`,
      ];
    }),
  );
}
