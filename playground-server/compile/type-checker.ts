import { z } from 'zod';
import type { KeptTool } from './tool.ts';

const diagnostic = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  line: z.int(),
  column: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
  message: z.string(),
  option: z.string(),
});

/**
 * The answer of guest/check-types.ts, parsed like a stranger's, because the checker read a
 * stranger's text.
 */
const answerSchema = z.object({ syntax: z.array(diagnostic), types: z.array(diagnostic) });

export type CheckAnswer = z.infer<typeof answerSchema>;

export interface TypeChecker {
  check(source: string, signal: AbortSignal): Promise<CheckAnswer | 'gave-up' | 'cancelled'>;
  close(): void;
}

/**
 * Keeps one type checker: started with the first question, asked about one source at a time, and
 * replaced when a source was too much for it.
 * @param timeoutMs time for one source
 */
export function createTypeChecker(start: () => KeptTool, timeoutMs: number): TypeChecker {
  let tool: KeptTool | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const ask = async (source: string): Promise<CheckAnswer | 'gave-up'> => {
    tool ??= start();
    try {
      return answerSchema.parse(await tool.ask({ source }, timeoutMs));
    } catch {
      tool.close();
      tool = null;
      return 'gave-up';
    }
  };

  return {
    check(source, signal) {
      const turn = last.then(async () => (signal.aborted ? 'cancelled' : ask(source)));
      last = turn;
      return turn;
    },
    close: () => tool?.close(),
  };
}
