import { z } from 'zod';
import { localizedSchema } from './localized.ts';

/** One entry of content/messages.yaml: what a program logs, and the error condition behind it. */
export const messageSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  program: z.string().describe('names by which readers know it, with commas between them'),
  lines: z
    .array(z.string())
    .min(1)
    .describe('as the program prints them; … stands for what varies'),
  condition: z.string().regex(/^\w+#[a-z0-9-]+$/),
  says: localizedSchema.describe('what the program asks for, and how it does without'),
});

export type Message = z.infer<typeof messageSchema>;

/** By the names of the programs, as readers look for them. */
export const byProgram = (a: Message, b: Message): number => a.program.localeCompare(b.program);
