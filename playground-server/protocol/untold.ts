import { z } from 'zod';

const untoldCallsSchema = z.object({
  name: z.string(),
  line: z.int().nullable().describe("innermost line of the reader's own file, or null"),
  count: z.int().min(1),
  failed: z.int().min(0).describe('how many of them have set errno'),
});

/** What is told of the calls after the last that the tape had room for: the run went on without it. */
export const untoldFields = {
  calls: z
    .array(untoldCallsSchema)
    .describe('made after the tape was full, see "tapeCalls" and "tapeBytes", by line and name'),
  others: z.int().min(1).optional().describe('calls of more lines than are listed'),
};

/** Calls of one line that the tape had no room for. */
export type UntoldCalls = z.infer<typeof untoldCallsSchema>;
