import { z } from 'zod';
import { limitNames } from './limits.ts';

/** How a run ended. A reader's crash is an outcome, never a fault of ours. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exited'), status: z.int() }),
  z.object({ kind: z.literal('signalled'), signal: z.string() }),
  z.object({
    kind: z.literal('limit-exceeded'),
    limit: z
      .enum(limitNames)
      .describe('the limit that ended the program, or one of its children and so the run'),
  }),
  z.object({ kind: z.literal('not-compiled') }),
  z.object({ kind: z.literal('refused'), syscall: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('crowded-out') }),
]);

export type Outcome = z.infer<typeof outcomeSchema>;
